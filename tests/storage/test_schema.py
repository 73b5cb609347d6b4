"""The steps of the schema give exactly what the entities say, and an interrupted one leaves the file as it was."""

import gzip
import sqlite3
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import PoolProxiedConnection, create_engine, inspect
from sqlmodel import SQLModel

from tests.session_files import make_session
from workshop_app.facilitation.desk import Desk
from workshop_app.model import entities
from workshop_app.storage import header, schema
from workshop_app.storage.checking import check
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile

FILES = Path(__file__).parent / "files"


def references(connection: PoolProxiedConnection, table: str) -> list[tuple[object, ...]]:
    """The foreign keys of a table: from, to, and what happens. The inspector overlooks some of it in added columns."""
    cursor = connection.cursor()
    cursor.execute(f'SELECT "from", "table", "to", on_delete, on_update FROM pragma_foreign_key_list(\'{table}\')')
    return sorted(cursor.fetchall())


def described(address: str, make: Callable[[sqlite3.Connection], None]) -> dict[str, object]:
    """All that SQLAlchemy sees of the tables that something makes."""
    engine = create_engine(address)
    connection = engine.raw_connection()
    make(connection.driver_connection)  # type: ignore[arg-type]
    seen = inspect(engine)
    found: dict[str, object] = {
        name: (
            [{**column, "type": str(column["type"])} for column in seen.get_columns(name)],
            seen.get_pk_constraint(name),
            references(connection, name),
            sorted(map(str, seen.get_indexes(name))),
            sorted(map(str, seen.get_unique_constraints(name))),
            seen.get_table_options(name),
        )
        for name in seen.get_table_names()
    }
    connection.close()
    engine.dispose()
    return found


def test_the_steps_give_what_the_entities_say() -> None:
    def take_steps(connection: sqlite3.Connection) -> None:
        for step in schema.STEPS:
            step(connection)

    def create_all(connection: sqlite3.Connection) -> None:
        engine = create_engine("sqlite://", creator=lambda: connection)
        SQLModel.metadata.create_all(engine)

    made, said = described("sqlite://", take_steps), described("sqlite://", create_all)
    assert made.keys() == said.keys()
    for table, description in made.items():
        assert description == said[table], table


def test_every_table_but_the_journal_hides_the_order_of_arrival() -> None:
    connection = sqlite3.connect(":memory:")
    for step in schema.STEPS:
        step(connection)
    with_rowid = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT wr").fetchall()
    connection.close()
    assert {name for (name,) in with_rowid} == {"journal", "sqlite_schema"}


def test_every_table_is_undoable_or_not_or_our_own_bookkeeping() -> None:
    named = {str(entity.__tablename__) for entity in (*entities.UNDOABLE, *entities.UNJOURNALED)}
    assert set(SQLModel.metadata.tables) == named | {"journal", "digest"}


def test_the_columns_with_a_few_words_are_there() -> None:
    assert all(column in SQLModel.metadata.tables[table].columns for table, column in entities.CHOICES)


LATER = schema.VERSION + 1


def next_step(connection: sqlite3.Connection) -> None:
    """A step as a later version may have it."""
    connection.execute("ALTER TABLE organisation ADD COLUMN region VARCHAR(200) NOT NULL DEFAULT ''")
    connection.execute("UPDATE organisation SET name = upper(name)")


def failing(connection: sqlite3.Connection) -> None:
    next_step(connection)
    raise sqlite3.OperationalError("database or disk is full")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_session(tmp_path / "sessions")


def a_later_program(monkeypatch: pytest.MonkeyPatch, step: Callable[[sqlite3.Connection], None]) -> None:
    schema._expected.cache_clear()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))
    monkeypatch.setattr(schema, "VERSION", LATER)
    monkeypatch.setattr(header, "VERSION", LATER)


@pytest.fixture(autouse=True)
def _forget_later_schemas() -> None:
    schema._expected.cache_clear()


class TestOlderFile:
    def test_it_is_backed_up_and_brought_up_to_date(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older = path.read_bytes()
        a_later_program(monkeypatch, next_step)
        with SessionFile.open(path, tmp_path / "backups") as file:
            assert [each.name for each in Desk(file).view.organisations] == ["LINDEVOORT", "HEIDEBEEK", "MERENWIJK"]
        assert header.require_ours(path) == LATER
        # The digests were made again.
        assert check(path) == ()
        (backup,) = (tmp_path / "backups").iterdir()
        assert header.require_ours(backup) == LATER - 1
        assert path.read_bytes() != older

    def test_an_interrupted_step_leaves_it_as_it_was(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older = path.read_bytes()
        with monkeypatch.context() as later:
            a_later_program(later, failing)
            with pytest.raises(StorageError):
                SessionFile.open(path, tmp_path / "backups")
        assert path.read_bytes() == older
        assert [each.name for each in path.parent.iterdir()] == [path.name]
        SessionFile.open(path).close()

    def test_without_a_backup_it_stays_as_it_is(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older = path.read_bytes()
        (tmp_path / "backups").write_text("a file in place of the folder")
        a_later_program(monkeypatch, next_step)
        with pytest.raises(StorageError, match="No backup could be made"):
            SessionFile.open(path, tmp_path / "backups")
        assert path.read_bytes() == older

    def test_it_can_be_checked_as_it_is(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        a_later_program(monkeypatch, next_step)
        assert check(path) == ()


@pytest.mark.parametrize("version", range(1, schema.VERSION))
class TestShippedVersion:
    @pytest.fixture
    def shipped(self, version: int, tmp_path: Path) -> Path:
        path = tmp_path / "sessions" / f"versie {version}.samenspraak"
        path.parent.mkdir()
        path.write_bytes(gzip.decompress((FILES / f"version-{version}.samenspraak.gz").read_bytes()))
        return path

    def test_its_file_is_sound_as_it_is(self, shipped: Path) -> None:
        assert check(shipped) == ()

    def test_its_file_opens_with_all_that_was_said(self, shipped: Path, tmp_path: Path) -> None:
        said = sqlite3.connect(shipped)
        texts = {text for (text,) in said.execute("SELECT text FROM contribution")}
        said.close()
        with SessionFile.open(shipped, tmp_path / "backups") as file:
            view = Desk(file).view
            assert {each.text for known in view.rounds for each in known.contributions} == texts
            assert len(view.participants) == 24
        assert header.require_ours(shipped) == schema.VERSION
        assert check(shipped) == ()

    def interrupt(self, shipped: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
        """Let every so many-th statement of opening fail, one at a time, until it gets through."""
        older = shipped.read_bytes()
        for number in count(1, step):
            shipped.write_bytes(older)
            with monkeypatch.context() as patched:
                patched.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=failing_at(number)))
                try:
                    SessionFile.open(shipped).close()
                    return
                except StorageError:
                    pass
            assert shipped.read_bytes() == older or header.require_ours(shipped) == schema.VERSION
            SessionFile.open(shipped).close()
            assert header.require_ours(shipped) == schema.VERSION
            assert check(shipped) == ()
            assert [each.name for each in shipped.parent.iterdir()] == [shipped.name]

    def test_an_error_in_the_middle_leaves_the_old_or_the_new(
        self, shipped: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.interrupt(shipped, monkeypatch, 37)

    @pytest.mark.slow
    @pytest.mark.timeout(600)
    def test_an_error_in_any_statement_leaves_the_old_or_the_new(
        self, shipped: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.interrupt(shipped, monkeypatch, 1)


def failing_at(number: int) -> type[sqlite3.Connection]:
    """A connection of which, of all that are made, this statement fails."""
    numbers = count(1)

    class Failing(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            if next(numbers) == number:
                raise sqlite3.OperationalError("disk I/O error")
            return super().execute(*arguments)

    return Failing


def test_a_rebuilt_file_has_its_tables_where_a_fresh_one_has(tmp_path: Path) -> None:
    # Salvage counts on it.
    path = tmp_path / "leeg.samenspraak"
    SessionFile.create(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    roots = "SELECT name, rootpage FROM sqlite_master ORDER BY name"
    fresh = connection.execute(roots).fetchall()
    connection.execute("VACUUM")
    assert connection.execute(roots).fetchall() == fresh
    connection.close()
