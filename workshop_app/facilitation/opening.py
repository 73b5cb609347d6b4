"""Making, opening and erasing session files. A file from elsewhere is copied in before it is opened."""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from workshop_app.facilitation import limits
from workshop_app.facilitation.follow_up import Previous, take_over
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.facilitation.people import add_participants
from workshop_app.facilitation.preparing import Head, create
from workshop_app.i18n import Language
from workshop_app.paths import SESSION_SUFFIX
from workshop_app.rounds.template import Template
from workshop_app.storage import faults, holder
from workshop_app.storage.atomic import write_atomic
from workshop_app.storage.header import journal_of, require_ours, require_own_journal
from workshop_app.storage.names import safe_file_name
from workshop_app.storage.reserve import Reserve
from workshop_app.storage.session_file import SessionFile

# What SQLite leaves beside a file when the power goes in the middle of a transaction. The file needs it to be whole.
_JOURNAL = "-journal"


def new_session(
    template: Template,
    head: Head,
    folder: Path,
    language: Language,
    people: Sequence[ParticipantLine] = (),
    previous: Previous | None = None,
) -> Path:
    """Make a prepared session in a folder, under a name of day and title that is still free, and return its path.

    Raises RefusedError (no title, a text too long) or StorageError; there is no file then.
    """
    path = free_path(folder / safe_file_name(f"{head.day} {head.title}", SESSION_SUFFIX))
    create_file(path, template, head, language, people, previous)
    return path


def create_file(
    path: Path,
    template: Template,
    head: Head,
    language: Language,
    people: Sequence[ParticipantLine] = (),
    previous: Previous | None = None,
) -> None:
    """Make a prepared session under this path. `language` is the workshop's. Raises as `new_session` does."""
    with SessionFile.create(path) as file:
        try:
            with file.transaction() as db:
                create.function(db, template, head, language)
                add_participants.function(db, people)
                if previous:
                    take_over.function(db, previous)
                limits.hold(file.changes())
        except Exception:
            file.close()
            path.unlink(missing_ok=True)
            raise


def open_session(path: Path, folder: Path, backups: Path) -> SessionFile:
    """Open a session of this folder; one from elsewhere (a stick, a share, the mail) is copied in and left as it is.

    Raises StorageError; nothing was changed or copied then.
    """
    _sweep(folder)
    if path.parent.resolve() == folder.resolve():
        return SessionFile.open(path, backup_folder(backups, path))
    copy = _copied_in(path, folder)
    try:
        return SessionFile.open(copy, backup_folder(backups, copy))
    except faults.StorageError:
        _remove(copy)
        raise


def erase_session(path: Path, backups: Path) -> None:
    """Erase a session file for good, with its backups. Raises StorageError, when it is open elsewhere too."""
    require_closed(path)
    erase_backups(path, backups)
    erase_file(path)


def erase_backups(path: Path, backups: Path) -> None:
    """Erase the backups of a session file for good. Raises StorageError."""
    with faults.told(path):
        if backup_folder(backups, path).exists():
            shutil.rmtree(backup_folder(backups, path))


def erase_file(path: Path) -> None:
    """Erase a session file for good, with what a crash may have left beside it. Raises StorageError."""
    with faults.told(path):
        _remove(path)


def require_closed(path: Path) -> None:
    """Raises StorageError when a session file is open, here or elsewhere."""
    with faults.told(path):
        _require_closed(path)


def backup_folder(backups: Path, path: Path) -> Path:
    """Where the backups of a session file are kept."""
    return backups / path.stem


def free_path(path: Path) -> Path:
    """The path itself, or with the first number behind its name that is still free."""
    names = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return path if not path.exists() else next(name for name in names if not name.exists())


def _copied_in(path: Path, folder: Path) -> Path:
    require_ours(path)
    target = free_path(folder / f"{path.stem}{SESSION_SUFFIX}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with left_alone(path):
            for suffix in (_JOURNAL, ""):
                source = path.with_name(f"{path.name}{suffix}")
                if source.exists():
                    os.chmod(write_atomic(target.with_name(f"{target.name}{suffix}"), source.read_bytes()), 0o600)
    except faults.WORLD_ERRORS as error:
        with suppress(OSError):
            _remove(target)
        raise faults.fault(error, path) from error
    return target


@contextmanager
def left_alone(path: Path) -> Iterator[None]:
    """Let nobody write to a file meanwhile. Raises sqlite3.OperationalError when somebody has it open."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=0.5)) as db:
        try:
            db.execute("BEGIN")
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except faults.BROKEN as error:
            # Left in the middle of a transaction, or damaged: nobody writes to it, and opening the copy tells.
            if _is_locked(error):
                raise
        yield


def _require_closed(path: Path) -> None:
    try:
        require_own_journal(path)
    except faults.DamagedError:
        # Opening the file would delete what that journal names.
        journal_of(path.resolve()).unlink()
    if not path.exists():
        # Moved away; SQLite would make a new one.
        return
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0.5)) as db:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except faults.BROKEN as error:
            if _is_locked(error):
                raise


def _is_locked(error: Exception) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _sweep(folder: Path) -> None:
    """Clear away what a crash left beside sessions that are no longer in this folder."""
    with suppress(OSError):
        for left in folder.glob(f".~*{SESSION_SUFFIX}.*"):
            session = folder / left.stem.removeprefix(".~")
            if left.suffix in (".open", ".reserve") and not session.exists():
                left.unlink()


def _remove(path: Path) -> None:
    # What a crash may have left beside it.
    holder.forget(path)
    Reserve(path).drop()
    for each in (path.with_name(f"{path.name}{_JOURNAL}"), path):
        each.unlink(missing_ok=True)
