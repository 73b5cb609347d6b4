"""What came of an item, and on which conditions people go along with it. Pure."""

from workshop_app.model.views import ActionView, ContributionView, DecisionView, RoundView, WorkshopView

CONDITION = "needed"
"""The strand in which people say what they need to go along."""


def led_to(view: WorkshopView, prompt_id: str) -> tuple[DecisionView | ActionView, ...]:
    """The decisions and actions that came of an item."""
    outcomes: tuple[DecisionView | ActionView, ...] = (*view.decisions, *view.actions)
    return tuple(each for each in outcomes if prompt_id and each.prompt_id == prompt_id)


def conditions(known: RoundView, prompt_id: str) -> tuple[str, ...]:
    """What people need to go along with an item, as far as the minutes may have it."""
    said = known.said(prompt_id, CONDITION)
    return tuple(" ".join(each.text.split()).rstrip(".;") for each in said if _may_be_told(each))


def _may_be_told(said: ContributionView) -> bool:
    return said.in_minutes is True if said.mode else said.in_minutes is not False
