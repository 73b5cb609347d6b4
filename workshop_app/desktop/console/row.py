"""A row of a panel, as a plain value, with its cells."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from workshop_app.rounds.kind import Tone


class RowKind(Enum):
    """What a row is about."""

    HEADING = "heading"
    SUBJECT = "subject"
    """A prompt, or the round itself."""
    NOTE = "note"
    """A text below the current subject that is only read."""
    VOICE = "voice"
    """What one organisation or ballot answered."""
    NEW_BALLOT = "new ballot"
    THEME = "theme"
    """The heading of what was said under one theme."""
    SAID = "said"
    OUTCOME = "outcome"
    """A decision or an action that came of the current subject."""


VOICES = (RowKind.VOICE, RowKind.NEW_BALLOT)


@dataclass(frozen=True, slots=True)
class Cell:
    """An option (or the dots) with its count. `count` is None while it is hidden; `tone` is None for dots. `countable`:
    a number can be typed (one digit is all of it when `one_digit`); else a voice chooses, and `filled` says that it
    chose this."""

    option: str
    label: str
    count: int | None
    tone: Tone | None
    countable: bool
    filled: bool = False
    one_digit: bool = False


class Row(NamedTuple):
    """One row: a tuple, as hundreds of them are made and compared for each change.

    `id` is a voice or a contribution; `label` stands before the text, `marks` and `aside` after it. `in_card`: it
    belongs to the card of the current subject, which `ends_card` closes. `seek` is the name by whose first letters the
    row is found; in rows without it letters have meanings of their own.
    """

    kind: RowKind
    prompt_id: str = ""
    id: str = ""
    number: str = ""
    text: str = ""
    is_quote: bool = False
    label: str = ""
    marks: str = ""
    aside: str = ""
    cells: tuple[Cell, ...] = ()
    in_card: bool = False
    ends_card: bool = True
    seek: str = ""

    @property
    def key(self) -> tuple[RowKind, str, str]:
        """What stays the same when the row changes."""
        return self.kind, self.prompt_id, self.id

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        cells = ", ".join(
            cell.label if cell.filled else f"{cell.label} {cell.count}" for cell in self.cells if cell.count
        )
        return ". ".join(part for part in (self.number, self.label, self.text, cells, self.marks, self.aside) if part)
