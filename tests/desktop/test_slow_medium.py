"""On a disk of which every sync takes 50 ms no key is lost, and half-typed text waits for a pause in typing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.watched_program import SENTENCE
from tests.medium import medium
from tests.session_files import make_dialogue
from workshop_app.desktop.console.drafts import KEEP_WITHIN_SLOWLY
from workshop_app.facilitation.looking import view_of

SENTENCES = 12


def watched(data: Path, session: Path, environment: dict[str, str]) -> list[dict[str, Any]]:
    """What the program told until it had called so many sentences saved; then it is killed."""
    told: list[dict[str, Any]] = []
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.watched_program", data, session, "typing"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )
    with process:
        assert process.stdout
        for line in process.stdout:
            told.append(json.loads(line))
            if SENTENCE.format(n=SENTENCES) in str(told[-1].get("shown")):
                break
        process.kill()
    return told


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_no_key_is_lost_and_drafts_wait(tmp_path: Path) -> None:
    session = make_dialogue(tmp_path / "sessions")
    told = watched(tmp_path, session, medium(tmp_path, sync_ms=50))
    view = view_of(session)
    said = [each.text for known in view.rounds for each in known.contributions]
    said += [each.text for each in view.parked]
    assert sorted(said)[:SENTENCES] == sorted(SENTENCE.format(n=n + 1) for n in range(len(said)))[:SENTENCES]
    first = next(n for n, each in enumerate(told) if each.get("typed"))
    typing = told[first:]
    saves = [each for each in typing if "saved" in each]
    seconds = typing[-1]["at"] - typing[0]["at"]
    drafts = len(saves) - SENTENCES
    assert drafts <= seconds * 1000 / KEEP_WITHIN_SLOWLY + 2
