"""What a template says of itself: its title, what it is for, where its ideas come from, and the slack."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workshop_app.desktop.prepare.fields import MinutesField
from workshop_app.desktop.prepare.growing_text import GrowingText
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.i18n import Language
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import WorkshopInfo

_WIDTH = 56
"""In heights of a letter, at most."""


class TemplateForm(QWidget):
    """The head of a template. Signals: `edited(str, object)` with the name of a field of the workshop and its value."""

    edited = Signal(str, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = language.gettext
        self._title, summary, source = QLineEdit(), GrowingText(least=2), GrowingText(least=2)
        self._title.setMaxLength(TITLE_LIMIT)
        self._slack = MinutesField(language)
        self._typed = {
            "title": Typing(self._title, required=True),
            "summary": Typing(summary),
            "source": Typing(source, required=True),
        }
        for name, typed in self._typed.items():
            typed.settled.connect(lambda text, field=name: self.edited.emit(field, text))
        self._slack.valueChanged.connect(lambda minutes: self.edited.emit("slack_minutes", minutes))
        # Longer lines are hard to read.
        self.setMaximumWidth(_WIDTH * self.font().pixelSize())
        column = QVBoxLayout(self)
        column.setContentsMargins(7 * STEP, 6 * STEP, 7 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        for words, part in (
            (_("Title"), self._title),
            (_("What it is for, in a line or two"), summary),
            (_("Where its ideas come from"), source),
            (_("Slack, beside the rounds"), self._slack),
        ):
            column.addWidget(FormRow(words, part))
        column.addStretch()

    def show_info(self, info: WorkshopInfo) -> None:
        """Show what is saved; a line that somebody is typing in stays as it is."""
        for name, typed in self._typed.items():
            typed.offer(str(getattr(info, name)))
        with QSignalBlocker(self._slack):
            self._slack.setValue(info.slack_minutes)

    def flush(self) -> bool:
        """Have saved what was typed last, and say whether that worked."""
        for typed in self._typed.values():
            typed.flush()
        self._slack.interpretText()
        return all(typed.is_saved for typed in self._typed.values())

    def take_focus(self) -> None:
        """Begin with the title."""
        self._title.setFocus()
