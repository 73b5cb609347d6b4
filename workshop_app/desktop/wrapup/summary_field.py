"""The summary of the session, saved as it is typed; while it is empty, the proposal that the minutes will have."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.facilitation import preparing
from workshop_app.i18n import Language
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.proposal import proposed_summary

_LINES = 5


class SummaryField(QWidget):
    """The text, and a button that takes the proposal over. No signals."""

    def __init__(self, bridge: Bridge, language: Language) -> None:
        """`language` is that of the minutes, in which the proposal is made."""
        super().__init__()
        self._bridge, self._language = bridge, language
        _ = bridge.language.gettext
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(_("Summary"))
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + 24)
        self.take_over = QPushButton(_("Start from this proposal"))
        self.take_over.setAutoDefault(True)
        self.take_over.clicked.connect(self._take_over)
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
        """Show what the file holds, and what is proposed now."""
        self._typing.offer(self._bridge.view.info.summary)
        self.field.setPlaceholderText(self._proposal())
        self._show_button()

    def flush(self) -> bool:
        """Save what is not saved yet, and say whether that worked."""
        self._typing.flush()
        return self._typing.is_saved

    def _proposal(self) -> str:
        return proposed_summary(discreet(self._bridge.view, Edition(), self._language), self._language)

    def _take_over(self) -> None:
        self.field.setPlainText(self._proposal())
        self._typing.flush()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_button(self) -> None:
        self.take_over.setVisible(not self.field.toPlainText() and bool(self.field.placeholderText()))
