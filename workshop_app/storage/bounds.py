"""How large a session file may be and how long looking at it may take: one that somebody sent may be made to exhaust
this computer."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Home looks at heads before it is loaded.
    import sqlite3

FILE_LIMIT = 512_000_000
"""Bytes of a file; an evening with two hundred photos has half of that."""
ROW_LIMIT = 250_000
"""Rows in all tables together; an evening has some five thousand."""
CELL_LIMIT = 128_000_000
"""Bytes of a row. The journal keeps a round that was taken away, with all its photos, in one."""
PAGE = 4096
"""Bytes of a page."""
HEAD_LIMIT = 1_000_000
"""Bytes of a row for who reads only heads and counts, and of a statement."""

CHECK_SECONDS = 120.0
"""For a whole check: a file of the largest size, from a slow stick."""
GLANCE_SECONDS = 0.5
"""For a look at the head of a file, among a thousand."""

_STEPS = 10_000


def keep_small(connection: "sqlite3.Connection") -> None:
    """Let nothing be written that would be too large to be read again."""
    import sqlite3

    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, CELL_LIMIT)
    connection.execute(f"PRAGMA max_page_count={FILE_LIMIT // PAGE}")


def bound(connection: "sqlite3.Connection", seconds: float, cell: int = CELL_LIMIT) -> None:
    """From now on, reading fails with an error of SQLite when a row is larger or it takes longer, until `unbound`."""
    import sqlite3

    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, cell)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, HEAD_LIMIT)
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)


def unbound(connection: "sqlite3.Connection") -> None:
    """Take as long as it takes; rows stay as small."""
    connection.set_progress_handler(None, 0)


def has_too_many_rows(connection: "sqlite3.Connection") -> bool:
    """Whether there are more rows than anybody wrote: each has a digest, or is none of ours."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM digest LIMIT {ROW_LIMIT + 1})"  # noqa: S608 - a number of ours
    return bool(connection.execute(query).fetchone()[0] > ROW_LIMIT)
