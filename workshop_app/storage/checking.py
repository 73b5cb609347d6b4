"""Is a session file whole? Identity, structure and the digest of every row."""

import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workshop_app.i18n import N_
from workshop_app.storage import faults, schema, watch
from workshop_app.storage.header import require_ours


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a message id with its values."""

    message: str
    values: dict[str, object]


@cache
def _expected_schema(version: int) -> frozenset[tuple[str, str, str]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for step in schema.STEPS[:version]:
        step(connection)
    found = _schema(connection)
    connection.close()
    return found


def _schema(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM main.sqlite_master").fetchall()
    return frozenset((kind, name, sql) for kind, name, sql in rows)


def findings(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """What is wrong with an open file; nothing when it is sound. Never changes it."""
    try:
        structure = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        if structure != ["ok"]:
            return (Finding(N_("The structure of the file is broken: {detail}"), {"detail": structure[0]}),)
        if _schema(connection) != _expected_schema(schema.version(connection)):
            return (Finding(N_("The file holds tables, views or triggers that are not ours."), {}),)
        references = connection.execute("PRAGMA foreign_key_check").fetchall()
        wrong = watch.wrong_digests(connection)
    except sqlite3.DatabaseError as error:
        return (Finding(N_("The structure of the file is broken: {detail}"), {"detail": str(error)}),)
    found = []
    if wrong:
        found.append(Finding(N_("Rows that are not what was written: {n}"), {"n": wrong}))
    if references:
        found.append(Finding(N_("Rows that refer to something that is gone: {n}"), {"n": len(references)}))
    return tuple(found)


def check(path: Path) -> tuple[Finding, ...]:
    """Check a file that may be open elsewhere, without locking or changing it.

    Raises NotASessionError, TooNewError or StorageError when there is nothing to check.
    """
    require_ours(path)
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=1)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("SELECT count(*) FROM main.sqlite_master").fetchone()
        return findings(connection)
    except sqlite3.DatabaseError as error:
        problem = faults.fault(error, path)
        if isinstance(problem, faults.DamagedError):
            return (Finding(N_("The structure of the file is broken: {detail}"), {"detail": str(error)}),)
        raise problem from error
    finally:
        connection.close()
