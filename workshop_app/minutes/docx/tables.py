"""Tables and charts in the Word document: real tables, a picture in every row of a chart beside its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from workshop_app.minutes.charts import BarChart, DotChart, SpreadChart
from workshop_app.minutes.document import Cell, State, Table
from workshop_app.minutes.docx import pictures
from workshop_app.minutes.docx.markup import describe, dressed, element, one_line, write
from workshop_app.minutes.docx.styles import WIDTH
from workshop_app.minutes.pdf.colours import Palette

_PICTURE = 53.0
_DOTS = 80.0
"""Millimetres of a column with a picture, and of one with dots and how many there are."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture in a cell, so many points wide, with its text alternative (empty: decoration) and words after it."""

    png: bytes
    alt: str
    words: str = ""
    width: float = pictures.BAR[0]


@dataclass(frozen=True, slots=True)
class Wide:
    """A text over several columns."""

    text: str
    columns: int


Content = Cell | Drawing | Wide


def add_table(document: Any, table: Table) -> None:
    """A table, unless it has no rows."""
    total = sum(column.width for column in table.columns) or 1.0
    widths = [WIDTH * column.width / total for column in table.columns]
    right = {at for at, column in enumerate(table.columns) if column.right}
    heads = [column.heading for column in table.columns]
    _add(document, (table.caption, table.summary), heads, table.rows, widths, right)


def add_bar_chart(document: Any, chart: BarChart, colours: Palette) -> None:
    """A row for each prompt: its label, its bar, the count of each option."""
    numbers: list[Content] = [*chart.options] if chart.numbered else []
    if chart.drawn and len(numbers) > 1:
        keys = (pictures.key(at, colours) for at in range(len(numbers)))
        numbers = [Drawing(png, "", name, pictures.KEY[0]) for png, name in zip(keys, chart.options, strict=True)]
    heads = [chart.label, *_if(chart.drawn, chart.picture), *numbers, *_if(bool(chart.own), chart.own)]
    rows: list[list[Content]] = []
    for row in chart.rows:
        drawn = Drawing(pictures.bar(chart, row, colours), chart.alt(row))
        cells = [Wide(text, columns) for text, columns in row.cells] if chart.numbered else []
        rows.append([row.label, *_if(chart.drawn, drawn), *cells, *_if(bool(chart.own), row.own)])
    _chart(document, chart, heads, rows)


def add_spread_chart(document: Any, chart: SpreadChart, colours: Palette) -> None:
    """A row for each prompt, lowest first: its label, its range and mean, and the numbers."""
    numbers = (chart.lowest, chart.mean, chart.highest) if chart.numbered else ()
    heads = [chart.label, *_if(chart.drawn, chart.picture), *numbers, *_if(bool(chart.own), chart.own)]
    rows: list[list[Content]] = []
    for row in chart.ordered:
        drawn = Drawing(pictures.spread(chart, row, colours), chart.alt(row))
        told = (str(row.lowest), row.mean_text, str(row.highest)) if chart.numbered else ()
        own = "–" if row.own is None else str(row.own)
        rows.append([row.label, *_if(chart.drawn, drawn), *told, *_if(bool(chart.own), own)])
    _chart(document, chart, heads, rows)


def add_dot_chart(document: Any, chart: DotChart, colours: Palette) -> None:
    """A row for each thing that could be voted for, most votes first."""
    rows: list[list[Content]] = []
    for row in chart.ordered:
        votes = row.dots.spoken if chart.drawn else str(row.dots.count)
        drawn = Drawing(pictures.dots(row.dots.count, colours), "", votes)
        rows.append([row.label, drawn if chart.drawn and row.dots.count else votes])
    _add(document, (chart.caption, chart.summary), [chart.label, chart.picture], rows, [WIDTH - _DOTS, _DOTS], set())


def _chart(
    document: Any, chart: BarChart | SpreadChart, heads: Sequence[Content], rows: Sequence[Sequence[Content]]
) -> None:
    pictured = _if(chart.drawn, _PICTURE)
    numbers = [_needed(head) for head in heads[1 + len(pictured) :]]
    most = (WIDTH - sum(pictured)) * 0.6 / max(sum(numbers), 1)
    numbers = [each * min(1.0, most) for each in numbers]
    widths = [WIDTH - sum(pictured) - sum(numbers), *pictured, *numbers]
    right = set(range(1 + len(pictured), len(heads)))
    _add(document, (chart.caption, chart.summary), heads, rows, widths, right)


def _needed(heading: Content) -> float:
    """Millimetres for a column with a number: its heading breaks between words only."""
    words, beside = (heading.words, 7.0) if isinstance(heading, Drawing) else (str(heading), 0.0)
    return max((5 + 2.1 * len(word) for word in words.split()), default=7.0) + beside


def _if(there: bool, part: Any) -> list[Any]:
    return [part] if there else []


def _add(
    document: Any,
    about: tuple[str, str],
    heads: Sequence[Content],
    rows: Sequence[Sequence[Content]],
    widths: Sequence[float],
    right: set[int],
) -> None:
    if not rows:
        return
    caption, summary = about
    if caption.strip():
        write(dressed(document.add_paragraph(), "Caption"), caption)
    table = document.add_table(rows=0, cols=len(heads), style="Minutes Table")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _describe(table, caption, summary)
    _row(table, heads, right, "Cell Head")
    for row in rows:
        _row(table, row, right, "Cell")
    for at, width in enumerate(widths):
        table.columns[at].width = Mm(width)
    for row_element in table._tbl.tr_lst:
        at = 0
        for cell in row_element.tc_lst:
            cell.width = Mm(sum(widths[at : at + cell.grid_span]))
            at += cell.grid_span
    dressed(document.add_paragraph(), "Note").paragraph_format.space_after = Pt(2)


def _describe(table: Any, caption: str, summary: str) -> None:
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(
        element(
            "tblLook", val="0420", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="0", noVBand="1"
        )
    )
    for tag, text in (("tblCaption", caption), ("tblDescription", summary)):
        if one_line(text):
            properties.append(element(tag, val=one_line(text)))


def _row(table: Any, contents: Sequence[Content], right: set[int], style: str) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    if style == "Cell Head":
        properties.append(element("tblHeader"))
    cells, at = row._tr.tc_lst, 0
    for content in contents:
        columns = content.columns if isinstance(content, Wide) else 1
        cells[at].grid_span = columns
        for covered in cells[at + 1 : at + columns]:
            row._tr.remove(covered)
        paragraph = dressed(Paragraph(cells[at].p_lst[0], table), style)
        if at in right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _fill(paragraph, content)
        at += columns


def _fill(paragraph: Any, content: Content) -> None:
    match content:
        case Drawing():
            picture = paragraph.add_run().add_picture(BytesIO(content.png), width=Pt(content.width))
            describe(picture, content.alt)
            if content.words:
                write(paragraph, f" {content.words}")
        case Wide() | State():
            write(paragraph, content.text)
        case _:
            write(paragraph, content)
