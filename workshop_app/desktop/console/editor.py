"""Fields for text that leave the keys of the program alone."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workshop_app.desktop.actions import ACTIONS, Where
from workshop_app.desktop.widgets.keys import ENTER

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
        return _pass_on(event, self.document().isEmpty()) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, with Shift it makes a new line."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and plain and self._enter_ends:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LineEditor(QLineEdit):
    """Text of one line, that leaves the same keys alone. Signals: those of a line."""

    def event(self, event: QEvent) -> bool:
        """Let the program have its keys."""
        return _pass_on(event, not self.text()) or super().event(event)


def _pass_on(event: QEvent, empty: bool) -> bool:
    """Whether a field leaves an event alone, which then reaches the program's own keys."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    standard = QKeySequence.StandardKey
    if event.matches(standard.Undo) or event.matches(standard.Redo):
        passes = empty
    else:
        passes = QKeySequence(event.keyCombination()).toString() in _PROGRAM_KEYS
    if passes:
        event.ignore()
    return passes
