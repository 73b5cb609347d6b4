"""Keeping the script of a session as a template of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from workshop_app.desktop.prepare.growing_text import GrowingText
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.dialog_foot import DialogFoot
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.limits import tidy
from workshop_app.i18n import Language
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.rounds.template import Template


class TemplateDialog(QDialog):
    """What the template is called, and whether it is new or takes the place of the one the session was made from.

    Signals: those of a dialog; `saved(str, str, bool)` with title, summary and whether it takes the place of the other.
    """

    saved = Signal(str, str, bool)

    def __init__(self, title: str, there: Template | None, language: Language, parent: QWidget | None = None) -> None:
        """`there` is the own template that the session was made from."""
        super().__init__(parent)
        _ = language.gettext
        self._language = language
        self.setWindowTitle(_("Save as a template"))
        self._title, self._summary, self._place = QLineEdit(title), GrowingText(least=2), QComboBox()
        self._title.setMaxLength(TITLE_LIMIT)
        self._title.selectAll()
        # A long title is shortened.
        self._place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._place.addItem(_("As a new template"))
        if there:
            words = _("In place of “{title}”, as version {version}")
            self._place.addItem(words.format(title=there.title, version=there.version + 1))
            self._place.setCurrentIndex(1)
            self._summary.setPlainText(there.summary)
            self._title.setText(there.title)
        self._title_row = FormRow(_("Title"), self._title)
        what = _("The rounds with their prompts and settings. Not the people, the dates, or what was said.")
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(TextLabel(_("Save as a template"), "heading"))
        column.addWidget(TextLabel(what, "body", "muted", wraps=True))
        column.addWidget(self._title_row)
        column.addWidget(FormRow(_("What it is for, in a line or two"), self._summary))
        self._place.setAccessibleName(_("New, or in place of another"))
        self._place.setVisible(there is not None)
        column.addWidget(self._place)
        column.addStretch()
        column.addLayout(DialogFoot(self, _("Save"), self._save, language))
        self.resize(34 * self.font().pixelSize(), 0)

    def _save(self) -> None:
        title = tidy(self._title.text())
        if not title:
            self._title_row.tell_mistake(self._language.gettext("A template needs a title."))
            self._title.setFocus()
            return
        self.saved.emit(title, tidy(self._summary.toPlainText()), self._place.currentIndex() == 1)
        self.accept()
