"""A session is read from a private copy: the original may be open, out of reach for writing, or half written."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.children import as_nobody, run_python
from tests.session_files import make_session
from workshop_app.facilitation import outcomes
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.looking import view_of
from workshop_app.facilitation.reading import workshop_in
from workshop_app.storage.checking import check
from workshop_app.storage.faults import DamagedError, NotASessionError, StorageError
from workshop_app.storage.reading_copy import opened_copy
from workshop_app.storage.session_file import SessionFile

UNFINISHED = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size=2")
db.execute("PRAGMA cache_spill=1")
db.execute("BEGIN")
db.execute("UPDATE prompt SET text = 'Niemand' || hex(randomblob(9000))")
db.execute("UPDATE participant SET name = hex(randomblob(9000))")
os._exit(0)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_session(tmp_path / "sessions")


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_it_is_read_while_it_is_open(path: Path) -> None:
    with SessionFile.open(path) as file:
        desk = Desk(file)
        desk.run(outcomes.decide, "Wij beginnen.")
        with opened_copy(path) as copy:
            assert workshop_in(copy) == desk.view
        desk.run(outcomes.decide, "Wij gaan door.")


def test_what_is_changed_in_it_is_gone(path: Path) -> None:
    before = path.read_bytes()
    with opened_copy(path) as copy:
        Desk(copy).run(outcomes.decide, "In de kopie")
    assert path.read_bytes() == before


def test_nobody_else_can_look_and_nothing_is_left(path: Path, private: Path) -> None:
    with opened_copy(path) as copy:
        folder = copy.path.parent
        assert folder.parent == private
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(private.iterdir()) == []


def test_nothing_is_left_when_it_is_damaged(path: Path, private: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(DamagedError, match=f"^{path.name} is damaged"), opened_copy(path):
        pass
    assert list(private.iterdir()) == []


def test_it_is_checked_as_opening_does(path: Path) -> None:
    path.write_bytes(b"something else")
    with pytest.raises(NotASessionError), opened_copy(path):
        pass
    with pytest.raises(StorageError, match="is not there any more"), opened_copy(path.with_name("gone")):
        pass


@pytest.fixture
def shared() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_it_is_read_where_nothing_can_be_written(shared: Path) -> None:
    path = make_session(shared)
    path.chmod(0o444)
    shared.chmod(0o555)

    def look() -> str:
        with opened_copy(path) as copy:
            return workshop_in(copy).info.title

    assert as_nobody(look) == "Samen verder"
    assert os.listdir(shared) == [path.name]


def test_what_was_never_committed_is_taken_back_in_the_copy_only(path: Path) -> None:
    with opened_copy(path) as copy:
        whole = workshop_in(copy)
    run_python(UNFINISHED, path)
    left = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    assert set(left) == {path.name, f"{path.name}-journal"}
    assert b"Niemand" in left[path.name]
    with opened_copy(path) as copy:
        assert workshop_in(copy) == whole
    assert check(path) == ()
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == left
    with SessionFile.open(path) as file:
        assert Desk(file).view == whole


def test_words_that_we_never_write_are_damage(path: Path) -> None:
    with SessionFile.open(path) as file, file.transaction() as db:
        db.connection().exec_driver_sql("UPDATE round SET level = 'whispered'")
    with pytest.raises(DamagedError, match="is damaged"):
        view_of(path)
