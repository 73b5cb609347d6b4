"""The notes that only the facilitator sees, changed where they stand."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.desktop.console.editor import Editor
from workshop_app.desktop.theme import mark

_REST = 2_000
"""Milliseconds without a key after which notes are kept."""


class NotesField(Editor):
    """Notes of a round. Signals: `kept(str, str)` with the id of the round and its new notes."""

    kept = Signal(str, str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, enter_ends=False)
        self._round_id, self._known = "", ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        mark(self, surface="note")
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self.keep)
        self.textChanged.connect(self._changed)

    def show_notes(self, round_id: str, notes: str) -> None:
        """Show the notes of a round; what is being typed about the same round stays."""
        if round_id == self._round_id and (notes == self._known or self._timer.isActive()):
            return
        self.keep()
        self._round_id, self._known = round_id, notes
        if self.toPlainText() != notes:
            self.setPlainText(notes)
        self._timer.stop()
        self.updateGeometry()

    def keep(self) -> None:
        """Hand over what was changed."""
        self._timer.stop()
        text = self.toPlainText()
        if self._round_id and text.strip() != self._known.strip():
            self._known = text
            self.kept.emit(self._round_id, text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the notes when the keyboard leaves."""
        super().focusOutEvent(event)
        self.keep()

    def hasHeightForWidth(self) -> bool:
        """Narrower notes are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the text, between two and fourteen lines."""
        margins, inset = self.contentsMargins(), 2 * round(self.document().documentMargin())
        # The bar comes for a moment while the field grows, and what broke beside it stays broken.
        bar = self.verticalScrollBar().sizeHint().width()
        room = width - margins.left() - margins.right() - inset - bar
        line = self.fontMetrics().lineSpacing()
        wrap = int(Qt.TextFlag.TextWordWrap)
        text = self.fontMetrics().boundingRect(0, 0, room, 100_000, wrap, self.toPlainText() or "x").height()
        return min(max(text, 2 * line), 14 * line) + margins.top() + margins.bottom() + inset + 4

    def sizeHint(self) -> QSize:
        """As high as the text in the present width."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        return QSize(80, 2 * self.fontMetrics().lineSpacing() + 16)

    def _changed(self) -> None:
        self.updateGeometry()
        if self.toPlainText() != self._known:
            self._timer.start()
