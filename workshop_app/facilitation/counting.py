"""Commands that count: hands, choices of a voice, scores and priority dots."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from workshop_app.facilitation.command import RefusedError, command, found
from workshop_app.i18n import N_
from workshop_app.model.entities import Prompt, Response, Round
from workshop_app.model.values import DOTS_OPTION, NO_CRITERION, ROOM_VOICE, Grain, Level, voice_fits
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Scale

_MOST = 9_999
_OTHERWISE = N_("This round is counted in another way. Change how it is counted first.")


def _round_of(db: Session, prompt_id: str) -> Round:
    return found(db, Round, found(db, Prompt, prompt_id).round_id)


def require_voice(known: Round, voice: str) -> None:
    """Raise RefusedError when a voice may not answer in a round."""
    if not voice_fits(voice, Grain(known.grain)):
        raise RefusedError(N_("This round is counted in another way. Change how it is counted first."))
    _require_namelessness(known.level, known.grain)


def _require_namelessness(level: str, grain: str) -> None:
    if level == Level.ANONYMOUS and grain in (Grain.ORGANISATION, Grain.GROUP):
        raise RefusedError(N_("This round is anonymous. Count the hands of the room, or ballots."))


def _counts_heads(known: Round) -> bool:
    return known.heads and known.grain == Grain.ORGANISATION


def _scale_of(known: Round) -> Scale:
    scale = KINDS[known.kind].scale
    if scale is None:
        raise RefusedError(N_("There is nothing to choose in this round."))
    return scale


def _put(db: Session, prompt_id: str, voice: str, option: str, value: int) -> None:
    query = select(Response).where(
        Response.prompt_id == prompt_id,
        Response.criterion == NO_CRITERION,
        Response.voice == voice,
        Response.option == option,
    )
    row = db.exec(query).first()
    if value <= 0:
        if row:
            db.delete(row)
        return
    row = row or Response(prompt_id=prompt_id, voice=voice, option=option)
    row.value = min(value, _MOST)
    db.add(row)


@command(N_("count"))
def set_count(db: Session, prompt_id: str, option: str, value: int, voice: str = ROOM_VOICE) -> None:
    """How many hands the room, or an organisation whose heads are counted, raised for an option; 0 takes the count
    away."""
    known = _round_of(db, prompt_id)
    require_voice(known, voice)
    if voice != ROOM_VOICE and not _counts_heads(known):
        raise RefusedError(_OTHERWISE)
    _put(db, prompt_id, voice, option, value)


@command(N_("choice"))
def choose(db: Session, prompt_id: str, voice: str, option: str) -> None:
    """One voice chooses an option ('' takes away what it chose for this item).

    A voice has one option per item; where the scale goes across, one item per option.
    """
    known = _round_of(db, prompt_id)
    require_voice(known, voice)
    if option and _counts_heads(known):
        raise RefusedError(_OTHERWISE)
    scale = _scale_of(known)
    query = select(Response).where(Response.voice == voice)
    if scale.across and option:
        items = select(Prompt.id).where(Prompt.round_id == known.id)
        query = query.where(col(Response.prompt_id).in_(items), Response.option == option)
    else:
        query = query.where(Response.prompt_id == prompt_id, col(Response.option).in_(scale.keys))
    for other in db.exec(query).all():
        if (other.prompt_id, other.option) != (prompt_id, option):
            db.delete(other)
    # The unique rule must see the old choice gone before the new one comes.
    db.flush()
    if option:
        _put(db, prompt_id, voice, option, 1)


@command(N_("choice"))
def unchoose(db: Session, prompt_id: str, voice: str, option: str) -> None:
    """Take away one choice of a voice."""
    require_voice(_round_of(db, prompt_id), voice)
    _put(db, prompt_id, voice, option, 0)


@command(N_("majority"))
def fill_voices(db: Session, prompt_id: str, option: str, given: Mapping[str, int]) -> None:
    """Give an option to all that have not answered yet (see `voices.majority`), before the exceptions are typed."""
    _give(db, prompt_id, option, given)


@command(N_("the rest"))
def fill_rest(db: Session, prompt_id: str, option: str, given: Mapping[str, int]) -> None:
    """Give an option to the rest of those present (see `voices.rest`)."""
    _give(db, prompt_id, option, given)


def _give(db: Session, prompt_id: str, option: str, given: Mapping[str, int]) -> None:
    known = _round_of(db, prompt_id)
    _scale_of(known)
    for voice, value in given.items():
        require_voice(known, voice)
        _put(db, prompt_id, voice, option, value)


@command(N_("dots"))
def set_dots(db: Session, prompt_id: str, voice: str, value: int) -> None:
    """How many priority dots a voice gave to an item."""
    require_voice(_round_of(db, prompt_id), voice)
    _put(db, prompt_id, voice, DOTS_OPTION, value)


@command(N_("way of counting"), removes=True)
def set_grain(db: Session, round_id: str, grain: Grain, drop_answers: bool = False, heads: bool = False) -> None:
    """Change who one response stands for; `heads`: an organisation counts its hands instead of having one voice. With
    answers there the caller asks first, then says drop_answers.

    Raises RefusedError when there are answers and they may not be dropped, and for a way that tells who answered in an
    anonymous round.
    """
    known, heads = found(db, Round, round_id), heads and grain is Grain.ORGANISATION
    if (known.grain, known.heads) == (grain, heads):
        return
    _require_namelessness(known.level, grain)
    items = select(Prompt.id).where(Prompt.round_id == round_id)
    given = db.exec(select(Response).where(col(Response.prompt_id).in_(items))).all()
    if given and not drop_answers:
        raise RefusedError(N_("There are answers in this round already. Counting in another way would drop them."))
    for row in given:
        db.delete(row)
    known.grain, known.heads = grain.value, heads
