"""A field for running text that is as high as what stands in it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from workshop_app.desktop.theme import STEP

_MOST = 12
"""Lines."""


class GrowingText(QPlainTextEdit):
    """Running text; Tab goes on to the next field. Signals: those of a text edit."""

    def __init__(self, least: int = 1, parent: QWidget | None = None) -> None:
        """`least` is the height of an empty field, in lines."""
        super().__init__(parent)
        self._least = least
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """As high as the text, within bounds."""
        lines = max(self._least, min(_MOST, round(self.document().size().height())))
        # What the stylesheet puts around the text.
        around = self.height() - self.viewport().height() + round(2 * self.document().documentMargin())
        return QSize(0, lines * self.cursorRect().height() + around + STEP)

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        self.updateGeometry()
