"""What the script says about a round, in words."""

from types import MappingProxyType

from workshop_app.i18n import N_, Language
from workshop_app.model.values import Grain, Level
from workshop_app.model.views import RoundView
from workshop_app.rounds.catalogue import ITEM_NOUNS, KINDS
from workshop_app.rounds.kind import ItemForm, RoundKind, Scene

LEVELS = MappingProxyType(
    {
        Level.ANONYMOUS: (N_("anonymous"), N_("nobody (anonymous)")),
        Level.ORGANISATION: (N_("municipality"), N_("the municipality")),
        Level.NAME: (N_("by name"), N_("everyone, by name")),
    }
)
"""Level → (message id in the list, message id as a choice)."""

GRAINS = MappingProxyType(
    {
        Grain.ROOM: N_("the room (hands)"),
        Grain.ORGANISATION: N_("per municipality"),
        Grain.BALLOT: N_("per person (paper)"),
        Grain.GROUP: N_("per group"),
    }
)
"""Grain → message id."""


_OWN = MappingProxyType(
    {
        ItemForm.STATEMENT: N_("+ a statement of your own"),
        ItemForm.QUOTE: N_("+ a quote of your own"),
        ItemForm.PRINCIPLE: N_("+ a principle of your own"),
        ItemForm.TOPIC: N_("+ a topic of your own"),
        ItemForm.FACTOR: N_("+ a factor of your own"),
        ItemForm.QUESTION: N_("+ a question of your own"),
        ItemForm.CASE: N_("+ a case of your own"),
        ItemForm.OPTION: N_("+ an option of your own"),
        ItemForm.MOTIVE: N_("+ a motive of your own"),
        ItemForm.PROPOSAL: N_("+ a proposal of your own"),
        ItemForm.PREMISE: N_("+ a premise of your own"),
    }
)


def is_counted(kind: RoundKind) -> bool:
    """Whether a round of this kind counts anything, so that it matters who one count stands for."""
    return kind.scale is not None or kind.dots > 0


def grains(known: RoundView) -> tuple[Grain, ...]:
    """How a round can be counted: without names, only as a room or on paper."""
    open_ones = () if known.level is Level.ANONYMOUS else (Grain.ORGANISATION,)
    chosen = (known.grain,) if known.grain is Grain.GROUP else ()
    return (Grain.ROOM, *open_ones, Grain.BALLOT, *chosen)


def has_closing_question(known: RoundView) -> bool:
    """Whether the round ends with a question of our own."""
    return bool(known.closing_question) or any(step.scene is Scene.QUESTION for step in KINDS[known.kind].steps)


def own_prompt(known: RoundView, language: Language) -> str:
    """The invitation to add an item of one's own."""
    return language.gettext(_OWN[KINDS[known.kind].item_form])


def chosen_of(known: RoundView, language: Language) -> str:
    """How many of the prompts are on: "6 of 9 statements"."""
    total, on = len(known.prompts), sum(prompt.included for prompt in known.prompts)
    one, more = ITEM_NOUNS[KINDS[known.kind].item_form]
    nouns = language.gettext(one if total == 1 else more).format(n=total)
    return nouns if on == total else language.gettext("{n} of {nouns}").format(n=on, nouns=nouns)


def summary(known: RoundView, language: Language) -> str:
    """The round on one line: its prompts and how it is counted, or its question."""
    _ = language.gettext
    kind = KINDS[known.kind]
    parts = [chosen_of(known, language)] if known.prompts else []
    if is_counted(kind):
        parts.append(_(GRAINS[known.grain]))
    if kind.dots:
        parts.append(_("dots"))
    if known.closing_question:
        parts.append(_("our question"))
    return " · ".join(parts) or " ".join(known.question.split())
