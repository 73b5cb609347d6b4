"""The small live picture of what the room sees, for the console."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.desktop import theme
from workshop_app.desktop.projection.canvas import SceneCanvas
from workshop_app.desktop.projection.layout import Layouts

_USUAL = QSizeF(1920, 1080)


class RoomPicture(SceneCanvas):
    """The scene laid out for the room's screen and painted small, with a border. No signals."""

    def __init__(self, parent: QWidget | None = None, layouts: Layouts | None = None) -> None:
        super().__init__(parent, layouts)
        self._room = _USUAL
        self._fills = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_room_size(self, size: QSizeF) -> None:
        """Take the size of the room's screen, so that lines break and pages turn as they do there."""
        self._room = size if not size.isEmpty() else _USUAL
        self.updateGeometry()
        self.update()

    def set_filling(self, fills: bool) -> None:
        """Be the room's screen itself, without a border, while the room looks at this window."""
        self._fills = fills
        self.update()

    def layout_size(self) -> QSizeF:
        """The size of the room's screen."""
        return QSizeF(self.size()) if self._fills else self._room

    def hasHeightForWidth(self) -> bool:
        """The picture keeps the proportions of the room's screen."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height for a width."""
        return round(width * self._room.height() / self._room.width())

    def sizeHint(self) -> QSize:
        """Wide enough for a side panel."""
        return QSize(300, self.heightForWidth(300))

    def on_widget(self, part: QRectF) -> QRect:
        """Where a part of the layout stands in the picture."""
        return self._scaled().mapRect(part).toAlignedRect()

    def _scaled(self) -> QTransform:
        """From the room's screen to the largest rectangle of its proportions in the middle of this widget."""
        room = self.layout_size()
        scale = min(self.width() / room.width(), self.height() / room.height())
        left, top = self.width() - room.width() * scale, self.height() - room.height() * scale
        return QTransform.fromTranslate(left / 2, top / 2).scale(scale, scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene small, and a border around it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.save()
        painter.setTransform(self._scaled())
        self.paint_scene(painter)
        painter.restore()
        if self._fills:
            painter.end()
            return
        painter.setPen(QPen(QColor(theme.PETROL), theme.RING))
        painter.drawRect(self._scaled().mapRect(QRectF(QPointF(), self._room)).adjusted(1, 1, -1, -1))
        painter.end()
