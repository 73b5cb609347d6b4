"""Do the rows hold what this program writes? A file made by hand may hold anything, with the right digests."""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import sqlite3
from base64 import b64decode
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, String, Time, TypeDecorator
from sqlmodel import SQLModel

from workshop_app.model.entities import CHOICES, range_of
from workshop_app.storage import picture_head
from workshop_app.storage.watch import DIGESTED, columns_there

_PICTURES = f"SELECT media_type, width, height, substr(data, 1, {picture_head.LENGTH // 3 * 4}) FROM picture"
_CLOCK = "[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]"
_MOMENT = f"????-??-?? {_CLOCK}"
"""As SQLAlchemy writes them."""


def strange_rows(connection: sqlite3.Connection, tables: Iterable[str] = DIGESTED) -> int:
    """How many rows hold a value of another type, a longer text or a larger number than can have been written, or a
    picture that is not what it says."""
    there = {table: tuple(columns_there(connection, table)) for table in tables}
    queries = (_query(table, columns) for table, columns in there.items() if columns)
    strange = sum(int(connection.execute(query).fetchone()[0]) for query in queries)
    if strange or not there.get("picture"):
        return strange
    return sum(not is_picture(*row) for row in connection.execute(_PICTURES))


def may_be_ours(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> bool:
    """Whether a row of these columns can have been written; `strange_rows` counts it when it cannot."""
    known = SQLModel.metadata.tables[table].columns
    condition = " AND ".join(_condition(table, known[name]) for name in row)
    values = ", ".join(f'? AS "{name}"' for name in row)
    fits = connection.execute(f"SELECT {condition} FROM (SELECT {values})", tuple(row.values())).fetchone() == (1,)
    return fits and (table != "picture" or is_picture(*map(row.get, ("media_type", "width", "height", "data"))))


def is_picture(media_type: object, width: object, height: object, data: object) -> bool:
    """Whether these are the kind and size of the picture that begins with this base64."""
    try:
        head = b64decode(str(data)[: picture_head.LENGTH // 3 * 4], validate=True)
        return picture_head.size_of(head) == (media_type, width, height)
    except ValueError:
        return False


@cache
def _query(table: str, there: Collection[str]) -> str:
    conditions = (
        _condition(table, column) for column in SQLModel.metadata.tables[table].columns if column.name in there
    )
    return f'SELECT count(*) FROM "{table}" WHERE NOT ({" AND ".join(conditions)})'


def _condition(table: str, column: Column[Any]) -> str:
    """SQL that is true, never NULL, where the value of a column can have been written."""
    condition = f"({_expected(table, column)}) IS TRUE"
    return f'("{column.name}" IS NULL OR {condition})' if column.nullable else condition


def _expected(table: str, column: Column[Any]) -> str:
    name = f'"{column.name}"'
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    words = CHOICES.get((table, column.name))
    if words:
        return f"{name} IN ({', '.join(repr(each.value) for each in words)})"
    match kind:
        case Boolean():
            return f"{name} IN (0, 1)"
        case Integer():
            low, high = range_of(table, column.name)
            return f"typeof({name}) = 'integer' AND {name} BETWEEN {low} AND {high}"
        case Date():
            return f"typeof({name}) = 'text' AND date({name}, '+0 days') = {name} AND {name} >= '0001'"
        case DateTime():
            day = f"datetime({name}, '+0 days') = substr({name}, 1, 19) AND {name} >= '0001'"
            return f"typeof({name}) = 'text' AND {name} GLOB '{_MOMENT}' AND {day}"
        case Time():
            return (
                f"typeof({name}) = 'text' AND {name} GLOB '{_CLOCK}' AND time({name}, '+0 days') = substr({name}, 1, 8)"
            )
        case String() if kind.length:
            return f"typeof({name}) = 'text' AND length({name}) <= {kind.length}"
    return f"typeof({name}) = 'text'"
