"""Reading and writing rows below the ORM, in what runs at every answer and every pause in typing."""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import sqlite3
from functools import cache
from typing import Any

from sqlalchemy import Column
from sqlmodel import Session, SQLModel

from workshop_app.facilitation.command import GoneError
from workshop_app.model.columns import Words
from workshop_app.model.values import new_id
from workshop_app.storage.watch import quoted, table_name


def below(db: Session) -> sqlite3.Connection:
    """The connection of the open transaction."""
    connection: sqlite3.Connection = db.info["connection"]
    return connection


def value_of(db: Session, entity: type[SQLModel], row_id: str, column: str) -> str:
    """One text of the row with this id. Raises GoneError."""
    query = f'SELECT "{column}" FROM "{table_name(entity)}" WHERE id = ?'
    row = below(db).execute(query, (row_id,)).fetchone()
    if row is None:
        raise GoneError
    return str(row[0])


def insert(db: Session, entity: type[SQLModel], **values: object) -> str:
    """Write a new row of texts and numbers, with the defaults of what is not given, and return its id."""
    row = {"id": new_id(), **values}
    query, columns = _insertion(entity)
    below(db).execute(query, [_stored(column, row) for column in columns])
    return str(row["id"])


@cache
def _insertion(entity: type[SQLModel]) -> tuple[str, tuple[Column[Any], ...]]:
    columns = tuple(SQLModel.metadata.tables[table_name(entity)].columns)
    names, marks = quoted(column.name for column in columns), ", ".join("?" * len(columns))
    return f'INSERT INTO "{table_name(entity)}" ({names}) VALUES ({marks})', columns


def _stored(column: Column[Any], row: dict[str, object]) -> object:
    if column.name not in row:
        return column.default.arg if column.default else None  # type: ignore[attr-defined]
    value = row[column.name]
    return column.type.fitted(value) if isinstance(column.type, Words) and isinstance(value, str) else value
