"""Copies of a session file: made in one piece, without what could be undone, verified, and thinned by age."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.paths import SESSION_SUFFIX
from workshop_app.storage import checking, faults
from workshop_app.storage.atomic import sync_folder

KEEP = 10
"""The newest copies that are kept."""
KEEP_DAYS = 30
"""The days of which the newest copy is kept; of what is older, the newest of each month."""

_PART = ".~{name}.tmp"
_DAY, _MONTH = 8, 6
"""How much of a name tells the day, and the month."""


def existing(folder: Path) -> list[Path]:
    """The backups in a folder, newest first."""
    return sorted(folder.glob(f"*{SESSION_SUFFIX}"), reverse=True) if folder.is_dir() else []


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is written to a file beside its place, and still has to be verified and get its name."""

    part: Path
    target: Path

    def finish(self) -> Path:
        """Verify it and put it in its place; may run in another thread. Raises StorageError, sqlite3.Error or OSError;
        there is no copy then."""
        try:
            _forget_journal(self.part)
            if checking.findings_in(self.part):
                raise faults.damaged(self.part)
            with self.part.open("rb+") as file:
                os.fsync(file.fileno())
            _require_free(self.target)
            os.replace(self.part, self.target)
            sync_folder(self.target.parent)
        finally:
            self.part.unlink(missing_ok=True)
        return self.target


def begin(connection: sqlite3.Connection, target: Path) -> Copy:
    """Write the whole file beside a name that is free. Raises StorageError, sqlite3.Error or OSError.

    The journal stays behind: a copy shows neither what was taken back nor in which order answers came.
    """
    _require_free(target)
    # A file in place of the folder shows in the next step, with the right sentence.
    with suppress(FileExistsError):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = part_of(target)
    part.unlink(missing_ok=True)
    try:
        # SQLite fills an empty file, and leaves its permissions.
        part.touch(mode=0o600)
        connection.execute("VACUUM INTO ?", (str(part),))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Copy(part, target)


def begin_in(connection: sqlite3.Connection, folder: Path, at: datetime) -> Copy:
    """Begin one more backup in the folder of this session, named after the moment."""
    return begin(connection, folder / f"{named(at)}{SESSION_SUFFIX}")


def named(at: datetime) -> str:
    """The name of a backup of this moment, without its suffix; later ones sort behind it."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S%f}"


def finish(copy: Copy) -> Path:
    """Finish a backup; those that are too many go. Raises as `Copy.finish` does."""
    made = copy.finish()
    thin(made.parent, made)
    return made


def thin(folder: Path, made: Path) -> None:
    """Keep the newest, the last of each of the latest days, and the last of each month before; and `made`."""
    newest = existing(folder)
    days = _last_of_each(newest, _DAY)
    # The clock may have been set back: then what was made now is not the newest by name.
    kept = {made, *newest[:KEEP], *days[:KEEP_DAYS], *_last_of_each(days[KEEP_DAYS:], _MONTH)}
    for path in set(newest) - kept:
        path.unlink(missing_ok=True)


def _last_of_each(newest: list[Path], letters: int) -> list[Path]:
    last = {path.name[:letters]: path for path in reversed(newest)}
    return sorted(last.values(), reverse=True)


def part_of(target: Path) -> Path:
    """What a copy is called until it is verified."""
    return target.with_name(_PART.format(name=target.name))


def drop_others(folder: Path, kept: str) -> None:
    """Delete every backup but the one with this name, and unfinished ones: after an erasure they still hold what was
    erased. Raises OSError."""
    for path in (*existing(folder), *folder.glob(_PART.format(name="*"))):
        if path.name != kept:
            path.unlink(missing_ok=True)


def _require_free(target: Path) -> None:
    if target.exists():
        raise FileExistsError(17, "exists", str(target))


def _forget_journal(part: Path) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        for pragma in ("trusted_schema=OFF", "temp_store=MEMORY", "journal_mode=MEMORY", "synchronous=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        if connection.execute("DELETE FROM journal").rowcount:
            connection.execute("DELETE FROM digest WHERE table_name = 'journal'")
            connection.execute("VACUUM")
