"""Commands that place a voice in a matrix, and take it away again."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from workshop_app.facilitation.command import RefusedError, command, found
from workshop_app.facilitation.counting import require_voice
from workshop_app.i18n import N_
from workshop_app.model.entities import Prompt, Response, Round
from workshop_app.model.values import ACROSS_OPTION, MATRIX_STEPS, UP_OPTION, PromptRole
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic


@command(N_("place"))
def place(db: Session, prompt_id: str, voice: str, across: int, up: int) -> None:
    """Place a voice: from 1 (left, below) to MATRIX_STEPS (right, above); of each voice the last place counts.

    Raises RefusedError where nothing is placed, for a place outside the matrix, and for a voice that is not asked here.
    """
    if not (1 <= across <= MATRIX_STEPS and 1 <= up <= MATRIX_STEPS):
        raise RefusedError(N_("A place is two numbers from 1 to 9: first to the right, then upwards."))
    _require_placed(db, prompt_id, voice)
    there = {row.option: row for row in _places(db, prompt_id, voice)}
    for option, value in ((ACROSS_OPTION, across), (UP_OPTION, up)):
        row = there.get(option) or Response(prompt_id=prompt_id, voice=voice, option=option)
        row.value = value
        db.add(row)


@command(N_("place removed"))
def unplace(db: Session, prompt_id: str, voice: str) -> None:
    """Take a voice out of a matrix."""
    _require_placed(db, prompt_id, voice)
    for row in _places(db, prompt_id, voice):
        db.delete(row)


def _places(db: Session, prompt_id: str, voice: str) -> Sequence[Response]:
    axes = col(Response.option).in_((ACROSS_OPTION, UP_OPTION))
    return db.exec(select(Response).where(Response.prompt_id == prompt_id, Response.voice == voice, axes)).all()


def _require_placed(db: Session, prompt_id: str, voice: str) -> None:
    item = found(db, Prompt, prompt_id)
    known = found(db, Round, item.round_id)
    if Mechanic.MATRIX not in KINDS[known.kind].mechanics or item.role != PromptRole.ITEM:
        raise RefusedError(N_("There is nothing to place in this round."))
    require_voice(known, voice)
