"""A summary to start from: a few sentences made of who was there, what every round came to and what was agreed.

Who does an action is told as an organisation: one summary stands in every version of the minutes.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from workshop_app.i18n import Language
from workshop_app.minutes.document import shortened
from workshop_app.minutes.sections.rounds import held_rounds
from workshop_app.minutes.small_counts import LEAST_SCORES, first_stands_alone, is_small
from workshop_app.minutes.wording import quoted
from workshop_app.model.attendance import attended
from workshop_app.model.values import ParkedState
from workshop_app.model.views import ActionView, PromptView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import RoundKind, Scale

NAMED = 3
"""Decisions and actions that are told in full; of more, these come first."""
RESULTS = 6
"""Rounds of which the result is told."""
LEAST_OFTEN = 2
"""Contributions that make a theme."""
_LIMIT = 160
"""Characters of what people typed in one sentence."""
_SENTENCE_END = re.compile(r"(?<=[.:?!])\s+")


def proposed_summary(view: WorkshopView, language: Language) -> str:
    """A start for whoever writes the summary, in paragraphs: the day, its outcomes; '' when nothing happened.

    `view` is the workshop as its readers may know it.
    """
    rounds = held_rounds(view)
    paragraphs = (
        (_who_spoke(view, len(rounds), language), *_results(rounds, language)),
        (_decided(view, language), _agreed(view, language), _still_open(view, language)),
    )
    return "\n".join(filter(None, (" ".join(filter(None, sentences)) for sentences in paragraphs)))


def _who_spoke(view: WorkshopView, rounds: int, language: Language) -> str:
    _, ngettext = language.gettext, language.ngettext
    if not rounds:
        return ""
    held = ngettext("{n} round", "{n} rounds", rounds).format(n=rounds)
    there = attended(view)
    people = len(there)
    if not people or is_small(people):
        return _("The session had {rounds}.").format(rounds=held)
    organisations = len({p.organisation_id for p in there if p.organisation_id})
    who = ngettext("{n} participant", "{n} participants", people).format(n=people)
    if organisations > 1:
        who = _("{participants} of {n} organisations").format(participants=who, n=organisations)
    sentence = ngettext("{participants} took part, in {rounds}.", "{participants} took part, in {rounds}.", people)
    return sentence.format(participants=who, rounds=held)


# ---------------------------------------------------------------------------------------------------------- the rounds
def _results(rounds: Sequence[RoundView], language: Language) -> list[str]:
    """What the rounds came to, one sentence each: what the room itself put first goes before what it said most."""
    ranked = []
    for place, known in enumerate(rounds):
        ways = (way(known, KINDS[known.kind], language) for way in _WAYS)
        ranked += next(([(rank, place, sentence)] for rank, sentence in enumerate(ways) if sentence), [])
    strongest = sorted(ranked)[:RESULTS]
    return [sentence for _, _, sentence in sorted(strongest, key=lambda result: result[1])]


def _chosen(known: RoundView, kind: RoundKind, language: Language) -> str:
    if not (kind.choose and known.chosen):
        return ""
    return language.gettext("The room went deeper into {quotes}.").format(quotes=_enumerated(known.chosen, language))


def _dotted(known: RoundView, kind: RoundKind, language: Language) -> str:
    most = max((item.dots for item in known.items), default=0)
    if not (kind.dots and most):
        return ""
    first = tuple(item for item in known.items if item.dots == most)
    return language.gettext("Most dots went to {items}.").format(items=_enumerated(first, language))


def _scored(known: RoundView, kind: RoundKind, language: Language) -> str:
    if kind.scale is None or kind.scale.across:
        return ""
    if kind.scale.spread:
        return _lowest(known, language)
    return _most(known, kind.scale, language)


def _lowest(known: RoundView, language: Language) -> str:
    means = {
        item: sum(item.scores()) / len(item.scores()) for item in known.items if len(item.scores()) >= LEAST_SCORES
    }
    if len(means) < 2:
        return ""
    item, mean = min(means.items(), key=lambda pair: pair[1])
    sentence = language.gettext("The lowest score went to {item}: {mean} on average.")
    return sentence.format(item=_marked(item), mean=language.number(mean, 1))


def _most(known: RoundView, scale: Scale, language: Language) -> str:
    """The item that got the first answer of the scale most often."""
    _, answer = language.gettext, scale.options[0]
    items = [item for item in known.items if item.total(answer.key)]
    if not items:
        return ""
    item = max(items, key=lambda item: (item.total(answer.key), item.answered(scale.keys)))
    often, of = item.total(answer.key), item.answered(scale.keys)
    sentence = _("“{answer}” was said most of {item}.")
    if first_stands_alone([item.total(key) for key in scale.keys]):
        sentence = _("“{answer}” was said most of {item}: {n} of {total}.")
    return sentence.format(answer=_(answer.label), item=_marked(item), n=often, total=of)


def _theme(known: RoundView, _kind: RoundKind, language: Language) -> str:
    """The theme that came back most, where one did."""
    often = Counter(c.theme for c in known.contributions if c.theme).most_common(2)
    if not often or often[0][1] < LEAST_OFTEN or (len(often) > 1 and often[0][1] == often[1][1]):
        return ""
    theme, n = often[0]
    sentence = language.gettext("In “{round}” {theme} came back most, {n} times.")
    return sentence.format(round=known.title, theme=quoted(shortened(theme, _LIMIT)), n=n)


_WAYS = (_chosen, _dotted, _scored, _theme)


# -------------------------------------------------------------------------------------------------------- the outcomes
def _decided(view: WorkshopView, language: Language) -> str:
    n = len(view.decisions)
    if not n:
        return ""
    texts = [quoted(_bare(_SENTENCE_END.split(decision.text.strip(), maxsplit=1)[0])) for decision in view.decisions]
    sentence = language.ngettext("{n} decision was taken: {decisions}.", "{n} decisions were taken: {decisions}.", n)
    return sentence.format(n=n, decisions=language.joined(_first_of(texts, language)))


def _agreed(view: WorkshopView, language: Language) -> str:
    ngettext, n = language.ngettext, len(view.actions)
    if not n:
        return ""
    todo = sorted((action for action in view.actions if not action.done), key=lambda a: a.due or date.max)
    texts = [_told(action, view, language) for action in todo]
    if not texts:
        return ngettext("{n} action was agreed.", "{n} actions were agreed.", n).format(n=n)
    sentence = ngettext("{n} action was agreed: {actions}.", "{n} actions were agreed: {actions}.", n)
    # They have commas of their own.
    *first, last = _first_of(texts, language)
    return sentence.format(n=n, actions=language.joined(["; ".join(first), last]) if first else last)


def _told(action: ActionView, view: WorkshopView, language: Language) -> str:
    """An action with the organisation that does it, never the person, and when."""
    of_person = {person.id: person.organisation_id for person in view.participants}
    organisation = view.organisation_name(action.organisation_id or of_person.get(action.participant_id, ""))
    when = language.gettext("by {date}").format(date=language.date(action.due)) if action.due else action.due_text
    beside = ", ".join(filter(None, (organisation, when.strip())))
    return f"{_bare(action.text)} ({beside})" if beside else _bare(action.text)


def _still_open(view: WorkshopView, language: Language) -> str:
    n = sum(item.state in (ParkedState.OPEN, ParkedState.NEXT_TIME) for item in view.parked)
    sentence = language.ngettext("{n} item stays for a next time.", "{n} items stay for a next time.", n)
    return sentence.format(n=n) if n else ""


def _first_of(texts: Sequence[str], language: Language) -> list[str]:
    """The first, and how many others there are."""
    named, more = list(texts[:NAMED]), len(texts) - NAMED
    if more > 0:
        named.append(language.ngettext("{n} other", "{n} others", more).format(n=more))
    return named


def _enumerated(items: Sequence[PromptView], language: Language) -> str:
    return language.joined([_marked(item) for item in items])


def _marked(item: PromptView) -> str:
    return quoted(_bare(item.text))


def _bare(text: str) -> str:
    """What somebody typed, on one line, to stand inside a sentence."""
    return shortened(text, _LIMIT).strip().rstrip(".")
