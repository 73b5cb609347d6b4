"""Which earlier scores are the lowest: what a round of the kind `lowest` is filled with. Pure."""

from itertools import takewhile
from statistics import fmean

from workshop_app.model.views import PromptView, WorkshopView
from workshop_app.rounds.catalogue import KINDS

LowestPrompt = tuple[str, str, str, str]
"""Key, text, detail and set title, as `preparing.fill_lowest` takes them."""


def lowest_items(view: WorkshopView, round_id: str, count: int = 3) -> tuple[LowestPrompt, ...]:
    """The items with the lowest mean score in the self-scans before a round, the lowest first.

    Of equal means the one with the lowest single score comes first: one missing factor is enough to hinder.
    """
    scored = [item for item in _earlier_items(view, round_id) if item.scores()]
    scored.sort(key=lambda item: (fmean(item.scores()), item.scores()[0]))
    return tuple((item.key, item.text, item.detail, item.set_title) for item in scored[:count])


def _earlier_items(view: WorkshopView, round_id: str) -> list[PromptView]:
    earlier = takewhile(lambda known: known.id != round_id, view.script)
    scales = ((known, KINDS[known.kind].scale) for known in earlier)
    return [item for known, scale in scales if scale and scale.spread for item in known.items]
