"""A line that lies over a name while it is changed."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.console.editor import LineEditor
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.model.values import TEXT_LIMIT


class NameEditor(LineEditor):
    """Takes the text with Enter, or when the keyboard goes elsewhere; Esc leaves the name as it was. Then it is gone.

    Signals: `taken(str)` the new text, when there is one.
    """

    taken = Signal(str)

    def __init__(self, text: str, where: QRect, called: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._text: str | None = text
        self.setAccessibleName(called)
        self.setMaxLength(TEXT_LIMIT)
        self.setText(text)
        self.selectAll()
        self.setGeometry(where)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Esc ends the editing before it is the window's."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc drops."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._text or "")
        if event.key() in (Qt.Key.Key_Escape, *ENTER):
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand the text over, once, and go."""
        super().focusOutEvent(event)
        before, self._text = self._text, None
        if before is None:
            return
        self.hide()
        self.deleteLater()
        text = self.text().strip()
        if text and text != before:
            self.taken.emit(text)
