"""The time of a workshop: planned clock times, what is left of a round, and when it is expected to end. Pure.

Times are those of the clock on the wall, without a zone; `wall_clock` makes them of the moments that a file keeps.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

from workshop_app.model.values import WorkshopState
from workshop_app.model.views import RoundView, WorkshopView

_NEAR = timedelta(hours=3)
"""A session that was started further than this from its planned hour is a rehearsal."""
_ONE_MEETING = timedelta(hours=12)
"""Within this time after its start a workshop is still the same meeting."""
_SHORT, _LAST = 0.2, 0.05
"""The parts of its time at which a round is nearly over, and as good as over."""

Elapsed = Callable[[str], float]
"""Seconds spent in a round (its id), as `Desk.elapsed` counts them."""


class Pressure(Enum):
    """How near its end the time of a round is."""

    NONE = "none"
    SHORT = "short"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Slot:
    """When a round is planned."""

    round_id: str
    start: datetime
    end: datetime


def wall_clock(moment: datetime) -> datetime:
    """A kept moment (UTC, whether it says so or not) as the clock on the wall showed it."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone().replace(tzinfo=None)


def planned(view: WorkshopView) -> tuple[Slot, ...]:
    """The planned times of the rounds that are switched on, one after the other from the start."""
    slots = []
    start = datetime.combine(view.info.day, view.info.start)
    for known in view.script:
        end = start + timedelta(minutes=known.minutes)
        slots.append(Slot(known.id, start, end))
        start = end
    return tuple(slots)


def remaining(known: RoundView, elapsed: Elapsed) -> float:
    """Seconds that are left of a round, those given on top with them; below zero when it takes longer."""
    return known.allotted * 60 - elapsed(known.id)


def pressure(known: RoundView, elapsed: Elapsed) -> Pressure:
    """How near the end of its time a round is."""
    left, whole = remaining(known, elapsed), known.allotted * 60
    if left > whole * _SHORT or not whole:
        return Pressure.NONE
    return Pressure.SHORT if left > whole * _LAST else Pressure.LAST


def is_done(view: WorkshopView, known: RoundView) -> bool:
    """Whether a round was held and the room has gone on to a later one."""
    script = [each.id for each in view.script]
    if known.started_at is None or known.id not in script or known.id == view.stage.place.round_id:
        return False
    return script.index(known.id) < _furthest(view) or view.stage.place.step == "thanks"


def round_end(view: WorkshopView, round_id: str, now: datetime, elapsed: Elapsed) -> datetime:
    """When a coming round ends, if it and those from here on to it take what is planned."""
    end, still_open = _begin(view, now), _open_rounds(view)
    here = next((n for n, known in enumerate(still_open) if known.id == view.stage.place.round_id), 0)
    for known in still_open[here:]:
        end += timedelta(seconds=max(remaining(known, elapsed), 0))
        if known.id == round_id:
            break
    return end


def expected_end(view: WorkshopView, now: datetime, elapsed: Elapsed) -> datetime:
    """When the workshop ends, if all that is still open takes what is planned, with the slack."""
    left = sum(max(remaining(known, elapsed), 0) for known in _open_rounds(view))
    slack = 0 if view.stage.place.step == "thanks" else view.info.slack_minutes
    return _begin(view, now) + timedelta(seconds=left, minutes=slack)


def minutes_behind(view: WorkshopView, now: datetime, elapsed: Elapsed) -> int:
    """How many minutes later than agreed the workshop is expected to end; below zero when earlier."""
    agreed = _agreed_start(view, now) + timedelta(minutes=view.info.booked_minutes)
    return round((expected_end(view, now, elapsed) - agreed).total_seconds() / 60)


def to_come(view: WorkshopView) -> list[RoundView]:
    """The rounds that are still to be held, without the one where the beamer is."""
    here = view.stage.place.round_id
    return [known for known in _open_rounds(view) if known.id != here and known.started_at is None]


def _agreed_start(view: WorkshopView, now: datetime) -> datetime:
    # Far from the planned hour (a rehearsal), the start is when it was started, or now if that was long ago.
    planned_start = datetime.combine(view.info.day, view.info.start)
    started = wall_clock(view.info.started_at) if view.info.started_at else now
    if abs(started - planned_start) < _NEAR:
        return planned_start
    return started if abs(now - started) < _ONE_MEETING else now


def _begin(view: WorkshopView, now: datetime) -> datetime:
    return max(now, _agreed_start(view, now)) if view.info.state is WorkshopState.PREPARED else now


def _furthest(view: WorkshopView) -> int:
    return max((place for place, known in enumerate(view.script) if known.started_at), default=0)


def _open_rounds(view: WorkshopView) -> list[RoundView]:
    here, furthest = view.stage.place, _furthest(view)
    if here.step == "thanks":
        return []
    return [
        known
        for place, known in enumerate(view.script)
        if not known.skipped and (known.id == here.round_id or known.started_at is None or place >= furthest)
    ]
