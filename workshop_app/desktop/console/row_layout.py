"""Where the parts of a row stand: text, marks and cells, in sizes that follow the font."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from workshop_app.desktop import theme
from workshop_app.desktop.console.row import VOICES, Cell, Row, RowKind
from workshop_app.desktop.console.text_block import Part, text_block

_NARROWEST = 14
"""The narrowest column of text beside cells, in ems."""
_NARROWEST_NAME = 9
"""The same for the name of a voice: there are many below each other, and most are short."""


@dataclass(frozen=True)
class Fonts:
    """The fonts of a panel, made from the font of the view."""

    base: QFont

    @cached_property
    def em(self) -> float:
        """The size that every distance is a part of, in pixels."""
        return float(self.base.pixelSize())

    @cached_property
    def lead(self) -> QFont:
        """Of prompts."""
        return theme.role_font("lead", self.base)

    @cached_property
    def quote(self) -> QFont:
        """Of quotes."""
        return theme.role_font("quote", self.base)

    @cached_property
    def small(self) -> QFont:
        """Of labels, marks and contributions."""
        return theme.role_font("small", self.base)

    @cached_property
    def strong(self) -> QFont:
        """Of counts."""
        return theme.role_font("strong", self.base)

    @cached_property
    def section(self) -> QFont:
        """Of headings."""
        return theme.role_font("section", self.base)

    def of(self, row: Row) -> QFont:
        """The font of a row's text."""
        if row.kind is RowKind.SUBJECT:
            return self.quote if row.is_quote else self.lead
        fonts = {RowKind.HEADING: self.section, RowKind.NOTE: self.small, RowKind.THEME: self.strong}
        return fonts.get(row.kind, self.base)


@dataclass(frozen=True)
class RowLayout:
    """A row laid out: `text` at `text_at`, the cells in their rectangles, all within `height` pixels."""

    height: float
    text: QTextLayout
    text_at: QPointF
    number_at: QRectF
    cells: tuple[QRectF, ...]


def lay_out(row: Row, width: float, fonts: Fonts) -> RowLayout:
    """The parts of a row in a width. Cells stand beside the text; below it, on as many lines as they need, where that
    would be too narrow."""
    em = fonts.em
    inset = round(em * 1.07)
    left = 0 if row.kind is RowKind.HEADING else text_left(fonts)
    right = width - round(em * 0.8)
    above, below = _padding(row, em)
    cell_width, cell_height = _cell_size(row, fonts)
    gap = round(em * 0.4)
    cells_width = len(row.cells) * (cell_width + gap) - gap if row.cells else 0.0
    narrowest = _NARROWEST_NAME if row.kind in VOICES else _NARROWEST
    beside = not row.cells or right - left - cells_width - em >= narrowest * em
    in_line = len(row.cells) if beside else max(1, int((right - left + gap) // (cell_width + gap)))
    cells_height = -(-len(row.cells) // in_line) * (cell_height + gap) - gap if row.cells else 0.0
    text_width = right - left - (cells_width + em if row.cells and beside else 0)
    text = _text(row, max(text_width, 4 * em), fonts)
    text_height = text.boundingRect().height()
    content = max(text_height, cells_height) if beside else text_height + gap + cells_height
    content = max(content, round(em * 2.07)) if row.kind is RowKind.SUBJECT else content
    text_top = above + ((content - text_height) / 2 if beside else 0)
    cells_top = above + ((content - cells_height) / 2 if beside else text_height + gap)
    cells_left = right - cells_width if beside else left
    first_line = text.lineAt(0).height() if text.lineCount() else text_height
    return RowLayout(
        height=round(above + content + below),
        text=text,
        text_at=QPointF(left, round(text_top)),
        number_at=QRectF(inset, round(text_top), left - inset, first_line),
        cells=tuple(
            QRectF(
                round(cells_left + n % in_line * (cell_width + gap)),
                round(cells_top + n // in_line * (cell_height + gap)),
                cell_width,
                cell_height,
            )
            for n in range(len(row.cells))
        ),
    )


def text_left(fonts: Fonts) -> int:
    """Where the text begins, after the number, in pixels."""
    return round(fonts.em * 3.47)


def card_gap(fonts: Fonts) -> int:
    """The free space below a card, in pixels; it is part of the padding of the row that ends the card."""
    return round(fonts.em * 0.47)


def _padding(row: Row, em: float) -> tuple[float, float]:
    gap = round(em * 0.47)
    if row.kind is RowKind.HEADING:
        return round(em * 0.8), round(em * 0.4)
    if row.kind is RowKind.SUBJECT:
        below = em * 0.13 if not row.ends_card else em * 0.67 + gap
        return round(em * 0.67), round(below)
    close = round(em * 0.67) + gap if row.ends_card else 0
    air = round(em * (0.27 if row.kind in VOICES else 0.2))
    return air, air + close


def _cell_size(row: Row, fonts: Fonts) -> tuple[float, float]:
    if not row.cells:
        return 0.0, 0.0
    em = fonts.em
    widest = max(cell_text_width(cell, fonts) for cell in row.cells)
    height = em * (2.07 if row.kind is RowKind.SUBJECT else 1.75)
    return round(max(widest + em * 1.2, em * 3)), round(height)


def cell_text_width(cell: Cell, fonts: Fonts) -> float:
    """The width of a cell's label with the space of a count of two digits."""
    label = QFontMetricsF(fonts.small).horizontalAdvance(cell.label)
    return label + fonts.em * 0.4 + QFontMetricsF(fonts.strong).horizontalAdvance("00")


def _text(row: Row, width: float, fonts: Fonts) -> QTextLayout:
    heading, quiet = row.kind is RowKind.HEADING, row.kind in (RowKind.HEADING, RowKind.NOTE)
    parts = (
        Part(row.label, fonts.small, theme.INK2),
        Part(row.text.upper() if heading else row.text, fonts.of(row), theme.INK2 if quiet else theme.INK),
        Part(_unbroken(row.marks), fonts.small, theme.PETROL),
        Part(row.aside, fonts.small, theme.INK2),
    )
    return text_block(parts, width)


def _unbroken(marks: str) -> str:
    """Marks that break between them, not within."""
    return marks.replace(" ", "\u00a0").replace("\u00a0·\u00a0", " · ")
