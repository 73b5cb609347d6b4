"""A day that is typed in words or numbers, and may be left empty."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_app.facilitation.action_line import Due, read_due
from workshop_app.i18n import Language


class DayField(QLineEdit):
    """A day as people write it: "12 dec", "12-12-2026". Signals: `settled(Due)` when what was typed is complete."""

    settled = Signal(object)

    def __init__(self, language: Language, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._today = language, today
        self._shown = Due()
        self.setPlaceholderText(language.gettext("for instance 12 December"))
        self.editingFinished.connect(self.settle)

    @property
    def due(self) -> Due:
        """What stands in it: a day, or words that are none."""
        typed = self.text().strip()
        return self._shown if typed == self._words(self._shown) else read_due(typed, self._today)

    def show_due(self, due: Due) -> None:
        """Show a day or words, unless somebody is typing."""
        if self.hasFocus() and self.isModified():
            return
        self._shown = due
        self.setText(self._words(due))

    def _words(self, due: Due) -> str:
        return self._language.date(due.day) if due.day else due.text

    def settle(self) -> None:
        """Take what stands there for complete, as leaving the field does."""
        due = self.due
        changed, self._shown = due != self._shown, due
        self.setText(self._words(due))
        self.setModified(False)
        if changed:
            self.settled.emit(due)
