"""What the capture line can take down: the round's strands, a decision, an action, something to park. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop_app.desktop.console.here import Here
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted
from workshop_app.model.values import Level
from workshop_app.rounds.kind import ItemForm, Scene, Strand

DECISION, ACTION, PARK = "@decision", "@action", "@park"
_PREFIX = re.compile(r"\s*(\w):(?!\d)\s*")
_OUTCOMES = ((DECISION, N_("Decision"), "7"), (ACTION, N_("Action"), "8"), (PARK, N_("Park"), "9"))


@dataclass(frozen=True, slots=True)
class Target:
    """Where a line goes. `key` is a strand or one of DECISION, ACTION and PARK; `digit` chooses it with Ctrl, and
    `prefix` or the digit with a colon at the start of a line do so for that line."""

    key: str
    label: str
    digit: str
    strand: Strand | None = None
    prefix: str = ""


def targets(here: Here, language: Language) -> tuple[Target, ...]:
    """Everything that can be taken down here, the strands of the round first."""
    outcomes = [Target(key, language.gettext(label), digit) for key, label, digit in _OUTCOMES]
    variants = ("", here.round.variant) if here.round else ("",)
    strands = [strand for strand in (here.kind.strands if here.kind else ()) if strand.variant in variants]
    own = [Target(s.key, language.gettext(s.label), str(n), s) for n, s in enumerate(strands, start=1)]
    # The letters of the outcomes are the same in every round.
    with_letters = {target.key: target for target in _lettered([*outcomes, *own])}
    return tuple(with_letters[target.key] for target in (*own, *outcomes))


def _lettered(found: Iterable[Target]) -> Iterable[Target]:
    taken: set[str] = set()
    for target in found:
        letter = target.label[:1].casefold()
        prefix = target.digit if letter in taken else letter
        taken.add(prefix)
        yield replace(target, prefix=prefix)


def prefixed(text: str, offered: Iterable[Target]) -> tuple[Target | None, str]:
    """Where a line says that it goes ("b: …"), and the line without that; None when it does not say so."""
    match = _PREFIX.match(text)
    if match is None:
        return None, text
    sign = match[1].casefold()
    target = next((each for each in offered if sign in (each.prefix, each.digit)), None)
    return (target, text[match.end() :]) if target else (None, text)


def usual_key(here: Here) -> str:
    """What is taken down here unless a person chooses otherwise."""
    if here.step and here.step.strand:
        return here.step.strand
    if here.step and here.step.scene in (Scene.DECISIONS, Scene.ACTIONS):
        return DECISION if here.step.scene is Scene.DECISIONS else ACTION
    strands = here.kind.strands if here.kind else ()
    return strands[0].key if strands else PARK


def prompt_of(target: Target, subject: str | None) -> str:
    """The prompt that a line belongs to; '' is the round itself."""
    return subject or "" if target.strand and not target.strand.on_round else ""


def table_of(here: Here, target: Target, subject: str | None) -> str:
    """The small group that a line belongs to; '' for none."""
    groups = here.round.groups if here.round and target.strand else ()
    return next((group.id for group in groups if group.id == subject), "")


def place_of(here: Here, target: Target, subject: str | None) -> str:
    """Where the draft of a line is kept: its prompt, or its small group."""
    return prompt_of(target, subject) or table_of(here, target, subject)


def keeps_author(here: Here, target: Target) -> bool:
    """Whether the round keeps who said it. An item from the room belongs to the room."""
    strand = target.strand
    return here.round is not None and here.round.level is not Level.ANONYMOUS and bool(strand and not strand.adds_item)


def is_quote(here: Here, target: Target) -> bool:
    """Whether a line is a quote from the room."""
    adds = target.strand is not None and target.strand.adds_item
    return adds and here.kind is not None and here.kind.item_form is ItemForm.QUOTE


def invitation(here: Here, target: Target, place_id: str, language: Language) -> str:
    """What the empty line says: what it asks for, about what prompt or table, and the reminder about residents."""
    _ = language.gettext
    asked = {
        DECISION: _("Which decision?"),
        ACTION: _("What / who / when"),
        PARK: _("What do we park?"),
    }.get(target.key, "")
    if target.strand:
        asked = _(target.strand.question) or target.label
    who = _("@ names who said it") if keeps_author(here, target) else ""
    return dotted((asked, _about(here, place_id, language), who, _("no data of residents")))


def _about(here: Here, place_id: str, language: Language) -> str:
    known = here.round
    if known is None or not place_id:
        return ""
    number = next((n for n, item in enumerate(known.items, start=1) if item.id == place_id), 0)
    table = next((group.name for group in known.groups if group.id == place_id), "")
    return language.gettext("about number {n}").format(n=number) if number else table
