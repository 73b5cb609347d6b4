"""The time of a workshop: planned clock times, what is left of a round, and when it is expected to end. Pure.

Times are those of the clock on the wall, without a zone; `wall_clock` makes them of the moments that a file keeps.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workshop_app.model.values import WorkshopState
from workshop_app.model.views import RoundView, WorkshopView

_NEAR = timedelta(hours=3)
"""A session that was started further than this from its planned hour is a rehearsal."""
_ONE_MEETING = timedelta(hours=12)
"""Within this time after its start a workshop is still the same meeting."""

Elapsed = Callable[[str], float]
"""Seconds spent in a round (its id), as `Desk.elapsed` counts them."""


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
    """Planned seconds that are left of a round; below zero when it takes longer."""
    return known.minutes * 60 - elapsed(known.id)


def is_done(view: WorkshopView, known: RoundView) -> bool:
    """Whether a round was held and the room has gone on to a later one."""
    script = [each.id for each in view.script]
    if known.started_at is None or known.id not in script or known.id == view.stage.place.round_id:
        return False
    return script.index(known.id) < _furthest(view) or view.stage.place.step == "thanks"


def round_end(view: WorkshopView, round_id: str, now: datetime, elapsed: Elapsed) -> datetime:
    """When a coming round ends, if it and those before it take what is planned."""
    end = _begin(view, now)
    for known in _open_rounds(view):
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
        if (known.id == here.round_id or place >= furthest) and not known.skipped
    ]
