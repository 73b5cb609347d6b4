"""The versions of the session file: what marks it as ours, and the numbered steps from one version to the next."""

import sqlite3
from collections.abc import Callable
from functools import cache
from importlib.resources import files

APPLICATION_ID = 0x53414D53
"""'SAMS', at byte 68 of the file."""


def _script(connection: sqlite3.Connection, name: str) -> None:
    # Not executescript: that would commit, and all steps belong in one transaction.
    for statement in files("workshop_app.storage").joinpath("steps", name).read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement)


def step_1(connection: sqlite3.Connection) -> None:
    """The first schema."""
    _script(connection, "0001.sql")


def step_2(connection: sqlite3.Connection) -> None:
    """Small groups, pictures, scores of an earlier session, and what a round can be set to."""
    _script(connection, "0002.sql")


def step_3(connection: sqlite3.Connection) -> None:
    """What stays out of the minutes, the words of the mail, and when it was sent."""
    _script(connection, "0003.sql")


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (step_1, step_2, step_3)
"""Step n leads from version n - 1 to n. A step that shipped is never changed; one that changes a table whose rows are
in the journal clears the journal."""

VERSION = len(STEPS)


def version(connection: sqlite3.Connection) -> int:
    """The version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def identity(connection: sqlite3.Connection) -> int:
    """The application id of an open file; 0 for an empty one."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file holds the tables of its version and nothing else: no views or triggers of others."""
    known = 1 <= version(connection) <= VERSION and identity(connection) == APPLICATION_ID
    return known and _parts(connection) == _expected(version(connection))


@cache
def _expected(number: int) -> frozenset[tuple[str, str, str]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for step in STEPS[:number]:
        step(connection)
    found = _parts(connection)
    connection.close()
    return found


def _parts(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM main.sqlite_master").fetchall()
    return frozenset((kind, name, sql) for kind, name, sql in rows)


def upgrade(connection: sqlite3.Connection) -> None:
    """Take the file to this program's version in one transaction: after an interruption it is as it was before."""
    # Home asks for the versions before it loads what the digests need.
    from workshop_app.storage.watch import renew_digests

    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version(connection) + 1, VERSION + 1):
            STEPS[number - 1](connection)
            connection.execute(f"PRAGMA user_version={number}")
        renew_digests(connection)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    # Tables first, then indexes: all files have them in the same places, which salvage counts on.
    connection.execute("VACUUM")
