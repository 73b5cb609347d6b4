"""A field for text that leaves the keys of the program alone."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop_app.desktop.actions import ACTIONS, Where

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TEXT_KEYS = {"undo", "redo"}
_PROGRAM_KEYS = frozenset(
    sequence for each in ACTIONS if each.where is Where.ALWAYS and each.id not in _TEXT_KEYS for sequence in each.keys
)


class Editor(QPlainTextEdit):
    """Text of one or more lines. Undo is the text's as long as there is text, else the program's; Tab goes on.

    Signals: `entered` for Enter (Shift+Enter is a new line), when `enter_ends`.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None, enter_ends: bool = True) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._enter_ends = enter_ends

    def event(self, event: QEvent) -> bool:
        """Let the program have its keys, which a text field would take for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._passes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, with Shift it makes a new line."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain and self._enter_ends:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _passes(self, event: QKeyEvent) -> bool:
        standard = QKeySequence.StandardKey
        if event.matches(standard.Undo) or event.matches(standard.Redo):
            return self.document().isEmpty()
        return QKeySequence(event.keyCombination()).toString() in _PROGRAM_KEYS
