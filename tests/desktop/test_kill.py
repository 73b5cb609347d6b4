"""The program is killed while somebody types: what it showed as saved is there, half-typed text to within a second."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.virtual_screen import MISSING, virtual_screen
from tests.desktop.watched_program import SENTENCE
from tests.session_files import make_dialogue
from workshop_app.facilitation.desk import Desk
from workshop_app.paths import data_paths
from workshop_app.storage.checking import check
from workshop_app.storage.session_file import SessionFile

SETTLED = 1.0
"""Seconds after which half-typed text is in the file."""
PATIENCE = 120
"""Seconds in which anything happens on the busiest machine."""


@dataclass
class Witness:
    """What somebody saw who looked at the screen until it went dark."""

    saved: set[str] = field(default_factory=set)
    typed: list[tuple[float, str]] = field(default_factory=list)

    def look(self, line: dict[str, Any]) -> None:
        """Take in a line of the watched program."""
        if line.get("saved"):
            self.saved |= set(line["shown"])
        if "typed" in line:
            self.typed.append((line["at"], line["typed"]))

    def settled(self, killed_at: float) -> str:
        """What stood in the line, or had been taken down from it, a second before."""
        return next((text for at, text in reversed(self.typed) if at < killed_at - SETTLED), "")


class Program:
    """The program in a process of its own; keys come through X, or from inside where there is no X."""

    def __init__(self, data: Path, session: Path, display: dict[str, str]) -> None:
        self._display = {**os.environ, **display}
        inside = [] if display else ["typing"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.watched_program", data, session, *inside],
            cwd=Path(__file__).parents[2],
            env=self._display,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._reads_keys = bool(display)
        self._lines: list[dict[str, Any]] = []

    def tells(self, what: str, value: object = None) -> None:
        """Wait until it prints a line that has this: `value`, or anything at all."""
        assert self.process.stdout
        told: object = None
        while not told or value not in (None, told):
            line = self.process.stdout.readline()
            assert line, "the program ended"
            self._lines.append(json.loads(line))
            told = self._lines[-1].get(what)

    def begin(self, first: bool) -> None:
        """Come to where somebody can type; the first time that is the first round of a session to be started."""
        if self._reads_keys:
            self._xdotool("search", "--sync", "--onlyvisible", "--name", "Samenspraak", "windowfocus", "--sync")
            if first:
                self.tells("page", "PrepareWindow")
                self._xdotool("key", "F5")
        self.tells("page", "ConsoleWindow")
        if self._reads_keys and first:
            self._xdotool("key", "--delay", "60", "Next", "Next")

    @contextmanager
    def typing(self, first: int, chance: random.Random) -> Iterator[None]:
        """Meanwhile somebody types sentences, some fast and some at leisure."""
        if not self._reads_keys:
            yield
            return
        hands = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, env=self._display, text=True)
        assert hands.stdin
        for n in range(first, first + 200):
            hands.stdin.write(f'type --delay {chance.choice((5, 5, 40, 120))} "{SENTENCE.format(n=n)}"\nkey Return\n')
        hands.stdin.close()
        try:
            yield
        finally:
            hands.kill()
            hands.wait()

    def kill(self) -> tuple[float, list[dict[str, Any]]]:
        """Kill it; the moment, and what it had printed. A line that was cut off was not seen."""
        moment = time.monotonic()
        self.process.kill()
        printed = "" if self.process.returncode is not None else self.process.communicate()[0]
        self._lines += [json.loads(line) for line in printed.splitlines(keepends=True) if line.endswith("\n")]
        return moment, self._lines

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._display, check=True, capture_output=True, timeout=PATIENCE)


def kill_often(data: Path, times: int, display: dict[str, str]) -> None:
    session = make_dialogue(data_paths(data).sessions)
    chance = random.Random(times)
    witness, seen = Witness(), 0
    for number in range(times):
        program = Program(data, session, display)
        try:
            program.begin(first=number == 0)
            witness.typed.clear()
            with program.typing(seen + 1, chance):
                program.tells("typed" if witness.saved else "shown")
                time.sleep(chance.uniform(0.3, 3.0))
                moment, lines = program.kill()
        finally:
            program.kill()
        for line in lines:
            witness.look(line)
        seen = _compare(session, witness, moment)
    # Much was said, however slow the machine.
    assert len(witness.saved) >= times


def _compare(session: Path, witness: Witness, moment: float) -> int:
    """Hold the file against what was seen; the number of sentences in it."""
    assert check(session) == ()
    with SessionFile.open(session) as file:
        view = Desk(file).view
    # No lock and no side file is left.
    assert [each.name for each in session.parent.iterdir()] == [session.name]
    said = [each.text for known in view.rounds for each in known.contributions]
    # Before the first round there are only these.
    said += [each.text for each in view.decisions]
    said += [each.text for each in view.actions]
    said += [each.text for each in view.parked]
    # A sentence may stand behind the half one that the kill before had left in the line.
    assert {sentence for sentence in witness.saved if not any(sentence in text for text in said)} == set()
    half = witness.settled(moment)
    assert not half or any(text.startswith(half) for text in (*said, *(draft.text for draft in view.drafts)))
    return len(said)


@pytest.mark.timeout(5 * PATIENCE)
def test_what_was_shown_as_saved_is_there(tmp_path: Path) -> None:
    if MISSING:
        kill_often(tmp_path, 2, {})
        return
    with virtual_screen() as display:
        kill_often(tmp_path, 2, display)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_what_was_shown_as_saved_is_there_after_forty_kills(tmp_path: Path) -> None:
    if MISSING:
        pytest.skip(f"needs {' and '.join(MISSING)}")
    with virtual_screen() as display:
        kill_often(tmp_path, 40, display)
