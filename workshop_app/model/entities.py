"""The tables of a session file.

Ids are random and the tables have no rowid, so that a closed file does not tell in which order rows came. References
cascade: what belongs to a round goes with it. Text columns carry their limits; `facilitation` refuses what is longer.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from workshop_app.model import columns
from workshop_app.model.values import (
    NO_CRITERION,
    PICTURE_LIMIT,
    PICTURE_SIDE,
    TITLE_LIMIT,
    Grain,
    Level,
    MinutesStatus,
    Origin,
    ParkedState,
    PicturePurpose,
    Presence,
    PromptRole,
    QuoteMode,
    Rule,
    WorkshopState,
)


class Row(SQLModel):
    """What all tables have in common: no hidden order of arrival."""

    __table_args__: ClassVar[object] = {"sqlite_with_rowid": False}


class Workshop(Row, table=True):
    """The meeting itself: one row."""

    id: str = columns.row_id()
    title: str = columns.line()
    subtitle: str = columns.line()
    region: str = columns.line()
    day: date
    start: time = time(13, 30)
    booked_minutes: int = 0
    slack_minutes: int = 0
    place: str = columns.line()
    responsible: str = columns.line()
    chair: str = columns.line()
    note_taker: str = columns.line()
    contact: str = columns.line()
    rule: str = columns.line(Rule.NOT_ATTRIBUTED.value)
    keep_until: date
    state: str = columns.line(WorkshopState.PREPARED.value)
    template_id: str = columns.line()
    template_version: int = 0
    template_title: str = columns.line()
    source: str = columns.long_text()
    summary: str = columns.notes()
    minutes_status: str = columns.line(MinutesStatus.CONCEPT.value)
    minutes_version: int = 1
    reactions_before: date | None = None
    adopted_on: date | None = None
    evaluation: str = columns.line()
    primary_colour: str = columns.line("#0B5563")
    accent_colour: str = columns.line("#B45309")
    started_at: datetime | None = columns.moment()
    ended_at: datetime | None = columns.moment()
    footer: str = columns.later_line()
    previous_title: str = columns.later_line()
    previous_day: date | None = None
    mail_text: str = columns.later_text()
    sent_on: date | None = None


class Organisation(Row, table=True):
    """A municipality or another organisation."""

    id: str = columns.row_id()
    name: str = columns.line()
    position: int = 0
    sent_on: date | None = None


class Participant(Row, table=True):
    """A person who is expected or came."""

    id: str = columns.row_id()
    name: str = columns.line()
    role: str = columns.line()
    email: str = columns.line()
    organisation_id: str | None = columns.reference("organisation")
    presence: str = columns.line(Presence.EXPECTED.value)
    arrived_at: datetime | None = columns.moment()
    left_at: datetime | None = columns.moment()
    walk_in: bool = False
    position: int = 0
    replaces_id: str | None = columns.reference("participant")


class Round(Row, table=True):
    """One step of the script: a full copy of the template's round.

    `variant` is the form of the kind that was chosen ('' for the first one), `steps_off` the steps that are left out,
    with spaces between them, `extra` the minutes given on top of the planned ones, `left_out` the parts of its section
    that stay out of the minutes, with spaces between them. `heads`: an organisation counts its
    hands instead of having one voice. `labels`: names stand beside the points of a matrix. `live`: the room sees a
    result while it comes in.
    """

    id: str = columns.row_id()
    key: str = columns.line()
    kind: str = columns.line()
    position: int = 0
    title: str = columns.line()
    question: str = columns.long_text()
    closing_question: str = columns.long_text()
    intro: str = columns.long_text()
    notes: str = columns.notes()
    minutes: int = 0
    enabled: bool = True
    skipped: bool = False
    grain: str = columns.line(Grain.ROOM.value)
    level: str = columns.line(Level.ORGANISATION.value)
    loosened: bool = False
    variant: str = columns.later_line()
    heads: bool = columns.later_flag(False)
    labels: bool = columns.later_flag(True)
    live: bool = columns.later_flag(False)
    steps_off: str = columns.later_line()
    extra: int = columns.later_number(0)
    left_out: str = columns.later_line()


class SmallGroup(Row, table=True):
    """A table of a round in small groups, with the prompt that it works on when the tables have different ones."""

    __tablename__ = "small_group"

    id: str = columns.row_id()
    round_id: str = columns.part_of("round")
    position: int = 0
    name: str = columns.line()
    prompt_id: str | None = columns.reference("prompt")


class Seat(Row, table=True):
    """Who sits in a small group; someone who is locked stays there when the groups are made again."""

    id: str = columns.row_id()
    group_id: str = columns.part_of("small_group")
    participant_id: str = columns.part_of("participant")
    locked: bool = False


class Prompt(Row, table=True):
    """Something the room responds to. `key` is permanent across templates and sessions."""

    id: str = columns.row_id()
    round_id: str = columns.inside("round")
    key: str = columns.line()
    position: int = 0
    role: str = columns.line(PromptRole.ITEM.value)
    text: str = columns.long_text()
    detail: str = columns.long_text()
    set_title: str = columns.line()
    origin: str = columns.line(Origin.TEMPLATE.value)
    mode: str | None = columns.line(None)
    in_minutes: bool | None = None
    included: bool = True
    chosen: bool = False


class Response(Row, table=True):
    """A count or value of one voice for one option of a prompt."""

    __table_args__: ClassVar[object] = (
        UniqueConstraint("prompt_id", "criterion", "voice", "option"),
        {"sqlite_with_rowid": False},
    )

    id: str = columns.row_id()
    # No index of its own: the unique constraint begins with it.
    prompt_id: str = Field(foreign_key="prompt.id", ondelete="CASCADE", max_length=32)
    criterion: str = columns.line(NO_CRITERION)
    voice: str = columns.line()
    option: str = columns.line()
    value: int = 0


class Contribution(Row, table=True):
    """Text from the room, and how often it was said. In an anonymous round it has neither author nor order."""

    id: str = columns.row_id()
    round_id: str = columns.inside("round")
    prompt_id: str | None = Field(default=None, foreign_key="prompt.id", ondelete="CASCADE", max_length=32)
    strand: str = columns.line()
    text: str = columns.long_text()
    organisation_id: str | None = columns.reference("organisation")
    participant_id: str | None = columns.reference("participant")
    theme: str = columns.line()
    mode: str | None = columns.line(None)
    in_minutes: bool | None = None
    seq: int | None = Field(default=None, index=True)
    group_id: str | None = columns.reference("small_group")
    mentions: int = columns.later_number(1)


class Decision(Row, table=True):
    """What was decided (B1, B2, … by position)."""

    id: str = columns.row_id()
    round_id: str | None = columns.reference("round")
    position: int = 0
    text: str = columns.long_text()
    support: str = columns.long_text()
    reservation: str = columns.long_text()
    ratified_by: str = columns.line()
    prompt_id: str | None = columns.reference("prompt")


class Action(Row, table=True):
    """Who does what, and when (A1, A2, … by position)."""

    id: str = columns.row_id()
    round_id: str | None = columns.reference("round")
    prompt_id: str | None = columns.reference("prompt")
    position: int = 0
    text: str = columns.long_text()
    owner: str = columns.line()
    participant_id: str | None = columns.reference("participant")
    organisation_id: str | None = columns.reference("organisation")
    due: date | None = None
    due_text: str = columns.line()
    done: bool = False


class ParkedItem(Row, table=True):
    """Something put aside for later."""

    __tablename__ = "parked_item"

    id: str = columns.row_id()
    round_id: str | None = columns.reference("round")
    position: int = 0
    text: str = columns.long_text()
    state: str = columns.line(ParkedState.OPEN.value)


class Picture(Row, table=True):
    """A photo taken in a round, or a logo (of no round). `data` is the PNG or JPEG file as base64: text, as the journal
    and the digests have it. `description` is what a reader hears; `width` and `height` are in pixels."""

    id: str = columns.row_id()
    round_id: str | None = Field(default=None, foreign_key="round.id", ondelete="CASCADE", nullable=True, max_length=32)
    position: int = 0
    purpose: str = columns.line(PicturePurpose.PHOTO.value)
    description: str = columns.long_text()
    media_type: str = columns.line()
    width: int = 0
    height: int = 0
    data: str = columns.words(PICTURE_LIMIT)


class EarlierScore(Row, table=True):
    """What all voices together gave, in the previous session, to an option of the prompt with this key."""

    __tablename__ = "earlier_score"

    id: str = columns.row_id()
    prompt_key: str = columns.line()
    option: str = columns.line()
    value: int = 0


class Stage(Row, table=True):
    """Where the beamer is: one row."""

    id: str = Field(default="stage", primary_key=True, max_length=32)
    round_id: str = columns.line()
    step: str = columns.line("welcome")
    prompt_id: str = columns.line()
    page: int = 0
    black: bool = False
    frozen: bool = False


class Reveal(Row, table=True):
    """A result that the room may see ('' is the whole step). No references: it outlives an undo, as the time does."""

    round_id: str = Field(primary_key=True, max_length=32)
    step: str = Field(primary_key=True, max_length=TITLE_LIMIT)
    prompt_id: str = Field(default="", primary_key=True, max_length=32)


class DraftText(Row, table=True):
    """Half-typed text at a place. No references: a draft outlives the prompt that an undo took away."""

    __tablename__ = "draft"

    round_id: str = Field(default="", primary_key=True, max_length=32)
    prompt_id: str = Field(default="", primary_key=True, max_length=32)
    strand: str = Field(default="", primary_key=True, max_length=TITLE_LIMIT)
    text: str = columns.notes()


class RoundTime(Row, table=True):
    """The time spent in a round, and when its small groups went to work."""

    __tablename__ = "round_time"

    round_id: str = Field(primary_key=True, max_length=32)
    started_at: datetime | None = columns.moment()
    seconds: int = 0
    task_at: datetime | None = columns.moment()


class JournalEntry(SQLModel, table=True):
    """One undoable command. It has no time: the journal knows only what came after what.

    `changes` is JSON: for each row [table, before, after]; null where it was not there, and of a row that was changed
    only what differs, with its key. `anonymous`: it has answers of an anonymous round, whose order it therefore tells.
    """

    __tablename__ = "journal"

    number: int = Field(primary_key=True)
    label: str = columns.line()
    undone: bool = False
    anonymous: bool = False
    changes: str = ""


class Digest(Row, table=True):
    """The SHA-256 of a row, so that silent damage is noticed."""

    table_name: str = Field(primary_key=True, max_length=TITLE_LIMIT)
    row_id: str = Field(primary_key=True, max_length=TITLE_LIMIT)
    sha256: str = Field(max_length=64)


UNDOABLE: tuple[type[SQLModel], ...] = (
    Workshop,
    Organisation,
    Participant,
    Round,
    Prompt,
    SmallGroup,
    Seat,
    Response,
    Contribution,
    Decision,
    Action,
    ParkedItem,
    Picture,
    EarlierScore,
)
"""The tables that commands change and undo puts back."""

UNJOURNALED: tuple[type[SQLModel], ...] = (Stage, Reveal, DraftText, RoundTime)
"""The tables that follow the evening and are never undone."""

CHOICES: Mapping[tuple[str, str], type[StrEnum]] = {
    ("workshop", "rule"): Rule,
    ("workshop", "state"): WorkshopState,
    ("workshop", "minutes_status"): MinutesStatus,
    ("participant", "presence"): Presence,
    ("round", "grain"): Grain,
    ("round", "level"): Level,
    ("prompt", "role"): PromptRole,
    ("prompt", "origin"): Origin,
    ("prompt", "mode"): QuoteMode,
    ("contribution", "mode"): QuoteMode,
    ("parked_item", "state"): ParkedState,
    ("picture", "purpose"): PicturePurpose,
}
"""The columns, as (table, column), that hold one of a few words."""

_RANGES: Mapping[tuple[str, str], tuple[int, int]] = {
    ("workshop", "booked_minutes"): (0, 1_440),
    ("workshop", "slack_minutes"): (0, 1_440),
    ("round", "minutes"): (0, 1_440),
    ("round", "extra"): (-1_440, 1_440),
    ("response", "value"): (0, 9_999),
    ("contribution", "mentions"): (1, 9_999),
    ("picture", "width"): (1, PICTURE_SIDE),
    ("picture", "height"): (1, PICTURE_SIDE),
    ("round_time", "seconds"): (0, 100_000_000),
}


def range_of(table: str, column: str) -> tuple[int, int]:
    """The lowest and the highest number that a column may hold."""
    return _RANGES.get((table, column), (-1_000_000_000, 1_000_000_000))
