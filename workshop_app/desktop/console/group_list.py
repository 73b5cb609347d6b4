"""The list of a round in small groups: its keys are about tables instead of counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from workshop_app.desktop.console.row_list import RowList

_ASKED = {
    Qt.Key.Key_G: "mix",
    Qt.Key.Key_L: "stay",
    Qt.Key.Key_Space: "stay",
    Qt.Key.Key_N: "latecomers",
    Qt.Key.Key_Q: "questions",
    Qt.Key.Key_S: "task-again",
    Qt.Key.Key_Plus: "more-tables",
    Qt.Key.Key_Equal: "more-tables",
    Qt.Key.Key_Minus: "fewer-tables",
    Qt.Key.Key_Left: "question-before",
    Qt.Key.Key_Right: "question-after",
}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class GroupList(RowList):
    """Rows of tables, people and notes.

    Signals: those of a list of rows; `numbered(int)` when a digit was typed. `asked` comes without a row when there is
    none.
    """

    numbered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys about tables; the others are those of every list of rows."""
        key, digit = Qt.Key(event.key()), event.text()
        if event.modifiers() & _HELD:
            super().keyPressEvent(event)
        elif digit.isdecimal() and digit.isascii():
            self.numbered.emit(int(digit))
        elif key in _ASKED:
            self.asked.emit(_ASKED[key], self.current_row(), None)
        else:
            super().keyPressEvent(event)
