"""A ballot: for every round with a scale a table of boxes, without a place for a name."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor

from workshop_app.minutes.pdf.colours import INK, MUTED, RULE
from workshop_app.minutes.pdf.layout import Flow, grid, headed
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.paragraphs import paragraph
from workshop_app.minutes.pdf.styles import Look, style
from workshop_app.minutes.pdf.text import Run, one_line
from workshop_app.minutes.print_set import BallotRound, PrintSet

CENTRE = 1
_LEAST_ITEM = 0.4
"""Share of the width that the items keep, however many options there are."""


@dataclass(frozen=True, slots=True)
class BallotSize:
    """Points: of the text, of the boxes, and the widest column of an option."""

    text: float
    box: float
    column: float


BALLOT_SMALL = BallotSize(9, 13, 52)
BALLOT_LARGE = BallotSize(11, 16, 66)


def set_ballot(printed: PrintSet, look: Look, element: Node, width: float, size: BallotSize) -> Flow:
    """One ballot, of this width."""
    fonts, colours = look.fonts, look.colours
    kicker = style("SansBold", size.text, size.text * 1.3, colours.accent_text)
    title = style("SerifSemi", size.text * 1.6, size.text * 2, colours.title, spaceAfter=2)
    note = style("Sans", size.text * 0.92, size.text * 1.25, MUTED, spaceAfter=4)
    head = element.add("H1")
    flow: Flow = [
        paragraph(printed.ballot_heading, kicker, fonts, head),
        paragraph(one_line(printed.title) or "–", title, fonts, head),
        paragraph(printed.ballot_note, note, fonts, element.add("P")),
    ]
    for known in printed.ballots:
        flow += _round(known, printed, look, element.add("Sect"), width, size)
    return flow


def _round(known: BallotRound, printed: PrintSet, look: Look, element: Node, width: float, size: BallotSize) -> Flow:
    fonts, colours = look.fonts, look.colours
    title = style("SansBold", size.text * 1.15, size.text * 1.5, colours.title, spaceBefore=size.text)
    about = style("Sans", size.text * 0.95, size.text * 1.28, MUTED, spaceAfter=1)
    heads: Flow = [paragraph(one_line(known.title) or "–", title, fonts, element.add("H2"))]
    words = " ".join(filter(None, (one_line(known.question), known.how)))
    heads.append(paragraph(words, about, fonts, element.add("P")))
    return headed(heads, [_boxes(known, printed, look, element, width, size)])


def _boxes(known: BallotRound, printed: PrintSet, look: Look, element: Node, width: float, size: BallotSize) -> Any:
    fonts = look.fonts
    head = style("SansBold", size.text * 0.82, size.text, MUTED)
    middle = style("SansBold", size.text * 0.82, size.text, MUTED, alignment=CENTRE)
    item = style("SerifItalic" if known.quoted else "Sans", size.text, size.text * 1.25)
    box = style("Sans", size.box, size.box, INK, alignment=CENTRE)
    table = element.add("Table")
    row = table.add("TR")
    cells: list[list[Any]] = [[paragraph(printed.item_heading, head, fonts, row.add("TH", scope="Column"))]]
    for option in known.options:
        cells[0].append(paragraph(option, middle, fonts, row.add("TH", scope="Column")))
    for text in known.items:
        row = table.add("TR")
        cells.append([paragraph(text, item, fonts, row.add("TH", scope="Row"))])
        for _ in known.options:
            cells[-1].append(paragraph([Run("☐", spoken=printed.box)], box, fonts, row.add("TD")))
    count = max(len(known.options), 1)
    column = min(size.column, width * (1 - _LEAST_ITEM) / count)
    looks = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(RULE)),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), 1),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    return grid(cells, [width - count * column, *[column] * len(known.options)], looks, after=2)
