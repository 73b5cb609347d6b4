"""The journal of row images: what undo puts back and redo puts forward, across rounds and restarts."""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import json
from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, delete, select, text

from workshop_app.model.entities import UNDOABLE, JournalEntry, JournalRow
from workshop_app.storage.watch import Image, RowChange, key_columns, quoted, table_name

_JOURNALED = frozenset(table_name(entity) for entity in UNDOABLE)


def record(db: Session, label: str, changes: Sequence[RowChange]) -> None:
    """Write a command's images; what had been undone before can then no longer be redone."""
    images = [change for change in changes if change.table in _JOURNALED]
    if not images:
        return
    _forget_undone(db)
    number = (db.exec(select(func.max(JournalEntry.number))).one() or 0) + 1
    db.add(JournalEntry(number=number, label=label))
    db.flush()
    db.add_all(
        JournalRow(
            number=number, step=step, table_name=image.table, before=_dumped(image.before), after=_dumped(image.after)
        )
        for step, image in enumerate(images)
    )


def _forget_undone(db: Session) -> None:
    if next_redo(db) is not None:
        db.exec(delete(JournalEntry).where(col(JournalEntry.undone)))


def next_undo(db: Session) -> JournalEntry | None:
    """The command that undo would take back."""
    query = select(JournalEntry).where(~col(JournalEntry.undone)).order_by(col(JournalEntry.number).desc())
    return db.exec(query.limit(1)).first()


def next_redo(db: Session) -> JournalEntry | None:
    """The command that redo would do again."""
    query = select(JournalEntry).where(col(JournalEntry.undone)).order_by(col(JournalEntry.number))
    return db.exec(query.limit(1)).first()


def undo(db: Session, entry: JournalEntry) -> None:
    """Put back the rows as they were before a command."""
    _write(db, [(row.table_name, row.after, row.before) for row in reversed(_rows(db, entry))])
    entry.undone = True


def redo(db: Session, entry: JournalEntry) -> None:
    """Put the rows forward again as they were after a command."""
    _write(db, [(row.table_name, row.before, row.after) for row in _rows(db, entry)])
    entry.undone = False


def clear(db: Session) -> None:
    """Forget everything that could be undone."""
    db.exec(delete(JournalRow))
    db.exec(delete(JournalEntry))


def _rows(db: Session, entry: JournalEntry) -> Sequence[JournalRow]:
    query = select(JournalRow).where(JournalRow.number == entry.number).order_by(col(JournalRow.step))
    return db.exec(query).all()


def _dumped(image: Image | None) -> str:
    return "" if image is None else json.dumps(image, ensure_ascii=False)


def _write(db: Session, images: Sequence[tuple[str, str, str]]) -> None:
    connection = db.connection()
    # Rows that refer to each other come back in any order.
    connection.execute(text("PRAGMA defer_foreign_keys=ON"))
    for table, now, then in images:
        connection.exec_driver_sql(*_statement(table, now, then))


def _statement(table: str, now: str, then: str) -> tuple[str, tuple[object, ...]]:
    keys = key_columns(table)
    same_row = " AND ".join(f'"{key}" = ?' for key in keys)
    if not then:
        row: Image = json.loads(now)
        return f'DELETE FROM "{table}" WHERE {same_row}', tuple(row[key] for key in keys)
    row = json.loads(then)
    if now:
        fields = ", ".join(f'"{name}" = ?' for name in row)
        values = (*row.values(), *(row[key] for key in keys))
        return f'UPDATE "{table}" SET {fields} WHERE {same_row}', values
    marks = ", ".join("?" * len(row))
    return f'INSERT INTO "{table}" ({quoted(row)}) VALUES ({marks})', tuple(row.values())
