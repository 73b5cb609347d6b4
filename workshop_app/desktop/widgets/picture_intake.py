"""Where pictures come from: a file that is chosen, dropped or pasted, or a picture on the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.widgets.file_dialogs import ask_for_file
from workshop_app.errors import WorldError
from workshop_app.facilitation.pictures import PATTERNS, PictureFile, picture_from_bytes, picture_from_file
from workshop_app.i18n import Language
from workshop_app.storage import faults

_SUFFIXES = (".png", ".jpg", ".jpeg")


class PictureIntake(QObject):
    """Takes pictures in. Signals: `taken(PictureFile)`, `failed(str)` with a sentence when one cannot be used."""

    taken = Signal(object)
    failed = Signal(str)

    def __init__(self, language: Language, window: QWidget) -> None:
        super().__init__(window)
        self._language, self._window = language, window

    def watch(self, *widgets: QWidget) -> None:
        """Take pictures that are dropped on these widgets, or pasted while one of them has the keyboard."""
        for widget in widgets:
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def choose(self) -> None:
        """Let a person choose a file."""
        _ = self._language.gettext
        kinds = [_("Pictures") + f" ({PATTERNS})", _("All files") + " (*)"]
        ask_for_file(self._window, _("Choose a picture"), kinds, self.read)

    def read(self, path: Path) -> None:
        """Take the picture in a file."""
        self._take(lambda: picture_from_file(path), path)

    def paste(self) -> bool:
        """Take what is on the clipboard, if that is a picture; whether it is."""
        return self._take_from(QGuiApplication.clipboard().mimeData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for pictures among what is dropped and pasted; the rest goes where it was going."""
        match event.type():
            # A drop goes to a window that has accepted its entering.
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDragEnterEvent | QDropEvent):
                if _holds_picture(event.mimeData()):
                    event.acceptProposedAction()
                    return True
            case QEvent.Type.Drop if isinstance(event, QDropEvent) and _holds_picture(event.mimeData()):
                event.acceptProposedAction()
                return self._take_from(event.mimeData())
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
                return self.paste()
        return super().eventFilter(watched, event)

    def _take_from(self, data: QMimeData) -> bool:
        path = _picture_file(data)
        if path:
            # First the program that it comes from is released.
            QTimer.singleShot(0, self, lambda: self.read(path))
        elif _holds_picture(data):
            image = QImage(data.imageData())
            QTimer.singleShot(0, self, lambda: self._take(lambda: picture_from_bytes(_as_png(image))))
        return _holds_picture(data)

    def _take(self, read: Callable[[], PictureFile], path: Path = Path()) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            picture = read()
        except WorldError as error:
            self.failed.emit(error.text(self._language))
        except OSError as error:
            self.failed.emit(faults.fault(error, path).text(self._language))
        else:
            self.taken.emit(picture)
        finally:
            QGuiApplication.restoreOverrideCursor()


def _holds_picture(data: QMimeData) -> bool:
    # Spreadsheets and word processors offer a picture of what is text as well.
    return _picture_file(data) is not None or (data.hasImage() and not data.hasText())


def _picture_file(data: QMimeData) -> Path | None:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in files if path.suffix.lower() in _SUFFIXES), None)


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
