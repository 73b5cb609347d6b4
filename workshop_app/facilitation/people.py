"""Commands on organisations and participants, and who is in the room."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from workshop_app.facilitation.command import RefusedError, change, command, found
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import N_
from workshop_app.model.attendance import ATTENDED
from workshop_app.model.entities import Organisation, Participant
from workshop_app.model.text import single_line
from workshop_app.model.values import Presence


def _next_position(db: Session, entity: type[Organisation] | type[Participant]) -> int:
    return (db.exec(select(func.max(col(entity.position)))).one() or 0) + 1


def _named(name: str) -> str:
    name = single_line(name)
    if not name:
        raise RefusedError(N_("A name is missing."))
    return name


def organisation_called(db: Session, name: str) -> str | None:
    """The id of an organisation, made when it is not there yet; None for no name. Case does not matter."""
    name = single_line(name)
    if not name:
        return None
    for row in db.exec(select(Organisation)).all():
        if row.name.casefold() == name.casefold():
            return row.id
    row = Organisation(name=name, position=_next_position(db, Organisation))
    db.add(row)
    db.flush()
    return row.id


@command(N_("organisation"))
def add_organisation(db: Session, name: str) -> str:
    """Add an organisation (or find it) and return its id."""
    return organisation_called(db, _named(name)) or ""


@command(N_("organisations"))
def add_organisations(db: Session, names: Sequence[str]) -> None:
    """Add organisations that are not there yet."""
    for name in names:
        organisation_called(db, name)


@command(N_("organisation"))
def edit_organisation(db: Session, organisation_id: str, name: str) -> None:
    """Rename an organisation."""
    found(db, Organisation, organisation_id).name = _named(name)


@command(N_("organisation removed"), removes=True)
def remove_organisation(db: Session, organisation_id: str) -> None:
    """Take an organisation away; its people stay, without organisation."""
    db.delete(found(db, Organisation, organisation_id))


@command(N_("participants"))
def add_participants(db: Session, lines: Sequence[ParticipantLine]) -> int:
    """Add people (typed, pasted or from a file) with their organisations. Returns how many."""
    organisations = {name: organisation_called(db, name) for name in dict.fromkeys(line.organisation for line in lines)}
    position = _next_position(db, Participant)
    db.add_all(
        Participant(
            name=_named(line.name),
            role=single_line(line.role),
            email=single_line(line.email),
            organisation_id=organisations[line.organisation],
            position=position + offset,
        )
        for offset, line in enumerate(lines)
    )
    return len(lines)


@command(N_("participant"))
def edit_participant(db: Session, /, participant_id: str, **fields: object) -> None:
    """Change name, role, email or organisation_id."""
    if "name" in fields:
        fields["name"] = _named(str(fields["name"]))
    change(found(db, Participant, participant_id), fields)


@command(N_("participant"))
def place_participant(db: Session, participant_id: str, organisation: str) -> None:
    """Let a person come from an organisation, made when it is not there yet; '' for none."""
    found(db, Participant, participant_id).organisation_id = organisation_called(db, organisation)


@command(N_("participant removed"))
def remove_participant(db: Session, participant_id: str) -> None:
    """Take a person off the list. To forget someone throughout, see `erasing`."""
    db.delete(found(db, Participant, participant_id))


@command(N_("presence"))
def set_presence(db: Session, participant_id: str, presence: Presence, at: datetime) -> None:
    """Mark someone present or as gone before the end (with the time), excused, absent, or as still expected."""
    row = found(db, Participant, participant_id)
    row.presence = presence.value
    if presence not in ATTENDED:
        row.arrived_at = None
    elif presence is Presence.PRESENT:
        row.arrived_at = row.arrived_at or at
    row.left_at = at if presence is Presence.LEFT else None


@command(N_("presence"))
def all_present(db: Session, at: datetime, but: Collection[str] = ()) -> int:
    """Mark everyone who is still expected as present, but for these (their ids). Returns how many."""
    expected = db.exec(select(Participant).where(Participant.presence == Presence.EXPECTED.value)).all()
    rows = [row for row in expected if row.id not in but]
    for row in rows:
        row.presence, row.arrived_at = Presence.PRESENT.value, at
    return len(rows)


@command(N_("walk-in"))
def walk_in(db: Session, name: str, organisation: str, role: str, at: datetime) -> str:
    """Someone who was not on the list and is here. Returns the id."""
    row = Participant(
        name=_named(name),
        role=single_line(role),
        organisation_id=organisation_called(db, organisation),
        presence=Presence.PRESENT.value,
        arrived_at=at,
        walk_in=True,
        position=_next_position(db, Participant),
    )
    db.add(row)
    db.flush()
    return row.id


@command(N_("replacement"))
def replace(db: Session, participant_id: str, name: str, role: str, at: datetime) -> str:
    """Someone else came in the place of a participant, for the same organisation; the participant is excused.

    Returns the id of who came: of the colleague with that name, if one is on the list, else of someone new.
    """
    absent = found(db, Participant, participant_id)
    name = _named(name)
    if name.casefold() == absent.name.casefold():
        raise RefusedError(N_("Nobody can come in their own place."))
    colleagues = select(Participant).where(Participant.organisation_id == absent.organisation_id)
    row = next((each for each in db.exec(colleagues).all() if each.name.casefold() == name.casefold()), None)
    if row is None:
        row = Participant(name=name, walk_in=True, position=_next_position(db, Participant))
        row.organisation_id = absent.organisation_id
    row.role = single_line(role) or row.role
    row.presence, row.arrived_at, row.left_at = Presence.PRESENT.value, row.arrived_at or at, None
    row.replaces_id = absent.id
    absent.presence, absent.arrived_at, absent.left_at = Presence.EXCUSED.value, None, None
    db.add(row)
    db.flush()
    return row.id
