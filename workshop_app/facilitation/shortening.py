"""What to shorten when a meeting runs late: the rounds to come give minutes back in proportion. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop_app.facilitation import schedule
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS, PAUSE
from workshop_app.rounds.kind import Mechanic

LEAST = 5
"""Minutes that every round keeps."""


@dataclass(frozen=True, slots=True)
class Shorter:
    """A round to come, with the minutes it would have and those it has now."""

    round_id: str
    title: str
    minutes: int
    before: int


def shortening(view: WorkshopView, now: datetime, elapsed: schedule.Elapsed) -> tuple[Shorter, ...]:
    """The rounds that can be shorter so that it ends as agreed; none when it is not late or nothing can give.

    The break and the round of decisions and actions give only what the others cannot. `now` is the clock on the wall.
    """
    behind = schedule.minutes_behind(view, now, elapsed)
    coming = [known for known in schedule.to_come(view) if known.minutes > LEAST]
    first = [known for known in coming if not _is_spared(known)]
    given = dict(zip((known.id for known in first), _shared(first, behind), strict=True))
    spared = [known for known in coming if _is_spared(known)]
    given |= zip((known.id for known in spared), _shared(spared, behind - sum(given.values())), strict=True)
    return tuple(
        Shorter(known.id, known.title, known.minutes - given[known.id], known.minutes)
        for known in coming
        if given[known.id]
    )


def _is_spared(known: RoundView) -> bool:
    return known.kind == PAUSE.id or Mechanic.OUTCOMES in KINDS[known.kind].mechanics


def _shared(rounds: Sequence[RoundView], wanted: int) -> list[int]:
    """How many of the wanted minutes each round gives, in proportion to what it has to spare."""
    spare = [known.minutes - LEAST for known in rounds]
    total = sum(spare)
    wanted = max(0, min(wanted, total))
    exact = [wanted * each / total for each in spare]
    given = [int(each) for each in exact]
    most_lost = sorted(range(len(given)), key=lambda place: given[place] - exact[place])
    for place in most_lost[: wanted - sum(given)]:
        given[place] += 1
    return given
