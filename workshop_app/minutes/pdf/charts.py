"""Charts as tables: a picture in every row beside the numbers it shows, so that eyes and ears get the same."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from workshop_app.minutes.document import BarChart, DotChart, Dots, SpreadChart, shortened
from workshop_app.minutes.pdf.colours import INK
from workshop_app.minutes.pdf.layout import Flow, grid, headed
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.paragraphs import paragraph
from workshop_app.minutes.pdf.pictures import Axis, Bar, Key, Spread
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import WIDTH, varied
from workshop_app.minutes.pdf.tables import LONGEST_HEADING, PADDING, RIGHT, captioned, header_or_cell
from workshop_app.minutes.pdf.text import Run, one_line

CENTRE = 1


def set_bar_chart(chart: BarChart, place: Place) -> Flow:
    """A row for each prompt: its label, its bar, and the count of each option under the key of that option."""
    if not chart.rows:
        return []
    colours, styles = place.look.colours, place.styles
    keyed = len(chart.options) > 1
    table = _Chart(chart.caption, chart.summary, place)
    table.head(chart.label)
    table.head(chart.picture)
    for at, option in enumerate(chart.options):
        table.head(option, right=True, below=Key(at, colours) if keyed else None)
    for row in chart.rows:
        label, figure = table.row(row.label, quoted=row.quoted)
        bar = Bar(row.values, chart.scale, colours, figure.add("Figure", alt=_spoken(chart.alt(row))))
        numbers = [place.paragraph(str(value), styles.number, label.add("TD")) for value in row.values]
        table.cells[-1] += [[bar], *([number] for number in numbers)]
    return table.flow(_bar_widths(chart))


def set_spread_chart(chart: SpreadChart, place: Place) -> Flow:
    """A row for each prompt, lowest first: its label, its range and mean on an axis, and the three numbers."""
    if not chart.rows:
        return []
    table = _Chart(chart.caption, chart.summary, place)
    table.head(chart.label)
    table.head(chart.picture, below=Axis(chart.low, chart.high, _axis_figure(place)))
    for heading in (chart.lowest, chart.mean, chart.highest):
        table.head(heading, right=True)
    for row in chart.ordered:
        label, figure = table.row(row.label)
        alt = figure.add("Figure", alt=_spoken(chart.alt(row)))
        picture = Spread(row.lowest, row.mean, row.highest, (chart.low, chart.high), place.look.colours, alt)
        texts = (str(row.lowest), row.mean_text, str(row.highest))
        numbers = [place.paragraph(text, place.styles.number, label.add("TD")) for text in texts]
        table.cells[-1] += [[picture], *([number] for number in numbers)]
    numbers_wide = _number_widths((chart.lowest, chart.mean, chart.highest))
    return table.flow([WIDTH - 150 - sum(numbers_wide), 150, *numbers_wide])


def set_dot_chart(chart: DotChart, place: Place) -> Flow:
    """A row for each thing that could be voted for, most votes first: its label and its dots."""
    if not chart.rows:
        return []
    table = _Chart(chart.caption, chart.summary, place)
    table.head(chart.label)
    table.head(chart.picture)
    for row in chart.ordered:
        _, votes = table.row(row.label)
        table.cells[-1].append([place.paragraph(_dots(row.dots, place), place.styles.cell, votes)])
    return table.flow([WIDTH - 210, 210])


class _Chart:
    """A table in the making: `cells` as they are laid out, and the elements they belong to."""

    def __init__(self, caption: str, summary: str, place: Place) -> None:
        self._place = place
        self._caption, self._node = captioned(caption, summary, place)
        self._heads = self._node.add("THead").add("TR")
        self._body = self._node.add("TBody")
        self.cells: list[list[Any]] = [[]]

    def head(self, text: str, *, right: bool = False, below: Any = None) -> None:
        """The heading of a next column, with a picture below it."""
        style = varied(self._place.styles.chart_head, alignment=RIGHT if right else 0)
        heading = self._place.paragraph(shortened(text, LONGEST_HEADING), style, self._heads.add("TH", scope="Column"))
        self.cells[0].append([part for part in (heading, below) if part])

    def row(self, text: str, *, quoted: bool = False) -> tuple[Node, Node]:
        """A next row with its label. Gives the row, and the cell of its picture."""
        row = self._body.add("TR")
        style = self._place.styles.quoted if quoted else self._place.styles.cell
        self.cells.append([[self._place.paragraph(text.strip(), style, header_or_cell(row, True))]])
        return row, row.add("TD")

    def flow(self, widths: Sequence[float]) -> Flow:
        """The finished chart under its caption."""
        look = [
            *PADDING,
            ("VALIGN", (1, 1), (-1, -1), "MIDDLE"),
            ("LINEBELOW", (0, 0), (-1, 0), 1, HexColor(INK)),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 2),
        ]
        return headed(self._caption, [grid(self.cells, widths, look, after=14)])


def _spoken(alt: str) -> str:
    return one_line(alt) or "–"


def _dots(dots: Dots, place: Place) -> list[Run]:
    """Dots in fives, so that they can be counted and wrapped; read as the words for their number."""
    fives = " ".join("●" * min(5, dots.count - at) for at in range(0, dots.count, 5))
    if not dots.count:
        return [Run("0", font="SansBold", spoken=dots.spoken)]
    drawn = Run(fives, size=8, color=place.look.colours.accent_text, spoken=dots.spoken)
    return [drawn, Run(f"\u2002{dots.count}", font="SansBold", decoration=True)]


def _axis_figure(place: Place) -> Callable[[Any, str, float, float], None]:
    style = varied(place.styles.chart_head, alignment=CENTRE)

    def write(canvas: Any, text: str, x: float, width: float) -> None:
        figure = paragraph(text, style, place.look.fonts)
        figure.wrapOn(canvas, width, 20)
        figure.drawOn(canvas, x, 0)

    return write


def _bar_widths(chart: BarChart) -> list[float]:
    """Numbers as narrow as their headings allow, a bar of a third of the page, the rest for the labels."""
    numbers = _number_widths(chart.options)
    picture = max(90.0, 230 - 0.55 * sum(numbers))
    return [WIDTH - picture - sum(numbers), picture, *numbers]


def _number_widths(headings: Sequence[str]) -> list[float]:
    most = WIDTH * 0.46 / max(len(headings), 1)
    return [min(max(_heading_width(text) + 14, 38), most) for text in headings]


def _heading_width(text: str) -> float:
    """On one line if it is short, else as wide as its longest word."""
    whole = float(stringWidth(text, "SansBold", 9))
    return whole if whole < 45 else max((stringWidth(word, "SansBold", 9) for word in text.split()), default=0)
