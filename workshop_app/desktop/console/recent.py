"""What was taken down last, as far as it is still there. Pure."""

from dataclasses import dataclass

from workshop_app.model.views import WorkshopView

_KEPT = 20
_SHORT = 46
"""Characters of a capture that are shown."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that was taken down in a round ('' before and after the rounds), in words."""

    id: str
    round_id: str
    words: str


class Recent:
    """Remembers captures; those that were undone or removed are passed over, and come back when they do."""

    def __init__(self) -> None:
        self._taken: list[Taken] = []

    def add(self, before: frozenset[str], view: WorkshopView, round_id: str, words: str) -> None:
        """Remember what is there now and was not `before`."""
        new = ids_at(view, round_id) - before
        self._taken = [*self._taken, *(Taken(each, round_id, _shortened(words)) for each in new)][-_KEPT:]

    def newest(self, view: WorkshopView, count: int) -> list[str]:
        """The last ones that are there, the newest first."""
        ids = {round_id: ids_at(view, round_id) for round_id in {taken.round_id for taken in self._taken}}
        there = [taken.words for taken in reversed(self._taken) if taken.id in ids[taken.round_id]]
        return there[:count]


def ids_at(view: WorkshopView, round_id: str) -> frozenset[str]:
    """The ids of everything that a line can become in a round."""
    known = view.round(round_id)
    ids = {each.id for outcomes in (view.decisions, view.actions, view.parked) for each in outcomes}
    if known:
        # Asked again and again, of hundreds.
        ids |= {each.id for each in known.contributions}
        ids |= {each.id for each in known.prompts}
    return frozenset(ids)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"
