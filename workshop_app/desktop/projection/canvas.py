"""A widget that paints one scene, laid out for its own size."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workshop_app.desktop import theme
from workshop_app.desktop.projection.boxes import Box
from workshop_app.desktop.projection.layout import LaidOut, Layouts, spoken
from workshop_app.desktop.projection.paint import paint
from workshop_app.desktop.projection.scene import Black, Frame, Scene


class SceneCanvas(QWidget):
    """Paints a scene over its whole area. No signals."""

    def __init__(self, parent: QWidget | None = None, layouts: Layouts | None = None) -> None:
        """`layouts` is shared by canvases that show the same scene."""
        super().__init__(parent)
        self._layouts = layouts or Layouts()
        self._scene: Scene = Black()
        self._frame = Frame()
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
        self.update()

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

    def paint_scene(self, painter: QPainter) -> None:
        """Paint ground and boxes in the coordinates of the layout."""
        black = isinstance(self._scene, Black)
        ground = "#000000" if black else theme.BEAM_PALETTES[self._frame.palette].ground
        painter.fillRect(QRectF(0, 0, self.layout_size().width(), self.layout_size().height()), QColor(ground))
        paint(painter, self.boxes(), self._layouts.typesetter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene."""
        painter = QPainter(self)
        self.paint_scene(painter)
        painter.end()
