"""Reading back what was just written: a second connection looks at the file itself, past the memory of the first.

It finds what was lost or changed between SQLite and the operating system: a file system, a network drive or a program
that keeps folders in step which dropped a write or put something else in its place, and a row that is not what was
meant. It reads what the system gives back, which may come from the system's own memory. So it cannot find a disk that
loses in a power cut what it said it had written, nor a bit that falls over later: the first is up to the disk, the
second is found by the digests at the next opening.
"""

# ruff: noqa: S608 - the names in these statements come from our own tables, never from people.

import sqlite3
from functools import cache
from pathlib import Path

from workshop_app.storage.watch import Written, columns, key_columns, quoted, row_digest


class SecondLook:
    """Reads a file that is open already.

    It takes no lock, and is closed after the first connection: on most systems the lock of a whole process falls with
    any handle of the file.
    """

    def __init__(self, path: Path) -> None:
        """Raises sqlite3.Error."""
        address = f"{path.absolute().as_uri()}?mode=ro&nolock=1"
        self._connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)

    def holds(self, written: Written) -> bool:
        """Whether the file holds these rows with their digests, and those that are gone no more."""
        # What it read before has been written over: whoever holds the lock tells nobody.
        self._connection.execute("PRAGMA shrink_memory")
        try:
            return all(self._digests(table, key) == {digest} for (table, key), digest in written.items())
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return False

    def close(self) -> None:
        """Look no more."""
        self._connection.close()

    def _digests(self, table: str, key: tuple[object, ...]) -> set[str | None]:
        """The digest of a row as it is, and the one that is kept of it; None for what is not there."""
        row = self._connection.execute(_query(table), key).fetchone()
        row_id = "/".join(str(part) for part in key)
        kept = self._connection.execute(
            "SELECT sha256 FROM digest WHERE table_name = ? AND row_id = ?", (table, row_id)
        ).fetchone()
        return {row and row_digest(*row), kept and kept[0]}


@cache
def _query(table: str) -> str:
    same_row = " AND ".join(f'"{name}" = ?' for name in key_columns(table))
    return f'SELECT {quoted(columns(table))} FROM "{table}" WHERE {same_row}'
