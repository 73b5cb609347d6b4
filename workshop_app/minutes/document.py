"""The minutes as values: what is said, in which order, with which numbers.

A `Document` is a cover and sections; a section holds blocks, and may hold sections. Every text is plain and already in
the language of the minutes: no markup, no layout, no words added later. Line breaks in a text are kept, an empty line
starts a new paragraph. Heading levels follow from the nesting, so none can be skipped.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from workshop_app.minutes.charts import BarChart, DotChart, Dots, SpreadChart
from workshop_app.minutes.images import Image, Photo
from workshop_app.minutes.matrix import Matrix

Tone: TypeAlias = Literal["body", "lead", "note"]
Progress: TypeAlias = Literal["new", "running", "done"]

SAFE_TARGETS = ("#", "mailto:", "https://")


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to the section with that anchor (`#acties`), to an address or to a site; else ValueError."""

    text: str
    target: str

    def __post_init__(self) -> None:
        if not self.target.startswith(SAFE_TARGETS) or len(self.target.split()) != 1:
            raise ValueError(f"not a target for a link: {self.target!r}")


@dataclass(frozen=True, slots=True)
class Item:
    """A point in a list. `label` stands before it ("B1"), `details` each on a line of their own below it."""

    text: str
    label: str = ""
    details: tuple[str, ...] = ()
    dots: Dots | None = None


# ------------------------------------------------------------------------------------------ blocks of a section
@dataclass(frozen=True, slots=True)
class Prose:
    """Running text: body, lead (larger, in serif) or note (small). The link follows the text."""

    text: str
    tone: Tone = "body"
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words from the room, typeset large. The marks are part of the text; `source` must not point at a person."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A question or remark that stands out: "Onze vraag" and the question."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list over the full width; numbered 1, 2, 3 when `ordered` (an item's own label goes before its number)."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Contributions that belong together under a theme, a prompt or a strand. Without a heading: just the list."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of contributions in two balanced columns that go on over pages."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number worth remembering, and what it counts."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A row of key figures, three to five of them."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents; its lines are the headings of all sections that want to be in it."""

    heading: str


@dataclass(frozen=True, slots=True)
class State:
    """How far something is: words, and a dot of a colour as decoration."""

    text: str
    progress: Progress


Cell: TypeAlias = str | State


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width (relative to the others), and how its cells align."""

    heading: str
    width: float = 1.0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, which are repeated on every page. `row_heading` is the column that names the row.

    `summary` is read before the table, and not printed. A row of another length than the columns is a ValueError.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    summary: str = ""
    row_heading: int | None = 0

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table has a cell for every column")


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter (or, inside another section, a part of it) under a heading.

    `kicker` stands over the heading ("Ronde 4"), `meta` under it ("Zaal, turven · 20 minuten · 24 stemmen"). `anchor`
    is what a link points at. A chapter with `new_page` starts on a new page, unless a third of this one is left.
    """

    heading: str
    blocks: "tuple[Block, ...]" = ()
    kicker: str = ""
    meta: str = ""
    anchor: str = ""
    new_page: bool = False
    in_contents: bool = True

    @property
    def name(self) -> str:
        """The section in the contents and the bookmarks: "Ronde 4: Wat werkt er nu goed?"."""
        return f"{self.kicker}: {self.heading}" if self.kicker else self.heading


Block: TypeAlias = (
    Prose
    | Quote
    | Callout
    | Bullets
    | Groups
    | KeyFigures
    | Contents
    | Table
    | BarChart
    | SpreadChart
    | DotChart
    | Photo
    | Matrix
    | Section
)


# ------------------------------------------------------------------------------------------------ the whole document
@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the head: "Datum" and the date."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the two columns of the first page: what was decided, or what happens first.

    `note` is printed instead of items when there are none, `more` leads to the full list. As many items are shown as
    the page has room for, so the full list belongs in a section of its own.
    """

    heading: str
    items: tuple[Item, ...] = ()
    note: str = ""
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: who, what, when, and the outcome before everything else."""

    kicker: str
    title: str
    subtitle: str
    organisation: str
    facts: tuple[Fact, ...]
    decisions: Panel
    actions: Panel
    logos: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every page carries: the band on top (from page 2), the footer with the logos, and the page number.

    `page` holds the placeholders {page} and {total}: "Pagina {page} van {total}".
    """

    band_left: str
    band_right: str
    footer: str
    page: str
    logos: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The two colours of the organisation, as "#RRGGBB". Text on them stays readable whatever they are."""

    primary: str = "#0B5563"
    accent: str = "#B45309"


@dataclass(frozen=True, slots=True)
class Document:
    """The minutes. `lang` is a language tag ("nl-NL"); `created` dates the file and must have a time zone."""

    title: str
    lang: str
    created: datetime
    cover: Cover
    furniture: Furniture
    sections: tuple[Section, ...]
    author: str = ""
    subject: str = ""
    keywords: str = ""
    style: HouseStyle = field(default_factory=HouseStyle)

    def __post_init__(self) -> None:
        if self.created.tzinfo is None:
            raise ValueError("the date of a document needs a time zone")


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut after a word when it is longer than limit characters."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
