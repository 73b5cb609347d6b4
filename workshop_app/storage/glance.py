"""A glance into a session file, for heads and counts: it may be anybody's who put it there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workshop_app.storage import bounds, faults, schema
from workshop_app.storage.header import require_ours


@contextmanager
def glance(path: Path) -> Iterator[sqlite3.Connection]:
    """Read a little of a file, without changing it. Raises StorageError when it is none of ours, is open elsewhere, or
    takes longer than a glance."""
    require_ours(path)
    address = f"{path.absolute().as_uri()}?mode=ro"
    with faults.told(path), closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=0.5)) as db:
        db.execute("PRAGMA trusted_schema=OFF")
        bounds.bound(db, bounds.GLANCE_SECONDS, bounds.HEAD_LIMIT)
        if not schema.is_ours(db):
            raise faults.not_ours(path)
        yield db
