"""Holding on to a file: no second Samenspraak opens it meanwhile, and another file in its place is noticed."""

import errno
import os
import sys
from pathlib import Path
from typing import Self

from workshop_app.storage import faults
from workshop_app.storage.whereabouts import Kind, whereabouts

# File systems that cannot lock: SQLite's own lock has to do there.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})


class HeldFile:
    """A file that is held until it is released, which comes after SQLite has closed it.

    SQLite's own lock is not enough: on most systems it falls as soon as this process closes any other handle of the
    file, that of a reader of its first bytes for instance.
    """

    def __init__(self, path: Path, flags: int) -> None:
        """Open and lock. Raises StorageError."""
        self.path = path
        try:
            self._descriptor = os.open(path, os.O_RDWR | flags, 0o600)
        except OSError as error:
            raise faults.fault(error, path) from error
        try:
            _lock(self._descriptor, path)
        except OSError as error:
            os.close(self._descriptor)
            raise faults.fault(error, path) from error
        self._stat = os.fstat(self._descriptor)

    @classmethod
    def new(cls, path: Path) -> Self:
        """A new, empty file that only its owner may read. Raises StorageError when something stands there."""
        return cls(path, os.O_CREAT | os.O_EXCL)

    @classmethod
    def there(cls, path: Path) -> Self:
        """A file that is there. Raises StorageError when it cannot be written or another program holds it."""
        return cls(path, 0)

    def require_same(self) -> None:
        """Raises StorageError when the path no longer leads to this file: what is written would go into a ghost."""
        try:
            now = os.stat(self.path)
        except OSError:
            raise faults.moved(self.path) from None
        if (now.st_ino, now.st_dev) != (self._stat.st_ino, self._stat.st_dev):
            raise faults.moved(self.path)

    def release(self) -> None:
        """Let go."""
        os.close(self._descriptor)


def _lock(descriptor: int, path: Path) -> None:
    # On Windows SQLite's lock stays with its own handle. On a network drive both locks are one and the same there, and
    # SQLite would find its file locked by us.
    if sys.platform == "win32" or whereabouts(path).kind is Kind.NETWORK:
        return
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
