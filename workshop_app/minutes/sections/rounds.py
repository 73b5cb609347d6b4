"""The rounds: one after another, with what was asked, how it was answered and what was said."""

from collections.abc import Iterator
from dataclasses import replace

from workshop_app.i18n import N_, Language
from workshop_app.minutes.document import Block, Bullets, Item, Link, Prose, Section
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.sections.counted import counted
from workshop_app.minutes.sections.left_out import answers_kept, outcome_kept
from workshop_app.minutes.sections.moved import moved
from workshop_app.minutes.sections.photos import photos
from workshop_app.minutes.sections.placed import placed
from workshop_app.minutes.sections.small_groups import is_of_a_table, small_groups
from workshop_app.minutes.sections.speech import speech
from workshop_app.minutes.sections.weighed import weighed
from workshop_app.minutes.wording import HEADING_LIMIT, duration, round_name
from workshop_app.model.text import dotted
from workshop_app.model.values import Grain, Level, MinutesPart
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic, RoundKind, Scene

_PAUSE = "pause"
_GRAIN = {
    Grain.ROOM: N_("hands in the room"),
    Grain.ORGANISATION: N_("one answer per organisation"),
    Grain.BALLOT: N_("on paper"),
    Grain.GROUP: N_("one answer per group"),
}


def held_rounds(view: WorkshopView) -> tuple[RoundView, ...]:
    """The rounds that took place; breaks do not count."""
    return tuple(known for known in view.script if known.kind != _PAUSE and was_held(known, view))


def was_held(known: RoundView, view: WorkshopView) -> bool:
    """Whether a round took place: it was visited or something came out of it, and it was not passed over."""
    touched = (
        known.spent_seconds
        or known.started_at
        or known.contributions
        or any(prompt.responses for prompt in known.prompts)
        or view.photos(known.id)
        or known.id in {decision.round_id for decision in view.decisions}
        or known.id in {action.round_id for action in view.actions}
    )
    return bool(touched) and not known.skipped


def rounds(view: WorkshopView, edition: Edition, language: Language) -> Section | None:
    """The chapter of the rounds; None when there were none."""
    _ = language.gettext
    held = held_rounds(view)
    passed = tuple(known for known in view.script if known.kind != _PAUSE and known not in held)
    sections = tuple(_round(known, view, edition, language) for known in held)
    if passed:
        items = tuple(Item(f"{round_name(known, view, language)}: {known.title}") for known in passed)
        sections = (*sections, Section(_("Not dealt with"), (Bullets(items),), in_contents=False))
    if not sections:
        return None
    return Section(_("The rounds"), sections, anchor="rounds", new_page=True)


def _round(known: RoundView, view: WorkshopView, edition: Edition, language: Language) -> Section:
    asked = bool(known.question) and len(known.question) <= HEADING_LIMIT
    return Section(
        heading=known.question if asked else known.title,
        blocks=tuple(_blocks(known, asked, view, edition, language)) or (_nothing(language),),
        kicker=round_name(known, view, language),
        meta=dotted(_how(known, asked, language)),
        anchor=f"round-{known.id}",
    )


def _how(known: RoundView, asked: bool, language: Language) -> Iterator[str]:
    """How it was asked, in a line."""
    _, kind = language.gettext, KINDS[known.kind]
    if asked:
        yield known.title
    if kind.is_counted:
        by_heads = known.heads and known.grain is Grain.ORGANISATION
        yield _("hands per organisation") if by_heads else _(_GRAIN[known.grain])
    if known.level is Level.ANONYMOUS:
        yield _("anonymous")
    yield duration(round(known.spent_seconds / 60) or known.minutes, language)


def _nothing(language: Language) -> Prose:
    return Prose(language.gettext("Nothing was written down in this round."), "note")


def _blocks(known: RoundView, asked: bool, view: WorkshopView, edition: Edition, language: Language) -> Iterator[Block]:
    kind = KINDS[known.kind]
    if known.question and not asked:
        yield Prose(known.question)
    if known.intro:
        yield Prose(known.intro)
    yield from _listed(known, kind)
    yield from outcome_kept(_outcome(known, kind, view, edition, language), known.left_out)
    known = answers_kept(known)
    if Mechanic.OUTCOMES in kind.mechanics:
        yield from _what_came_of_it(view, language)
    if any(step.scene is Scene.TABLES for step in kind.steps):
        yield from small_groups(known, kind, view, edition, language)
        known = replace(known, contributions=tuple(c for c in known.contributions if not is_of_a_table(c, kind)))
    yield from speech(known, kind, view, edition, language)
    if MinutesPart.PHOTOS not in known.left_out:
        yield from photos(known, view, language)


def _outcome(
    known: RoundView, kind: RoundKind, view: WorkshopView, edition: Edition, language: Language
) -> Iterator[Block]:
    """What was counted, scored, placed and weighed."""
    yield from counted(known, kind, view, edition, language)
    yield from moved(known, kind, view, edition, language)
    if Mechanic.MATRIX in kind.mechanics:
        yield from placed(known, view, edition, language)
    if Mechanic.GRID in kind.mechanics:
        yield from weighed(known, view, edition, language)


def _listed(known: RoundView, kind: RoundKind) -> Iterator[Bullets]:
    """The items that a round laid before the room without counting anything on them."""
    step = kind.steps[0]
    if step.scene not in (Scene.WALL, Scene.REVEAL) or kind.scale or kind.dots:
        return
    shown = [item for item in known.items if known.is_revealed(step.key, item.id)] or known.items
    items = tuple(Item(item.text, details=(item.detail,) if item.detail else ()) for item in shown)
    if items:
        yield Bullets(items, ordered=step.scene is Scene.REVEAL)


def _what_came_of_it(view: WorkshopView, language: Language) -> Iterator[Prose]:
    ngettext = language.ngettext
    decisions, actions = len(view.decisions), len(view.actions)
    if decisions:
        words = ngettext("{n} decision was taken.", "{n} decisions were taken.", decisions).format(n=decisions)
        yield Prose(words, link=Link(language.gettext("To the decisions"), "#decisions"))
    if actions:
        words = ngettext("{n} action was agreed.", "{n} actions were agreed.", actions).format(n=actions)
        yield Prose(words, link=Link(language.gettext("To the actions"), "#actions"))
