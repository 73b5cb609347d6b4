"""What was just written is read back from the file itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.children import run_python
from tests.session_files import make_session
from workshop_app.facilitation import outcomes
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.second_look import SecondLook
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.watch import Row, columns, row_digest

OPEN = """
import sys
from pathlib import Path
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile
try:
    SessionFile.open(Path(sys.argv[1])).close()
    print("opened")
except StorageError as error:
    print(type(error).__name__)
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with SessionFile.open(make_session(tmp_path)) as file:
        yield Desk(file)


@pytest.fixture
def look(desk: Desk) -> Iterator[SecondLook]:
    look = SecondLook(desk.file.path)
    yield look
    desk.file.close()
    look.close()


def decided(desk: Desk) -> tuple[Row, str]:
    """A decision that is in the file, with its digest."""
    made = desk.run(outcomes.decide, "Wij beginnen.")
    with desk.file.reading() as db:
        values = db.execute(f"SELECT {', '.join(columns('decision'))} FROM decision WHERE id = ?", (made,)).fetchone()
    return ("decision", (made,)), row_digest(*values)


def test_it_sees_each_commit(desk: Desk, look: SecondLook) -> None:
    for _ in range(30):
        row, digest = decided(desk)
        assert look.holds({row: digest})
    desk.undo()
    assert look.holds({row: None})


def test_it_sees_what_is_not_there_and_what_is_different(desk: Desk, look: SecondLook) -> None:
    row, digest = decided(desk)
    assert not look.holds({row: digest[::-1]})
    assert not look.holds({row: None})
    assert not look.holds({("decision", ("nobody",)): digest})


def test_it_sees_what_only_the_memory_of_sqlite_has(desk: Desk, look: SecondLook) -> None:
    row, digest = decided(desk)
    path = desk.file.path
    # A disk that put other letters down than it was given.
    path.write_bytes(path.read_bytes().replace(b"Wij beginnen.", b"Wij stoppen.."))
    assert desk.file.path.stat().st_ino
    with desk.file.reading() as db:
        assert db.execute("SELECT text FROM decision").fetchone() == ("Wij beginnen.",)
    assert not look.holds({row: digest})


def test_a_file_that_is_cut_short_holds_nothing(desk: Desk, look: SecondLook) -> None:
    row, digest = decided(desk)
    with desk.file.path.open("rb+") as file:
        file.truncate(4096)
    assert not look.holds({row: digest})


def test_looking_gives_no_lock_away(desk: Desk) -> None:
    desk.run(outcomes.decide, "Wij beginnen.")
    assert run_python(OPEN, desk.file.path) == "BusyError"
