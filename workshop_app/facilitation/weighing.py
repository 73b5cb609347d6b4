"""Commands that weigh options: the score that a voice gives to an option on a criterion."""

from collections.abc import Sequence

from sqlmodel import Session, select

from workshop_app.facilitation.command import GoneError, RefusedError, command, found
from workshop_app.facilitation.counting import require_voice
from workshop_app.i18n import N_
from workshop_app.model.entities import Prompt, Response, Round
from workshop_app.model.values import PromptRole
from workshop_app.model.weighed import SCORES
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic


@command(N_("score"))
def weigh(db: Session, prompt_id: str, criterion_id: str, voice: str, score: int) -> None:
    """Let a voice score an option on a criterion, from 1 to 5; of each voice the last score counts.

    Raises RefusedError where nothing is weighed, for another score, and for a voice that is not asked here.
    """
    if str(score) not in SCORES:
        raise RefusedError(N_("A score is a number from 1 to 5."))
    _require_weighed(db, prompt_id, criterion_id, voice)
    given = _given(db, prompt_id, criterion_id, voice)
    row = given[0] if given else Response(prompt_id=prompt_id, criterion=criterion_id, voice=voice, value=1)
    row.option = str(score)
    db.add(row)


@command(N_("score removed"))
def unweigh(db: Session, prompt_id: str, criterion_id: str, voice: str) -> None:
    """Take away what a voice gave to an option on a criterion."""
    _require_weighed(db, prompt_id, criterion_id, voice)
    for row in _given(db, prompt_id, criterion_id, voice):
        db.delete(row)


def drop_scores(db: Session, criterion_id: str) -> None:
    """Take away all that was scored on a criterion that goes: a part of commands."""
    for row in db.exec(select(Response).where(Response.criterion == criterion_id)).all():
        db.delete(row)


def _given(db: Session, prompt_id: str, criterion_id: str, voice: str) -> Sequence[Response]:
    query = select(Response).where(
        Response.prompt_id == prompt_id, Response.criterion == criterion_id, Response.voice == voice
    )
    return db.exec(query).all()


def _require_weighed(db: Session, prompt_id: str, criterion_id: str, voice: str) -> None:
    option, criterion = found(db, Prompt, prompt_id), found(db, Prompt, criterion_id)
    known = found(db, Round, option.round_id)
    roles = (option.role, criterion.role)
    if Mechanic.GRID not in KINDS[known.kind].mechanics or roles != (PromptRole.ITEM, PromptRole.CRITERION):
        raise RefusedError(N_("There is nothing to weigh in this round."))
    if criterion.round_id != known.id:
        raise GoneError
    require_voice(known, voice)
