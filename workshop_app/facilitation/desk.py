"""The desk: runs commands on an open session, undoes them, and tells the windows what changed."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from workshop_app.facilitation import journal, limits, reading, timing
from workshop_app.facilitation.command import Command, GoneError
from workshop_app.facilitation.refreshing import in_rounds, refreshed
from workshop_app.model.values import Level, Origin, WorkshopState
from workshop_app.storage.faults import FullError, UnverifiedError
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.watch import RowChange

P = ParamSpec("P")
T = TypeVar("T")

_JUMP = timedelta(minutes=1)
_ANSWERS = frozenset({"response", "contribution"})


@dataclass(frozen=True, slots=True)
class Change:
    """What a COMMIT changed. `how` is "done", "undone" or "redone"; `label` is the command's message id ('' for what
    undo passes over); `rounds` holds the ids of the rounds touched; `is_sure` tells whether
    the file held it when it was read back."""

    how: str
    label: str
    tables: frozenset[str]
    rounds: frozenset[str]
    is_sure: bool = True


class Desk:
    """The only one who changes a workshop. `view` is always what the file holds after the last COMMIT."""

    def __init__(
        self,
        file: SessionFile,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = timing.passing,
    ) -> None:
        """Sit down at an open file, which the caller closes. Raises DamagedError when it holds what we never write."""
        self.file = file
        self.now = now
        self._monotonic = monotonic
        self._clock = timing.Clock(monotonic)
        self._begun = now(), monotonic()
        self._listeners: list[Callable[[Change], None]] = []
        self._doubt: UnverifiedError | None = None
        self.view = reading.workshop_in(file)
        self._follow_clock()

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of each change after its COMMIT. Returns the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def run(self, command: Command[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a command in one transaction, with its journal.

        Raises RefusedError or StorageError; nothing has changed then, but for UnverifiedError, when it is what SQLite
        goes on with. When this returns, it is saved.
        """
        return self._with_reserve(lambda: self._run(command, *args, **kwargs))

    def _run(self, command: Command[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._transaction() as db:
            result = command.function(db, *args, **kwargs)
            changes = self.file.changes()
            limits.hold(changes)
            if command.label:
                journal.record(db, command.label, changes, self._has_anonymous_answers(changes))
            spent = self._seconds_to_add(changes)
            if spent:
                timing.add_seconds(db, self.view.stage.place.round_id, spent, at=self.now())
                changes += self.file.changes()
        self._clock.take(spent)
        for round_id in _timed_anew(changes):
            self._clock.restart(round_id)
        self._announce("done", command.label, changes)
        return result

    def undo(self) -> str | None:
        """Take back the last command and return its label; None when there is nothing. Never moves the beamer."""
        return self._with_reserve(lambda: self._travel("undone", journal.next_undo, journal.undo))

    def redo(self) -> str | None:
        """Do again what was undone last and return its label; None when there is nothing."""
        return self._with_reserve(lambda: self._travel("redone", journal.next_redo, journal.redo))

    def elapsed(self, round_id: str) -> float:
        """Seconds spent in a round up to now."""
        known = self.view.round(round_id)
        return (known.spent_seconds if known else 0) + self._clock.running(round_id)

    def clock_jump(self) -> timedelta:
        """How far the clock on the wall was set on (or back, below zero) since the last call; nothing for less than a
        minute."""
        begun, since = self._begun
        now, passed = self.now(), self._monotonic()
        jump = now - begun - timedelta(seconds=passed - since)
        if abs(jump) < _JUMP:
            return timedelta()
        self._begun = now, passed
        return jump

    def _with_reserve(self, work: Callable[[], T]) -> T:
        """On a full disk the work is done again in the room that was kept for it, once."""
        try:
            return work()
        except FullError:
            if not self.file.reserve.give():
                raise
        return work()

    def _travel(
        self,
        how: str,
        pick: Callable[[Session], journal.Entry | None],
        write: Callable[[Session, journal.Entry], None],
    ) -> str | None:
        with self._transaction() as db:
            entry = pick(db)
            if entry is None:
                return None
            write(db, entry)
            changes = self.file.changes()
        self._announce(how, entry.label, changes)
        return entry.label

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        self._doubt = None
        try:
            with self.file.transaction() as db:
                yield db
        except UnverifiedError as error:
            # It was committed all the same, whatever the file makes of it: the windows show it, and then it is said.
            self._doubt = error
        except (IntegrityError, sqlite3.IntegrityError) as error:
            original = getattr(error, "orig", error)
            if getattr(original, "sqlite_errorname", "") == "SQLITE_CONSTRAINT_FOREIGNKEY":
                raise GoneError from error
            raise

    def _seconds_to_add(self, changes: Iterable[RowChange]) -> int:
        """What is written of the clock: all when the beamer moves, and now and then; nothing when a round's time is set
        back."""
        if any(_timed_anew(changes)):
            return 0
        moved = any(change.table == "stage" for change in changes)
        return self._clock.seconds() if moved or self._clock.is_due() else 0

    def _follow_clock(self) -> None:
        running = self.view.info.state is WorkshopState.RUNNING
        self._clock.be_in(self.view.stage.place.round_id if running else "")

    def _announce(self, how: str, label: str, changes: Sequence[RowChange]) -> None:
        tables = frozenset(change.table for change in changes)
        rounds = frozenset(round_id for _, round_id in in_rounds(self.view, changes))
        with self.file.reading() as connection:
            self.view = refreshed(connection, self.view, changes)
        self._follow_clock()
        for listener in tuple(self._listeners):
            listener(Change(how, label, tables, rounds, is_sure=self._doubt is None))
        if self._doubt:
            raise self._doubt

    def _has_anonymous_answers(self, changes: Sequence[RowChange]) -> bool:
        rounds = {round_id for change, round_id in in_rounds(self.view, changes) if _is_answer(change)}
        return any(known.level is Level.ANONYMOUS for known in self.view.rounds if known.id in rounds)


def _is_answer(change: RowChange) -> bool:
    return change.table in _ANSWERS or (change.table == "prompt" and change.row["origin"] == Origin.ROOM)


def _timed_anew(changes: Iterable[RowChange]) -> Iterator[str]:
    return (str(each.row["round_id"]) for each in changes if each.table == "round_time" and each.after is None)
