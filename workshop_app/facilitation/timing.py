"""The time spent in rounds, measured without the wall clock, which may jump."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from workshop_app.model.entities import Round, RoundTime

_WRITE_EVERY = 15.0


class Clock:
    """Counts the seconds of the round that the room is in, until they are written."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._round_id = ""
        self._since = monotonic()

    def be_in(self, round_id: str) -> None:
        """The room is in this round now ('' for none). What was counted elsewhere has been taken before."""
        if round_id != self._round_id:
            self._round_id, self._since = round_id, self._monotonic()

    def running(self, round_id: str) -> float:
        """Seconds counted in a round and not yet taken."""
        return self._monotonic() - self._since if round_id and round_id == self._round_id else 0.0

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
            self._since = self._monotonic()


def add_seconds(db: Session, round_id: str, seconds: int, at: datetime) -> None:
    """Add to the time of a round, if it is still there."""
    if db.get(Round, round_id) is None:
        return
    spent = db.get(RoundTime, round_id) or RoundTime(round_id=round_id, started_at=at)
    spent.seconds += seconds
    db.add(spent)
