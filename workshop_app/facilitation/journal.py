"""The journal of row images: what undo puts back and redo puts forward, across rounds and restarts."""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from workshop_app.facilitation.below import below
from workshop_app.facilitation.command import RefusedError
from workshop_app.i18n import N_
from workshop_app.model.entities import UNDOABLE
from workshop_app.rounds.catalogue import KINDS
from workshop_app.storage.contents import strange_rows
from workshop_app.storage.watch import Image, RowChange, columns, key_columns, quoted, table_name

_JOURNALED = frozenset(table_name(entity) for entity in UNDOABLE)
_dumped = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Kept = tuple[str, Image | None, Image | None]
"""A table and a row of it before and after; of a row that was changed only what differs, with its key."""

_DAMAGED = N_("What the file keeps of this step is damaged. It cannot be taken back; nothing was changed.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A command that can be undone or done again."""

    number: int
    label: str
    changes: Sequence[Kept]


def record(db: Session, label: str, changes: Iterable[RowChange], anonymous: bool) -> None:
    """Write a command's images; what had been undone before can then no longer be redone."""
    images = [_kept(change) for change in changes if change.table in _JOURNALED and change.before != change.after]
    if not images:
        return
    connection = below(db)
    last = connection.execute("SELECT undone FROM journal ORDER BY number DESC LIMIT 1").fetchone()
    if last == (True,):
        connection.execute("DELETE FROM journal WHERE undone")
    connection.execute(
        "INSERT INTO journal (number, label, undone, anonymous, changes) "
        "SELECT coalesce(max(number), 0) + 1, ?, FALSE, ?, ? FROM journal",
        (label, anonymous, _dumped(images)),
    )


def next_undo(db: Session) -> Entry | None:
    """The command that undo would take back."""
    return _entry(db, "WHERE NOT undone ORDER BY number DESC LIMIT 1")


def next_redo(db: Session) -> Entry | None:
    """The command that redo would do again."""
    return _entry(db, "WHERE undone ORDER BY number LIMIT 1")


def undo(db: Session, entry: Entry) -> None:
    """Put back the rows as they were before a command. Raises RefusedError when they were never like that."""
    _write(db, entry, [(table, after, before) for table, before, after in reversed(entry.changes)], undone=True)


def redo(db: Session, entry: Entry) -> None:
    """Put the rows forward again as they were after a command. Raises RefusedError when they were never like that."""
    _write(db, entry, entry.changes, undone=False)


def clear(db: Session) -> None:
    """Forget everything that could be undone."""
    below(db).execute("DELETE FROM journal")


def forget_order(db: Session) -> None:
    """Forget in which order anonymous answers came: with the last of them, everything before it."""
    below(db).execute("DELETE FROM journal WHERE number <= (SELECT max(number) FROM journal WHERE anonymous)")


def _kept(change: RowChange) -> Kept:
    before, after = change.before, change.after
    if before is None or after is None:
        return change.table, before, after
    kept = {name for name in after if before[name] != after[name]} | set(key_columns(change.table))
    return change.table, {name: before[name] for name in kept}, {name: after[name] for name in kept}


def _entry(db: Session, which: str) -> Entry | None:
    row = below(db).execute(f"SELECT number, label, changes FROM journal {which}").fetchone()
    return Entry(row[0], row[1], _changes(row[2])) if row else None


def _changes(kept: str) -> Sequence[Kept]:
    """What an entry keeps. Raises RefusedError for what is never written: it would become part of a statement."""
    try:
        changes = json.loads(kept)
        if all(_is_kept(*change) for change in changes):
            return [(table, before, after) for table, before, after in changes]
    except (ValueError, TypeError, LookupError, RecursionError):
        pass
    raise RefusedError(_DAMAGED)


def _is_kept(table: str, before: Image | None, after: Image | None) -> bool:
    known = set(columns(table)) if table in _JOURNALED else set()
    images = [image for image in (before, after) if image is not None]
    return bool(images) and all(
        set(key_columns(table)) <= image.keys() <= known
        and all(value is None or isinstance(value, str | int) for value in image.values())
        and (table != "round" or image.get("kind", "open") in KINDS)
        for image in images
    )


def _write(db: Session, entry: Entry, changes: Sequence[Kept], undone: bool) -> None:
    connection = below(db)
    # Rows that refer to each other come back in any order.
    connection.execute("PRAGMA defer_foreign_keys=ON")
    try:
        for table, now, then in changes:
            connection.execute(*_statement(table, now, then))
    except sqlite3.IntegrityError as error:
        raise RefusedError(_DAMAGED) from error
    # Somebody may have written the journal who wants us to write what we would not read.
    if strange_rows(connection, {table for table, *_ in changes}):
        raise RefusedError(_DAMAGED)
    connection.execute("UPDATE journal SET undone = ? WHERE number = ?", (undone, entry.number))


def _statement(table: str, now: Image | None, then: Image | None) -> tuple[str, tuple[object, ...]]:
    keys = key_columns(table)
    same_row = " AND ".join(f'"{key}" = ?' for key in keys)
    if then is None:
        return f'DELETE FROM "{table}" WHERE {same_row}', tuple((now or {})[key] for key in keys)
    if now is None:
        marks = ", ".join("?" * len(then))
        return f'INSERT INTO "{table}" ({quoted(then)}) VALUES ({marks})', tuple(then.values())
    fields = ", ".join(f'"{name}" = ?' for name in then)
    return f'UPDATE "{table}" SET {fields} WHERE {same_row}', (*then.values(), *(then[key] for key in keys))
