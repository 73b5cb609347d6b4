"""Changing the order of the rounds while the meeting runs: what was held stays before what is to come. Pure."""

from workshop_app.facilitation.schedule import is_done
from workshop_app.model.values import Origin
from workshop_app.model.views import ActionView, DecisionView, ParkedView, RoundView, WorkshopView


def shift(view: WorkshopView, round_id: str, by: int) -> int:
    """How many places in the list of all rounds bring one before (-1) or after (1) its neighbour in the script.

    0 where it cannot go: at an end, and past a round that was held.
    """
    script, rounds = view.script, [known.id for known in view.rounds]
    here = next((n for n, known in enumerate(script) if known.id == round_id), -1)
    there = here + by
    if here < 0 or not 0 <= there < len(script) or is_done(view, script[here]) or is_done(view, script[there]):
        return 0
    return rounds.index(script[there].id) - rounds.index(round_id)


def holds_answers(view: WorkshopView, known: RoundView) -> bool:
    """Whether something was captured in a round: without it that would be left out of the minutes."""
    outcomes: tuple[DecisionView | ActionView | ParkedView, ...] = (*view.decisions, *view.actions, *view.parked)
    return bool(
        known.contributions
        or any(prompt.responses or prompt.origin is Origin.ROOM for prompt in known.prompts)
        or view.photos(known.id)
        or any(outcome.round_id == known.id for outcome in outcomes)
    )
