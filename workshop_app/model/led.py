"""What came of an item, and on which conditions people go along with it. Pure."""

from collections.abc import Iterator

from workshop_app.model.views import ActionView, ContributionView, DecisionView, RoundView, WorkshopView

CONDITION = "needed"
"""The strand in which people say what they need to go along."""


def led_to(view: WorkshopView, prompt_id: str) -> tuple[DecisionView | ActionView, ...]:
    """The decisions and actions that came of an item."""
    outcomes: tuple[DecisionView | ActionView, ...] = (*view.decisions, *view.actions)
    return tuple(each for each in outcomes if prompt_id and each.prompt_id == prompt_id)


def copies_of(view: WorkshopView, source_id: str) -> tuple[DecisionView | ActionView, ...]:
    """The decisions and actions that hold nothing but the words of an item (or what was said about it), or of one thing
    that was said: they were made of it with one key, and go with it when it is deleted for good."""
    outcomes: tuple[DecisionView | ActionView, ...] = (*view.decisions, *view.actions)
    words = {
        (known.id, prompt_id, " ".join(text.split()))
        for known in view.rounds
        for prompt_id, text in _words_of(known, source_id)
    }
    return tuple(each for each in outcomes if (each.round_id, each.prompt_id, each.text) in words)


def _words_of(known: RoundView, source_id: str) -> Iterator[tuple[str, str]]:
    prompt = known.prompt(source_id)
    if prompt:
        yield prompt.id, prompt.text
    for said in known.contributions:
        if source_id in (said.id, said.prompt_id):
            yield said.prompt_id, said.text


def conditions(known: RoundView, prompt_id: str) -> tuple[str, ...]:
    """What people need to go along with an item, as far as the minutes may have it."""
    said = known.said(prompt_id, CONDITION)
    return tuple(" ".join(each.text.split()).rstrip(".;") for each in said if _may_be_told(each))


def _may_be_told(said: ContributionView) -> bool:
    return said.in_minutes is True if said.mode else said.in_minutes is not False
