"""What an item leads to: the action or the decision that is made of it with one key, and that line again. Pure."""

from dataclasses import dataclass, field

from workshop_app.facilitation.action_line import Owner, find_owner
from workshop_app.i18n import Language
from workshop_app.model.led import conditions
from workshop_app.model.text import dotted
from workshop_app.model.views import ActionView, PromptView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS, SUPPORT

_TURN = "turn"
"""The strand in which it is said whose turn it is."""
_NOBODY = "–"
"""Stands for nobody in a line in which the owner is not known and the time is."""


@dataclass(frozen=True, slots=True)
class LedAction:
    """An action made of an item."""

    text: str = ""
    owner: Owner = field(default_factory=Owner)


@dataclass(frozen=True, slots=True)
class LedDecision:
    """A decision made of a proposal, as it was supported at that moment."""

    text: str
    support: str
    reservation: str


def action_of(view: WorkshopView, known: RoundView, prompt: PromptView) -> LedAction:
    """The action that an item leads to; its owner is whose turn it is, where that is someone on the list."""
    turns = (find_owner(said.text, view) for said in reversed(known.said(prompt.id, _TURN)))
    listed = (owner for owner in turns if owner.is_listed)
    return LedAction(" ".join(prompt.text.split()), next(listed, Owner()))


def decision_of(known: RoundView, prompt: PromptView, language: Language) -> LedDecision | None:
    """The decision that a proposal leads to; None where the room does not say whether it goes along."""
    if known.kind != SUPPORT.id:
        return None
    told = "; ".join(conditions(known, prompt.id))
    return LedDecision(" ".join(prompt.text.split()), support_for(known, prompt, language), told)


def support_for(known: RoundView, prompt: PromptView, language: Language) -> str:
    """How many go along with an item, in words: "8 ja · 2 ja, mits · 1 nee"; '' before anything was counted."""
    scale = KINDS[known.kind].scale
    options = scale.options if scale else ()
    counted = ((prompt.total(option.key), language.gettext(option.label)) for option in options)
    return dotted(f"{count} {label}" for count, label in counted if count)


def line_of(action: ActionView) -> str:
    """An action as the line "what / who / when" that it is read from."""
    due = f"{action.due.day}-{action.due.month}-{action.due.year}" if action.due else action.due_text
    owner = action.owner or (_NOBODY if due else "")
    # A slash between spaces would part the line.
    return " / ".join(part for part in (action.text.replace(" / ", "/"), owner, due) if part)


def is_nobody(owner: Owner) -> bool:
    """Whether an owner that was read from a line stands for nobody."""
    return owner.name == _NOBODY
