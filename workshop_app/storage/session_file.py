"""One open session file: one connection that holds the lock, and transactions that say what they changed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, event
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

from workshop_app.storage import backups, faults, schema, watch
from workshop_app.storage.checking import findings
from workshop_app.storage.header import require_ours

_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    # The lock is held as long as the file is open, and a copied file is complete between commits: not WAL.
    "locking_mode=EXCLUSIVE",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=0.5, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class SessionFile:
    """A session file, open and locked. Closes as a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection, backup_folder: Path | None) -> None:
        """For `create` and `open`, which hand over a connection to a file that is ours and sound."""
        self.path = path
        self.backup_folder = backup_folder
        self._raw = connection
        watch.watch(connection)
        self._engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
        )
        event.listen(self._engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
        self._session = Session(self._engine, expire_on_commit=False)
        self._stat = os.stat(path)

    @classmethod
    def create(cls, path: Path, backup_folder: Path | None = None) -> Self:
        """A new file with empty tables.

        Raises StorageError when something stands there already or the folder cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # An exclusive creation: two programs never take the same name.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except OSError as error:
            raise faults.fault(error, path) from error
        try:
            connection = _connect(path)
            schema.upgrade(connection)
            return cls(path, connection, backup_folder)
        except faults.WORLD_ERRORS as error:
            path.unlink(missing_ok=True)
            raise faults.fault(error, path) from error

    @classmethod
    def open(cls, path: Path, backup_folder: Path | None = None) -> Self:
        """Open, check and lock a file; an older one is backed up and brought up to date first.

        Raises NotASessionError, TooNewError, DamagedError or another StorageError; the file is then as it was.
        """
        version = require_ours(path)
        try:
            connection = _connect(path)
        except faults.WORLD_ERRORS as error:
            raise faults.fault(error, path) from error
        try:
            if findings(connection):
                raise faults.damaged(path)
            if backup_folder is not None:
                backups.make(connection, backup_folder)
            if version < schema.VERSION:
                schema.upgrade(connection)
            return cls(path, connection, backup_folder)
        except faults.WORLD_ERRORS as error:
            connection.close()
            raise faults.fault(error, path) from error
        except faults.StorageError:
            connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the file. Nothing is saved here: what was committed is in it already."""
        self._session.close()
        self._engine.dispose()
        self._raw.close()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction; COMMIT at the end, nothing at all after an exception.

        Raises StorageError for what the world does. When this returns, the rows are on the disk.
        """
        try:
            self._require_same_file()
            yield self._session
            self._session.commit()
        except faults.WORLD_ERRORS as error:
            self._abandon()
            if isinstance(error, sqlite3.IntegrityError) or isinstance(
                getattr(error, "orig", None), sqlite3.IntegrityError
            ):
                raise
            raise faults.fault(error, self.path) from error
        except BaseException:
            self._abandon()
            raise
        finally:
            # Commands load what they need: a row that undo wrote below the ORM is never stale.
            self._session.expunge_all()

    def _abandon(self) -> None:
        self._session.rollback()
        watch.taken(self._raw)

    def changes(self) -> tuple[watch.RowChange, ...]:
        """What this transaction has changed since the last call."""
        self._session.flush()
        return watch.taken(self._raw)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read from, outside any transaction of a command."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except faults.WORLD_ERRORS as error:
            raise faults.fault(error, self.path) from error

    def backup(self) -> Path | None:
        """Make a verified copy in the backup folder, if there is one. Raises StorageError."""
        if self.backup_folder is None:
            return None
        try:
            return backups.make(self._raw, self.backup_folder)
        except faults.WORLD_ERRORS as error:
            raise faults.fault(error, self.path) from error

    def scrub(self) -> None:
        """Overwrite what was deleted: rebuild the file, back it up once, drop the older backups."""
        try:
            self._raw.execute("VACUUM")
            if self.backup_folder is not None:
                kept = backups.make(self._raw, self.backup_folder)
                backups.drop_others(self.backup_folder, kept)
        except faults.WORLD_ERRORS as error:
            raise faults.fault(error, self.path) from error

    def copy_to(self, target: Path) -> None:
        """A verified copy under a name that is still free. Raises StorageError."""
        try:
            backups.copy(self._raw, target)
        except faults.WORLD_ERRORS as error:
            raise faults.fault(error, target) from error

    def _require_same_file(self) -> None:
        try:
            now = os.stat(self.path)
        except OSError:
            raise faults.moved(self.path) from None
        if (now.st_ino, now.st_dev) != (self._stat.st_ino, self._stat.st_dev):
            raise faults.moved(self.path)
