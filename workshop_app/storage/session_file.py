"""One open session file: one connection that holds the lock, and transactions that say what they changed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import Self

from sqlmodel import Session

from workshop_app.storage import backups, bounds, faults, holder, schema, unfinished, watch
from workshop_app.storage.checking import findings
from workshop_app.storage.engine import engine_on
from workshop_app.storage.header import journal_of, require_ours
from workshop_app.storage.held import HeldFile
from workshop_app.storage.reserve import Reserve
from workshop_app.storage.second_look import SecondLook
from workshop_app.storage.second_place import SecondPlace

PRAGMAS = (
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


_HAS_ANONYMOUS_ROWS = (
    "SELECT EXISTS(SELECT 1 FROM round WHERE level = 'anonymous') OR "
    "EXISTS(SELECT 1 FROM contribution WHERE seq IS NULL)"
)


class SessionFile:
    """A session file, open and locked. Closes as a context manager.

    `second` is where backups are delivered too, for those who set it. `backup_fault` is what kept the backup at opening
    from being made, None when it was made or not asked for; `changed_since_backup` says whether something was committed
    after the last one, `commit_seconds` how long the last COMMIT took. `reserve` is room that can be kept on its disk.
    """

    def __init__(self, held: HeldFile, connection: sqlite3.Connection, backup_folder: Path | None) -> None:
        """For `create` and `open`, which hand over a connection to a file that is ours and sound."""
        self.backup_folder = backup_folder
        self.second: SecondPlace | None = None
        self._finishing = Lock()
        self.backup_fault: faults.StorageError | None = None
        self.changed_since_backup = False
        self.commit_seconds = 0.0
        self._touched = False
        self._attach(held, connection)

    def _attach(self, held: HeldFile, connection: sqlite3.Connection) -> None:
        self.path = held.path
        self.reserve = Reserve(held.path)
        self._held, self._raw = held, connection
        self._written = watch.watch(connection)
        self._look = SecondLook(held.path)
        self._engine = engine_on(connection)
        self._session = Session(self._engine, expire_on_commit=False, info={"connection": connection})
        # Not before SQLite has the lock: where it is the only one, the note is still that of another computer.
        holder.note(held.path)
        self._is_open = True

    @classmethod
    def create(cls, path: Path, backup_folder: Path | None = None) -> Self:
        """A new file with empty tables.

        Raises StorageError when something stands there already or the folder cannot be written.
        """
        with ExitStack() as undo, faults.told(path):
            # A file in place of the folder shows in the next step, with the right sentence.
            with suppress(FileExistsError):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            held = HeldFile.new(path)
            undo.callback(path.unlink, missing_ok=True)
            undo.callback(held.release)
            connection = _connect(path)
            undo.callback(connection.close)
            schema.upgrade(connection)
            file = cls(held, connection, backup_folder)
            undo.pop_all()
        return file

    @classmethod
    def open(cls, path: Path, backup_folder: Path | None = None) -> Self:
        """Open, check and lock a file and back it up; an older one is then brought up to date.

        Raises NotASessionError, TooNewError, DamagedError or another StorageError; the file is then as it was. Only an
        older one is refused for want of a backup.
        """
        require_ours(path)
        with ExitStack() as undo, faults.told(path):
            held = HeldFile.there(path)
            undo.callback(held.release)
            left_by_a_crash = journal_of(path).exists()
            connection = _connect(path)
            undo.callback(connection.close)
            if findings(connection):
                raise faults.damaged(path)
            _require_writable(connection)
            fault = _fault_of_backup(connection, backup_folder)
            # Not as the header said: an upgrade that was cut off has been taken back since.
            if schema.version(connection) < schema.VERSION:
                if fault:
                    raise fault
                schema.upgrade(connection)
            file = cls(held, connection, backup_folder)
            file.backup_fault = fault
            file._touched = left_by_a_crash
            undo.pop_all()
        return file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the file; a second time does nothing. Nothing is saved here: what was committed is in it already."""
        if not self._is_open:
            return
        self._is_open = False
        self._session.close()
        if self._touched:
            self._touched = False
            # What cannot be done now is done when it is closed the next time.
            with suppress(*faults.WORLD_ERRORS, faults.StorageError):
                self._forget_order()
        self._engine.dispose()
        # As long as the lock is ours, so is the note.
        holder.forget(self.path)
        self._raw.close()
        self._look.close()
        self.reserve.drop()
        self._held.release()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction; COMMIT at the end, nothing at all after an exception. `info["connection"]` of the session is
        the connection itself.

        Raises StorageError for what the world does. When this returns, the rows are on the disk, and were read back.
        """
        self._written.clear()
        try:
            with faults.told(self.path):
                self._held.require_same()
                # Begun here, so that a command below the ORM costs nothing of it.
                self._raw.execute("BEGIN IMMEDIATE")
                yield self._session
                self._session.flush()
                begun = perf_counter()
                self._raw.execute("COMMIT")
                self.commit_seconds = perf_counter() - begun
                if self._session.in_transaction():
                    self._session.commit()
                self._touched = self.changed_since_backup = True
                if not self._look.holds(self._written):
                    raise faults.unverified(self.path)
        except BaseException:
            self._session.rollback()
            self._raw.rollback()
            raise
        finally:
            # Commands load what they need: a row that undo wrote below the ORM is never stale.
            self._session.expunge_all()

    def _forget_order(self) -> None:
        """On a page, rows lie in the order in which they came. Those of anonymous rounds must not tell it."""
        self._held.require_same()
        if self._raw.execute(_HAS_ANONYMOUS_ROWS).fetchone() == (True,):
            self._raw.execute("VACUUM")

    def changes(self) -> tuple[watch.RowChange, ...]:
        """What this transaction has changed since the last call."""
        self._session.flush()
        return watch.taken(self._raw)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection to read from, outside any transaction of a command."""
        with faults.told(self.path):
            yield self._raw

    def backup(self) -> Path | None:
        """Make a verified copy in the backup folder, if there is one. Raises StorageError."""
        finish = self.begin_backup()
        return finish() if finish else None

    def begin_backup(self) -> Callable[[], Path] | None:
        """Write a copy into the backup folder, if there is one. What is returned verifies it and puts it in its place;
        another thread may do that. Both raise StorageError."""
        folder = self.backup_folder
        if folder is None:
            return None
        with _told_of_backup(folder):
            copy = backups.begin_in(self._raw, folder, datetime.now(UTC))
        self.changed_since_backup = False
        return partial(self._finish, copy)

    def _finish(self, copy: backups.Copy) -> Path:
        with self._finishing, _told_of_backup(copy.target.parent):
            if not copy.part.exists():
                # An erasure has taken it away, and left one that was made after it.
                return backups.existing(copy.target.parent)[0]
            return backups.finish(copy)

    def deliver(self) -> bool:
        """Bring what is missing of the backups to the second place; another thread may do that. Whether there is one
        and it is there. Raises StorageError."""
        if self.second is None or self.backup_folder is None or not self.second.is_there:
            return False
        self.second.deliver(self.backup_folder)
        return True

    @contextmanager
    def erasing(self) -> Iterator[None]:
        """What is deleted within is overwritten, and goes from the backups too. Raises what `scrub` does; it is owed
        then."""
        folder, owed = self.backup_folder, self.owes_scrub
        if folder:
            unfinished.begin(folder)
        try:
            yield
        except faults.UnverifiedError:
            raise
        except BaseException:
            if folder and not owed:
                unfinished.end(folder)
            raise
        self.scrub()

    @property
    def owes_scrub(self) -> bool:
        """Whether something was erased that may still be in the backups: the program was ended meanwhile, or could not
        do it."""
        return self.backup_folder is not None and unfinished.is_begun(self.backup_folder)

    def scrub(self) -> None:
        """Overwrite what was deleted: rebuild the file, back it up once, drop the older backups. Raises StorageError;
        the older backups are then still there."""
        with faults.told(self.path), self._finishing:
            self._held.require_same()
            # Else the old pages stay beside the file, in SQLite's own journal, until it is closed.
            self._raw.execute("PRAGMA journal_size_limit=0")
            self._raw.execute("VACUUM")
            self._raw.execute("PRAGMA journal_size_limit=-1")
            if self.backup_folder:
                kept = _backed_up(self._raw, self.backup_folder)
                backups.drop_others(self.backup_folder, kept.name)
                self.changed_since_backup = False
                if self.second:
                    self.second.replace_all(kept)
                unfinished.end(self.backup_folder)

    def copy_to(self, target: Path) -> None:
        """A verified copy, without the journal, under a name that is still free. Raises StorageError."""
        with faults.told(target):
            backups.begin(self._raw, target).finish()

    def go_on_in(self, target: Path) -> None:
        """Write a verified copy under a name that is still free, and go on in it: from now on this is the file. The one
        that was open is left as it is. Raises StorageError; nothing has changed then."""
        self.copy_to(target)
        with ExitStack() as undo, faults.told(target):
            held = HeldFile.there(target)
            undo.callback(held.release)
            connection = _connect(target)
            undo.callback(connection.close)
            self.close()
            self._attach(held, connection)
            undo.pop_all()
        if self.backup_folder:
            self.backup_folder = self.backup_folder.with_name(target.stem)


def _connect(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=0.5, check_same_thread=False)
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        bounds.keep_small(connection)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException as error:
        connection.close()
        # What it says of a header with our mark and something else wrong in it.
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_ERROR"):
            raise faults.damaged(path) from error
        raise
    return connection


@contextmanager
def _told_of_backup(folder: Path) -> Iterator[None]:
    try:
        yield
    except (*faults.WORLD_ERRORS, faults.StorageError) as error:
        raise faults.no_backup(folder, error) from error


def _backed_up(connection: sqlite3.Connection, folder: Path) -> Path:
    with _told_of_backup(folder):
        return backups.finish(backups.begin_in(connection, folder, datetime.now(UTC)))


def _fault_of_backup(connection: sqlite3.Connection, folder: Path | None) -> faults.StorageError | None:
    """Make a backup, if there is a folder for it; what kept it from being made."""
    try:
        if folder:
            _backed_up(connection, folder)
    except faults.StorageError as fault:
        return fault
    return None


def _require_writable(connection: sqlite3.Connection) -> None:
    # A folder that cannot be written shows only when SQLite makes its journal. Taken back before it reaches the file.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version={schema.version(connection)}")
    finally:
        # A full disk has rolled it back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
