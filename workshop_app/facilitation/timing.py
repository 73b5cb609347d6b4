"""The time spent in rounds, measured without the wall clock, which may jump.

A laptop that sleeps does not stop a meeting: with the lid down the room goes on talking, so that time counts. When it
slept for hours, nobody sat there, and none of it counts.
"""

import time
from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from workshop_app.model.entities import Round, RoundTime

_WRITE_EVERY = 15.0
NOBODY_THERE = 2 * 3600.0
"""Seconds between two looks at the clock (the console looks every second) after which the meeting had stood still."""


def passing() -> float:
    """Seconds that go on while the computer sleeps, and take no notice of the clock on the wall."""
    # Those of Linux and of a Mac; on Windows the usual one counts sleep.
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC_RAW", None))
    return time.monotonic() if clock is None else float(time.clock_gettime(clock))


class Clock:
    """Counts the seconds of the round that the room is in, until they are written."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._round_id = ""
        self._since = self._seen = monotonic()

    def be_in(self, round_id: str) -> None:
        """The room is in this round now ('' for none). What was counted elsewhere has been taken before."""
        if round_id != self._round_id:
            # The part of a second that was not written goes along, or an evening would lose minutes to walking about.
            rest = self.running(self._round_id) % 1
            self._round_id, self._since = round_id, self._now() - rest

    def running(self, round_id: str) -> float:
        """Seconds counted in a round and not yet taken."""
        now = self._now()
        return now - self._since if round_id and round_id == self._round_id else 0.0

    def is_due(self) -> bool:
        """Whether enough was counted to write it along with a command."""
        return self.running(self._round_id) >= _WRITE_EVERY

    def seconds(self) -> int:
        """Its whole seconds."""
        return int(self.running(self._round_id))

    def take(self, seconds: int) -> None:
        """So many seconds are written now."""
        self._since += seconds

    def restart(self, round_id: str) -> None:
        """Count this round from zero, if the room is in it."""
        if round_id == self._round_id:
            self._since = self._now()

    def _now(self) -> float:
        now = self._monotonic()
        still = now - self._seen
        if still >= NOBODY_THERE:
            self._since += still
        self._seen = now
        return now


def add_seconds(db: Session, round_id: str, seconds: int, at: datetime) -> None:
    """Add to the time of a round, if it is still there."""
    if db.get(Round, round_id) is None:
        return
    spent = db.get(RoundTime, round_id) or RoundTime(round_id=round_id, started_at=at)
    spent.seconds += seconds
    db.add(spent)
