"""The tables of a session file.

Ids are random and the tables have no rowid, so that a closed file does not tell in which order rows came. References
cascade: what belongs to a round goes with it. Text columns carry their limits; `facilitation` refuses what is longer.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, String, TypeDecorator, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from workshop_app.model.text import running_text
from workshop_app.model.values import (
    NO_CRITERION,
    NOTES_LIMIT,
    PICTURE_LIMIT,
    TEXT_LIMIT,
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
    new_id,
)


class Words(TypeDecorator[str]):
    """Text that can always be written and shown; on one line unless it may be longer than a title."""

    impl = String
    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length

    def fitted(self, value: str) -> str:
        """The text as it is stored."""
        words = running_text(value)
        return words.replace("\n", " ") if self.length <= TITLE_LIMIT else words

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is stored."""
        return None if value is None else self.fitted(value)


class Moment(TypeDecorator[datetime]):
    """A moment, stored in UTC. SQLite keeps no time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """What is stored. A moment without a zone is a mistake: astimezone takes it for the computer's own time."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """What is read."""
        return None if value is None else value.replace(tzinfo=UTC)


def _words(limit: int, default: str | None = "") -> Any:
    return Field(default=default, sa_type=Words(limit))


def _id() -> Any:
    return Field(default_factory=new_id, primary_key=True, max_length=32)


def _line(default: str | None = "") -> Any:
    return _words(TITLE_LIMIT, default)


def _text() -> Any:
    return _words(TEXT_LIMIT)


def _notes() -> Any:
    return _words(NOTES_LIMIT)


def _moment() -> Any:
    return Field(default=None, sa_type=Moment)


def _in(table: str) -> Any:
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=True, max_length=32)


def _part_of(table: str) -> Any:
    # Without an index: there are a few dozen of these.
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", max_length=32)


def _of(table: str) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", max_length=32)


# Columns that came later, at the end of their tables: the older rows have these.


def _later_line() -> Any:
    return Field(default="", sa_type=Words(TITLE_LIMIT), sa_column_kwargs={"server_default": ""})


def _later_number(default: int) -> Any:
    return Field(default=default, sa_column_kwargs={"server_default": text(str(default))})


def _later_flag(default: bool) -> Any:
    return Field(default=default, sa_column_kwargs={"server_default": text(str(int(default)))})


class Row(SQLModel):
    """What all tables have in common: no hidden order of arrival."""

    __table_args__: ClassVar[object] = {"sqlite_with_rowid": False}


class Workshop(Row, table=True):
    """The meeting itself: one row."""

    id: str = _id()
    title: str = _line()
    subtitle: str = _line()
    region: str = _line()
    day: date
    start: time = time(13, 30)
    booked_minutes: int = 0
    slack_minutes: int = 0
    place: str = _line()
    responsible: str = _line()
    chair: str = _line()
    note_taker: str = _line()
    contact: str = _line()
    rule: str = _line(Rule.NOT_ATTRIBUTED.value)
    keep_until: date
    state: str = _line(WorkshopState.PREPARED.value)
    template_id: str = _line()
    template_version: int = 0
    template_title: str = _line()
    source: str = _text()
    summary: str = _notes()
    minutes_status: str = _line(MinutesStatus.CONCEPT.value)
    minutes_version: int = 1
    reactions_before: date | None = None
    adopted_on: date | None = None
    evaluation: str = _line()
    primary_colour: str = _line("#0B5563")
    accent_colour: str = _line("#B45309")
    started_at: datetime | None = _moment()
    ended_at: datetime | None = _moment()
    footer: str = _later_line()
    previous_title: str = _later_line()
    previous_day: date | None = None


class Organisation(Row, table=True):
    """A municipality or another organisation."""

    id: str = _id()
    name: str = _line()
    position: int = 0


class Participant(Row, table=True):
    """A person who is expected or came."""

    id: str = _id()
    name: str = _line()
    role: str = _line()
    email: str = _line()
    organisation_id: str | None = _of("organisation")
    presence: str = _line(Presence.EXPECTED.value)
    arrived_at: datetime | None = _moment()
    left_at: datetime | None = _moment()
    walk_in: bool = False
    position: int = 0
    replaces_id: str | None = _of("participant")


class Round(Row, table=True):
    """One step of the script: a full copy of the template's round.

    `variant` is the form of the kind that was chosen ('' for the first one), `steps_off` the steps that are left out,
    with spaces between them, `extra` the minutes given on top of the planned ones. `heads`: an organisation counts its
    hands instead of having one voice. `labels`: names stand beside the points of a matrix. `live`: the room sees a
    result while it comes in.
    """

    id: str = _id()
    key: str = _line()
    kind: str = _line()
    position: int = 0
    title: str = _line()
    question: str = _text()
    closing_question: str = _text()
    intro: str = _text()
    notes: str = _notes()
    minutes: int = 0
    enabled: bool = True
    skipped: bool = False
    grain: str = _line(Grain.ROOM.value)
    level: str = _line(Level.ORGANISATION.value)
    loosened: bool = False
    variant: str = _later_line()
    heads: bool = _later_flag(False)
    labels: bool = _later_flag(True)
    live: bool = _later_flag(False)
    steps_off: str = _later_line()
    extra: int = _later_number(0)


class SmallGroup(Row, table=True):
    """A table of a round in small groups, with the prompt that it works on when the tables have different ones."""

    __tablename__ = "small_group"

    id: str = _id()
    round_id: str = _part_of("round")
    position: int = 0
    name: str = _line()
    prompt_id: str | None = _of("prompt")


class Seat(Row, table=True):
    """Who sits in a small group; someone who is locked stays there when the groups are made again."""

    id: str = _id()
    group_id: str = _part_of("small_group")
    participant_id: str = _part_of("participant")
    locked: bool = False


class Prompt(Row, table=True):
    """Something the room responds to. `key` is permanent across templates and sessions."""

    id: str = _id()
    round_id: str = _in("round")
    key: str = _line()
    position: int = 0
    role: str = _line(PromptRole.ITEM.value)
    text: str = _text()
    detail: str = _text()
    set_title: str = _line()
    origin: str = _line(Origin.TEMPLATE.value)
    mode: str | None = _line(None)
    in_minutes: bool | None = None
    included: bool = True
    chosen: bool = False


class Response(Row, table=True):
    """A count or value of one voice for one option of a prompt."""

    __table_args__: ClassVar[object] = (
        UniqueConstraint("prompt_id", "criterion", "voice", "option"),
        {"sqlite_with_rowid": False},
    )

    id: str = _id()
    # No index of its own: the unique constraint begins with it.
    prompt_id: str = Field(foreign_key="prompt.id", ondelete="CASCADE", max_length=32)
    criterion: str = _line(NO_CRITERION)
    voice: str = _line()
    option: str = _line()
    value: int = 0


class Contribution(Row, table=True):
    """Text from the room, and how often it was said. In an anonymous round it has neither author nor order."""

    id: str = _id()
    round_id: str = _in("round")
    prompt_id: str | None = Field(default=None, foreign_key="prompt.id", ondelete="CASCADE", max_length=32)
    strand: str = _line()
    text: str = _text()
    organisation_id: str | None = _of("organisation")
    participant_id: str | None = _of("participant")
    theme: str = _line()
    mode: str | None = _line(None)
    in_minutes: bool | None = None
    seq: int | None = Field(default=None, index=True)
    group_id: str | None = _of("small_group")
    mentions: int = _later_number(1)


class Decision(Row, table=True):
    """What was decided (B1, B2, … by position)."""

    id: str = _id()
    round_id: str | None = _of("round")
    position: int = 0
    text: str = _text()
    support: str = _text()
    reservation: str = _text()
    ratified_by: str = _line()
    prompt_id: str | None = _of("prompt")


class Action(Row, table=True):
    """Who does what, and when (A1, A2, … by position)."""

    id: str = _id()
    round_id: str | None = _of("round")
    prompt_id: str | None = _of("prompt")
    position: int = 0
    text: str = _text()
    owner: str = _line()
    participant_id: str | None = _of("participant")
    organisation_id: str | None = _of("organisation")
    due: date | None = None
    due_text: str = _line()
    done: bool = False


class ParkedItem(Row, table=True):
    """Something put aside for later."""

    __tablename__ = "parked_item"

    id: str = _id()
    round_id: str | None = _of("round")
    position: int = 0
    text: str = _text()
    state: str = _line(ParkedState.OPEN.value)


class Picture(Row, table=True):
    """A photo taken in a round, or a logo (of no round). `data` is the PNG or JPEG file as base64: text, as the journal
    and the digests have it. `description` is what a reader hears; `width` and `height` are in pixels."""

    id: str = _id()
    round_id: str | None = Field(default=None, foreign_key="round.id", ondelete="CASCADE", nullable=True, max_length=32)
    position: int = 0
    purpose: str = _line(PicturePurpose.PHOTO.value)
    description: str = _text()
    media_type: str = _line()
    width: int = 0
    height: int = 0
    data: str = _words(PICTURE_LIMIT)


class EarlierScore(Row, table=True):
    """What all voices together gave, in the previous session, to an option of the prompt with this key."""

    __tablename__ = "earlier_score"

    id: str = _id()
    prompt_key: str = _line()
    option: str = _line()
    value: int = 0


class Stage(Row, table=True):
    """Where the beamer is: one row."""

    id: str = Field(default="stage", primary_key=True, max_length=32)
    round_id: str = _line()
    step: str = _line("welcome")
    prompt_id: str = _line()
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
    text: str = _notes()


class RoundTime(Row, table=True):
    """The time spent in a round, and when its small groups went to work."""

    __tablename__ = "round_time"

    round_id: str = Field(primary_key=True, max_length=32)
    started_at: datetime | None = _moment()
    seconds: int = 0
    task_at: datetime | None = _moment()


class JournalEntry(SQLModel, table=True):
    """One undoable command. It has no time: the journal knows only what came after what.

    `changes` is JSON: for each row [table, before, after]; null where it was not there, and of a row that was changed
    only what differs, with its key. `anonymous`: it has answers of an anonymous round, whose order it therefore tells.
    """

    __tablename__ = "journal"

    number: int = Field(primary_key=True)
    label: str = _line()
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
    ("picture", "width"): (1, 100_000),
    ("picture", "height"): (1, 100_000),
    ("round_time", "seconds"): (0, 100_000_000),
}


def range_of(table: str, column: str) -> tuple[int, int]:
    """The lowest and the highest number that a column may hold."""
    return _RANGES.get((table, column), (-1_000_000_000, 1_000_000_000))
