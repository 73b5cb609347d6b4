"""Room that is kept on the disk while a session is open, so that the last sentences get in when it is full."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 1 << 20
"""Bytes. A whole evening of three hundred answers makes a file of half a megabyte with what undo needs, and SQLite
writes every page that changes a second time beside it: with this an evening can be finished on a full disk."""
_PLENTY = 4 * SIZE
"""Bytes that must be free before room is taken: it must not be what fills the disk."""


class Reserve:
    """A file beside the session, hidden, that holds nothing. It goes when the session is closed; what a crash left is
    taken up again by the next opening. `spent` says whether its room was given to the session."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f".~{path.name}.reserve")
        self.spent = False

    def keep(self) -> bool:
        """Take the room, when there is plenty of it. Whether it is kept."""
        try:
            if self._path.exists() and self._path.stat().st_size == SIZE:
                return True
            if shutil.disk_usage(self._path.parent).free < _PLENTY:
                return False
            # Not zeros: some file systems keep no room for them.
            self._path.write_bytes(os.urandom(SIZE))
            self._path.chmod(0o600)
        except OSError:
            self.drop()
            return False
        self.spent = False
        return True

    def give(self) -> bool:
        """Give the room to the session. Whether there was any."""
        there = self._path.exists()
        self.drop()
        given = there and not self._path.exists()
        self.spent = self.spent or given
        return given

    def drop(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
