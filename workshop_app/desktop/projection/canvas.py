"""A widget that paints one scene, laid out for its own size."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.projection.boxes import Box
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.house import palette_of
from workshop_app.desktop.projection.layout import LaidOut, Layouts, spoken
from workshop_app.desktop.projection.paint import differing, paint, reach
from workshop_app.desktop.projection.scene import Black, Scene

_MOST_PARTS = 40
"""When more differs than this, all is painted again."""
_NOTHING: tuple[str, list[Box]] = ("", [])
"""What was painted, before it was: a ground and boxes."""


class SceneCanvas(QWidget):
    """Paints a scene over its whole area, after a change only what differs. No signals."""

    def __init__(self, parent: QWidget | None = None, layouts: Layouts | None = None) -> None:
        """`layouts` is shared by canvases that show the same scene."""
        super().__init__(parent)
        self._layouts = layouts or Layouts()
        self._scene: Scene = Black()
        self._frame = Frame()
        self._painted = _NOTHING
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    @property
    def frame(self) -> Frame:
        """What stands around it."""
        return self._frame

    def show_scene(self, scene: Scene, frame: Frame) -> None:
        """Show this from the next painting on."""
        if (scene, frame) == (self._scene, self._frame):
            return
        self._scene, self._frame = scene, frame
        self.setAccessibleDescription(spoken(self.boxes()))
        if self.isVisible():
            self._update()

    @property
    def is_seen(self) -> bool:
        """Whether it was painted since it appeared."""
        return self._painted is not _NOTHING

    def layout_size(self) -> QSizeF:
        """The size of the screen that the scene is laid out for."""
        return QSizeF(self.size())

    def boxes(self) -> list[Box]:
        """What stands where now."""
        return self._laid_out.boxes

    def pages(self) -> int:
        """How many pages the scene takes here."""
        return self._laid_out.pages

    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._laid_out.page

    @property
    def _laid_out(self) -> LaidOut:
        return self._layouts.of(self._scene, self._frame, self.layout_size())

    def _update(self) -> None:
        ground, painted = self._painted
        parts = list(differing(painted, self.boxes()))
        if ground != self._ground or len(parts) > _MOST_PARTS:
            self.update()
            return
        for part in parts:
            self.update(self.on_widget(part))

    @property
    def _ground(self) -> str:
        return "#000000" if isinstance(self._scene, Black) else palette_of(self._frame).ground

    def on_widget(self, part: QRectF) -> QRect:
        """Where a part of the layout stands on this widget."""
        return part.toAlignedRect()

    def paint_scene(self, painter: QPainter, region: QRegion | None = None) -> None:
        """Paint ground and boxes in the coordinates of the layout: all of them, or what stands in a region."""
        painter.fillRect(QRectF(QPointF(), self.layout_size()), QColor(self._ground))
        boxes = self.boxes()
        self._painted = self._ground, boxes
        within = [box for box in boxes if region is None or region.intersects(reach(box).toAlignedRect())]
        paint(painter, within, self._layouts.typesetter)

    def hideEvent(self, event: QHideEvent) -> None:
        """When it appears again, nothing of now is on it."""
        super().hideEvent(event)
        self._painted = _NOTHING

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene."""
        painter = QPainter(self)
        self.paint_scene(painter, event.region())
        painter.end()
