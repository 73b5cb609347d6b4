"""Erasing for good: what these take away is not in the file, the journal or the backups afterwards, and not undone."""

from typing import ParamSpec

from sqlmodel import Session, SQLModel, col, delete, select, update

from workshop_app.facilitation import journal
from workshop_app.facilitation.command import Command, RefusedError, found, unjournaled
from workshop_app.facilitation.copied_words import wipe_copies_of_prompt, wipe_copies_of_said
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.nameless import make_voices_nameless
from workshop_app.facilitation.nameless_text import make_drafts_nameless
from workshop_app.facilitation.weighing import drop_scores
from workshop_app.i18n import N_
from workshop_app.model import entities
from workshop_app.model.values import Level, Origin

P = ParamSpec("P")


def erase(desk: Desk, what: Command[P, None], *args: P.args, **kwargs: P.kwargs) -> None:
    """Run an erasing command, then overwrite the file's free space and leave one backup, made after it.

    The caller has asked before: this clears all that could be undone. Raises RefusedError or StorageError; after the
    second it may be gone from the session and not yet from the backups, and `desk.file.owes_scrub` says so, also after
    a restart.
    """
    with desk.file.erasing():
        desk.run(what, *args, **kwargs)


@unjournaled
def wipe_contribution(db: Session, contribution_id: str) -> None:
    """Delete a contribution for good."""
    wipe_copies_of_said(db, found(db, entities.Contribution, contribution_id))
    _wipe(db, entities.Contribution, contribution_id)


@unjournaled
def wipe_prompt(db: Session, prompt_id: str) -> None:
    """Delete a prompt, with what was said about it, for good."""
    db.exec(delete(entities.DraftText).where(col(entities.DraftText.prompt_id) == prompt_id))
    drop_scores(db, prompt_id)
    prompt = found(db, entities.Prompt, prompt_id)
    wipe_copies_of_prompt(db, prompt)
    db.delete(prompt)
    journal.clear(db)


@unjournaled
def wipe_decision(db: Session, decision_id: str) -> None:
    """Delete a decision for good."""
    _wipe(db, entities.Decision, decision_id)


@unjournaled
def wipe_action(db: Session, action_id: str) -> None:
    """Delete an action for good."""
    _wipe(db, entities.Action, action_id)


@unjournaled
def wipe_parked(db: Session, parked_id: str) -> None:
    """Delete a parked item for good."""
    _wipe(db, entities.ParkedItem, parked_id)


@unjournaled
def wipe_picture(db: Session, picture_id: str) -> None:
    """Delete a photo or a logo for good."""
    _wipe(db, entities.Picture, picture_id)


def _wipe(db: Session, entity: type[SQLModel], row_id: str) -> None:
    db.delete(found(db, entity, row_id))
    journal.clear(db)


@unjournaled
def forget_person(db: Session, participant_id: str) -> None:
    """Forget a person throughout: off the list, and off what they said, own and do."""
    person = found(db, entities.Participant, participant_id)
    for action in db.exec(select(entities.Action).where(entities.Action.participant_id == person.id)).all():
        action.owner = ""
    for action in db.exec(select(entities.Action).where(entities.Action.owner == person.name)).all():
        action.owner = ""
    db.flush()
    db.delete(person)
    journal.clear(db)


@unjournaled
def set_level(db: Session, round_id: str, level: Level) -> None:
    """Tighten who can be recognised in a round, at once for everything in it. Raises RefusedError for loosening."""
    known = found(db, entities.Round, round_id)
    if level.openness >= Level(known.level).openness:
        raise RefusedError(N_("This does not tighten the round."))
    known.level = level.value
    said = update(entities.Contribution).where(col(entities.Contribution.round_id) == round_id)
    db.exec(said.values(participant_id=None))
    if level is Level.ANONYMOUS:
        db.exec(said.values(organisation_id=None, group_id=None, seq=None))
        make_voices_nameless(db, known)
        make_drafts_nameless(db, round_id)
        _level_additions(db, known)
    journal.clear(db)


def _level_additions(db: Session, known: entities.Round) -> None:
    """Give all that the room added the same place: it tells no longer what came first."""
    added = select(entities.Prompt).where(
        entities.Prompt.round_id == known.id, entities.Prompt.origin == Origin.ROOM.value
    )
    rows = db.exec(added).all()
    for row in rows:
        row.position = min(each.position for each in rows)
