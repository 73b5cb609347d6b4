"""What can be read of a damaged session, row by row, in a new file. The damaged one stays as it is."""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import Session, SQLModel

from workshop_app.model.entities import UNDOABLE, UNJOURNALED, Round, Workshop
from workshop_app.model.values import Level
from workshop_app.storage import faults
from workshop_app.storage.contents import may_be_ours
from workshop_app.storage.remains import Remains, remains_of
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.watch import quoted, table_name

_ENTITIES = {table_name(entity): entity for entity in (*UNDOABLE, *UNJOURNALED)}
_KEEP_DAYS = 90
_ANY_KIND = "open"
"""The kind of a round that can hold whatever was said."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows are in the new file, how many of them are not as they were written, and how many are lost."""

    read: int
    doubtful: int
    lost: int


def salvage(path: Path, new: Path, kinds: Collection[str]) -> Salvaged:
    """Read what can be read of a file, and write it to a new one. What could be undone is not among it. A round of none
    of these `kinds` becomes an open one.

    Raises DamagedError when nothing can be read, another StorageError when something stands there already or the
    world is in the way; there is no new file then.
    """
    found = remains_of(path)
    if not any(found.tables[table] for table in ("workshop", "round", "prompt", "contribution")):
        raise faults.nothing_left(path)
    with SessionFile.create(new) as file:
        try:
            with file.transaction() as db:
                return _Writer(db, found, kinds).write(path.stem)
        except BaseException:
            file.close()
            new.unlink(missing_ok=True)
            raise


class _Writer:
    """Writes rows to a new file, those that others refer to first."""

    def __init__(self, db: Session, found: Remains, kinds: Collection[str]) -> None:
        self._db, self._kinds = db, kinds
        self._raw: sqlite3.Connection = db.info["connection"]
        self._found = found
        self._there: dict[str, set[object]] = {table: set() for table in _ENTITIES}
        self._read = self._doubtful = 0

    def write(self, title: str) -> Salvaged:
        """Write everything; `title` is that of a workshop whose own is lost."""
        for table, rows in self._found.tables.items():
            for key, row in rows.items():
                self._put(
                    table, dict(zip(self._found.columns[table], row, strict=True)), self._found.is_sound(table, key)
                )
        if not self._there["workshop"]:
            today = datetime.now(UTC).astimezone().date()
            self._db.add(Workshop(title=title, day=today, keep_until=today + timedelta(days=_KEEP_DAYS)))
            self._db.flush()
        known = {
            (table, key) for rows in (self._found.tables, self._found.digests) for table in rows for key in rows[table]
        }
        return Salvaged(self._read, self._doubtful, len(known) - self._read)

    def _put(self, table: str, row: dict[str, object], sound: bool) -> None:
        whole = dict(row)
        if table == table_name(Round) and row.get("kind") not in self._kinds:
            row["kind"] = _ANY_KIND
        # Even one that is as it was written: not always by us.
        if not may_be_ours(self._raw, table, row) or not self._refers(table, row):
            return
        marks = ", ".join("?" * len(row))
        query = f'INSERT OR IGNORE INTO "{table}" ({quoted(row)}) VALUES ({marks})'
        if self._raw.execute(query, tuple(row.values())).rowcount:
            self._there[table].add(row.get("id"))
            self._read += 1
            self._doubtful += not sound or row != whole

    def _refers(self, table: str, row: dict[str, object]) -> bool:
        """Leave out references to what is lost; whether the row can do without."""
        for column in SQLModel.metadata.tables[table].columns:
            for key in column.foreign_keys:
                target = key.column.table.name
                if row.get(column.name) is None or row[column.name] in self._there[target]:
                    continue
                if column.nullable:
                    row[column.name] = None
                elif target == "round":
                    self._stand_in(row[column.name])
                else:
                    return False
        return True

    def _stand_in(self, round_id: object) -> None:
        """A round in place of one that is lost, so that what was said in it has a place. What is lost may have been
        that it was anonymous."""
        self._db.add(Round(id=str(round_id), kind=_ANY_KIND, title="?", level=Level.ANONYMOUS.value, position=9_999))
        self._db.flush()
        self._there["round"].add(round_id)
