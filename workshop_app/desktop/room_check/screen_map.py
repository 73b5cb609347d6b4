"""A small drawing of the screens as they stand beside each other, with their numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop_app.desktop import theme
from workshop_app.desktop.room_check.screens import Numbered
from workshop_app.i18n import Language


class ScreenMap(QWidget):
    """Each screen a box with a large number: the console's is white, the room's is filled. No signals."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._screens: tuple[Numbered, ...] = ()
        self.setMinimumHeight(round(self.font().pixelSize() * 9))

    def show_screens(self, screens: Sequence[Numbered]) -> None:
        """Draw these."""
        self._screens = tuple(screens)
        self.setAccessibleName(self._language.gettext("Screens"))
        self.setAccessibleDescription("\n".join(each.words(self._language) for each in screens))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two screens beside each other."""
        em = self.font().pixelSize()
        return QSize(em * 20, em * 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes, as large as they fit."""
        if not self._screens:
            return
        whole = QRect()
        for each in self._screens:
            whole |= QRect(*each.screen.geometry)
        scale = min(self.width() / whole.width(), self.height() / whole.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self._screens:
            left, top, width, height = each.screen.geometry
            box = QRectF((left - whole.left()) * scale, (top - whole.top()) * scale, width * scale, height * scale)
            box.adjust(2, 2, -2, -2)
            painter.setPen(QPen(QColor(theme.PETROL), theme.RING))
            painter.setBrush(QColor(theme.PETROL if each.for_room else theme.CARD))
            painter.drawRoundedRect(box, theme.STEP, theme.STEP)
            font = theme.role_font("title", self.font())
            font.setPixelSize(max(round(box.height() * 0.6), 1))
            painter.setFont(font)
            painter.setPen(QColor(theme.CARD if each.for_room else theme.PETROL))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(each.number))
        painter.end()
