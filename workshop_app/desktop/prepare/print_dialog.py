"""What is to be printed for a room without a beamer."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.dialog_foot import DialogFoot
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import N_, Language
from workshop_app.minutes.print_set import Part, PrintSet, countable, print_set
from workshop_app.model.views import WorkshopView

_MOST_BALLOTS = 300
_INDENT = 9
_ABOUT = {
    Part.SIGNS: N_("A sheet for each participant, to be folded"),
    Part.BALLOTS: N_("All questions with a scale, without names"),
    Part.QUOTES: N_("Four on a sheet, to be cut"),
    Part.TABLES: N_("Who sits where, for each table that was made"),
}
_MISSING = {
    Part.SIGNS: N_("Nobody is on the list of participants yet."),
    Part.BALLOTS: N_("The script has no round with a scale and something to answer."),
    Part.QUOTES: N_("The script has no round with quotes."),
    Part.TABLES: N_("No tables have been made yet."),
}


class PrintDialog(QDialog):
    """Chooses parts and the number of ballots. Signals: `accepted()` when they are to be made."""

    def __init__(self, view: WorkshopView, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._language = view, language
        _ = language.gettext
        self.setWindowTitle(_("Print"))
        self.setMinimumWidth(30 * self.font().pixelSize())
        there = countable(view)
        self._boxes = {part: self._box(part, there[part]) for part in Part}
        self._copies = QSpinBox()
        self._copies.setRange(1, _MOST_BALLOTS)
        self._copies.setValue(min(max(len(view.participants), 1), _MOST_BALLOTS))
        self._copies.setAccessibleName(_("Number of ballots"))
        self._foot = DialogFoot(self, _("Save as PDF…"), self.accept, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(STEP)
        column.addWidget(TextLabel(_("What do you want on paper?"), "card-title"))
        for part, box in self._boxes.items():
            column.addSpacing(2 * STEP)
            column.addWidget(box)
            about = TextLabel(_(_ABOUT[part] if there[part] else _MISSING[part]), "small", "muted", wraps=True)
            about.setContentsMargins(_INDENT * STEP, 0, 0, 0)
            column.addWidget(about)
            if part is Part.BALLOTS:
                column.addLayout(self._number())
        column.addSpacing(4 * STEP)
        column.addLayout(self._foot)
        self._refresh()
        next((box for box in self._boxes.values() if box.isEnabled()), self._foot.cancel).setFocus()

    def chosen(self) -> PrintSet:
        """What is to be printed, in the language of the workshop."""
        parts = {part for part, box in self._boxes.items() if box.isChecked()}
        return print_set(self._view, parts, self._copies.value(), datetime.now(UTC).astimezone(), Language.load())

    def _box(self, part: Part, count: int) -> QCheckBox:
        words = str(count)
        if part is Part.BALLOTS:
            words = self._language.ngettext("{n} round", "{n} rounds", count).format(n=count)
        box = QCheckBox(f"{self._language.gettext(part.value)} · {words}")
        box.setEnabled(count > 0)
        box.setChecked(count > 0)
        box.toggled.connect(self._refresh)
        return box

    def _number(self) -> QHBoxLayout:
        label = QLabel(self._language.gettext("&Number of ballots"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self._copies)
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT * STEP, STEP, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(label)
        row.addWidget(self._copies)
        row.addStretch()
        return row

    def _refresh(self) -> None:
        self._copies.setEnabled(self._boxes[Part.BALLOTS].isChecked())
        self._foot.go.setEnabled(any(box.isChecked() for box in self._boxes.values()))
