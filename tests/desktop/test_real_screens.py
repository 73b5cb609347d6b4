"""The whole program on screens of X under a window manager: plugged, pulled, mirrored, swapped, in another mode."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any

import pytest

from tests.desktop.pixels import Eye
from tests.desktop.virtual_screen import MISSING, virtual_screen
from tests.session_files import make_dialogue
from workshop_app.desktop.theme import PETROL_DARK

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING) or not all(map(shutil.which, ("openbox", "xrandr"))), reason="needs Xvfb, openbox and xrandr"
    ),
]
State = dict[str, Any]
LAPTOP = [0, 0, 1440, 900]
BEAMER = [1440, 0, 1920, 1080]
PATIENCE = 15.0


class Program:
    """The program in a process of its own, and what it told last."""

    def __init__(self, environment: dict[str, str], data: Path, session: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.led_program", str(data), str(session)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | environment,
        )
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read)
        self._reader.start()
        self.state: State = {}

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)

    def press(self, key: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{key}\n")
        self._process.stdin.flush()

    def wait_until(self, condition: Callable[[State], bool]) -> State:
        """Read on until it tells this."""
        until = monotonic() + PATIENCE
        while not (self.state and condition(self.state)):
            try:
                self.state = json.loads(self._lines.get(timeout=max(until - monotonic(), 0.01)))
            except Empty:
                pytest.fail(f"it stays like this: {self.state}")
        return self.state

    def stays(self, condition: Callable[[State], bool], seconds: float = 0.6) -> None:
        """Nothing else is told for a while."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            assert condition(self.state), self.state
            try:
                self.state = json.loads(self._lines.get(timeout=left))
            except Empty:
                return

    def quit(self) -> int:
        self.press("quit")
        code = self._process.wait(PATIENCE)
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            pipe.close()
        return code


class Desk:
    """Monitors that are plugged and pulled on one large X screen."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], check=True, env=os.environ | self.environment)

    def plug(self, name: str, place: list[int], output: str = "none") -> None:
        x, y, width, height = place
        self._xrandr("--setmonitor", name, f"{width}/400x{height}/250+{x}+{y}", output)

    def pull(self, name: str) -> None:
        self._xrandr("--delmonitor", name)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with virtual_screen("3360x1080") as environment:
        found = Desk(environment)
        found.plug("*laptop", LAPTOP, "screen")
        manager = subprocess.Popen(["openbox"], env=os.environ | environment, stderr=subprocess.DEVNULL)
        yield found
        manager.terminate()
        manager.wait()


@pytest.fixture
def program(desk: Desk, tmp_path: Path) -> Iterator[Program]:
    """The program in the room, with the laptop alone."""
    session = make_dialogue(tmp_path / "sessions")
    # Its ground is in no part of the console.
    (tmp_path / "settings.json").write_text('{"theme": "dark"}')
    running = Program(desk.environment, tmp_path, session)
    running.wait_until(lambda now: now["active"])
    running.press("F5")
    running.wait_until(lambda now: now["beamer"] == "one_screen")
    yield running
    assert running.quit() == 0


def in_the_room(place: list[int]) -> Callable[[State], bool]:
    return lambda now: now["projection"] == place


def no_projection(now: State) -> bool:
    return now["projection"] is None


@pytest.mark.timeout(180)
def test_twenty_times_plugged_and_pulled_and_no_frame_over_the_console(desk: Desk, program: Program) -> None:
    """Between a screen's going and our hiding, openbox moves the projection over the place of the console.

    Seen of it is what some thousand glances a second show.
    """
    # The bar of the console, below the title bar of the window manager.
    eye, covered = Eye(desk.environment["DISPLAY"], ((500, 26), (700, 28), (900, 30))), []
    desk.plug("beamer", BEAMER)
    program.wait_until(in_the_room(BEAMER))
    program.stays(in_the_room(BEAMER))
    for _ in range(20):
        began = monotonic()
        with eye.watching() as seen:
            desk.pull("beamer")
            program.wait_until(no_projection)
        seconds = monotonic() - began
        clean = seen[(PETROL_DARK,) * 3]
        covered.append(seconds * (seen.total() - clean) / seen.total())
        with eye.watching() as seen:
            program.stays(no_projection, 0.1)
            desk.plug("beamer", BEAMER)
            program.wait_until(in_the_room(BEAMER))
            program.stays(in_the_room(BEAMER), 0.4)
            assert program.state["active"], "the keyboard stays with the console"
        # Until the window manager knows the new screen, it may put the projection on the only one it knows.
        covered.append(0.6 * (seen.total() - seen[(PETROL_DARK,) * 3]) / seen.total())
    print(f"covered when pulled and plugged: {sorted(round(each * 1000, 1) for each in covered)} ms")
    assert not any(covered)


@pytest.mark.timeout(120)
def test_another_mode_mirrored_and_three_screens(desk: Desk, program: Program) -> None:
    desk.plug("beamer", BEAMER)
    program.wait_until(in_the_room(BEAMER))
    desk.pull("beamer")
    desk.plug("beamer", [1440, 0, 1280, 720])
    program.wait_until(in_the_room([1440, 0, 1280, 720]))
    program.wait_until(lambda now: now["laid out"] == [1280, 720])
    desk.pull("beamer")
    desk.plug("beamer", LAPTOP)
    program.wait_until(lambda now: now["beamer"] == "mirrored")
    assert program.state["projection"] is None
    desk.pull("beamer")
    desk.plug("beamer", [1440, 0, 960, 720])
    program.wait_until(in_the_room([1440, 0, 960, 720]))
    desk.plug("tv", [2400, 0, 960, 720])
    program.wait_until(lambda now: len(now["screens"]) == 3)
    program.stays(in_the_room([1440, 0, 960, 720]))
    program.press("F9")
    program.wait_until(in_the_room([2400, 0, 960, 720]))
    desk.pull("tv")
    program.wait_until(in_the_room([1440, 0, 960, 720]))
    desk.plug("tv", [2400, 0, 960, 720])
    program.wait_until(in_the_room([2400, 0, 960, 720]))


@pytest.mark.timeout(120)
def test_a_scale_of_one_and_a_half(desk: Desk, tmp_path: Path) -> None:
    running = Program(desk.environment | {"QT_SCALE_FACTOR": "1.5"}, tmp_path, make_dialogue(tmp_path / "sessions"))
    running.wait_until(lambda now: now["active"])
    desk.plug("beamer", BEAMER)
    running.press("F5")
    running.wait_until(lambda now: now["projection"] and now["projection"] == now["screens"]["beamer"])
    running.wait_until(lambda now: now["laid out"] == now["projection"][2:] == [1280, 720])
    assert running.state["ratio"] == 1.5
    assert running.quit() == 0


@pytest.mark.timeout(120)
def test_the_console_comes_back_when_its_screen_is_pulled(desk: Desk, program: Program) -> None:
    desk.plug("beamer", BEAMER)
    program.wait_until(in_the_room(BEAMER))
    program.press("F9")
    program.wait_until(in_the_room(LAPTOP))
    program.wait_until(lambda now: now["console"][0] >= 1440)
    desk.pull("beamer")
    program.wait_until(lambda now: no_projection(now) and now["console"][0] < 1440)
    program.stays(lambda now: no_projection(now) and now["console"][0] < 1440)
