"""What was acknowledged survives the killing of the program at any moment."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.session_files import make_session
from tests.storage.restless import STRAND
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.checking import check
from workshop_app.storage.session_file import SessionFile


def kill_once(path: Path, after: float) -> int:
    """The last answer that was acknowledged before the kill, so many seconds after the first."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.restless", path],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    assert child.stderr
    first = child.stdout.readline()
    assert first, child.stderr.read()
    time.sleep(after)
    child.kill()
    told, _errors = child.communicate()
    return int((first + told).splitlines()[-1])


def kill_often(folder: Path, times: int) -> None:
    path = make_session(folder)
    chance = random.Random(times)
    for _ in range(times):
        acknowledged = kill_once(path, chance.uniform(0, 0.2))
        assert check(path) == ()
        with SessionFile.open(path) as file:
            desk = Desk(file)
            said = [each.text for each in desk.view.rounds[0].contributions]
            assert said == [str(number) for number in range(1, len(said) + 1)]
            assert acknowledged <= len(said) <= acknowledged + 1
            assert int(desk.view.draft(desk.view.rounds[0].id, "", STRAND)) >= acknowledged
            # The journal is whole too.
            assert desk.undo()
            assert desk.redo()
        assert os.listdir(folder) == [path.name]


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 3)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_acknowledged_is_lost_in_forty_kills(tmp_path: Path) -> None:
    kill_often(tmp_path, 40)
