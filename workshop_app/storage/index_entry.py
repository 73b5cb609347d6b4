"""What home shows of one session file: head, state and counts, never an answer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


_BETWEEN = "\x1f"
_QUERY = f"""
SELECT title, place, region, day, keep_until, state, minutes_status,
  (SELECT coalesce(group_concat(name, '{_BETWEEN}'), '') FROM (SELECT name FROM organisation ORDER BY position, name)),
  (SELECT count(*) FROM participant WHERE presence IN ('present', 'left')),
  (SELECT count(*) FROM action WHERE NOT done),
  (SELECT count(*) FROM round WHERE enabled AND kind <> 'pause'),
  (SELECT count(*) FROM stage JOIN round AS here ON here.id = stage.round_id
     JOIN round ON (round.position, round.id) <= (here.position, here.id) AND round.enabled AND round.kind <> 'pause')
FROM workshop
"""  # noqa: S608 - the separator is ours


class EntryState(StrEnum):
    """How far a session is, or why nothing is known of it."""

    PREPARED = "prepared"
    RUNNING = "running"
    CONCEPT = "concept"
    FINAL = "final"
    UNREAD = "unread"
    """Open elsewhere, and never read before."""
    NEWER = "newer"
    """Made by a later version of the program."""
    UNREADABLE = "unreadable"
    """Damaged, or not one of ours."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One session file; `size` and `mtime_ns` tell whether it has changed since. A file that cannot be read has its
    name as title and no days. `rounds` and `round_number` (0 before the first) count no pauses."""

    file: str
    size: int
    mtime_ns: int
    title: str
    state: EntryState
    place: str = ""
    region: str = ""
    organisations: tuple[str, ...] = ()
    day: date | None = None
    keep_until: date | None = None
    present: int = 0
    open_actions: int = 0
    rounds: int = 0
    round_number: int = 0

    def is_due(self, today: date) -> bool:
        """Whether it has been kept as long as was agreed."""
        return self.keep_until is not None and self.keep_until < today


def read_entry(path: Path) -> IndexEntry:
    """Read the entry of a file, without changing or locking it. Raises OSError when it is not there."""
    import sqlite3

    stat = path.stat()
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=0)
        try:
            return _read(connection, path, stat.st_size, stat.st_mtime_ns)
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        # Locked by whoever has it open, or left in the middle of a transaction that opening it will take back.
        locked = getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY"))
        state = EntryState.UNREAD if locked else EntryState.UNREADABLE
    except (sqlite3.DatabaseError, ValueError, TypeError):
        state = EntryState.UNREADABLE
    return IndexEntry(path.name, stat.st_size, stat.st_mtime_ns, path.stem, state)


def _read(connection: "sqlite3.Connection", path: Path, size: int, mtime_ns: int) -> IndexEntry:
    from workshop_app.storage import bounds, schema

    # It may be anybody's who put it in the folder.
    connection.execute("PRAGMA trusted_schema=OFF")
    bounds.bound(connection, bounds.GLANCE_SECONDS, bounds.HEAD_LIMIT)
    newer = schema.identity(connection) == schema.APPLICATION_ID and schema.version(connection) > schema.VERSION
    if newer or not schema.is_ours(connection):
        state = EntryState.NEWER if newer else EntryState.UNREADABLE
        return IndexEntry(path.name, size, mtime_ns, path.stem, state)
    row = connection.execute(_QUERY).fetchone()
    title, place, region, day, keep_until, how_far, minutes_status, organisations = map(str, row[:8])
    return IndexEntry(
        path.name,
        size,
        mtime_ns,
        title,
        _state(how_far, minutes_status),
        place,
        region,
        tuple(organisations.split(_BETWEEN)) if organisations else (),
        date.fromisoformat(day),
        date.fromisoformat(keep_until),
        *row[8:],
    )


def _state(state: str, minutes_status: str) -> EntryState:
    return EntryState(minutes_status if state == "finished" else state)
