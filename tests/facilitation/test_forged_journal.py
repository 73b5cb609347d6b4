"""A journal that somebody wrote by hand cannot make of a sound session what would not be opened."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.reading import workshop_in
from workshop_app.storage.checking import check
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.watch import renew_digests

PICTURE = {
    "id": "p",
    "round_id": None,
    "position": 1,
    "purpose": "logo",
    "description": "",
    "media_type": "image/png",
    "width": 100,
    "height": 100,
    # 60,000 by 60,000 pixels.
    "data": "iVBORw0KGgoAAAANSUhEUgAA6mAAAOpg",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_desk(tmp_path, one_round("open", "Wat nu?")) as desk:
        desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", "Samen beginnen")
    (path,) = tmp_path.glob("*.samenspraak")
    return path


def forge(path: Path, table: str, before: dict[str, object]) -> None:
    """Let undo make this of a row; of the only row there is, or of none when it names its own."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (key,) = db.execute(f"SELECT id FROM {table}").fetchone() or (None,)
        after = None if "id" in before else {"id": key, **dict.fromkeys(before, "")}
        changes = json.dumps([[table, {"id": key, **before}, after]])
        db.execute("UPDATE journal SET changes = ?", (changes,))
        renew_digests(db)


@pytest.mark.parametrize(
    ("table", "before"),
    [
        ("round", {"kind": "quiz"}),
        ("round", {"level": "everyone"}),
        ("round", {"minutes": -1}),
        ("round", {"title": "x" * 201}),
        ("round", {"enabled": None}),
        ("workshop", {"day": "2026-02-30"}),
        ("contribution", {"text": "x" * 4_001}),
        ("contribution", {"round_id": None}),
        ("picture", PICTURE),
    ],
)
def test_what_was_never_there_does_not_come_back(path: Path, table: str, before: dict[str, object]) -> None:
    forge(path, table, before)
    assert check(path) == ()
    with SessionFile.open(path) as file:
        desk = Desk(file)
        there = desk.view
        with pytest.raises(RefusedError, match="this step is damaged"):
            desk.undo()
        assert desk.view == there == workshop_in(file)
