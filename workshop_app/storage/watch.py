"""Temporary triggers that see every change below the ORM: they keep the digests and the images of changed rows.

They are made on the connection and leave nothing in the file.
"""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import SQLModel

from workshop_app.model.entities import UNDOABLE, UNJOURNALED

Image = dict[str, object]


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


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(column.name for column in SQLModel.metadata.tables[table].columns)


def key_columns(table: str) -> tuple[str, ...]:
    """The columns of the primary key."""
    return tuple(column.name for column in SQLModel.metadata.tables[table].primary_key)


def row_digest(*values: object) -> str:
    """SHA-256 over the values of a row."""
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def quoted(names: Iterable[str], prefix: str = "") -> str:
    """Column names for a statement."""
    return ", ".join(f'{prefix}"{name}"' for name in names)


def row_key(table: str, prefix: str = "") -> str:
    """The SQL expression of a row's key as one text."""
    return " || '/' || ".join(f'{prefix}"{name}"' for name in key_columns(table))


def _image(table: str, prefix: str) -> str:
    pairs = ", ".join(f"'{name}', {prefix}\"{name}\"" for name in columns(table))
    return f"json_object({pairs})"


def _triggers(table: str) -> tuple[str, ...]:
    digest = f"row_digest({quoted(columns(table), 'NEW.')})"
    keep_digest = (
        f"INSERT INTO digest VALUES ('{table}', {row_key(table, 'NEW.')}, {digest}) "
        "ON CONFLICT DO UPDATE SET sha256 = excluded.sha256;"
    )
    drop_digest = f"DELETE FROM digest WHERE table_name = '{table}' AND row_id = {row_key(table, 'OLD.')};"

    def note(before: str, after: str) -> str:
        return f"INSERT INTO row_change (table_name, before, after) VALUES ('{table}', {before}, {after});"

    old, new = _image(table, "OLD."), _image(table, "NEW.")
    head = f'CREATE TEMP TRIGGER watch_{table}_{{}} AFTER {{}} ON main."{table}" BEGIN '
    return (
        head.format("insert", "INSERT") + keep_digest + note("NULL", new) + " END",
        head.format("update", "UPDATE") + keep_digest + note(old, new) + " END",
        head.format("delete", "DELETE") + drop_digest + note(old, "NULL") + " END",
    )


def watch(connection: sqlite3.Connection) -> None:
    """Set up the triggers on a connection. Keys of rows never change, so an update keeps its digest's place."""
    connection.create_function("row_digest", -1, row_digest, deterministic=True)
    connection.execute(
        "CREATE TEMP TABLE row_change (step INTEGER PRIMARY KEY, table_name TEXT, before TEXT, after TEXT)"
    )
    for table in WATCHED:
        for statement in _triggers(table):
            connection.execute(statement)


def taken(connection: sqlite3.Connection) -> tuple[RowChange, ...]:
    """The changes since the last call, in order, and forget them."""
    rows = connection.execute("SELECT table_name, before, after FROM row_change ORDER BY step").fetchall()
    connection.execute("DELETE FROM row_change")
    return tuple(
        RowChange(table, json.loads(before) if before else None, json.loads(after) if after else None)
        for table, before, after in rows
    )


def wrong_digests(connection: sqlite3.Connection) -> int:
    """How many rows are not what was written: changed, added or missing behind the program's back."""
    connection.create_function("row_digest", -1, row_digest, deterministic=True)
    found = 0
    for table in WATCHED:
        found += connection.execute(
            f"SELECT count(*) FROM \"{table}\" AS t LEFT JOIN digest AS d ON d.table_name = '{table}' "
            f"AND d.row_id = {row_key(table, 't.')} "
            f"WHERE d.sha256 IS NULL OR d.sha256 <> row_digest({quoted(columns(table), 't.')})"
        ).fetchone()[0]
        found += connection.execute(
            f"SELECT count(*) FROM digest AS d WHERE d.table_name = '{table}' "
            f'AND NOT EXISTS (SELECT 1 FROM "{table}" AS t WHERE {row_key(table, "t.")} = d.row_id)'
        ).fetchone()[0]
    return found
