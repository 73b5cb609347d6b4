"""The whole program on two outputs of Wayland, which lets nobody say where a window goes."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.test_real_screens import Program
from tests.desktop.virtual_screen import MISSING, virtual_screen
from tests.session_files import make_dialogue

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(120),
    pytest.mark.skipif(bool(MISSING) or not shutil.which("weston"), reason="needs Xvfb and weston"),
]


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A compositor with two outputs of 1280x720."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    socket = folder / "wayland-samenspraak"
    with virtual_screen("2600x800") as screen:
        environment = {"XDG_RUNTIME_DIR": str(folder), "DISPLAY": screen["DISPLAY"]}
        options = ["--backend=x11-backend.so", "--output-count=2", "--width=1280", "--height=720", "--idle-time=0"]
        quiet = subprocess.DEVNULL
        compositor = subprocess.Popen(
            ["weston", *options, f"--socket={socket.name}"], env=os.environ | environment, stdout=quiet, stderr=quiet
        )
        yield environment | {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": socket.name}
        compositor.terminate()
        compositor.wait()


def test_the_projection_fills_the_other_output_and_can_be_swapped(wayland: dict[str, str], tmp_path: Path) -> None:
    # The compositor takes a moment; a program that finds none ends.
    socket = Path(wayland["XDG_RUNTIME_DIR"]) / wayland["WAYLAND_DISPLAY"]
    waiting = ["timeout", "20", "sh", "-c", f"until [ -S '{socket}' ]; do sleep 0.1; done"]
    subprocess.run(waiting, check=True)
    program = Program(wayland, tmp_path, make_dialogue(tmp_path / "sessions"))
    program.wait_until(lambda now: len(now["screens"]) == 2 and now["active"])
    program.press("F5")
    program.wait_until(lambda now: now["projection"] == [1280, 0, 1280, 720])
    program.wait_until(lambda now: now["laid out"] == [1280, 720])
    assert program.state["console"][0] < 1280
    program.press("F9")
    program.wait_until(lambda now: now["projection"] == [0, 0, 1280, 720])
    program.wait_until(lambda now: now["console"][0] >= 1280)
    assert program.quit() == 0
