"""A file that somebody sent runs nothing, reaches nothing else and exhausts nothing: it opens sound, or is refused."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, outcomes

LONGEST = 20.0
"""Seconds that one file may take in all ways of opening it, on a busy machine."""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A session in which something of everything was said."""
    folder = tmp_path / "model"
    folder.mkdir()
    with open_desk(folder, one_round("open", "Wat nu?"), one_round("resistance", "Het is ver weg.")) as desk:
        for number in range(25):
            desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", f"Antwoord {number} " * (number + 1))
        desk.run(outcomes.decide, "Wij beginnen.")
        desk.undo()
    (path,) = folder.glob("*.samenspraak")
    return path


def tried(model: Path, folder: Path, first: int, last: int) -> dict[str, Any]:
    """What came of the mutations with these seeds."""
    (folder / "tmp").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.hostile", model, folder, str(first), str(last)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(folder / "tmp")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def require_harmless(found: dict[str, Any]) -> None:
    assert found["wrong"] == []
    assert found["slowest"][0] < LONGEST, found["slowest"]
    # Some are refused and some do no harm; neither is all.
    opened = sum(count for outcome, count in found["outcomes"].items() if outcome.endswith("opened"))
    assert 0 < opened < sum(found["outcomes"].values())


def test_hostile_files_are_refused_or_do_no_harm(model: Path, tmp_path: Path) -> None:
    require_harmless(tried(model, tmp_path / "trial", 0, 95))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("thousand", range(10))
def test_ten_thousand_hostile_files_are_refused_or_do_no_harm(model: Path, tmp_path: Path, thousand: int) -> None:
    require_harmless(tried(model, tmp_path / "trial", thousand * 1000, (thousand + 1) * 1000))
