"""A file that is open on another computer names who has it; a note that a crash left keeps nobody out."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.children import run_python
from tests.session_files import make_session
from workshop_app.i18n import Language
from workshop_app.storage.faults import BusyError
from workshop_app.storage.holder import Holder, holder_of
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.whereabouts import Kind, Whereabouts

OPEN = """
import sys
from pathlib import Path
from workshop_app.i18n import Language
from workshop_app.storage import held
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.whereabouts import Kind, Whereabouts
held.whereabouts = lambda path: Whereabouts(Kind.NETWORK)
try:
    SessionFile.open(Path(sys.argv[1]))
except StorageError as error:
    print(error.text(Language.load("en")))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_session(tmp_path)


def note_of(path: Path) -> Path:
    return path.with_name(f".~{path.name}.open")


def refused(path: Path) -> str:
    with pytest.raises(BusyError) as caught:
        SessionFile.open(path)
    return caught.value.text(Language.load("en"))


def test_it_is_there_while_the_file_is_open(path: Path) -> None:
    with SessionFile.open(path):
        holder = holder_of(path)
        assert holder
        assert holder.is_here
        assert abs((datetime.now(UTC) - holder.moment).total_seconds()) < 120
        assert "in another window or on another computer" in refused(path)
    assert os.listdir(path.parent) == [path.name]


def test_another_computer_is_named(path: Path) -> None:
    with SessionFile.open(path):
        note = {"user": "noor", "host": "laptop-7", "since": "2026-11-27T12:30+00:00"}
        note_of(path).write_text(json.dumps(note))
        assert refused(path).startswith(f"{path.name} is open on another computer: noor on laptop-7, since 27-11 ")


def test_another_computer_keeps_its_note_where_only_sqlite_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_share = Whereabouts(Kind.NETWORK)
    monkeypatch.setattr("workshop_app.storage.held.whereabouts", lambda path: on_a_share)
    with SessionFile.open(path):
        note = json.dumps({"user": "noor", "host": "laptop-7", "since": "2026-11-27T12:30+00:00"})
        note_of(path).write_text(note)
        assert "noor on laptop-7" in run_python(OPEN, path)
        assert note_of(path).read_text() == note


@pytest.mark.parametrize(
    "left", [b"", b"{", b"[]", b"{}", b'{"user": 1, "host": 2, "since": "gisteren"}', b"\xff" * 9000]
)
def test_a_note_that_says_nothing_is_no_news(path: Path, left: bytes) -> None:
    with SessionFile.open(path):
        note_of(path).write_bytes(left)
        assert holder_of(path) is None
        assert "in another window or on another computer" in refused(path)


def test_a_note_that_a_crash_left_locks_nothing(path: Path) -> None:
    note_of(path).write_text(json.dumps({"user": "noor", "host": "laptop-7", "since": "2026-11-27T12:30+00:00"}))
    with SessionFile.open(path):
        assert holder_of(path) == Holder.here() or holder_of(path)
    assert os.listdir(path.parent) == [path.name]


def test_it_goes_along_to_a_copy_of_the_same_name(path: Path) -> None:
    with SessionFile.open(path) as file:
        path.unlink()
        file.go_on_in(path)
        assert holder_of(path)
    assert os.listdir(path.parent) == [path.name]
