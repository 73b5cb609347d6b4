"""The short cross-fade from one picture of the room to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QVariantAnimation
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QWidget

from workshop_app.desktop import motion
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.scene import Black, Scene

FADE_MS = 130
_SUBJECT = ("heading", "title", "text", "question", "kicker", "context", "hidden")


def is_another(before: tuple[Scene, Frame], after: tuple[Scene, Frame]) -> bool:
    """Whether the room gets something else to see: another scene, a result, another page or other colours.

    A number that is put right, a card more, a second less is the same scene. Black comes and goes at once.
    """
    if isinstance(before[0], Black) or isinstance(after[0], Black):
        return False
    return _subject(*before) != _subject(*after)


def _subject(scene: Scene, frame: Frame) -> tuple[object, ...]:
    told = (getattr(scene, name, "") for name in _SUBJECT)
    return type(scene), *told, getattr(scene, "result", ()) is None, frame.page, frame.palette, frame.house


class CrossFade(QObject):
    """Lets what a window shows fade away over what comes. At rest no timer runs and no picture is kept. No signals.

    ``on``: whether it fades at all.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.on = True
        self._window = window
        self._before, self._after = QPixmap(), QPixmap()
        self._drawn: object = None
        self._animation = QVariantAnimation(self, duration=FADE_MS, startValue=1.0, endValue=0.0)
        self._animation.valueChanged.connect(lambda _: window.update())
        self._animation.finished.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether the picture before is still to be seen."""
        return not self._before.isNull()

    def begin(self) -> None:
        """Let what the window has painted fade away. Not where the platform asks for no animations."""
        duration = self._window.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._window)
        if not self.on or not duration or not motion.is_welcome() or not self._window.isVisible():
            return
        self._animation.stop()
        self._before, self._after, self._drawn = self._seen(), QPixmap(), None
        self._animation.start()

    def stop(self) -> None:
        """Show at once what there is to be seen."""
        self._animation.stop()
        self._before, self._after, self._drawn = QPixmap(), QPixmap(), None
        self._window.update()

    def paint(self, content: object, draw: Callable[[QPainter], None]) -> None:
        """One picture of the fading; `draw` draws the `content`, which is another object when it changed."""
        opacity = self._animation.currentValue()
        if content is not self._drawn:
            self._after = QPixmap(self._before.size())
            self._after.setDevicePixelRatio(self._before.devicePixelRatio())
            with QPainter(self._after) as painter:
                draw(painter)
            self._drawn = content
        # At the beginning the window still shows what was.
        if opacity == 1:
            return
        with QPainter(self._window) as painter:
            painter.drawPixmap(QPointF(), self._after)
            painter.setOpacity(opacity)
            painter.drawPixmap(QPointF(), self._before)

    def _seen(self) -> QPixmap:
        """What the window shows: as it stands in memory, which is far quicker than painting it again."""
        store = self._window.backingStore()
        image = store.paintDevice() if store else None
        if not isinstance(image, QImage):
            return self._window.grab()
        # The memory is the window's, and goes when that gets another size.
        seen = QPixmap.fromImage(image.copy())
        seen.setDevicePixelRatio(self._window.devicePixelRatio())
        return seen
