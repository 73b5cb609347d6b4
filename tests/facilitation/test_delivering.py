"""A session is delivered where people want it: whole and in one step, and never over what somebody changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.children import with_small_files
from tests.session_files import a_head, make_session
from tests.workshops import reopened
from workshop_app.facilitation import outcomes
from workshop_app.facilitation.delivering import Standing, deliver_over, fingerprint, standing
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import open_session
from workshop_app.storage.checking import check
from workshop_app.storage.faults import BusyError, StorageError


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give the file on the stick from which the session was copied in."""
    return make_session(tmp_path / "stick")


@pytest.fixture
def desk(stick: Path, tmp_path: Path) -> Iterator[Desk]:
    with open_session(stick, tmp_path / "sessions", tmp_path / "backups") as file:
        desk = Desk(file)
        desk.run(outcomes.decide, "Wij beginnen.")
        yield desk


def test_what_stands_there(desk: Desk, stick: Path, tmp_path: Path) -> None:
    known = fingerprint(stick)
    assert standing(desk.file, stick.with_name("leeg"), known) is Standing.NOTHING
    assert standing(desk.file, stick, known) is Standing.KNOWN
    assert standing(desk.file, stick, "") is Standing.CHANGED
    with reopened(stick) as colleague:
        colleague.run(outcomes.decide, "Een ander besluit.")
    assert standing(desk.file, stick, known) is Standing.CHANGED
    other = make_session(tmp_path / "ander", a_head("Iets anders"))
    assert standing(desk.file, other, "") is Standing.OTHER
    other.write_bytes(b"een brief")
    assert standing(desk.file, other, "") is Standing.OTHER


def test_the_open_file_itself_is_not_read(desk: Desk) -> None:
    """To close it again would drop the lock of SQLite."""
    assert standing(desk.file, desk.file.path, "") is Standing.OTHER
    lock = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    done = subprocess.run([sys.executable, "-c", lock, desk.file.path], capture_output=True, text=True, check=False)
    assert "database is locked" in done.stderr


def test_it_takes_the_place_of_what_was_seen(desk: Desk, stick: Path) -> None:
    deliver_over(desk.file, stick, fingerprint(stick))
    assert check(stick) == ()
    assert os.listdir(stick.parent) == [stick.name]
    with reopened(stick) as delivered:
        assert delivered.view == desk.view


def test_what_changed_at_the_last_moment_stays(desk: Desk, stick: Path) -> None:
    seen = fingerprint(stick)
    with reopened(stick) as colleague:
        colleague.run(outcomes.decide, "Een ander besluit.")
    changed = stick.read_bytes()
    with pytest.raises(StorageError, match="was changed by somebody"):
        deliver_over(desk.file, stick, seen)
    assert stick.read_bytes() == changed
    assert os.listdir(stick.parent) == [stick.name]


def test_what_somebody_has_open_stays(desk: Desk, stick: Path) -> None:
    with reopened(stick):
        seen = fingerprint(stick)
        with pytest.raises(BusyError):
            deliver_over(desk.file, stick, seen)
        assert fingerprint(stick) == seen
    assert os.listdir(stick.parent) == [stick.name]


def test_where_there_is_no_room_both_stay(desk: Desk, stick: Path) -> None:
    before = stick.read_bytes()

    def deliver() -> str:
        try:
            deliver_over(desk.file, stick, fingerprint(stick))
        except StorageError as error:
            return str(error)
        return "delivered"

    assert with_small_files(deliver, 20_000).startswith("Nothing more can be written on this disk: it is full, or ")
    assert stick.read_bytes() == before
    assert os.listdir(stick.parent) == [stick.name]
    desk.run(outcomes.decide, "En wij gaan verder.")


def test_where_the_stick_was_taken_out_the_session_stays(desk: Desk, stick: Path) -> None:
    seen = fingerprint(stick)
    shutil.rmtree(stick.parent)
    stick.parent.write_text("no folder")
    with pytest.raises(StorageError):
        deliver_over(desk.file, stick, seen)
    desk.run(outcomes.decide, "En wij gaan verder.")
