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
    given: dict[str, int] = {}
    for rounds in ([r for r in coming if not _is_spared(r)], [r for r in coming if _is_spared(r)]):
        minutes = shared([known.minutes - LEAST for known in rounds], behind - sum(given.values()))
        given |= zip((known.id for known in rounds), minutes, strict=True)
    return tuple(
        Shorter(known.id, known.title, known.minutes - given[known.id], known.minutes)
        for known in coming
        if given[known.id]
    )


def _is_spared(known: RoundView) -> bool:
    return known.kind == PAUSE.id or Mechanic.OUTCOMES in KINDS[known.kind].mechanics


def shared(spare: Sequence[int], wanted: int) -> list[int]:
    """How many of the wanted minutes each gives, in proportion to what it has to spare."""
    total = sum(spare)
    wanted = max(0, min(wanted, total))
    exact = [wanted * each / total for each in spare] if total else [0.0 for _ in spare]
    given = [int(each) for each in exact]
    most_lost = sorted(range(len(given)), key=lambda place: given[place] - exact[place])
    for place in most_lost[: wanted - sum(given)]:
        given[place] += 1
    return given
