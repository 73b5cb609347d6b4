"""How a session is painted in the table: two lines for what it is, a chip for how far it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workshop_app.desktop import theme
from workshop_app.desktop.home import words
from workshop_app.i18n import Language
from workshop_app.storage.index_entry import IndexEntry

ENTRY = Qt.ItemDataRole.UserRole
_INSET = 4 * theme.STEP
_CHIPS = {
    "petrol": (theme.PETROL_LIGHT, theme.PETROL),
    "amber": (theme.AMBER_LIGHT, theme.AMBER_DARK),
    "green": (theme.GREEN_LIGHT, theme.GREEN),
    "grey": (theme.GREY_LIGHT, theme.INK2),
    "red": (theme.RED_LIGHT, theme.RED),
}


class SessionDelegate(QStyledItemDelegate):
    """Paints the cells of the sessions. No signals."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        base = parent.font()
        self._fonts = {role: theme.role_font(role, base) for role in ("lead", "card-title", "small", "small-strong")}

    def row_height(self) -> int:
        """Two lines with air around them."""
        return self._height("card-title") + self._height("small") + 6 * theme.STEP

    def width_of(self, text: str) -> int:
        """The width of a column for this text."""
        return QFontMetrics(self._fonts["lead"]).horizontalAdvance(text) + 2 * _INSET

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as the stylesheet says, then the words."""
        super().paint(painter, option, index)
        text = str(index.data())
        room: QRect = option.rect.adjusted(_INSET, 0, -_INSET // 4, 0)
        painter.save()
        if index.column() == 0:
            self._paint_session(painter, room, index.data(ENTRY))
        elif index.column() == index.model().columnCount() - 1:
            self._paint_chip(painter, room, text, words.STATES[index.data(ENTRY).state][1])
        else:
            self._line(painter, room, text, "lead", theme.INK)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the words out of the ground."""
        super().initStyleOption(option, index)
        option.text = ""

    def _paint_session(self, painter: QPainter, room: QRect, entry: IndexEntry) -> None:
        title, below = self._height("card-title"), self._height("small")
        top = room.top() + (room.height() - title - below) // 2
        self._line(painter, QRect(room.left(), top, room.width(), title), entry.title, "card-title", theme.INK)
        where = words.below_title(entry)
        self._line(painter, QRect(room.left(), top + title, room.width(), below), where, "small", theme.INK2)

    def _paint_chip(self, painter: QPainter, room: QRect, text: str, tone: str) -> None:
        ground, ink = _CHIPS[tone]
        metrics = QFontMetrics(self._fonts["small-strong"])
        height = metrics.height() + theme.STEP
        width = min(metrics.horizontalAdvance(text) + height, room.width())
        chip = QRectF(room.left(), room.center().y() - height / 2 + 0.5, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        self._line(painter, chip.toRect().adjusted(height // 2, 0, 0, 0), text, "small-strong", ink)

    def _line(self, painter: QPainter, room: QRect, text: str, role: str, colour: str) -> None:
        painter.setFont(self._fonts[role])
        painter.setPen(QColor(colour))
        # What people typed may hold line breaks.
        line = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)

    def _height(self, role: str) -> int:
        return QFontMetrics(self._fonts[role]).height()
