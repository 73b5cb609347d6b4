"""A private copy of a session file that may be open elsewhere, to look into without touching the original."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from workshop_app.storage import faults
from workshop_app.storage.bounds import FILE_LIMIT
from workshop_app.storage.header import journal_of, require_file, require_own_journal

_TRIES = 20
_BLOCK = 1_000_000


@contextmanager
def snapshot(path: Path) -> Iterator[Path]:
    """A copy under the same name in a folder that only this user can enter; removed afterwards.

    Raises StorageError when the file cannot be read or is too large, or the copy cannot be written.
    """
    require_file(path)
    try:
        folder = tempfile.TemporaryDirectory(prefix="samenspraak-")
    except OSError as error:
        raise faults.fault(error, path) from error
    with folder as name:
        copy = Path(name) / path.name
        try:
            _copy_whole(path, copy)
        except OSError as error:
            raise faults.fault(error, path) from error
        yield copy


def _copy_whole(path: Path, copy: Path) -> None:
    """Copy until it is the same twice: between commits a file is whole, and a commit takes only milliseconds."""
    copied = _copied(path, copy)
    for _ in range(_TRIES):
        # One that names another file is left behind: SQLite would delete that file.
        journal_of(copy).unlink(missing_ok=True)
        with suppress(FileNotFoundError, faults.DamagedError):
            require_own_journal(path)
            _copied(journal_of(path.resolve()), journal_of(copy))
        again = _copied(path, None)
        if again == copied:
            return
        copied = _copied(path, copy)


def _copied(source: Path, target: Path | None) -> bytes:
    """Copy a file, or only read it; what was in it, in short. Raises StorageError when it is too large, or OSError."""
    read, digest = 0, hashlib.sha256()
    with source.open("rb") as file, target.open("wb") if target else nullcontext() as out:
        while block := file.read(_BLOCK):
            read += len(block)
            if read > FILE_LIMIT:
                raise faults.too_large(source)
            digest.update(block)
            if out:
                out.write(block)
    return digest.digest()
