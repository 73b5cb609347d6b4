"""Delivering a session to where people want it: whole, verified, in one step, and never over what somebody changed."""

import os
import sqlite3
from contextlib import suppress
from enum import Enum
from hashlib import sha256
from pathlib import Path

from workshop_app.facilitation.opening import left_alone
from workshop_app.storage import faults
from workshop_app.storage.atomic import sync_folder
from workshop_app.storage.glance import glance
from workshop_app.storage.header import require_ours
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.snapshot import snapshot


class Standing(Enum):
    """What stands where a session is to be delivered."""

    NOTHING = "nothing"
    KNOWN = "known"
    """This session, as it was when it was copied in or delivered last."""
    CHANGED = "changed"
    """This session, but not as we know it: somebody went on in it meanwhile."""
    OTHER = "other"
    """Something else, or the very file that is open."""


def fingerprint(path: Path) -> str:
    """What a file holds, as one short text; '' when it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def standing(file: SessionFile, target: Path, known: str) -> Standing:
    """What stands there now; `known` is its fingerprint when it was seen last, '' for never."""
    if not target.exists():
        return Standing.NOTHING
    if file.path.exists() and target.samefile(file.path):
        # Not read: to close it again would drop the lock that SQLite has on it.
        return Standing.OTHER
    if known and fingerprint(target) == known:
        return Standing.KNOWN
    with file.reading() as connection:
        ours = _workshop_id(connection)
    return Standing.CHANGED if _id_in(target) == ours else Standing.OTHER


def deliver_over(file: SessionFile, target: Path, seen: str) -> None:
    """Put a verified copy in the place of what stands there, if that is still what was `seen`.

    Raises BusyError when somebody has it open, StorageError for anything else; the target is then as it was.
    """
    part = target.with_name(f".~{os.urandom(8).hex()}.samenspraak")
    file.copy_to(part)
    try:
        with faults.told(target), left_alone(target):
            if fingerprint(target) != seen:
                raise faults.changed(target)
            os.replace(part, target)
            sync_folder(target.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _id_in(path: Path) -> str:
    try:
        require_ours(path)
        with snapshot(path) as copy, glance(copy) as connection:
            return _workshop_id(connection)
    except faults.StorageError:
        return ""


def _workshop_id(connection: sqlite3.Connection) -> str:
    return str(connection.execute("SELECT coalesce(max(id), '') FROM workshop").fetchone()[0])
