"""The voices of a round that becomes anonymous: nobody's any more, with every answer kept."""

from collections import defaultdict
from collections.abc import Sequence

from sqlmodel import Session, col, select

from workshop_app.facilitation.voices import new_ballots
from workshop_app.model.entities import Prompt, Response, Round
from workshop_app.model.values import ROOM_VOICE, Grain
from workshop_app.rounds.catalogue import KINDS


def make_voices_nameless(db: Session, known: Round) -> None:
    """Heads of organisations become hands of the room; organisations and groups become ballots; ballots get new numbers
    at random."""
    items = select(Prompt.id).where(Prompt.round_id == known.id)
    rows = db.exec(select(Response).where(col(Response.prompt_id).in_(items))).all()
    kind = KINDS[known.kind]
    if known.grain == Grain.ORGANISATION and known.heads and (kind.scale or kind.dots):
        _pour_together(db, rows)
        known.grain = Grain.ROOM.value
    elif known.grain != Grain.ROOM:
        _renumber(rows)
        known.grain = Grain.BALLOT.value
    known.heads = False


def _pour_together(db: Session, rows: Sequence[Response]) -> None:
    """One row of the room for what several organisations gave to the same option of an item."""
    alike = defaultdict(list)
    for row in rows:
        alike[row.prompt_id, row.criterion, row.option].append(row)
    for first, *others in alike.values():
        first.value += sum(other.value for other in others)
        first.voice = ROOM_VOICE
        for other in others:
            db.delete(other)


def _renumber(rows: Sequence[Response]) -> None:
    old = sorted({row.voice for row in rows})
    new = dict(zip(old, new_ballots(len(old), old), strict=True))
    for row in rows:
        row.voice = new[row.voice]
