"""Paints the rows of a panel as cards with cells, and edits a text in its place."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop_app.desktop import theme
from workshop_app.desktop.console.editor import Editor
from workshop_app.desktop.console.row import Cell, Row, RowKind
from workshop_app.desktop.console.row_layout import Fonts, RowLayout, card_gap, lay_out, text_left
from workshop_app.desktop.console.row_model import Index, RowModel, plain_text
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.rounds.kind import Tone

_MOST_OLD_LAYOUTS = 200
"""How many layouts of rows that are not there any more may be kept; each takes some ten kilobytes."""
_COLOURS = {Tone.STRONG: theme.PETROL, Tone.PARTIAL: theme.AMBER, Tone.WEAK: theme.INK2, Tone.UNKNOWN: theme.FIELD_LINE}


@dataclass
class Cursor:
    """Which cell the keyboard is at, what was typed in it so far, and whether the panel has the keyboard."""

    row: int = -1
    cell: int = 0
    typed: str = ""
    has_keyboard: bool = False


class RowDelegate(QStyledItemDelegate):
    """Paints rows; `cursor` is what the view says of the keyboard. No signals of its own."""

    def __init__(self, view: QListView, rows: RowModel) -> None:
        super().__init__(view)
        self.cursor = Cursor()
        self._view, self._rows = view, rows
        self._fonts = Fonts(view.font())
        self._layouts: dict[int, tuple[Row, RowLayout]] = {}
        self._width = 0

    def layout_of(self, row: Row, width: int) -> RowLayout:
        """A row laid out in a width; kept as long as the row is the same object."""
        if width != self._width:
            self._layouts.clear()
            self._width, self._fonts = width, Fonts(self._view.font())
        known = self._layouts.get(id(row))
        if known is None or known[0] is not row:
            if len(self._layouts) > len(self._rows.rows) + _MOST_OLD_LAYOUTS:
                self._forget_old_layouts()
            known = self._layouts[id(row)] = (row, lay_out(row, width, self._fonts))
        return known[1]

    def _forget_old_layouts(self) -> None:
        there = {id(row) for row in self._rows.rows}
        self._layouts = {key: known for key, known in self._layouts.items() if key in there}

    def size_of(self, row: Row) -> QSize:
        """As wide as the view, as high as the row's text needs."""
        width = self._viewport_width()
        return QSize(width, round(self.layout_of(row, width).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._rows.row_at(index)
        if row is None:
            return
        rect = QRectF(option.rect)
        laid_out = self.layout_of(row, self._viewport_width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = index.row() == self.cursor.row and self.cursor.has_keyboard
        self._paint_card(painter, row, rect)
        painter.translate(rect.topLeft())
        if here and not row.cells:
            self._paint_ring(painter, QRectF(0, 0, rect.width(), rect.height()).adjusted(3, 2, -3, -2))
        if row.number:
            painter.setFont(self._fonts.lead)
            painter.setPen(QColor(theme.INK2))
            painter.drawText(laid_out.number_at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.number)
        painter.setPen(QColor(theme.INK))
        laid_out.text.draw(painter, laid_out.text_at)
        for place, (cell, where) in enumerate(zip(row.cells, laid_out.cells, strict=True)):
            at_cursor = here and place == min(self.cursor.cell, len(row.cells) - 1)
            self._paint_cell(painter, cell, where, self.cursor.typed if at_cursor else "")
            if at_cursor:
                self._paint_ring(painter, where.adjusted(-3, -3, 3, 3))
        painter.restore()

    def _viewport_width(self) -> int:
        return self._view.viewport().width()

    def _paint_card(self, painter: QPainter, row: Row, rect: QRectF) -> None:
        if row.kind is not RowKind.SUBJECT and not row.in_card:
            return
        if row.kind is not RowKind.SUBJECT and not row.ends_card:
            self._paint_sides(painter, rect.adjusted(1, 0, -1, 0))
            return
        gap = card_gap(self._fonts) if row.ends_card else 0
        card = rect.adjusted(1, 0.5, -1, -0.5 - gap)
        beyond = 2.0 * theme.RADIUS
        # The card of several rows is one shape: each row paints its part of it.
        whole = card.adjusted(0, 0 if row.kind is RowKind.SUBJECT else -beyond, 0, 0 if row.ends_card else beyond)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QPen(QColor(theme.PETROL if row.in_card else theme.LINE), 1))
        painter.setBrush(QColor(theme.PETROL_LIGHT if row.in_card else theme.CARD))
        painter.drawRoundedRect(whole, theme.RADIUS, theme.RADIUS)
        painter.restore()

    def _paint_sides(self, painter: QPainter, card: QRectF) -> None:
        """A row in the middle of a card: there may be dozens, and nothing round is to be seen of them."""
        painter.fillRect(card, QColor(theme.PETROL_LIGHT))
        painter.setPen(QPen(QColor(theme.PETROL), 1))
        painter.drawLine(card.topLeft(), card.bottomLeft())
        painter.drawLine(card.topRight(), card.bottomRight())

    def _paint_ring(self, painter: QPainter, where: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.PETROL), theme.RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, theme.RADIUS + 1, theme.RADIUS + 1)

    def _paint_cell(self, painter: QPainter, cell: Cell, where: QRectF, typed: str) -> None:
        colour = QColor(_COLOURS[cell.tone] if cell.tone else theme.PETROL)
        filled = cell.filled and cell.tone is not None
        painter.setPen(QPen(colour if cell.count or typed else QColor(theme.FIELD_LINE), 1))
        # White words need a darker ground than the thin line of this tone.
        fill = QColor(theme.INK2) if cell.tone is Tone.UNKNOWN else colour
        painter.setBrush(QBrush(fill if filled else QColor(theme.CARD)))
        path = QPainterPath()
        path.addRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS - 2, theme.RADIUS - 2)
        painter.drawPath(path)
        ink = QColor(theme.CARD) if filled else colour if cell.tone is not Tone.UNKNOWN else QColor(theme.INK2)
        self._paint_words(painter, cell, where, ink, typed)

    def _paint_words(self, painter: QPainter, cell: Cell, where: QRectF, ink: QColor, typed: str) -> None:
        count = _count(cell, typed)
        label = cell.label if cell.tone is not None else f"● {cell.label}"
        painter.setPen(ink)
        painter.setFont(self._fonts.strong)
        strong = painter.fontMetrics()
        painter.setFont(self._fonts.small)
        small = painter.fontMetrics()
        space = round(self._fonts.em * 0.4) if count else 0
        total = small.horizontalAdvance(label) + space + strong.horizontalAdvance(count)
        left = where.left() + (where.width() - total) / 2
        baseline = where.center().y() + (strong.ascent() - strong.descent()) / 2
        painter.drawText(round(left), round(baseline), label)
        painter.setFont(self._fonts.strong)
        painter.drawText(round(left + small.horizontalAdvance(label) + space), round(baseline), count)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor over the text of the row."""
        editor = Editor(parent)
        editor.setFont(self._fonts.of(self._rows.row_at(index) or Row(RowKind.SAID)))
        editor.entered.connect(lambda: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor."""
        if isinstance(editor, Editor):
            row = self._rows.row_at(index)
            editor.setPlainText(plain_text(row) if row else "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the text over; an empty one changes nothing."""
        if isinstance(editor, Editor):
            self._rows.reword(index, editor.toPlainText().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the text of the row, at least two lines high."""
        rect, left = option.rect, round(text_left(self._fonts) - self._fonts.em)
        editor.setGeometry(rect.adjusted(left, 3, -4, max(-3, round(3 * self._fonts.em) - rect.height())))

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc gives the old text back and Tab ends, as always; Enter is the editor's."""
        if isinstance(watched, Editor) and isinstance(event, QKeyEvent) and event.key() in ENTER:
            return False
        return super().eventFilter(watched, event)


def _count(cell: Cell, typed: str) -> str:
    if typed:
        return f"{typed}▏"
    if cell.count is None:
        return "•"
    return str(cell.count) if cell.count and not cell.filled else ""
