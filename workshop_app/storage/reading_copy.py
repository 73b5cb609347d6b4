"""Reading a session without opening it: also while it is open elsewhere, in a folder that cannot be written, or of an
older version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop_app.storage.header import require_ours
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.snapshot import snapshot


@contextmanager
def opened_copy(path: Path) -> Iterator[SessionFile]:
    """A private copy, checked and brought up to date; what is changed in it is gone afterwards.

    Raises NotASessionError, TooNewError, DamagedError or another StorageError.
    """
    require_ours(path)
    with snapshot(path) as copy, SessionFile.open(copy) as file:
        yield file
