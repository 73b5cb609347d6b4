"""Paints the rounds of the rail: a badge, the title with its summary, and the minutes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from workshop_app.desktop import theme
from workshop_app.desktop.console.stops import State, Stop
from workshop_app.desktop.console.text_block import Part, text_block
from workshop_app.facilitation.schedule import Pressure
from workshop_app.model.text import dotted

Index = QModelIndex | QPersistentModelIndex
_TEXT_LEFT = 2.6
"""Where the text begins, in ems."""
_MOST_BLOCKS = 200
_WARNING = {Pressure.SHORT: theme.AMBER_DARK, Pressure.LAST: theme.RED}


class RailDelegate(QStyledItemDelegate):
    """Paints rounds. No signals."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._blocks: dict[tuple[Stop, int, int], QTextLayout] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as title and summary."""
        width = self._view.viewport().width()
        block = self._block(index.data(Qt.ItemDataRole.UserRole), width)
        return QSize(width, round(max(block.boundingRect().height(), self._em * 1.5) + self._em * 1.2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a round."""
        stop: Stop = index.data(Qt.ItemDataRole.UserRole)
        em, rect = self._em, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if stop.state is State.CURRENT:
            painter.setPen(QPen(QColor(theme.LINE), 1))
            painter.setBrush(QColor(theme.CARD))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(theme.PETROL), theme.RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), theme.RADIUS, theme.RADIUS)
        width = self._view.viewport().width()
        block = self._block(stop, width)
        top = rect.center().y() - block.boundingRect().height() / 2
        block.draw(painter, QPointF(rect.left() + em * _TEXT_LEFT, top))
        size = em * 1.5
        self._paint_badge(painter, stop, QRectF(rect.left() + em * 0.55, rect.center().y() - size / 2, size, size))
        painter.setFont(self._font("small"))
        painter.setPen(QColor(theme.INK2))
        minutes = rect.adjusted(0, 0, -em * 0.55, 0)
        if not self._is_narrow(width):
            painter.drawText(minutes, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, stop.minutes)
        painter.restore()

    @property
    def _em(self) -> int:
        return self._view.font().pixelSize()

    def _font(self, role: str) -> QFont:
        return theme.role_font(role, self._view.font())

    def _is_narrow(self, width: int) -> bool:
        """Whether the minutes go below the title."""
        return width < 13 * self._em

    def _block(self, stop: Stop, width: int) -> QTextLayout:
        """Title and summary, laid out; kept, for they are asked for again and again."""
        key = (stop, width, self._em)
        if key not in self._blocks:
            if len(self._blocks) > _MOST_BLOCKS:
                self._blocks.clear()
            self._blocks[key] = self._laid_out(stop, width)
        return self._blocks[key]

    def _laid_out(self, stop: Stop, width: int) -> QTextLayout:
        em = self._em
        narrow = self._is_narrow(width)
        minutes = 0 if narrow else QFontMetrics(self._font("small")).horizontalAdvance(stop.minutes)
        below = dotted((stop.summary, stop.minutes if narrow else ""))
        muted = stop.state is State.SKIPPED or stop.badge == "–"
        title = self._font("card-title" if stop.state is State.CURRENT else "body")
        lines = [Part(stop.title, title, theme.INK2 if muted else theme.INK)]
        if stop.warning:
            lines.append(Part(f"\n{stop.warning}", self._font("small-strong"), _WARNING[stop.pressure]))
        if below:
            lines.append(Part(f"\n{below}", self._font("small"), theme.INK2))
        return text_block(lines, max(width - em * (_TEXT_LEFT + 0.9) - minutes, em * 4))

    def _paint_badge(self, painter: QPainter, stop: Stop, where: QRectF) -> None:
        ground, ink = {
            State.DONE: (theme.GREEN, theme.CARD),
            State.CURRENT: (theme.PETROL, theme.CARD),
        }.get(stop.state, (theme.RAIL, theme.INK))
        solid = ground != theme.RAIL
        painter.setPen(QPen(QColor(ground if solid else theme.FIELD_LINE), 1))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(where)
        painter.setFont(self._font("section"))
        painter.setPen(QColor(ink))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, stop.badge)
