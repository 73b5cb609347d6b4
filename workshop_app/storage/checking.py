"""Is a session file whole? Identity, structure and the digest of every row."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshop_app.i18n import N_
from workshop_app.storage import bounds, contents, faults, schema, watch
from workshop_app.storage.header import require_ours
from workshop_app.storage.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a message id with its values."""

    message: str
    values: dict[str, object]


def findings(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """What is wrong with an open file; nothing when it is sound. Never changes it."""
    try:
        bounds.bound(connection, bounds.CHECK_SECONDS)
        # First: checking the structure of a foreign table may run what its maker put there.
        if not schema.is_ours(connection):
            return (Finding(N_("The file holds tables, views or triggers that are not ours."), {}),)
        structure = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        if structure != ["ok"]:
            return (_broken(structure[0].splitlines()[-1]),)
        if bounds.has_too_many_rows(connection):
            return (Finding(N_("The file holds more rows than a session can have."), {}),)
        references = connection.execute("PRAGMA foreign_key_check").fetchall()
        wrong = watch.wrong_digests(connection)
        strange = contents.strange_rows(connection)
    except faults.BROKEN as error:
        return (_broken(str(error)),)
    finally:
        bounds.unbound(connection)
    found = []
    if wrong:
        found.append(Finding(N_("Rows that are not what was written: {n}"), {"n": wrong}))
    if strange and not wrong:
        found.append(Finding(N_("Rows that hold what this program never writes: {n}"), {"n": strange}))
    if references:
        found.append(Finding(N_("Rows that refer to something that is gone: {n}"), {"n": len(references)}))
    return tuple(found)


def findings_in(path: Path) -> tuple[Finding, ...]:
    """What is wrong with a file that nobody else uses, a copy for instance. Raises sqlite3.Error or OSError."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.execute("PRAGMA cell_size_check=ON")
            return findings(connection)
        except faults.BROKEN as error:
            if isinstance(faults.fault(error, path), faults.DamagedError | faults.NotASessionError):
                return (_broken(str(error)),)
            raise


def check(path: Path) -> tuple[Finding, ...]:
    """Check a file that may be open elsewhere, without locking or changing it.

    Raises NotASessionError, TooNewError or StorageError when there is nothing to check.
    """
    try:
        require_ours(path)
        with snapshot(path) as copy:
            return findings_in(copy)
    except faults.DamagedError:
        return (_broken("header"),)
    except faults.WORLD_ERRORS as error:
        raise faults.fault(error, path) from error


def _broken(detail: str) -> Finding:
    return Finding(N_("The structure of the file is broken: {detail}"), {"detail": detail})
