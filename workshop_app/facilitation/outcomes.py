"""Commands on what comes out: decisions, actions and what is parked."""

from typing import TypeVar

from sqlalchemy import func
from sqlmodel import Session, col, select

from workshop_app.facilitation.command import RefusedError, change, command, found
from workshop_app.facilitation.limits import tidy
from workshop_app.i18n import N_
from workshop_app.model.entities import Action, Decision, ParkedItem, Prompt, Round
from workshop_app.model.values import ParkedState

Outcome = TypeVar("Outcome", Decision, Action, ParkedItem)


def _worded(text: str) -> str:
    text = tidy(text)
    if not text:
        raise RefusedError(N_("There is nothing to save yet."))
    return text


def _added(db: Session, row: Outcome) -> str:
    row.text = _worded(row.text)
    entity = type(row)
    row.position = (db.exec(select(func.max(col(entity.position)))).one() or 0) + 1
    if row.round_id and db.get(Round, row.round_id) is None:
        row.round_id = None
    db.add(row)
    db.flush()
    return row.id


def _edited(row: Outcome, fields: dict[str, object]) -> None:
    if "text" in fields:
        fields["text"] = _worded(str(fields["text"]))
    change(row, fields)


@command(N_("decision"))
def decide(db: Session, /, text: str, round_id: str = "", prompt_id: str = "", **fields: object) -> str:
    """Take down a decision and return its id. Fields: support, reservation, ratified_by."""
    row = Decision(text=text, round_id=round_id or None)
    if prompt_id and db.get(Prompt, prompt_id) is not None:
        row.prompt_id = prompt_id
    change(row, fields)
    return _added(db, row)


@command(N_("change of a decision"))
def edit_decision(db: Session, /, decision_id: str, **fields: object) -> None:
    """Change text, support, reservation or ratified_by."""
    _edited(found(db, Decision, decision_id), fields)


@command(N_("decision removed"))
def remove_decision(db: Session, decision_id: str) -> None:
    """Take a decision away; undo brings it back."""
    db.delete(found(db, Decision, decision_id))


@command(N_("action"))
def act(db: Session, /, text: str, round_id: str = "", prompt_id: str = "", **fields: object) -> str:
    """Take down an action and return its id. Fields: owner, participant_id, organisation_id, due, due_text."""
    row = Action(text=text, round_id=round_id or None)
    if prompt_id and db.get(Prompt, prompt_id) is not None:
        row.prompt_id = prompt_id
    change(row, fields)
    return _added(db, row)


@command(N_("change of an action"))
def edit_action(db: Session, /, action_id: str, **fields: object) -> None:
    """Change text, owner, due, due_text or done."""
    _edited(found(db, Action, action_id), fields)


@command(N_("action removed"))
def remove_action(db: Session, action_id: str) -> None:
    """Take an action away; undo brings it back."""
    db.delete(found(db, Action, action_id))


@command(N_("parked item"))
def park(db: Session, text: str, round_id: str = "") -> str:
    """Put something aside and return its id."""
    return _added(db, ParkedItem(text=text, round_id=round_id or None))


@command(N_("change of a parked item"))
def edit_parked(db: Session, /, parked_id: str, **fields: object) -> None:
    """Change text or state."""
    _edited(found(db, ParkedItem, parked_id), fields)


@command(N_("parked item made an action"))
def act_on_parked(db: Session, parked_id: str) -> str:
    """Make an action of a parked item, with its text and its round; the item has ended so. Returns the action's id."""
    item = found(db, ParkedItem, parked_id)
    if item.state == ParkedState.ACTION:
        raise RefusedError(N_("This became an action already."))
    item.state = ParkedState.ACTION.value
    return _added(db, Action(text=item.text, round_id=item.round_id))


@command(N_("parked item removed"))
def remove_parked(db: Session, parked_id: str) -> None:
    """Take a parked item away; undo brings it back."""
    db.delete(found(db, ParkedItem, parked_id))
