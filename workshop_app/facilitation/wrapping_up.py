"""Commands after the meeting: what stays out of the minutes, in which order they tell it, and that they were sent."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from workshop_app.facilitation.command import command, found
from workshop_app.i18n import N_
from workshop_app.model.entities import Organisation, Round, Workshop
from workshop_app.model.values import MinutesPart


@command(N_("what goes into the minutes"))
def leave_out(db: Session, part: MinutesPart, round_ids: Sequence[str], out: bool) -> None:
    """Keep a part out of the sections of these rounds, or let it in again."""
    for round_id in round_ids:
        known = found(db, Round, round_id)
        parts = set(known.left_out.split()) - {part.value}
        known.left_out = " ".join(sorted(parts | {part.value} if out else parts))


@command(N_("order of the rounds"))
def put_in_order(db: Session, round_ids: Sequence[str]) -> None:
    """Let these rounds follow each other so, in the places that they have together; the others stay where they are."""
    told = {round_id: found(db, Round, round_id) for round_id in round_ids}
    script = db.exec(select(Round).order_by(col(Round.position), col(Round.id))).all()
    following = iter(told.values())
    in_order = [next(following) if row.id in told else row for row in script]
    for position, row in enumerate(in_order, start=1):
        row.position = position


@command(N_("sent"))
def mark_sent(db: Session, day: date | None, organisation_id: str = "") -> None:
    """The minutes were sent on a day, to everybody or to one organisation; None: they were not."""
    row = found(db, Organisation, organisation_id) if organisation_id else db.exec(select(Workshop)).one()
    row.sent_on = day
