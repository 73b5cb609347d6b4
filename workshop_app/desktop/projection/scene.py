"""What the room sees, as plain values: one kind of scene for each idea.

All words arrive translated; numbers that need a language's form arrive as text. Nothing here knows Qt.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Pattern = Literal["solid", "stripes", "outline", "dots", "lines"]
PATTERNS: tuple[Pattern, ...] = ("solid", "stripes", "outline", "dots", "lines")
"""Fills of the options of a scale, first option first: never told apart by colour alone."""


@dataclass(frozen=True)
class Fact:
    """A label with its text: who notes, how long it is kept."""

    label: str
    text: str


@dataclass(frozen=True)
class Welcome:
    """Before the start: what this is, and what happens with what is said."""

    title: str
    subtitle: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class AgendaRow:
    """One round of the agenda; ``minutes`` is text ("20 min")."""

    time: str
    title: str
    minutes: str = ""
    current: bool = False


@dataclass(frozen=True)
class Agenda:
    """The rounds with their times."""

    heading: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True)
class WallQuote:
    """A quote on the wall, without quotation marks; ``number`` is what the room calls."""

    number: str
    text: str
    chosen: bool = False


@dataclass(frozen=True)
class Wall:
    """All quotes of a set at once."""

    question: str
    quotes: tuple[WallQuote, ...]


@dataclass(frozen=True)
class Bar:
    """An answer with how many gave it. ``strength``, from 0 to 1, is its place on a scale of scores; None for an answer
    in words."""

    label: str
    count: int
    pattern: Pattern = "solid"
    strength: float | None = None


@dataclass(frozen=True)
class Prompt:
    """One thing to respond to; its result once revealed, a hint before.

    ``detail`` explains a short text. ``reserve`` is how many bars will come, so that the text stays. ``total``
    is the count of a full bar; 0 takes the sum of the counts. A quote comes without quotation marks.
    """

    text: str
    is_quote: bool = False
    number: str = ""
    kicker: str = ""
    detail: str = ""
    result: tuple[Bar, ...] | None = None
    hint: str = ""
    reserve: int = 3
    total: int = 0


class NoteCard(NamedTuple):
    """A contribution on a card, or those of one theme, each on its own line; ``tag`` is a small word above it (a
    strand, a municipality, a theme).

    There may be hundreds, made and compared at every capture: a tuple does that in a third of the time.
    """

    text: str
    newest: bool = False
    tag: str = ""


@dataclass(frozen=True)
class Cards:
    """What the room says, in the order of capture, under a heading; ``context`` is the prompt it belongs to."""

    heading: str
    cards: tuple[NoteCard, ...] = ()
    context: str = ""
    context_is_quote: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Question:
    """One question, alone."""

    kicker: str
    text: str


@dataclass(frozen=True)
class RevealItem:
    """A line that keeps its place until it is revealed."""

    text: str
    revealed: bool = False


@dataclass(frozen=True)
class RevealList:
    """Numbered lines, revealed one by one; the last revealed is marked. ``note`` stands below when all are."""

    heading: str
    items: tuple[RevealItem, ...]
    note: str = ""


@dataclass(frozen=True)
class StateRow:
    """A principle or topic: counts in the order of the options (None while hidden), dots, a word of its state."""

    text: str
    counts: tuple[int, ...] | None = None
    dots: int | None = None
    chip: str = ""
    highlighted: bool = False


@dataclass(frozen=True)
class StateList:
    """Rows with their state. ``options`` name the columns of counts, ``dots_label`` and ``chip_label`` the others."""

    heading: str
    options: tuple[str, ...]
    rows: tuple[StateRow, ...]
    dots_label: str = ""
    chip_label: str = ""
    hint: str = ""


@dataclass(frozen=True)
class SpreadRow:
    """A scored statement: lowest, highest and mean score; ``value`` is the mean as text ("1,9")."""

    label: str
    low: float = 0
    high: float = 0
    mean: float = 0
    value: str = ""
    highlighted: bool = False


@dataclass(frozen=True)
class Spread:
    """Scores with their spread between the two ends of the scale; only the statements while ``hidden``."""

    heading: str
    rows: tuple[SpreadRow, ...]
    lowest: float = 1
    highest: float = 5
    hidden: bool = False
    hint: str = ""


@dataclass(frozen=True)
class ChoiceRow:
    """A position: how many are there now, how many want to be there."""

    label: str
    text: str = ""
    now: int = 0
    wanted: int = 0


@dataclass(frozen=True)
class Choice:
    """Positions with two counts each; only the positions while ``hidden``."""

    heading: str
    rows: tuple[ChoiceRow, ...]
    now_label: str = ""
    wanted_label: str = ""
    hidden: bool = False
    hint: str = ""


@dataclass(frozen=True)
class GridRow:
    """An option with what it got on each criterion ('' for nothing) and its total; ``divided`` holds the places of the
    cells where voices differ most."""

    text: str
    cells: tuple[str, ...]
    total: str = ""
    divided: tuple[int, ...] = ()


@dataclass(frozen=True)
class Grid:
    """Options against criteria; while ``hidden`` only what is weighed. ``hint`` says what to do, or how voices differ
    where the sign of that stands."""

    heading: str
    criteria: tuple[str, ...]
    rows: tuple[GridRow, ...]
    total_label: str = ""
    hidden: bool = False
    hint: str = ""


@dataclass(frozen=True)
class MatrixPoint:
    """A voice in a matrix, from 1 (left, below) to 9 (right, above); without a label it is nobody's."""

    across: int
    up: int
    label: str = ""


@dataclass(frozen=True)
class Matrix:
    """Axes with their low and high ends, names of the quarters (right above, right below, left above, left below) and
    points; ``hint`` says what to do while there are none. ``legend`` heads names where numbers stand in their place."""

    heading: str
    across: tuple[str, str]
    up: tuple[str, str]
    quadrants: tuple[str, ...]
    points: tuple[MatrixPoint, ...] = ()
    legend: str = ""
    hint: str = ""


@dataclass(frozen=True)
class MovedRow:
    """An item with its result of the previous time and, once revealed, of now: each the part of a full bar, and as
    text; ``moved`` says which way it went (a sign and a word)."""

    number: str
    text: str
    before: float
    before_text: str
    now: float | None = None
    now_text: str = ""
    moved: str = ""


@dataclass(frozen=True)
class Moved:
    """What moved since the previous time: two bars for each item. The labels name the bars; ``measure`` says what they
    measure."""

    heading: str
    measure: str
    before_label: str
    now_label: str
    rows: tuple[MovedRow, ...] = ()


@dataclass(frozen=True)
class TableRow:
    """A decision or an action: its code ("A1") and a cell for each column."""

    code: str
    cells: tuple[str, ...]
    newest: bool = False


@dataclass(frozen=True)
class TableSection:
    """Rows under the same columns; the first column takes the room that the others leave."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Table:
    """Outcomes: decisions, actions. ``hint`` is shown while there is nothing yet."""

    heading: str
    sections: tuple[TableSection, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Countdown:
    """A break: what it is, the seconds left (never shown below zero), and when it ends as a sentence."""

    heading: str
    seconds: int
    until: str = ""


@dataclass(frozen=True)
class Statement:
    """A title with paragraphs: the facts of a case, an explanation."""

    title: str
    paragraphs: tuple[str, ...] = ()
    kicker: str = ""


@dataclass(frozen=True)
class Seating:
    """A table with the names of who sits there."""

    name: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tables:
    """Who sits at which table. ``hint`` is shown while there are none."""

    heading: str
    tables: tuple[Seating, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class TaskRow:
    """What one table works on, or one of the questions to choose from; ``label`` is its name or number."""

    label: str
    text: str


@dataclass(frozen=True)
class Task:
    """What the tables work on, the seconds left (never shown below zero), and when that ends as a sentence."""

    heading: str
    rows: tuple[TaskRow, ...] = ()
    seconds: int = 0
    until: str = ""


@dataclass(frozen=True)
class Thanks:
    """The end: thanks, and what happens next."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Black:
    """Nothing at all."""


Scene = (
    Welcome
    | Agenda
    | Wall
    | Prompt
    | Cards
    | Question
    | RevealList
    | StateList
    | Spread
    | Choice
    | Grid
    | Matrix
    | Moved
    | Table
    | Countdown
    | Statement
    | Tables
    | Task
    | Thanks
    | Black
)
