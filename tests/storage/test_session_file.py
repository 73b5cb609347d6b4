"""A session file while it is open: locked, whole between commits, and never a ghost."""

import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session

from tests.children import run_python
from tests.session_files import make_session
from workshop_app.facilitation import capturing, outcomes
from workshop_app.facilitation.command import command
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import Language
from workshop_app.model.entities import Decision
from workshop_app.storage import held
from workshop_app.storage.checking import check
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.whereabouts import Kind, Whereabouts

ENGLISH = Language.load("en")

OPEN = """
import sys
from pathlib import Path
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile
try:
    SessionFile.open(Path(sys.argv[1])).close()
    print("opened")
except StorageError as error:
    print(error)
"""
WRITE = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=0.1)
try:
    with db:
        db.execute("DELETE FROM decision")
    print("written")
except sqlite3.OperationalError as error:
    print(error)
"""
COUNT = """
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM decision").fetchone()[0])
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_session(tmp_path)


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with SessionFile.open(path) as file:
        yield Desk(file)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


class TestOpen:
    @pytest.mark.parametrize(
        ("pragma", "value"),
        [
            ("journal_mode", "delete"),
            ("synchronous", 3),
            ("locking_mode", "exclusive"),
            ("secure_delete", 1),
            ("foreign_keys", 1),
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("temp_store", 2),
        ],
    )
    def test_the_pragmas_are_in_force(self, desk: Desk, pragma: str, value: object) -> None:
        with desk.file.reading() as db:
            assert db.execute(f"PRAGMA {pragma}").fetchone() == (value,)

    def test_opening_and_closing_changes_nothing(self, path: Path) -> None:
        before, when = path.read_bytes(), path.stat().st_mtime_ns
        SessionFile.open(path).close()
        assert path.read_bytes() == before
        assert path.stat().st_mtime_ns == when

    def test_nothing_is_left_beside_it_after_closing(self, path: Path) -> None:
        with SessionFile.open(path) as file:
            Desk(file).run(outcomes.decide, "Wij beginnen.")
        assert names(path.parent) == [path.name]

    def test_closing_twice_is_closing(self, path: Path) -> None:
        file = SessionFile.open(path)
        file.close()
        file.close()

    def test_only_its_owner_may_read_it(self, path: Path) -> None:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_nothing_is_created_where_something_stands(self, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(StorageError, match="There is already something called") as caught:
            SessionFile.create(path)
        assert path.name in caught.value.text(ENGLISH)
        assert path.read_bytes() == before

    def test_a_file_in_place_of_the_folder_is_one_sentence(self, path: Path) -> None:
        with pytest.raises(StorageError, match=r"^neu\.samenspraak cannot be written here"):
            SessionFile.create(path / "neu.samenspraak")


class TestLock:
    def test_another_process_is_refused_with_a_sentence(self, path: Path, desk: Desk) -> None:
        assert run_python(OPEN, path) == (
            f"{path.name} is already open in another window or on another computer. Close it there first."
        )
        desk.run(outcomes.decide, "Wij beginnen.")

    def test_another_window_is_refused_too(self, path: Path, desk: Desk) -> None:
        with pytest.raises(StorageError, match="is already open"):
            SessionFile.open(path)
        desk.run(outcomes.decide, "Wij beginnen.")

    def test_any_other_program_is_refused_by_sqlite(self, path: Path, desk: Desk) -> None:
        desk.run(outcomes.decide, "Wij beginnen.")
        assert run_python(WRITE, path) == "database is locked"

    def test_reading_the_file_in_this_process_gives_nothing_away(self, path: Path, desk: Desk) -> None:
        # Closing any handle of a file drops the locks that SQLite holds on it in the same process.
        path.read_bytes()
        check(path)
        assert "is already open" in run_python(OPEN, path)
        desk.run(outcomes.decide, "Wij beginnen.")

    def test_on_a_network_drive_the_lock_of_sqlite_does_it_alone(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(held, "whereabouts", lambda path: Whereabouts(Kind.NETWORK))
        with SessionFile.open(path) as file:
            assert "is already open" in run_python(OPEN, path)
            Desk(file).run(outcomes.decide, "Wij beginnen.")

    def test_it_is_free_after_closing(self, path: Path) -> None:
        SessionFile.open(path).close()
        assert run_python(OPEN, path) == "opened"


@command("failing")
def failing(db: Session) -> None:
    db.add(Decision(text="Niet bewaren", position=1))
    db.flush()
    raise ZeroDivisionError


@command("same id twice")
def same_id_twice(db: Session) -> None:
    for position in (1, 2):
        db.add(Decision(id="same", text="Besluit", position=position))
        db.flush()
        db.expunge_all()


def replaced(path: Path) -> None:
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    copy.replace(path)


def folder_renamed(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


class TestMoved:
    @pytest.mark.parametrize(
        "happens",
        [replaced, Path.unlink, lambda path: path.rename(path.with_name("other")), folder_renamed],
        ids=["replaced", "deleted", "renamed", "folder renamed"],
    )
    def test_the_next_command_says_so_and_writes_nothing(
        self, tmp_path: Path, happens: Callable[[Path], object]
    ) -> None:
        path = make_session(tmp_path / "sessions")
        with SessionFile.open(path) as file:
            desk = Desk(file)
            desk.run(outcomes.decide, "Wij beginnen.")
            view = desk.view
            happens(path)
            for _ in range(2):
                with pytest.raises(StorageError, match="was moved or replaced while it was open"):
                    desk.run(outcomes.decide, "In een spook")
            for refused in (desk.undo, desk.file.scrub):
                with pytest.raises(StorageError, match="was moved or replaced"):
                    refused()
            assert desk.view == view
        assert not [each for each in tmp_path.rglob("*") if each.is_file() and b"spook" in each.read_bytes()]

    def test_a_file_that_is_put_back_goes_on(self, path: Path, desk: Desk) -> None:
        path.rename(path.with_name("other"))
        with pytest.raises(StorageError):
            desk.run(outcomes.decide, "Wij beginnen.")
        path.with_name("other").rename(path)
        desk.run(outcomes.decide, "Wij beginnen.")
        assert [decision.text for decision in desk.view.decisions] == ["Wij beginnen."]

    def test_what_was_moved_can_still_be_copied(self, path: Path, desk: Desk) -> None:
        desk.run(outcomes.decide, "Wij beginnen.")
        path.unlink()
        desk.file.copy_to(path.with_name("saved.samenspraak"))
        with SessionFile.open(path.with_name("saved.samenspraak")) as saved:
            assert Desk(saved).view == desk.view


class TestTransaction:
    def test_a_copy_made_while_it_is_open_is_complete(self, path: Path, desk: Desk, tmp_path: Path) -> None:
        for number in range(1, 6):
            desk.run(outcomes.decide, f"Besluit {number}")
            copy = tmp_path / f"{number}.samenspraak"
            shutil.copyfile(path, copy)
            assert run_python(COUNT, copy) == str(number)
            assert check(copy) == ()

    def test_a_copy_that_began_and_ended_between_two_commits_is_complete(self, desk: Desk, tmp_path: Path) -> None:
        path, commits, ended = desk.file.path, [0], Event()

        def copy_on() -> list[tuple[int, bytes]]:
            whole = []
            while not ended.is_set():
                before = commits[0]
                data = path.read_bytes()
                # Odd while a commit goes on.
                if before % 2 == 0 and commits[0] == before:
                    whole.append((before // 2, data))
            return whole

        with ThreadPoolExecutor(1) as pool:
            copying = pool.submit(copy_on)
            for number in range(1, 121):
                commits[0] += 1
                desk.run(outcomes.decide, f"Besluit {number}")
                commits[0] += 1
                # Whoever copies gets the processor.
                Event().wait(0.001)
            ended.set()
            copies = dict(copying.result())
        assert len(copies) > 20
        copy = tmp_path / "kopie.samenspraak"
        for number, data in list(copies.items())[::5]:
            copy.write_bytes(data)
            assert check(copy) == ()
            with closing(sqlite3.connect(copy)) as db:
                assert db.execute("SELECT count(*) FROM decision").fetchone() == (number,)

    def test_an_exception_leaves_nothing(self, path: Path, desk: Desk) -> None:
        before = path.read_bytes()
        with pytest.raises(ZeroDivisionError):
            desk.run(failing)
        assert path.read_bytes() == before
        desk.run(outcomes.decide, "Wel bewaren")
        assert desk.undo() == "decision"
        assert desk.view.decisions == ()

    def test_a_broken_rule_of_ours_is_no_news_about_the_file(self, desk: Desk) -> None:
        with pytest.raises(IntegrityError):
            desk.run(same_id_twice)

    def test_an_error_does_not_print_what_people_said(self, desk: Desk) -> None:
        with pytest.raises(IntegrityError) as caught, desk.file.transaction() as db:
            db.connection().exec_driver_sql("INSERT INTO decision (id, text) VALUES ('x', ?)", ("Geheim",))
        assert "Geheim" not in str(caught.value)

    def test_what_sqlite_cannot_do_is_a_sentence(self, desk: Desk) -> None:
        with pytest.raises(StorageError, match="could not be read or written"), desk.file.reading() as db:
            db.execute("SELECT * FROM nothing")
        with pytest.raises(StorageError) as caught, desk.file.transaction() as session:
            session.connection().exec_driver_sql("SELECT * FROM nothing")
        assert isinstance(caught.value.__cause__, DBAPIError)

    def test_a_row_that_goes_is_overwritten(self, path: Path, desk: Desk) -> None:
        said = desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", "Verdwijn hier")
        desk.run(capturing.remove_contribution, said)
        with desk.file.transaction() as db:
            db.connection().exec_driver_sql("DELETE FROM journal")
        assert b"Verdwijn" not in path.read_bytes()


def test_a_copy_is_never_written_over_something(path: Path, desk: Desk) -> None:
    taken = path.with_name("taken.samenspraak")
    taken.write_bytes(b"mine")
    with pytest.raises(StorageError, match="already something called taken"):
        desk.file.copy_to(taken)
    assert taken.read_bytes() == b"mine"
    assert not list(path.parent.glob(".~*.tmp"))


def test_any_name_can_be_opened(path: Path) -> None:
    odd = path.with_name("50% ? #1 & é.samenspraak")
    path.rename(odd)
    with SessionFile.open(odd) as file:
        Desk(file).run(outcomes.decide, "Wij beginnen.")
    assert run_python(COUNT, odd) == "1"
