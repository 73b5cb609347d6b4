"""A session is erased everywhere: no byte of what was said is left, and a record says that it happened."""

import base64
import os
import sqlite3
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.facilitation.bytes_on_disk import found
from tests.session_files import a_head, make_session
from tests.workshops import PEOPLE
from workshop_app.facilitation import capturing, outcomes, preparing, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import open_session
from workshop_app.facilitation.remnants import Remnants, erase_remnants, remnants_of
from workshop_app.paths import DataPaths, data_paths
from workshop_app.storage.erasures import Erasure, erasures
from workshop_app.storage.faults import StorageError
from workshop_app.storage.made_files import MadeFiles
from workshop_app.storage.reserve import Reserve
from workshop_app.storage.second_place import SecondPlace, choose

SECRETS = ("Zij zei het beslist zo.", "Half getypt geheim", "Bezwaren van Heidebeek", *(p.email for p in PEOPLE))
NOW = datetime(2027, 12, 1, 9, tzinfo=UTC)
LATER = datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return data_paths(tmp_path / "data")


@pytest.fixture
def second(tmp_path: Path, paths: DataPaths) -> SecondPlace:
    (tmp_path / "stick").mkdir()
    return SecondPlace(choose(tmp_path / "stick"), paths.owed)


def an_evening(paths: DataPaths, second: SecondPlace, title: str = "Geheim beraad") -> Path:
    """A session with something of everything in it, its backups in both places, and minutes made of it."""
    path = make_session(paths.sessions, a_head(title))
    with open_session(path, paths.sessions, paths.backups) as file:
        file.second = second
        desk = Desk(file)
        here = desk.view.rounds[0].id
        desk.run(preparing.edit_workshop, responsible="Lindevoort")
        desk.run(capturing.contribute, here, "answer", SECRETS[0])
        desk.run(outcomes.decide, SECRETS[2], here)
        desk.run(capturing.contribute, here, "answer", "Wat is teruggenomen.")
        desk.undo()
        desk.run(stage.keep_draft, here, "", "answer", SECRETS[1])
        file.backup()
        assert file.backup_folder
        second.deliver(file.backup_folder)
    documents = paths.home.parent / "documents"
    documents.mkdir(exist_ok=True)
    minutes, mail = documents / f"{title}.pdf", documents / f"{title}.eml"
    minutes.write_text(SECRETS[0], "utf-8")
    mail.write_bytes(base64.b64encode(b"x" + SECRETS[0].encode()))
    Reserve(path).keep()
    MadeFiles(paths.made).add(path, minutes, mail, documents / "weg.pdf")
    return path


def test_before_it_is_told_what_is_where(paths: DataPaths, second: SecondPlace) -> None:
    path = an_evening(paths, second)
    there = remnants_of(path, paths, second)
    documents = paths.home.parent / "documents"
    assert there == Remnants(
        path,
        {"participant": 4, "organisation": 3, "contribution": 1, "decision": 1, "draft": 1, "journal": 4},
        backups=2,
        second=2,
        made=(documents / "Geheim beraad.pdf", documents / "Geheim beraad.eml"),
        away=(documents / "weg.pdf",),
        responsible="Lindevoort",
    )


def test_afterwards_no_byte_of_it_is_anywhere(paths: DataPaths, second: SecondPlace, tmp_path: Path) -> None:
    path = an_evening(paths, second)
    words = [*SECRETS, "Geheim beraad", "Wat is teruggenomen."]
    assert all(found(each, tmp_path) for each in words[:-1])
    there = remnants_of(path, paths, second)
    erase_remnants(there, there.made, paths, second, LATER)
    assert {each: found(each, tmp_path) for each in words} == {each: [] for each in words}


def test_another_session_keeps_everything(paths: DataPaths, second: SecondPlace) -> None:
    path, other = an_evening(paths, second), an_evening(paths, second, "Ander beraad")
    before = remnants_of(other, paths, second)
    erase_remnants(remnants_of(path, paths, second), (), paths, second, LATER)
    assert remnants_of(other, paths, second) == before


def test_a_record_without_content_stays(paths: DataPaths, second: SecondPlace) -> None:
    there = remnants_of(an_evening(paths, second), paths, second)
    erase_remnants(there, there.made[:1], paths, second, NOW)
    (kept,) = erasures(paths.erasures)
    counts = {"participant": 4, "organisation": 3, "contribution": 1, "decision": 1, "draft": 1, "journal": 4}
    assert kept == Erasure(NOW, False, counts, backups=4, files=1, left=2, responsible="Lindevoort")


def test_a_person_who_is_responsible_is_not_in_the_record(paths: DataPaths, second: SecondPlace) -> None:
    path = an_evening(paths, second)
    with open_session(path, paths.sessions, paths.backups) as file:
        Desk(file).run(preparing.edit_workshop, responsible="Anna de Wit")
    erase_remnants(remnants_of(path, paths, second), (), paths, second, NOW)
    assert erasures(paths.erasures)[0].responsible == ""
    assert b"Anna" not in paths.erasures.read_bytes()


def test_the_copies_on_a_stick_that_is_away_go_when_it_is_back(
    paths: DataPaths, second: SecondPlace, tmp_path: Path
) -> None:
    there = remnants_of(an_evening(paths, second), paths, second)
    away = (tmp_path / "stick").rename(tmp_path / "elsewhere")
    without = remnants_of(there.path, paths, second)
    assert without.second is None
    assert erase_remnants(without, there.made, paths, second, LATER).left == 2
    away.rename(tmp_path / "stick")
    assert found(SECRETS[0], tmp_path)
    second.settle()
    assert found(SECRETS[0], tmp_path) == found("Geheim beraad", tmp_path) == []


def test_what_a_crash_left_among_the_temporary_files_goes(
    paths: DataPaths, second: SecondPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = an_evening(paths, second)
    left, in_use = tmp_path / "samenspraak-left", tmp_path / "samenspraak-now"
    for folder in (left, in_use):
        folder.mkdir()
        (folder / path.name).write_bytes(path.read_bytes())
    os.utime(left, (0, time.time() - 90))
    erase_remnants(remnants_of(path, paths, second), (), paths, second, LATER)
    assert not left.exists()
    assert in_use.exists()


def test_one_that_is_open_elsewhere_stays_whole(paths: DataPaths, second: SecondPlace) -> None:
    path = an_evening(paths, second)
    there = remnants_of(path, paths, second)
    with (
        open_session(path, paths.sessions, paths.backups),
        pytest.raises(StorageError, match="already open"),
    ):
        erase_remnants(there, there.made, paths, second, LATER)
    assert remnants_of(path, paths, second).made == there.made
    assert erasures(paths.erasures) == ()


def test_a_damaged_one_goes_too(paths: DataPaths, second: SecondPlace, tmp_path: Path) -> None:
    path = an_evening(paths, second)
    path.write_bytes(path.read_bytes()[:5000] + b"x" * 9000)
    there = remnants_of(path, paths, second)
    assert there.counts == {}
    erase_remnants(there, there.made, paths, second, LATER)
    assert found("Geheim beraad", tmp_path) == []


def test_one_that_somebody_made_to_keep_home_busy_is_not_counted(paths: DataPaths, second: SecondPlace) -> None:
    path = an_evening(paths, second)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS id FROM n"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"DROP TABLE participant; CREATE VIEW participant AS {endless}")
    found = remnants_of(path, paths, second)
    assert (found.counts, found.backups) == ({}, 2)
    path.unlink()
    os.mkfifo(path)
    assert remnants_of(path, paths, second).counts == {}


def test_a_record_that_cannot_be_read_is_none(paths: DataPaths) -> None:
    paths.home.mkdir()
    paths.erasures.write_bytes(b'[{"at": 3}]')
    assert erasures(paths.erasures) == ()
    paths.made.write_bytes(b"[]")
    assert MadeFiles(paths.made).of(Path("x.samenspraak")) == ()
