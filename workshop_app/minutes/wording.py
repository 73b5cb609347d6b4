"""Turns of phrase that more than one part of the minutes uses."""

from workshop_app.i18n import Language
from workshop_app.minutes.document import shortened
from workshop_app.model.views import ActionView, DecisionView, RoundView, WorkshopView

HEADING_LIMIT = 140
"""Characters in a heading made from a text that people typed."""

_MARKS = ' \n\t“”„"«»'


def quoted(text: str) -> str:
    """The text between quotation marks, once."""
    return f"“{text.strip(_MARKS)}”"


def round_name(known: RoundView, view: WorkshopView, language: Language) -> str:
    """A round as people call it: "Ronde 3"; its title when it has no number."""
    number = view.number(known.id)
    return language.gettext("Round {n}").format(n=number) if number else known.title


def duration(minutes: int, language: Language) -> str:
    """A length of time: "2 uur en 30 minuten"."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(language.ngettext("{n} hour", "{n} hours", hours).format(n=hours))
    if rest or not hours:
        parts.append(language.ngettext("{n} minute", "{n} minutes", rest).format(n=rest))
    return language.joined(parts)


def label_of(person: str, organisation: str) -> str:
    """Who someone is, as far as it may be told."""
    return ", ".join(filter(None, (person, organisation)))


def origin(outcome: DecisionView | ActionView, view: WorkshopView, language: Language) -> str:
    """Where a decision or an action came from: the round, and the item when that says more than the outcome itself."""
    known = view.round(outcome.round_id)
    prompt = known.prompt(outcome.prompt_id) if known else None
    if known is None or prompt is None:
        return ""
    item = shortened(prompt.text, HEADING_LIMIT)
    says_more = item.casefold().rstrip(".") != shortened(outcome.text, HEADING_LIMIT).casefold().rstrip(".")
    words = language.gettext("From {round}: {item}") if says_more else language.gettext("From {round}")
    where = round_name(known, view, language)
    return words.format(round=where[:1].lower() + where[1:], item=item)
