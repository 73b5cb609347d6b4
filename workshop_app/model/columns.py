"""What the columns of a session file are made of."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, String, TypeDecorator, text
from sqlmodel import Field

from workshop_app.model.text import running_text
from workshop_app.model.values import NOTES_LIMIT, TEXT_LIMIT, TITLE_LIMIT, new_id


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


def words(limit: int, default: str | None = "") -> Any:
    """Text of at most `limit` characters."""
    return Field(default=default, sa_type=Words(limit))


def row_id() -> Any:
    """The random key of a row."""
    return Field(default_factory=new_id, primary_key=True, max_length=32)


def line(default: str | None = "") -> Any:
    """Text on one line."""
    return words(TITLE_LIMIT, default)


def long_text() -> Any:
    """Text of a few sentences."""
    return words(TEXT_LIMIT)


def notes() -> Any:
    """Text of some pages."""
    return words(NOTES_LIMIT)


def moment() -> Any:
    """A moment, or none."""
    return Field(default=None, sa_type=Moment)


def inside(table: str) -> Any:
    """The row of another table that this one goes with."""
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=True, max_length=32)


def part_of(table: str) -> Any:
    """As `inside`, without an index: there are a few dozen of these."""
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", max_length=32)


def reference(table: str) -> Any:
    """A row of another table, or none when that has gone."""
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", max_length=32)


# Columns that came later, at the end of their tables.


def later_line() -> Any:
    """Text on one line, empty in older rows."""
    return Field(default="", sa_type=Words(TITLE_LIMIT), sa_column_kwargs={"server_default": ""})


def later_text() -> Any:
    """Text of a few sentences, empty in older rows."""
    return Field(default="", sa_type=Words(TEXT_LIMIT), sa_column_kwargs={"server_default": ""})


def later_number(default: int) -> Any:
    """A number, `default` in older rows."""
    return Field(default=default, sa_column_kwargs={"server_default": text(str(default))})


def later_flag(default: bool) -> Any:
    """Yes or no, `default` in older rows."""
    return Field(default=default, sa_column_kwargs={"server_default": text(str(int(default)))})
