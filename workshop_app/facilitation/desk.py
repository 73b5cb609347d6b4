"""The desk: runs commands on an open session, undoes them, and tells the windows what changed."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlmodel import Session

from workshop_app.facilitation import journal, limits, reading, timing
from workshop_app.facilitation.command import Command
from workshop_app.model.entities import JournalEntry
from workshop_app.model.views import WorkshopView
from workshop_app.storage.session_file import SessionFile
from workshop_app.storage.watch import RowChange

P = ParamSpec("P")
T = TypeVar("T")

_ROUND_TABLES = frozenset({"round", "prompt", "response", "contribution", "reveal", "round_time"})


@dataclass(frozen=True, slots=True)
class Change:
    """What a COMMIT changed. `how` is "done", "undone" or "redone"; `label` is the command's message id ('' for what
    undo passes over); `rounds` holds the ids of the rounds touched."""

    how: str
    label: str
    tables: frozenset[str]
    rounds: frozenset[str]


class Desk:
    """The only one who changes a workshop. `view` is always what the file holds after the last COMMIT."""

    def __init__(
        self,
        file: SessionFile,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Sit down at an open file, which the caller closes."""
        self.file = file
        self.now = now
        self._clock = timing.Clock(monotonic)
        self._listeners: list[Callable[[Change], None]] = []
        with file.reading() as connection:
            self.view: WorkshopView = reading.read_workshop(connection)

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of each change after its COMMIT. Returns the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def run(self, command: Command[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a command in one transaction, with its journal.

        Raises RefusedError or StorageError; nothing has changed then. When this returns, it is saved.
        """
        with self.file.transaction() as db:
            result = command.function(db, *args, **kwargs)
            changes = self.file.changes()
            limits.hold(changes)
            if command.label:
                journal.record(db, command.label, changes)
            changes += self._spend(db, moved=any(change.table == "stage" for change in changes))
        self._announce("done", command.label, changes)
        return result

    def undo(self) -> str | None:
        """Take back the last command and return its label; None when there is nothing. Never moves the beamer."""
        return self._travel("undone", journal.next_undo, journal.undo)

    def redo(self) -> str | None:
        """Do again what was undone last and return its label; None when there is nothing."""
        return self._travel("redone", journal.next_redo, journal.redo)

    def elapsed(self, round_id: str) -> float:
        """Seconds spent in a round up to now."""
        known = self.view.round(round_id)
        return (known.spent_seconds if known else 0) + self._clock.running(round_id)

    def _travel(
        self,
        how: str,
        pick: Callable[[Session], JournalEntry | None],
        write: Callable[[Session, JournalEntry], None],
    ) -> str | None:
        with self.file.transaction() as db:
            entry = pick(db)
            if entry is None:
                return None
            label = entry.label
            write(db, entry)
            changes = self.file.changes()
        self._announce(how, label, changes)
        return label

    def _spend(self, db: Session, moved: bool) -> tuple[RowChange, ...]:
        if not (moved or self._clock.due()):
            return ()
        timing.add_seconds(db, *self._clock.taken(), at=self.now())
        return self.file.changes()

    def _announce(self, how: str, label: str, changes: Sequence[RowChange]) -> None:
        tables = frozenset(change.table for change in changes)
        rounds = frozenset(self._rounds_of(changes))
        with self.file.reading() as connection:
            self.view = self._refreshed(connection, tables, rounds)
        self._clock.be_in(self.view.stage.place.round_id)
        for listener in tuple(self._listeners):
            listener(Change(how, label, tables, rounds))

    def _rounds_of(self, changes: Iterable[RowChange]) -> Iterable[str]:
        round_of = {prompt.id: known.id for known in self.view.rounds for prompt in known.prompts}
        round_of |= {str(c.row["id"]): str(c.row["round_id"]) for c in changes if c.table == "prompt"}
        for change in changes:
            if change.table == "round":
                yield str(change.row["id"])
            elif change.table == "response":
                yield round_of[str(change.row["prompt_id"])]
            elif change.table in _ROUND_TABLES:
                yield from {str(image["round_id"]) for image in (change.before, change.after) if image}

    def _refreshed(self, connection: Connection, tables: frozenset[str], rounds: frozenset[str]) -> WorkshopView:
        fresh: dict[str, object] = {
            field: read(connection)
            for table, field, read in (
                ("workshop", "info", reading.read_info),
                ("organisation", "organisations", reading.read_organisations),
                ("participant", "participants", reading.read_participants),
                ("decision", "decisions", reading.read_decisions),
                ("action", "actions", reading.read_actions),
                ("parked_item", "parked", reading.read_parked),
                ("stage", "stage", reading.read_stage),
                ("draft", "drafts", reading.read_drafts),
            )
            if table in tables
        }
        if "round" in tables:
            fresh["rounds"] = reading.read_rounds(connection)
        elif rounds:
            read_again = {known.id: known for known in reading.read_rounds(connection, rounds)}
            fresh["rounds"] = tuple(read_again.get(known.id, known) for known in self.view.rounds)
        return replace(self.view, **fresh)  # type: ignore[arg-type]
