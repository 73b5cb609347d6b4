"""What a session takes over from an earlier one: its open actions as items to follow up, and its results to compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from workshop_app.facilitation.command import command
from workshop_app.i18n import N_, Language
from workshop_app.model.entities import EarlierScore, Prompt, Round, Workshop
from workshop_app.model.text import dotted
from workshop_app.model.values import Origin
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import FOLLOWUP, KINDS

TAKEN_OVER = "action-"
"""How the key of an item begins that was an action of the previous session."""


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action of an earlier session that is not done. `key` is permanent, so that later sessions can compare."""

    key: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What all voices together gave to an option of the item with this key."""

    key: str
    option: str
    value: int


@dataclass(frozen=True, slots=True)
class Previous:
    """What is taken over from a previous session."""

    title: str
    day: date
    actions: tuple[OpenAction, ...] = ()
    scores: tuple[Earlier, ...] = ()


def previous(view: WorkshopView, language: Language) -> Previous:
    """What a session leaves to the next one; `language` is the workshop's."""
    # Where a key comes back in a later round, the later results count.
    scores = {key: scored for known in view.script for key, scored in _scored(known)}
    together = tuple(score for of_item in scores.values() for score in of_item)
    return Previous(view.info.title, view.info.day, open_actions(view, language), together)


def _scored(known: RoundView) -> Iterator[tuple[str, tuple[Earlier, ...]]]:
    scale = KINDS[known.kind].scale
    options = scale.keys if scale else ()
    for item in known.items:
        given = tuple(Earlier(item.key, option, item.total(option)) for option in options if item.total(option))
        if given and item.origin is not Origin.ROOM:
            yield item.key, given


def open_actions(view: WorkshopView, language: Language) -> tuple[OpenAction, ...]:
    """The open actions of an earlier session, with their owner and date as one line."""
    actions = []
    for action in view.actions:
        if action.done:
            continue
        owner = action.owner or view.organisation_name(action.organisation_id)
        due = language.date(action.due) if action.due else action.due_text
        actions.append(OpenAction(f"{TAKEN_OVER}{action.id}", action.text, dotted((owner, due))))
    return tuple(actions)


@command(N_("previous session"))
def take_over(db: Session, source: Previous) -> None:
    """Follow up on a previous session, in place of another one that was followed up on before: its open actions come
    first in every follow-up round, and its results stand beside those of items with the same key.
    """
    workshop = db.exec(select(Workshop)).one()
    workshop.previous_title, workshop.previous_day = source.title, source.day
    for score in db.exec(select(EarlierScore)).all():
        db.delete(score)
    for given in source.scores:
        db.add(EarlierScore(prompt_key=given.key, option=given.option, value=given.value))
    for known in db.exec(select(Round).where(Round.kind == FOLLOWUP.id)).all():
        _follow_up(db, known, source.actions)


def _follow_up(db: Session, known: Round, actions: tuple[OpenAction, ...]) -> None:
    there = db.exec(select(Prompt).where(Prompt.round_id == known.id).order_by(col(Prompt.position))).all()
    kept = {action.key for action in actions}
    left = [p for p in there if not p.key.startswith(TAKEN_OVER) or p.key in kept]
    for gone in there:
        if gone not in left:
            db.delete(gone)
    new = [action for action in actions if action.key not in {prompt.key for prompt in left}]
    for place, action in enumerate(new, start=1):
        db.add(Prompt(round_id=known.id, key=action.key, position=place, text=action.text, detail=action.detail))
    for place, prompt in enumerate(left, start=len(new) + 1):
        prompt.position = place
