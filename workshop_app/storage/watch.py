"""Temporary triggers that see every change below the ORM: they keep the digests and the images of changed rows, and
note what has to be in the file after COMMIT.

They are made on the connection and leave nothing in the file.
"""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlmodel import SQLModel

from workshop_app.model.entities import UNDOABLE, UNJOURNALED, JournalEntry

Image = dict[str, object]
Row = tuple[str, tuple[object, ...]]
"""A table, and the primary key of one of its rows."""
Written = dict[Row, str | None]
"""The digests of the rows that were written; None for one that is gone."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after; None where it was not there."""

    table: str
    before: Image | None
    after: Image | None

    @property
    def row(self) -> Image:
        """The row, whichever image there is."""
        return self.after or self.before or {}


def table_name(entity: type[SQLModel]) -> str:
    """The table of an entity."""
    return str(entity.__tablename__)


WATCHED: tuple[str, ...] = tuple(table_name(entity) for entity in (*UNDOABLE, *UNJOURNALED))
"""The tables whose changes are told."""
DIGESTED: tuple[str, ...] = (*WATCHED, table_name(JournalEntry))
"""The tables whose rows have a digest."""


def _in_short(value: object) -> str:
    """What is no text and no number is nothing of ours, and may be long."""
    return hashlib.sha256(bytes(value)).hexdigest() if isinstance(value, bytes) else repr(value)


_encoded = json.JSONEncoder(ensure_ascii=False, default=_in_short).encode


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(column.name for column in SQLModel.metadata.tables[table].columns)


def key_columns(table: str) -> tuple[str, ...]:
    """The columns of the primary key."""
    return tuple(column.name for column in SQLModel.metadata.tables[table].primary_key)


def row_digest(*values: object) -> str:
    """SHA-256 over the values of a row."""
    return hashlib.sha256(_encoded(values).encode("utf-8", "surrogatepass")).hexdigest()


def quoted(names: Iterable[str], prefix: str = "") -> str:
    """Column names for a statement."""
    return ", ".join(f'{prefix}"{name}"' for name in names)


def row_key(table: str, prefix: str = "") -> str:
    """The SQL expression of a row's key as one text."""
    return " || '/' || ".join(f"{prefix}\"{name}\" || ''" for name in key_columns(table))


def _image(table: str, prefix: str) -> str:
    pairs = ", ".join(f"'{name}', {prefix}\"{name}\"" for name in columns(table))
    return f"json_object({pairs})"


def _triggers(table: str) -> tuple[str, ...]:
    digest = f"digest_written('{table}', {quoted(columns(table), 'NEW.')})"
    keep_digest = (
        f"INSERT INTO digest VALUES ('{table}', {row_key(table, 'NEW.')}, {digest}) "
        "ON CONFLICT DO UPDATE SET sha256 = excluded.sha256;"
    )
    drop_digest = (
        f"DELETE FROM digest WHERE table_name = '{table}' AND row_id = {row_key(table, 'OLD.')}; "
        f"SELECT row_gone('{table}', {quoted(key_columns(table), 'OLD.')});"
    )

    def note(before: str, after: str) -> str:
        if table not in WATCHED:
            return ""
        return f"INSERT INTO row_change (table_name, before, after) VALUES ('{table}', {before}, {after});"

    old, new = _image(table, "OLD."), _image(table, "NEW.")
    head = f'CREATE TEMP TRIGGER watch_{table}_{{}} AFTER {{}} ON main."{table}" BEGIN '
    return (
        head.format("insert", "INSERT") + keep_digest + note("NULL", new) + " END",
        head.format("update", "UPDATE") + keep_digest + note(old, new) + " END",
        head.format("delete", "DELETE") + drop_digest + note(old, "NULL") + " END",
    )


def watch(connection: sqlite3.Connection) -> Written:
    """Set up the triggers on a connection. Keys of rows never change, so an update keeps its digest's place.

    What is returned fills with every row that is written from now on, until the caller empties it.
    """
    written: Written = {}
    connection.create_function("digest_written", -1, _noting(written))
    connection.create_function("row_gone", -1, lambda table, *key: written.update({(table, key): None}))
    connection.execute(
        "CREATE TEMP TABLE row_change (step INTEGER PRIMARY KEY, table_name TEXT, before TEXT, after TEXT)"
    )
    for table in DIGESTED:
        for statement in _triggers(table):
            connection.execute(statement)
    return written


def _noting(written: Written) -> Callable[..., str]:
    places = {table: [columns(table).index(name) for name in key_columns(table)] for table in DIGESTED}

    def note(table: str, *values: object) -> str:
        digest = written[table, tuple(values[place] for place in places[table])] = row_digest(*values)
        return digest

    return note


def _know_digest(connection: sqlite3.Connection) -> None:
    connection.create_function("row_digest", -1, row_digest, deterministic=True)


def taken(connection: sqlite3.Connection) -> tuple[RowChange, ...]:
    """The changes since the last call, in order, and forget them."""
    rows = connection.execute("SELECT table_name, before, after FROM row_change ORDER BY step").fetchall()
    if rows:
        connection.execute("DELETE FROM row_change")
    return tuple(
        RowChange(table, json.loads(before) if before else None, json.loads(after) if after else None)
        for table, before, after in rows
    )


def renew_digests(connection: sqlite3.Connection) -> None:
    """Make the digests of all rows again, as after a step to a newer schema."""
    _know_digest(connection)
    connection.execute("DELETE FROM digest")
    for table in DIGESTED:
        digest = f"row_digest({quoted(columns_there(connection, table))})"
        connection.execute(f"INSERT INTO digest SELECT '{table}', {row_key(table)}, {digest} FROM \"{table}\"")


def columns_there(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns that a table of this file has: those of its version. What came later stands last."""
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def wrong_digests(connection: sqlite3.Connection) -> int:
    """How many rows are not what was written: changed, added or missing behind the program's back."""
    # A damaged text may not be UTF-8 any more; an error would stop here, and print it.
    usual, connection.text_factory = connection.text_factory, _decoded
    try:
        kept = {(table, key): digest for table, key, digest in connection.execute("SELECT * FROM digest")}
        wrong = 0
        for table in DIGESTED:
            there = columns_there(connection, table)
            if not there:
                continue
            rows = connection.execute(f'SELECT {row_key(table)}, {quoted(there)} FROM "{table}"')
            wrong += sum(kept.pop((table, key), "") != row_digest(*values) for key, *values in rows)
        return wrong + len(kept)
    finally:
        connection.text_factory = usual


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")
