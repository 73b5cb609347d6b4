"""The notes that only the facilitator sees, changed where they stand."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.desktop.console.editor import Editor
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.autosave import Typing

_REST = 2_000
"""Milliseconds without a key after which notes are kept."""


class NotesField(Editor):
    """Notes of a round. Signals: `kept(str, str)` with the id of the round and its new notes."""

    kept = Signal(str, str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, enter_ends=False)
        self._round_id = ""
        self._unkept: dict[str, str] = {}
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        mark(self, surface="note")
        self._typing = Typing(self, pause=_REST)
        self._typing.settled.connect(lambda text: self.kept.emit(self._round_id, text))
        self.textChanged.connect(self.updateGeometry)

    def show_notes(self, round_id: str, notes: str) -> None:
        """Show the notes of a round; what is being typed about the same round stays."""
        if round_id == self._round_id:
            self._typing.offer(notes)
            return
        self.keep()
        if not self._typing.is_saved:
            self._unkept[self._round_id] = self.toPlainText()
        self._round_id = round_id
        self._typing.replace(notes)
        if round_id in self._unkept:
            self.setPlainText(self._unkept.pop(round_id))

    def keep(self) -> None:
        """Hand over what was changed."""
        if self._round_id:
            self._typing.flush()

    @property
    def is_kept(self) -> bool:
        """Whether all notes that were typed are in the file."""
        return self._typing.is_saved and not self._unkept

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
