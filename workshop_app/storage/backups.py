"""Copies of a session file: made in one piece, verified by reading them back, thinned by age."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.storage import checking, faults
from workshop_app.storage.names import SUFFIX

KEEP = 10


def existing(folder: Path) -> list[Path]:
    """The backups in a folder, newest first."""
    return sorted(folder.glob(f"*{SUFFIX}"), reverse=True) if folder.is_dir() else []


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Write the whole file to target and verify it. Raises StorageError, sqlite3.Error or OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".~{target.name}.tmp")
    part.unlink(missing_ok=True)
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
        if checking.check(part):
            raise faults.damaged(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def make(connection: sqlite3.Connection, folder: Path) -> Path:
    """One more backup, named after the moment; the oldest beyond KEEP go."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    target = folder / f"{stamp}{SUFFIX}"
    copy(connection, target)
    for old in existing(folder)[KEEP:]:
        old.unlink(missing_ok=True)
    return target


def drop_others(folder: Path, kept: Path) -> None:
    """Delete every backup but one: after an erasure the older ones still hold what was erased."""
    for path in existing(folder):
        if path != kept:
            path.unlink(missing_ok=True)
