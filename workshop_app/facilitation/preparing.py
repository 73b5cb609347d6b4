"""Commands that prepare a workshop: made from a template, then its head and its script changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from sqlmodel import Session, col, select

from workshop_app.facilitation.command import GoneError, RefusedError, change, command, found, unjournaled
from workshop_app.facilitation.limits import tidy
from workshop_app.i18n import N_, Language
from workshop_app.model.entities import Contribution, Prompt, Response, Round, Stage, Workshop
from workshop_app.model.values import Grain, Level, Origin, PromptRole, Rule
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.template import Template, TemplateRound


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a new session. `rounds` says of a template's rounds, by key, whether they are on and how many
    minutes they get; what it leaves out stays as the template has it."""

    title: str
    day: date
    keep_until: date
    start: time = time(13, 30)
    booked_minutes: int = 0
    place: str = ""
    region: str = ""
    responsible: str = ""
    chair: str = ""
    note_taker: str = ""
    contact: str = ""
    rule: Rule = Rule.NOT_ATTRIBUTED
    summary: str = ""
    rounds: Mapping[str, tuple[bool, int]] = field(default_factory=dict)


def in_a_year(day: date) -> date:
    """How long a session is kept when nothing else is agreed."""
    leap_day = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


@unjournaled
def create(db: Session, template: Template, head: Head, language: Language) -> None:
    """Fill a new file: the workshop with full copies of the template's rounds, in the workshop's language."""
    if not tidy(head.title):
        raise RefusedError(N_("A session needs a title."))
    db.add(Stage())
    db.add(
        Workshop(
            title=tidy(head.title),
            region=tidy(head.region),
            day=head.day,
            start=head.start,
            booked_minutes=head.booked_minutes or template.minutes,
            slack_minutes=template.slack,
            place=tidy(head.place),
            responsible=tidy(head.responsible),
            chair=tidy(head.chair),
            note_taker=tidy(head.note_taker),
            contact=tidy(head.contact),
            rule=head.rule.value,
            summary=tidy(head.summary),
            keep_until=head.keep_until,
            template_id=template.id,
            template_version=template.version,
            template_title=template.title,
            source=template.source,
        )
    )
    for position, known in enumerate(template.rounds, start=1):
        enabled, minutes = head.rounds.get(known.key, (not known.optional, known.minutes))
        _copy_round(db, known, position, enabled, minutes, language)


def _copy_round(
    db: Session, known: TemplateRound, position: int, enabled: bool, minutes: int, language: Language
) -> None:
    row = Round(
        key=known.key,
        kind=known.kind,
        position=position,
        title=language.gettext(known.title),
        question=language.gettext(known.question),
        closing_question=known.closing_question,
        intro=known.intro,
        notes=known.notes,
        minutes=minutes,
        enabled=enabled,
        grain=known.grain.value,
        level=known.level.value,
        variant=known.variant,
        heads=known.heads,
        labels=known.labels,
        live=known.live,
        steps_off=" ".join(known.steps_off),
    )
    db.add(row)
    db.flush()
    for place, prompt in enumerate(known.prompts, start=1):
        db.add(
            Prompt(
                round_id=row.id,
                key=prompt.key,
                position=place,
                role=prompt.role.value,
                text=prompt.text,
                detail=prompt.detail,
                set_title=prompt.set_title,
                included=prompt.included,
            )
        )


@command(N_("change of the session"))
def edit_workshop(db: Session, /, **fields: object) -> None:
    """Change the head of the workshop, its minutes' status or its summary."""
    change(db.exec(select(Workshop)).one(), fields)


@command(N_("change of a round"))
def edit_round(db: Session, /, round_id: str, **fields: object) -> None:
    """Change title, question, closing_question, intro, notes, minutes, extra, enabled, skipped, variant, labels, live,
    steps_off or left_out (keys with spaces between them).

    How it is counted and who can be recognised have commands of their own.
    """
    if not fields.keys().isdisjoint(("grain", "heads", "level")):
        raise AttributeError("set_grain and set_level change these")
    change(found(db, Round, round_id), fields)


@command(N_("time of the rounds"))
def retime_rounds(db: Session, minutes: Mapping[str, int]) -> None:
    """Give rounds (by id) other minutes, all at once."""
    for round_id, each in minutes.items():
        found(db, Round, round_id).minutes = each


@command(N_("who can be recognised"))
def plan_level(db: Session, round_id: str, level: Level) -> None:
    """Choose who can be recognised in a round that holds nothing yet; the room need not be told.

    Raises RefusedError when it does: then tightening erases (see `erasing`) and loosening is told (see `loosen_level`).
    """
    known = found(db, Round, round_id)
    items = select(Prompt.id).where(Prompt.round_id == round_id)
    added = select(Prompt.id).where(Prompt.round_id == round_id, Prompt.origin == Origin.ROOM.value)
    if (
        db.exec(select(Contribution.id).where(Contribution.round_id == round_id)).first()
        or db.exec(added).first()
        or db.exec(select(Response.id).where(col(Response.prompt_id).in_(items))).first()
    ):
        raise RefusedError(N_("Something was said in this round already. Change this in the console, in the round."))
    known.level, known.loosened = level.value, False
    if level is Level.ANONYMOUS and known.grain != Grain.ROOM:
        known.grain = Grain.BALLOT.value


@command(N_("order of the rounds"))
def move_round(db: Session, round_id: str, by: int) -> None:
    """Move a round up (negative) or down in the script."""
    rows = _script(db)
    here = next((i for i, row in enumerate(rows) if row.id == round_id), None)
    if here is None:
        raise GoneError
    there = max(0, min(len(rows) - 1, here + by))
    rows.insert(there, rows.pop(here))
    _number(rows)


@command(N_("new round"))
def add_round(
    db: Session,
    kind: str,
    title: str,
    question: str,
    minutes: int,
    after: str = "",
    prompts: Sequence[tuple[PromptRole, str, str]] = (),
) -> str:
    """Add a round after another one, or at the end of the script, and return its id. `prompts` are (role, text, detail)
    that it begins with."""
    known = KINDS[kind]
    row = Round(
        kind=kind,
        title=tidy(title),
        question=tidy(question),
        minutes=minutes,
        grain=known.grain.value,
        level=known.level.value,
    )
    _insert_round(db, row, after)
    for place, (role, text, detail) in enumerate(prompts, start=1):
        _insert_prompt(db, Prompt(round_id=row.id, position=place, role=role.value, text=text, detail=detail))
    return row.id


@command(N_("copy of a round"))
def copy_round(db: Session, round_id: str, title: str) -> str:
    """Add a copy of a round after it, with its prompts and without what was said, and return its id. What is compared
    by key later has keys of its own in the copy."""
    known = found(db, Round, round_id)
    kept = {"id", "key", "position", "title", "skipped", "extra", "loosened"}
    row = Round(**known.model_dump(exclude=kept), title=tidy(title))
    _insert_round(db, row, known.id)
    query = select(Prompt).where(Prompt.round_id == round_id, Prompt.origin != Origin.ROOM.value)
    for prompt in db.exec(query).all():
        taken = {"id", "key", "round_id", "mode", "in_minutes", "chosen"}
        _insert_prompt(db, Prompt(**prompt.model_dump(exclude=taken), round_id=row.id))
    return row.id


def _script(db: Session) -> list[Round]:
    return list(db.exec(select(Round).order_by(col(Round.position), col(Round.id))).all())


def _number(rows: Sequence[Round] | Sequence[Prompt]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position


def _insert_round(db: Session, row: Round, after: str) -> None:
    rows = _script(db)
    here = next((place for place, each in enumerate(rows, start=1) if each.id == after), len(rows))
    _number([*rows[:here], row, *rows[here:]])
    row.key = f"own-{row.id}"
    db.add(row)
    db.flush()


def _insert_prompt(db: Session, row: Prompt) -> None:
    row.key = f"own-{row.id}"
    db.add(row)
    db.flush()


@command(N_("new prompt"))
def add_prompt(db: Session, round_id: str, text: str, role: PromptRole = PromptRole.ITEM) -> str:
    """Add a prompt to a round while preparing and return its id."""
    rows = db.exec(select(Prompt).where(Prompt.round_id == found(db, Round, round_id).id)).all()
    position = max((row.position for row in rows), default=0) + 1
    row = Prompt(round_id=round_id, position=position, role=role.value, text=tidy(text), origin=Origin.TEMPLATE.value)
    _insert_prompt(db, row)
    return row.id


@command(N_("order of the prompts"))
def move_prompt(db: Session, prompt_id: str, by: int) -> None:
    """Move a prompt up (negative) or down among those of its role.

    Raises RefusedError for what the room added to an anonymous round: its order is not kept.
    """
    known = found(db, Prompt, prompt_id)
    query = select(Prompt).where(Prompt.round_id == known.round_id, Prompt.role == known.role)
    if found(db, Round, known.round_id).level == Level.ANONYMOUS:
        query = query.where(Prompt.origin != Origin.ROOM.value)
    rows = list(db.exec(query.order_by(col(Prompt.position), col(Prompt.id))).all())
    if known not in rows:
        raise RefusedError(N_("This round is anonymous: what the room added has no order."))
    places = sorted(row.position for row in rows)
    here = rows.index(known)
    rows.insert(max(0, min(len(rows) - 1, here + by)), rows.pop(here))
    last = 0
    for row, place in zip(rows, places, strict=True):
        # Two at the same place come to stand one after the other.
        row.position = last = max(place, last + 1)


@command(N_("round removed"), removes=True)
def remove_round(db: Session, round_id: str) -> None:
    """Take a round out of the script with all that is in it; undo brings it back."""
    db.delete(found(db, Round, round_id))


@command(N_("the lowest scores"))
def fill_lowest(db: Session, round_id: str, prompts: Sequence[tuple[str, str, str, str]]) -> None:
    """Fill a round of the kind `lowest` with (key, text, detail, set title) of earlier items."""
    target = found(db, Round, round_id)
    for position, (key, text, detail, set_title) in enumerate(prompts, start=1):
        db.add(Prompt(round_id=target.id, key=key, position=position, text=text, detail=detail, set_title=set_title))


@command(N_("loosened anonymity"))
def loosen_level(db: Session, round_id: str, level: Level) -> None:
    """Keep more of the authors from now on; what came before stays as it is, and the room is told.

    Raises RefusedError for tightening, which erases (see `erasing`).
    """
    known = found(db, Round, round_id)
    if level.openness <= Level(known.level).openness:
        raise RefusedError(N_("This does not loosen the round."))
    known.level, known.loosened = level.value, True
