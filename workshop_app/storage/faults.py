"""What can go wrong with a file, said in plain sentences."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop_app.errors import WorldError
from workshop_app.i18n import N_
from workshop_app.model.text import single_line
from workshop_app.storage import bounds


class StorageError(WorldError):
    """A session file cannot be read or written; nothing that was saved before is lost."""


class NotASessionError(StorageError):
    """The file is not one of ours."""


class TooNewError(StorageError):
    """The file was made by a later version of the program."""


class BusyError(StorageError):
    """The file is open elsewhere."""


class FullError(StorageError):
    """There is no room on the disk, as far as can be told."""


class MovedError(StorageError):
    """The path does not lead any more to the file that was opened."""


class UnverifiedError(StorageError):
    """What was committed is not in the file when it is read back."""


class DamagedError(StorageError):
    """The file is ours, but what is in it is not what was written."""


_FULL = N_("The disk is full. What was saved before is safe. Make room, then try again.")
_UNWRITABLE = N_(
    "Nothing more can be written on this disk: it is full, or it does not work any more. What was saved before is "
    "safe. Make room or look at the disk, then try again."
)
_READ_ONLY = N_("{name} cannot be written here. What was saved before is safe. Copy it to a folder of your own.")
_BUSY = N_("{name} is already open in another window or on another computer. Close it there first.")
_HELD = N_(
    "{name} is open on another computer: {user} on {host}, since {since}. Close it there first; nothing was changed."
)
_MISSING = N_("{name} is not there any more. Was the stick taken out or the folder renamed?")
_BROKEN = N_("{name} is damaged. Nothing has been changed in it; a copy of what can be read can be salvaged.")
_FOREIGN = N_("{name} is not a session of Samenspraak.")
_MOVED = N_(
    "{name} was moved or replaced while it was open. The last text is still in its field: put the file back, then save."
)
_UNVERIFIED = N_(
    "{name} does not hold what was just written, though the disk said so. The last text is still in its field: save a "
    "copy in another place and go on there."
)
_TAKEN = N_("There is already something called {name}. Choose another name.")
_NO_BACKUP = N_("No backup could be made in {name}. The session itself is saved. Choose another folder for backups.")
_GROWN = N_("{name} is as large as a session can be. What was saved before is safe. Go on in a new session.")
_OTHER = N_("{name} could not be read or written ({reason}). What was saved before is safe.")

_BY_CODE = {
    "SQLITE_FULL": _FULL,
    # Of a quota that is used up SQLite says the same as of a stick that was pulled out.
    "SQLITE_IOERR_WRITE": _UNWRITABLE,
    "SQLITE_TOOBIG": _GROWN,
    "SQLITE_READONLY_DBMOVED": _MOVED,
}
_BY_FAMILY = {
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_CANTOPEN": _READ_ONLY,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOTDIR: _READ_ONLY,
    errno.EISDIR: _READ_ONLY,
    errno.ENOENT: _MISSING,
    errno.ELOOP: _MISSING,
    errno.EEXIST: _TAKEN,
    errno.EAGAIN: _BUSY,
}


_KINDS = {_FULL: FullError, _UNWRITABLE: FullError, _MOVED: MovedError}


def _called(path: Path) -> str:
    # Somebody may have given it two lines, or letters that turn the others around.
    return single_line(path.name or str(path)) or "?"


def moved(path: Path) -> StorageError:
    """The file under this path is no longer the one that was opened."""
    return MovedError(_MOVED, name=_called(path))


def busy(path: Path) -> BusyError:
    """The file is open elsewhere; it is named where, as far as that is known."""
    from workshop_app.storage.holder import holder_of

    held = holder_of(path)
    if held is None or held.is_here:
        return BusyError(_BUSY, name=_called(path))
    since = f"{held.moment.astimezone():%d-%m %H:%M}"
    return BusyError(_HELD, name=_called(path), user=held.user or "?", host=held.host, since=since)


def too_large(path: Path) -> StorageError:
    """More than anybody wrote."""
    return StorageError(N_("{name} is larger than a session can be. It was not opened."), name=_called(path))


def changed(path: Path) -> StorageError:
    """Somebody wrote to a file that was about to be replaced."""
    return StorageError(N_("{name} was changed by somebody at this very moment."), name=_called(path))


def unverified(path: Path) -> StorageError:
    """The file does not hold what was committed."""
    return UnverifiedError(_UNVERIFIED, name=_called(path))


def not_ours(path: Path) -> NotASessionError:
    """Another program's file, or none at all."""
    return NotASessionError(_FOREIGN, name=_called(path))


def damaged(path: Path) -> DamagedError:
    """Ours, but not whole."""
    return DamagedError(_BROKEN, name=_called(path))


def nothing_left(path: Path) -> DamagedError:
    """Nothing can be salvaged."""
    return DamagedError(N_("Nothing of a session can be read in {name}."), name=_called(path))


def too_new(path: Path) -> TooNewError:
    """From a later version."""
    message = N_("{name} was made by a newer version of Samenspraak. Nothing was changed in it.")
    return TooNewError(message, name=_called(path))


def fault(error: Exception, path: Path) -> StorageError:
    """The sentence for an error of SQLite or of the operating system."""
    if isinstance(error, StorageError):
        return error
    # SQLAlchemy wraps what SQLite raises. It is not imported for this: home reads headers before it is loaded.
    original = getattr(error, "orig", None) or error
    if isinstance(original, UnicodeDecodeError):
        return damaged(path)
    if isinstance(original, OSError):
        message = _BY_ERRNO.get(original.errno or 0, _OTHER)
        if message == _BUSY:
            return busy(path)
        kind = _KINDS.get(message, StorageError)
        return kind(message, name=_called(path), reason=original.strerror or type(original).__name__)
    code = getattr(original, "sqlite_errorname", "") or ""
    family = "_".join(code.split("_")[:2])
    if family == "SQLITE_CORRUPT":
        return damaged(path)
    if family == "SQLITE_NOTADB":
        return not_ours(path)
    message = _BY_CODE.get(code) or _BY_FAMILY.get(family) or _OTHER
    if code == "SQLITE_FULL" and shutil.disk_usage(path.parent).free > bounds.CELL_LIMIT:
        # What was written would have fitted on the disk.
        message = _GROWN
    if message == _BUSY:
        return busy(path)
    kind = _KINDS.get(message, StorageError)
    return kind(message, name=_called(path), reason=code or type(original).__name__)


def no_backup(folder: Path, error: Exception) -> StorageError:
    """A backup could not be made there."""
    known = fault(error, folder)
    return known if isinstance(known, FullError) else StorageError(_NO_BACKUP, name=single_line(str(folder)))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the world throws at a file into a StorageError. A broken rule of ours (IntegrityError) comes through,
    it is no news about the file."""
    try:
        yield
    except Exception as error:
        original = getattr(error, "orig", None) or error
        if not isinstance(original, (*BROKEN, OSError)) or isinstance(original, sqlite3.IntegrityError):
            raise
        raise fault(error, path) from error


BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file may throw: the second when SQLite quotes the damage in its message."""
WORLD_ERRORS = (sqlite3.Error, OSError)
"""What the world may throw at a file. SQLAlchemy wraps the first; see `told`."""
