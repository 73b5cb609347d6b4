"""Commands for the beamer and the clock: never journaled, so undo never moves the room."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from workshop_app.facilitation import journal
from workshop_app.facilitation.command import unjournaled
from workshop_app.facilitation.nameless_text import as_kept
from workshop_app.facilitation.script import Reveal
from workshop_app.model import entities
from workshop_app.model.values import NOTES_LIMIT, WorkshopState
from workshop_app.model.views import Place
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Scene


def _stage(db: Session) -> entities.Stage:
    stage = db.get(entities.Stage, "stage") or entities.Stage()
    db.add(stage)
    return stage


@unjournaled
def go(db: Session, place: Place, at: datetime) -> None:
    """Bring the beamer to a place; the clock of its round starts with the first visit."""
    stage = _stage(db)
    stage.round_id, stage.step, stage.prompt_id, stage.page = place.round_id, place.step, place.prompt_id, 0
    workshop = db.exec(select(entities.Workshop)).one()
    if workshop.state == WorkshopState.PREPARED and place.round_id:
        workshop.state = WorkshopState.RUNNING.value
        workshop.started_at = at
    if place.round_id:
        time = db.get(entities.RoundTime, place.round_id)
        time = time or entities.RoundTime(round_id=place.round_id, started_at=at)
        if time.task_at is None and _is_task(db, place):
            time.task_at = at
        db.add(time)


def _is_task(db: Session, place: Place) -> bool:
    known = db.get(entities.Round, place.round_id)
    step = KINDS[known.kind].step(place.step) if known else None
    return step is not None and step.scene is Scene.TASK


@unjournaled
def reveal(db: Session, what: Reveal) -> None:
    """Let the room see a result."""
    if db.get(entities.Reveal, (what.round_id, what.step, what.prompt_id)) is None:
        db.add(entities.Reveal(round_id=what.round_id, step=what.step, prompt_id=what.prompt_id))


@unjournaled
def hide(db: Session, what: Reveal) -> None:
    """Hide a result again."""
    shown = db.get(entities.Reveal, (what.round_id, what.step, what.prompt_id))
    if shown:
        db.delete(shown)


@unjournaled
def hold(db: Session, frozen: bool | None = None, black: bool | None = None, page: int | None = None) -> None:
    """Freeze the room's picture, make it black, or turn to a page; None leaves a thing as it is."""
    stage = _stage(db)
    if frozen is not None:
        stage.frozen = frozen
    if black is not None:
        stage.black = black
    if page is not None:
        stage.page = page


@unjournaled
def keep_draft(db: Session, round_id: str, prompt_id: str, strand: str, text: str) -> None:
    """Keep half-typed text with its place; empty text takes it away. An anonymous round keeps no name after an @."""
    text = as_kept(db, round_id, strand, text)
    draft = db.get(entities.DraftText, (round_id, prompt_id, strand))
    if not text:
        if draft:
            db.delete(draft)
        return
    draft = draft or entities.DraftText(round_id=round_id, prompt_id=prompt_id, strand=strand)
    draft.text = text[:NOTES_LIMIT]
    db.add(draft)


@unjournaled
def finish(db: Session, at: datetime) -> None:
    """The meeting is over; what is left is the minutes. In which order anonymous answers came is forgotten now, so that
    what was done up to the last of them can no longer be undone."""
    journal.forget_order(db)
    workshop = db.exec(select(entities.Workshop)).one()
    workshop.state = WorkshopState.FINISHED.value
    workshop.ended_at = workshop.ended_at or at


@unjournaled
def restart_clock(db: Session, round_id: str) -> None:
    """Count the time of a round from zero again (a pause that is held twice)."""
    db.exec(delete(entities.RoundTime).where(col(entities.RoundTime.round_id) == round_id))


@unjournaled
def move_tasks(db: Session, by: timedelta) -> None:
    """The clock on the wall was set on or back: the time of small groups began as much later or earlier on it."""
    for time in db.exec(select(entities.RoundTime)).all():
        if time.task_at:
            time.task_at += by


@unjournaled
def restart_task(db: Session, round_id: str, at: datetime) -> None:
    """Let the small groups of a round begin their time again."""
    time = db.get(entities.RoundTime, round_id) or entities.RoundTime(round_id=round_id, started_at=at)
    time.task_at = at
    db.add(time)
