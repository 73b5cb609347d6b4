"""The small live picture of what the room sees, for the console."""

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_room_size(self, size: QSizeF) -> None:
        """Take the size of the room's screen, so that lines break and pages turn as they do there."""
        self._room = size if not size.isEmpty() else _USUAL
        self.updateGeometry()
        self.update()

    def layout_size(self) -> QSizeF:
        """The size of the room's screen."""
        return self._room

    def hasHeightForWidth(self) -> bool:
        """The picture keeps the proportions of the room's screen."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height for a width."""
        return round(width * self._room.height() / self._room.width())

    def sizeHint(self) -> QSize:
        """Wide enough for a side panel."""
        return QSize(300, self.heightForWidth(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene in the largest rectangle of the room's proportions, and a border around it."""
        scale = min(self.width() / self._room.width(), self.height() / self._room.height())
        width, height = self._room.width() * scale, self._room.height() * scale
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.save()
        painter.translate(left, top)
        painter.scale(scale, scale)
        self.paint_scene(painter)
        painter.restore()
        painter.setPen(QPen(QColor(theme.PETROL), theme.RING))
        painter.drawRect(QRectF(left + 1, top + 1, width - 2, height - 2))
        painter.end()
