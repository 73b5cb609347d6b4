"""The summary of the session, saved as it is typed; and the proposal that the minutes have as long as it is empty."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.questions import Ask, Question
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.facilitation import preparing
from workshop_app.model.values import TEXT_LIMIT

_LINES = 6


class SummaryField(QWidget):
    """The text, and a button that takes the proposal over. No signals."""

    def __init__(self, bridge: Bridge, ask: Ask) -> None:
        super().__init__()
        self._bridge, self._ask, self._proposal = bridge, ask, ""
        _ = bridge.language.gettext
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(_("Summary"))
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + 24)
        self.take_over = QPushButton(_("Start from the proposal ({key})").format(key=key_hint("wrapup-proposal")))
        self.take_over.clicked.connect(self.propose)
        mark(self.take_over, kind="link")
        self._typing = Typing(self.field)
        self._typing.settled.connect(lambda text: bridge.attempt(preparing.edit_workshop, summary=text))
        self.field.textChanged.connect(self._show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show what the file holds."""
        self._typing.offer(self._bridge.view.info.summary)
        self._show_button()

    def offer(self, proposal: str) -> None:
        """Show what can be proposed now."""
        self._proposal = proposal[:TEXT_LIMIT]
        self.field.setPlaceholderText(self._proposal)
        self._show_button()

    def flush(self) -> bool:
        """Save what is not saved yet, and say whether that worked."""
        self._typing.flush()
        return self._typing.is_saved

    def propose(self) -> None:
        """Put the proposal in the field; in place of another text only when that may be. Undo brings it back."""
        if not self._proposal or self._typing.text == self._proposal:
            return
        if self._typing.text and not self._ask(self._question(), self):
            return
        cursor = self.field.textCursor()
        # Through the cursor, so that undo in the field knows of it.
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._proposal)
        self._typing.flush()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self) -> Question:
        _ = self._bridge.language.gettext
        return Question(
            _("Put the proposal in place of your summary?"),
            _("You can undo that."),
            _("Put it in place"),
            _("Leave my text"),
        )

    def _show_button(self) -> None:
        self.take_over.setVisible(bool(self._proposal) and self._typing.text != self._proposal)
