"""The charts of the minutes as values: a picture beside the numbers it shows."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dots:
    """Votes, drawn as dots and read as `spoken`, for instance "(5 stemmen)"."""

    count: int
    spoken: str


@dataclass(frozen=True, slots=True)
class Sum:
    """What options beside each other got together, where one alone would point at a person.

    `name` is read ("deels of nee samen"), `text` is printed under the options ("samen 8").
    """

    options: int
    count: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """A prompt and how often each option was chosen. `quoted` sets the prompt in serif, `own` is what one chose."""

    label: str
    values: tuple[int | Sum, ...]
    quoted: bool = False
    own: str = ""

    @property
    def counts(self) -> tuple[int, ...]:
        """The numbers."""
        return tuple(value.count if isinstance(value, Sum) else value for value in self.values)

    @property
    def cells(self) -> tuple[tuple[str, int], ...]:
        """The numbers as they are printed, each with the options that it is of."""
        return tuple((each.text, each.options) if isinstance(each, Sum) else (str(each), 1) for each in self.values)


@dataclass(frozen=True, slots=True)
class BarChart:
    """Per row a bar in parts, one part for each option, beside the numbers it stands for.

    With one option it is a plain bar chart. `label` and `picture` head the first columns ("Uitspraak", "Verdeling"),
    `own` heads the answers of one organisation, if there are any. `drawn` shows the bars, `numbered` the numbers.
    """

    label: str
    picture: str
    options: tuple[str, ...]
    rows: tuple[BarRow, ...]
    caption: str = ""
    summary: str = ""
    own: str = ""
    drawn: bool = True
    numbered: bool = True

    def __post_init__(self) -> None:
        if any(
            sum(n for _, n in row.cells) != len(self.options) or min(row.counts, default=0) < 0 for row in self.rows
        ):
            raise ValueError("every row of a chart has a count for every option")

    @property
    def scale(self) -> int:
        """The total that fills the width: that of the longest bar."""
        return max((sum(row.counts) for row in self.rows), default=0)

    def alt(self, row: BarRow) -> str:
        """What the bar of this row shows: "ja 12, deels 7, nee 5"."""
        return ", ".join(self._parts(row))

    def _parts(self, row: BarRow) -> Iterator[str]:
        at = 0
        for value, (_, options) in zip(row.values, row.cells, strict=True):
            name, count = (value.name, value.count) if isinstance(value, Sum) else (self.options[at], value)
            yield f"{name} {count}"
            at += options


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A prompt with the lowest, the mean and the highest score. `mean_text` is the mean as the language writes it,
    `own` the score of one organisation, if that is told."""

    label: str
    lowest: int
    mean: float
    highest: int
    mean_text: str
    own: int | None = None


@dataclass(frozen=True, slots=True)
class SpreadChart:
    """Scores from `low` to `high`: per row the range as a bar and the mean as a dot, beside the numbers.

    The other texts are the headings of the columns; `own` heads the scores of one organisation, if there are any.
    Rows are shown with the lowest mean first. `drawn` shows the picture, `numbered` the numbers.
    """

    label: str
    picture: str
    lowest: str
    mean: str
    highest: str
    rows: tuple[SpreadRow, ...]
    low: int = 1
    high: int = 5
    caption: str = ""
    summary: str = ""
    own: str = ""
    drawn: bool = True
    numbered: bool = True

    @property
    def ordered(self) -> tuple[SpreadRow, ...]:
        """The rows with the lowest mean first, then the lowest score; otherwise as given."""
        return tuple(sorted(self.rows, key=lambda row: (row.mean, row.lowest)))

    def alt(self, row: SpreadRow) -> str:
        """What the picture of this row shows: "laagste 2, gemiddeld 3,4, hoogste 5"."""
        told = f"{self.lowest} {row.lowest}, {self.mean} {row.mean_text}, {self.highest} {row.highest}"
        return told if row.own is None else f"{told}, {self.own} {row.own}"


@dataclass(frozen=True, slots=True)
class DotRow:
    """Something that could be voted for, and its votes."""

    label: str
    dots: Dots


@dataclass(frozen=True, slots=True)
class DotChart:
    """Priority votes as the dots people gave, the number beside them; most votes first.

    `label` and `picture` head the columns ("Motief", "Stippen"). `drawn` shows the dots, `numbered` the number.
    """

    label: str
    picture: str
    rows: tuple[DotRow, ...]
    caption: str = ""
    summary: str = ""
    drawn: bool = True
    numbered: bool = True

    @property
    def ordered(self) -> tuple[DotRow, ...]:
        """The rows with the most votes first; otherwise as given."""
        return tuple(sorted(self.rows, key=lambda row: -row.dots.count))
