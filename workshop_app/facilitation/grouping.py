"""Commands on small groups: who sits at which table, what it is called, and what it works on."""

from collections.abc import Sequence

from sqlmodel import Session, col, delete, select

from workshop_app.facilitation.command import GoneError, RefusedError, change, command, found
from workshop_app.facilitation.group_maker import Guest, best_table, make_tables
from workshop_app.facilitation.limits import tidy
from workshop_app.i18n import N_
from workshop_app.model.entities import Participant, Prompt, Round, Seat, SmallGroup
from workshop_app.model.values import Presence

MOST_TABLES = 20


def _groups(db: Session, round_id: str) -> list[SmallGroup]:
    query = select(SmallGroup).where(SmallGroup.round_id == round_id)
    return list(db.exec(query.order_by(col(SmallGroup.position), col(SmallGroup.id))).all())


def _seats(db: Session, round_id: str) -> list[Seat]:
    groups = select(SmallGroup.id).where(SmallGroup.round_id == round_id)
    return list(db.exec(select(Seat).where(col(Seat.group_id).in_(groups))).all())


def _present(db: Session) -> list[Guest]:
    query = select(Participant).where(Participant.presence == Presence.PRESENT.value)
    people = db.exec(query.order_by(col(Participant.position), col(Participant.id))).all()
    return [Guest(person.id, person.organisation_id or "") for person in people]


@command(N_("small groups"))
def make_groups(db: Session, round_id: str, count: int, seed: int, called: str) -> None:
    """Divide those present over so many tables, anew when there are tables already; 0 takes the tables away.

    Who is locked stays, and a table keeps its name, its question and its notes. `called` names new ones: "Table {n}".
    """
    if not 0 <= count <= MOST_TABLES:
        raise RefusedError(N_("At most {most} tables fit."), most=MOST_TABLES)
    found(db, Round, round_id)
    groups = _groups(db, round_id)
    place_of = {group.id: place for place, group in enumerate(groups)}
    locked = {seat.participant_id: place_of[seat.group_id] for seat in _seats(db, round_id) if seat.locked}
    for surplus in groups[count:]:
        db.delete(surplus)
    groups = groups[:count]
    for number in range(len(groups) + 1, count + 1):
        groups.append(SmallGroup(round_id=round_id, position=number, name=tidy(called.format(n=number))))
    db.add_all(groups)
    db.flush()
    if groups:
        tables = make_tables(_present(db), count, seed, locked)
        _seat(db, round_id, {person: groups[place].id for place, table in enumerate(tables) for person in table})


def _seat(db: Session, round_id: str, group_of: dict[str, str]) -> None:
    """Let exactly these people sit at these tables, and touch no seat that stays as it is."""
    kept = set()
    for seat in _seats(db, round_id):
        if group_of.get(seat.participant_id) == seat.group_id:
            kept.add(seat.participant_id)
        else:
            db.delete(seat)
    for participant_id, group_id in group_of.items():
        if participant_id not in kept:
            db.add(Seat(group_id=group_id, participant_id=participant_id))


@command(N_("small groups"))
def sit_as_before(db: Session, round_id: str, group_ids: Sequence[str]) -> None:
    """Begin a round at the tables of an earlier one: the same names and people, without their questions."""
    found(db, Round, round_id)
    if _groups(db, round_id):
        raise RefusedError(N_("There are tables already."))
    for group_id in dict.fromkeys(group_ids):
        before = found(db, SmallGroup, group_id)
        group = SmallGroup(round_id=round_id, position=before.position, name=before.name)
        db.add(group)
        for seat in db.exec(select(Seat).where(Seat.group_id == group_id)).all():
            db.add(Seat(group_id=group.id, participant_id=seat.participant_id, locked=seat.locked))


@command(N_("name of a table"))
def rename_group(db: Session, group_id: str, name: str) -> None:
    """Call a table something else."""
    if not tidy(name):
        raise RefusedError(N_("A name is missing."))
    change(found(db, SmallGroup, group_id), {"name": name})


@command(N_("question of a table"))
def give_prompt(db: Session, group_id: str, prompt_id: str) -> None:
    """Let a table work on one prompt of its round; '' lets it work on what all do."""
    group = found(db, SmallGroup, group_id)
    if prompt_id and found(db, Prompt, prompt_id).round_id != group.round_id:
        raise GoneError
    group.prompt_id = prompt_id or None


@command(N_("questions of the tables"))
def deal_prompts(db: Session, round_id: str, prompt_ids: Sequence[str]) -> None:
    """Give each table the next of these prompts, beginning again when they run out; none lets all do the same."""
    if any(found(db, Prompt, each).round_id != round_id for each in prompt_ids):
        raise GoneError
    for place, group in enumerate(_groups(db, round_id)):
        group.prompt_id = prompt_ids[place % len(prompt_ids)] if prompt_ids else None


@command(N_("seat"))
def seat_at(db: Session, participant_id: str, group_id: str) -> None:
    """Let a person sit at a table, and at no other of the round. Who was locked stays locked, there."""
    group = found(db, SmallGroup, group_id)
    found(db, Participant, participant_id)
    mine = [seat for seat in _seats(db, group.round_id) if seat.participant_id == participant_id]
    if not mine:
        db.add(Seat(group_id=group_id, participant_id=participant_id))
    for seat in mine:
        seat.group_id = group_id


@command(N_("seat"))
def unseat(db: Session, participant_id: str, group_id: str) -> None:
    """Let a person sit at this table no longer."""
    db.exec(delete(Seat).where(col(Seat.participant_id) == participant_id, col(Seat.group_id) == group_id))


@command(N_("latecomers at tables"))
def seat_latecomers(db: Session, round_id: str) -> int:
    """Give everyone who is present and has no table the smallest table that fits them best. Returns how many."""
    groups, seats = _groups(db, round_id), _seats(db, round_id)
    if not groups:
        raise RefusedError(N_("There are no tables yet."))
    people = {row.id: Guest(row.id, row.organisation_id or "") for row in db.exec(select(Participant)).all()}
    tables = [[people[seat.participant_id] for seat in seats if seat.group_id == group.id] for group in groups]
    seated = {seat.participant_id for seat in seats}
    late = [guest for guest in _present(db) if guest.id not in seated]
    for guest in late:
        place = best_table(guest, tables)
        tables[place].append(guest)
        db.add(Seat(group_id=groups[place].id, participant_id=guest.id))
    return len(late)


@command(N_("who stays at a table"))
def lock_seat(db: Session, participant_id: str, group_id: str, locked: bool) -> None:
    """Let a person stay at a table when the groups are made again, or let them go."""
    query = select(Seat).where(Seat.participant_id == participant_id, Seat.group_id == group_id)
    seat = db.exec(query).first()
    if seat is None:
        raise GoneError
    seat.locked = locked
