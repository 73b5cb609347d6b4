"""What is left to read in a damaged session file, however little SQLite makes of it."""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from workshop_app.storage import bounds, faults, pages
from workshop_app.storage.faults import BROKEN
from workshop_app.storage.header import journal_of
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.snapshot import snapshot
from workshop_app.storage.watch import WATCHED, columns, columns_there, key_columns, quoted, row_digest

_DIGITS = "0123456789abcdef"
_DEPTH = 3

Rows = dict[str, tuple[object, ...]]
"""Rows by their key."""


@dataclass(frozen=True, slots=True)
class Remains:
    """The columns and the rows of each table, and the digests of the rows that were there."""

    columns: dict[str, tuple[str, ...]]
    tables: dict[str, Rows]
    digests: dict[str, Rows]

    def is_sound(self, table: str, key: str) -> bool:
        """Whether a row is as it was written."""
        return self.digests[table].get(key, ("",))[-1] == row_digest(*self.tables[table][key])

    @property
    def sound(self) -> int:
        """How many rows are as they were written."""
        return sum(self.is_sound(table, key) for table, rows in self.tables.items() for key in rows)


def remains_of(path: Path) -> Remains:
    """Everything that can be read in a file, which stays as it is. Raises StorageError."""
    with snapshot(path) as copy, tempfile.TemporaryDirectory(prefix="samenspraak-") as folder, faults.told(path):
        _take_back(copy)
        fresh = Path(folder) / "fresh"
        SessionFile.create(fresh).close()
        tries = []
        for data in pages.repaired(copy.read_bytes(), fresh.read_bytes()):
            copy.write_bytes(data)
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                listed = _listed(connection)
                tries.append(_read(connection, listed))
            # Its own list of tables is whole: another's would only mislead.
            if len(tries) == 1 and listed.issuperset((*WATCHED, "digest")):
                break
        return max(tries, key=lambda each: each.sound)


def _take_back(copy: Path) -> None:
    """Let SQLite take back what was never committed; what is left of its journal would only stand in the way."""
    with suppress(*BROKEN), closing(sqlite3.connect(copy)) as connection:
        bounds.bound(connection, bounds.CHECK_SECONDS)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    journal_of(copy).unlink(missing_ok=True)


def _listed(connection: sqlite3.Connection) -> set[str]:
    """The tables that SQLite knows of."""
    # It then reads on where the schema or the size of the file is not what it should be.
    for pragma in ("writable_schema=ON", "trusted_schema=OFF", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    bounds.bound(connection, bounds.CHECK_SECONDS)
    connection.text_factory = _plain
    with suppress(*BROKEN):
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return set()


def _read(connection: sqlite3.Connection, listed: set[str]) -> Remains:
    tables: dict[str, Rows] = {table: {} for table in WATCHED}
    digests = dict(tables)
    there = {table: _columns(connection, table) for table in listed.intersection(WATCHED)}
    for table, names in there.items():
        key = " || '/' || ".join(f'"{name}"' for name in key_columns(table))
        query = f'SELECT {key}, {quoted(names)} FROM "{table}"'
        tables[table] = _rows(connection, query, key_columns(table)[0])
        # What is no table may be a view without an end.
        if "digest" in listed:
            query = f"SELECT row_id, sha256 FROM digest WHERE table_name = '{table}'"
            digests[table] = _rows(connection, query, "row_id")
    return Remains(there, tables, digests)


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Those that the file has: of an older one they are fewer. A damaged name stands for the one that we know."""
    known = columns(table)
    with suppress(*BROKEN):
        there = tuple(map(str, columns_there(connection, table)))
        return there if set(there) <= set(known) else known
    return known


def _rows(connection: sqlite3.Connection, query: str, by: str) -> Rows:
    """Read from both ends up to what cannot be read, then within the keys that begin with each digit, and so on while
    that leads to anything."""
    found: Rows = {}
    word = "AND" if "WHERE" in query else "WHERE"

    def read_all(start: str) -> bool:
        span = f'{word} "{by}" >= ? AND "{by}" < ?' if start else ""
        for order in ("ASC", "DESC"):
            with suppress(*BROKEN):
                for key, *row in connection.execute(
                    f'{query} {span} ORDER BY "{by}" {order}', (start, f"{start}g") if start else ()
                ):
                    found[str(key)] = tuple(map(_plain, row))
                    if len(found) > bounds.ROW_LIMIT:
                        return True
                return True
        return False

    def read_within(start: str) -> None:
        broken = [start + digit for digit in _DIGITS if not read_all(start + digit)]
        if len(broken) < len(_DIGITS) and len(start) + 1 < _DEPTH:
            for each in broken:
                read_within(each)

    if not read_all(""):
        read_within("")
    return found


def _plain(value: object) -> object:
    # One wrong bit makes bytes of a text.
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
