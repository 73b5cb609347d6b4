"""Tables: headings that are repeated, a heading for every row, rows that may go on over pages."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor

from workshop_app.minutes.document import Cell, Table, shortened
from workshop_app.minutes.pdf.colours import RULE, WHITE
from workshop_app.minutes.pdf.layout import Flow, grid, headed
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import WIDTH, varied
from workshop_app.minutes.pdf.text import Run

RIGHT = 2
LONGEST_HEADING = 80
PADDING = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, HexColor(RULE)),
    ("TOPPADDING", (0, 0), (-1, -1), 3.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4.6),
    ("LEFTPADDING", (0, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
]


def set_table(table: Table, place: Place) -> Flow:
    """The table over the width of its place, under its caption; nothing if it has no rows."""
    if not table.rows:
        return []
    colours, styles = place.look.colours, place.styles
    aligned = [varied(styles.cell, alignment=RIGHT if column.right else 0) for column in table.columns]
    heads = [varied(styles.head, alignment=RIGHT if column.right else 0) for column in table.columns]
    caption, node = captioned(table.caption, table.summary, place)
    row = node.add("THead").add("TR")
    cells: list[list[Any]] = [
        [place.paragraph(shortened(column.heading, LONGEST_HEADING), style, row.add("TH", scope="Column"))]
        for column, style in zip(table.columns, heads, strict=True)
    ]
    rows = [cells]
    body = node.add("TBody")
    for values in table.rows:
        row = body.add("TR")
        rows.append([
            [place.paragraph(_runs(value, place), style, header_or_cell(row, at == table.row_heading))]
            for at, (value, style) in enumerate(zip(values, aligned, strict=True))
        ])  # fmt: skip
    share = place.width / sum(column.width for column in table.columns)
    look = [
        *PADDING,
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(colours.brand)),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), [HexColor(WHITE), HexColor(colours.pale)]),
    ]
    if place.width < WIDTH:  # beside a picture, as high as that
        padding = {"TOP": 2.4, "BOTTOM": 3.4, "LEFT": 4, "RIGHT": 2}
        look += [(f"{side}PADDING", (0, 0), (-1, -1), points) for side, points in padding.items()]
    widths = [column.width * share for column in table.columns]
    return headed(caption, [grid(rows, widths, look, after=12)])


def captioned(caption: str, summary: str, place: Place) -> tuple[Flow, Node]:
    """A new Table element with its caption, and the caption as a flow of none or one."""
    node = place.node.add("Table", summary=summary)
    return [place.paragraph(caption, place.styles.caption, node.add("Caption"))] if caption.strip() else [], node


def header_or_cell(row: Node, is_header: bool) -> Node:
    """A cell of a row: the one that heads it, or another."""
    return row.add("TH", scope="Row") if is_header else row.add("TD")


def _runs(cell: Cell, place: Place) -> Sequence[Run]:
    if isinstance(cell, str):
        return [Run(cell.strip())]
    colours = place.look.colours
    dot = {"new": colours.accent_text, "running": colours.graphic, "done": "#1F6F43"}[cell.progress]
    return [Run("●", color=dot, decoration=True), Run(f" {cell.text}")]
