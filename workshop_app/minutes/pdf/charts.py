"""Charts as tables: a picture in every row beside the numbers it shows, so that eyes and ears get the same."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from workshop_app.minutes.charts import BarChart, DotChart, Dots, SpreadChart
from workshop_app.minutes.document import shortened
from workshop_app.minutes.pdf.colours import INK
from workshop_app.minutes.pdf.layout import Flow, grid, headed
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.paragraphs import paragraph
from workshop_app.minutes.pdf.pictures import Across, Axis, Bar, Key, Spread
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import WIDTH, varied
from workshop_app.minutes.pdf.tables import LONGEST_HEADING, PADDING, RIGHT, captioned, header_or_cell
from workshop_app.minutes.pdf.text import Run, one_line

CENTRE = 1
MIDDLE_UP_TO = 200
"""Characters of a label beside the middle of which the picture stands; beside a longer one it stands at the top. A row
that goes on over a page would keep the room over the middle on each of them."""


def set_bar_chart(chart: BarChart, place: Place) -> Flow:
    """A row for each prompt: its label, its bar, and the count of each option under the key of that option."""
    if not chart.rows:
        return []
    options = chart.options if chart.numbered else ()
    keyed = len(chart.options) > 1 and chart.drawn
    table = _Chart(chart.caption, chart.summary, place)
    table.head(chart.label)
    if chart.drawn:
        table.head(chart.picture)
    for at, option in enumerate(options):
        table.head(option, right=True, below=Key(at, place.look.colours) if keyed else None)
    if chart.own:
        table.head(chart.own)
    for row in chart.rows:
        table.row(row.label, quoted=row.quoted)
        if chart.drawn:
            table.picture(partial(Bar, row, chart.scale, place.look.colours), chart.alt(row))
        for text, columns in row.cells if options else ():
            table.number(text, columns)
        if chart.own:
            table.text(row.own)
    return table.flow(_bar_widths(chart))


def set_spread_chart(chart: SpreadChart, place: Place) -> Flow:
    """A row for each prompt, lowest first: its label, its range and mean on an axis, and the three numbers."""
    if not chart.rows:
        return []
    headings = (chart.lowest, chart.mean, chart.highest) if chart.numbered else ()
    headings = (*headings, chart.own) if chart.own else headings
    table = _Chart(chart.caption, chart.summary, place)
    table.head(chart.label)
    if chart.drawn:
        table.head(chart.picture, below=Axis(chart.low, chart.high, _axis_figure(place)))
    for heading in headings:
        table.head(heading, right=True)
    for row in chart.ordered:
        table.row(row.label)
        if chart.drawn:
            table.picture(partial(Spread, row, (chart.low, chart.high), place.look.colours), chart.alt(row))
        for text in (str(row.lowest), row.mean_text, str(row.highest)) if chart.numbered else ():
            table.number(text)
        if chart.own:
            table.number("–" if row.own is None else str(row.own))
    numbers_wide = _number_widths(headings)
    picture = [150.0] if chart.drawn else []
    return table.flow([WIDTH - sum(picture) - sum(numbers_wide), *picture, *numbers_wide])


def set_dot_chart(chart: DotChart, place: Place) -> Flow:
    """A row for each thing that could be voted for, most votes first: its label and its dots."""
    if not chart.rows:
        return []
    table = _Chart(chart.caption, chart.summary, place)
    table.head(chart.label)
    table.head(chart.picture, right=not chart.drawn)
    for row in chart.ordered:
        table.row(row.label)
        if chart.drawn:
            table.text(_dots(row.dots, place, numbered=chart.numbered))
        else:
            table.number(str(row.dots.count))
    votes = 210.0 if chart.drawn else 90.0
    return table.flow([WIDTH - votes, votes])


class _Chart:
    """A table in the making: `cells` as they are laid out, and the elements they belong to."""

    def __init__(self, caption: str, summary: str, place: Place) -> None:
        self._place = place
        self._caption, self._node = captioned(caption, summary, place)
        self._heads = self._node.add("THead").add("TR")
        self._body = self._node.add("TBody")
        self._row = self._body
        self._high: list[tuple[Any, ...]] = []
        self._across: list[tuple[int, int, Across]] = []
        self.cells: list[list[Any]] = [[]]

    def head(self, text: str, *, right: bool = False, below: Any = None) -> None:
        """The heading of a next column, with a picture below it."""
        style = varied(self._place.styles.chart_head, alignment=RIGHT if right else 0)
        heading = self._place.paragraph(shortened(text, LONGEST_HEADING), style, self._heads.add("TH", scope="Column"))
        self.cells[0].append([part for part in (heading, below) if part])

    def row(self, text: str, *, quoted: bool = False) -> None:
        """A next row with its label."""
        self._row = self._body.add("TR")
        style = self._place.styles.quoted if quoted else self._place.styles.cell
        self.cells.append([[self._place.paragraph(text.strip(), style, header_or_cell(self._row, True))]])
        if len(text) > MIDDLE_UP_TO:
            row = len(self.cells) - 1
            self._high.append(("VALIGN", (1, row), (-1, row), "TOP"))

    def picture(self, draw: Callable[[Node], Any], alt: str) -> None:
        """A next cell with a figure that shows what `alt` says."""
        figure = self._row.add("TD").add("Figure", alt=one_line(alt) or "–")
        self.cells[-1].append([draw(figure)])

    def number(self, text: str, columns: int = 1) -> None:
        """A next cell with a number, as wide as so many columns."""
        cell = self._row.add("TD", columns=columns)
        if columns == 1:
            self.cells[-1].append([self._place.paragraph(text, self._place.styles.number, cell)])
            return
        wide = Across(self._place.paragraph(text, varied(self._place.styles.number, alignment=CENTRE), cell))
        self._across.append((len(self.cells[-1]), columns, wide))
        self.cells[-1] += [[wide], *[""] * (columns - 1)]

    def text(self, text: str | Sequence[Run]) -> None:
        """A next cell with words."""
        self.cells[-1].append([self._place.paragraph(text, self._place.styles.cell, self._row.add("TD"))])

    def flow(self, widths: Sequence[float]) -> Flow:
        """The finished chart under its caption."""
        for at, columns, wide in self._across:
            wide.room = sum(widths[at : at + columns]) - 12
        look = [
            *PADDING,
            ("VALIGN", (1, 1), (-1, -1), "MIDDLE"),
            *self._high,
            ("LINEBELOW", (0, 0), (-1, 0), 1, HexColor(INK)),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 2),
        ]
        return headed(self._caption, [grid(self.cells, widths, look, after=14)])


def _dots(dots: Dots, place: Place, *, numbered: bool) -> list[Run]:
    """Dots in fives, so that they can be counted and wrapped; read as the words for their number."""
    fives = " ".join("●" * min(5, dots.count - at) for at in range(0, dots.count, 5))
    if not dots.count:
        return [Run("0", font="SansBold", spoken=dots.spoken)]
    drawn = Run(fives, size=8, color=place.look.colours.accent_text, spoken=dots.spoken)
    return [drawn, Run(f"\u2002{dots.count}", font="SansBold", decoration=True)] if numbered else [drawn]


def _axis_figure(place: Place) -> Callable[[Any, str, float, float], None]:
    style = varied(place.styles.chart_head, alignment=CENTRE)

    def write(canvas: Any, text: str, x: float, width: float) -> None:
        figure = paragraph(text, style, place.look.fonts)
        figure.wrapOn(canvas, width, 20)
        figure.drawOn(canvas, x, 0)

    return write


def _bar_widths(chart: BarChart) -> list[float]:
    """Numbers as narrow as their headings allow, a bar of a third of the page, the rest for the labels."""
    numbers = _number_widths(chart.options) if chart.numbered else []
    widest = max((chart.own, *(row.own for row in chart.rows)), key=_heading_width)
    own = [min(_heading_width(widest) + 14, 90.0)] if chart.own else []
    picture = [max(90.0, 230 - 0.55 * sum((*numbers, *own)))] if chart.drawn else []
    return [WIDTH - sum((*picture, *numbers, *own)), *picture, *numbers, *own]


def _number_widths(headings: Sequence[str]) -> list[float]:
    most = WIDTH * 0.46 / max(len(headings), 1)
    return [min(max(_heading_width(text) + 14, 38), most) for text in headings]


def _heading_width(text: str) -> float:
    """On one line if it is short, else as wide as its longest word."""
    whole = float(stringWidth(text, "SansBold", 9))
    return whole if whole < 45 else max((stringWidth(word, "SansBold", 9) for word in text.split()), default=0)
