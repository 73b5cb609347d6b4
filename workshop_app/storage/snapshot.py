"""A private copy of a session file that may be open elsewhere, to look into without touching the original."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workshop_app.storage import faults

_TRIES = 20


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the pages that an unfinished transaction would change. They belong to the file."""
    return path.with_name(f"{path.name}-journal")


@contextmanager
def snapshot(path: Path) -> Iterator[Path]:
    """A copy under the same name in a folder that only this user can enter; removed afterwards.

    Raises StorageError when the file cannot be read or the copy cannot be written.
    """
    try:
        data, journal = _contents(path)
        folder = tempfile.TemporaryDirectory(prefix="samenspraak-")
    except OSError as error:
        raise faults.fault(error, path) from error
    with folder as name:
        copy = Path(name) / path.name
        try:
            copy.write_bytes(data)
            if journal:
                journal_of(copy).write_bytes(journal)
        except OSError as error:
            raise faults.fault(error, path) from error
        yield copy


def _contents(path: Path) -> tuple[bytes, bytes]:
    # Read until it is the same twice: between commits a file is whole, and a commit takes only milliseconds.
    data = path.read_bytes()
    journal = b""
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):
            journal = journal_of(path.resolve()).read_bytes()
        again = path.read_bytes()
        if again == data:
            break
        data = again
    return data, journal
