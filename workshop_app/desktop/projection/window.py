"""The window on the beamer, and the window that stands in for it when there is only one screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.placing import Placing
from workshop_app.desktop.projection.canvas import SceneCanvas
from workshop_app.desktop.projection.cross_fade import CrossFade, is_another
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.layout import Layouts
from workshop_app.desktop.projection.picture import RoomPicture
from workshop_app.desktop.projection.scene import Black, Scene
from workshop_app.desktop.screens import ScreenInfo

_NEXT = {Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp}
_BLACK = {Qt.Key.Key_B, Qt.Key.Key_Period}


class ProjectionWindow(SceneCanvas):
    """Fills the room's screen with a scene. It takes no focus, shows no pointer, and a person cannot close it.

    Signals, for the keys of a presenter when this window has the focus: ``next_requested``, ``back_requested``,
    ``black_requested``, ``leave_requested``; ``resized`` when the size of the room's picture changed.
    """

    next_requested = Signal()
    back_requested = Signal()
    black_requested = Signal()
    leave_requested = Signal()
    resized = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, layouts: Layouts | None = None) -> None:
        super().__init__(parent, layouts)
        self._placing = Placing(self)
        self.stay_below = self._placing.stay_below
        self.fade = CrossFade(self)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_on(self, place: ScreenInfo) -> None:
        """Fill this screen; hide when it is gone."""
        self._placing.show_on(place)

    def put_away(self) -> None:
        """Hide; the scene stays."""
        self._placing.put_away()

    def show_scene(self, scene: Scene, frame: Frame) -> None:
        """Show this from the next painting on; something else than before comes in a cross-fade."""
        if self.is_seen and is_another((self.scene, self.frame), (scene, frame)):
            self.fade.begin()
        elif isinstance(scene, Black) and self.fade.is_running:
            self.fade.stop()
        super().show_scene(scene, frame)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene."""
        if self.fade.is_running:
            self.fade.paint(self.boxes(), self.paint_scene)
        else:
            super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act as any presenter does."""
        key = Qt.Key(event.key())
        for keys, signal in (
            (_NEXT, self.next_requested),
            (_BACK, self.back_requested),
            (_BLACK, self.black_requested),
            ({Qt.Key.Key_Escape}, self.leave_requested),
        ):
            if key in keys and not event.isAutoRepeat():
                signal.emit()
                return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """End a fade: nothing of it may be seen later."""
        super().hideEvent(event)
        self.fade.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close for the program, not for a person: nobody closes the beamer by accident."""
        if event.spontaneous():
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell who shows a picture of this window; a fade has pictures of another size."""
        super().resizeEvent(event)
        self.fade.stop()
        self.resized.emit()


class PreviewWindow(RoomPicture):
    """Shows what the room would see, in an ordinary window, while there is no screen for the room.

    Signals: ``closed`` when a person closes it.
    """

    closed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, layouts: Layouts | None = None) -> None:
        super().__init__(parent, layouts)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(960, 540)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it closes."""
        super().closeEvent(event)
        self.closed.emit()
