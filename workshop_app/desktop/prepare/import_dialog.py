"""What a pasted list or a file gives: which column holds what, and who comes in, to be confirmed first."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.prepare.import_columns import ColumnChoice
from workshop_app.desktop.prepare.import_preview import PreviewModel, PreviewTable
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.participant_columns import ParticipantTable
from workshop_app.facilitation.participant_import import ParticipantImport, has_name, taken_from
from workshop_app.i18n import Language

_SIZE = (66, 42)
"""Width and height in heights of a letter."""


class ImportDialog(QDialog):
    """Shows what goes where, and takes it when confirmed: `found` holds who. Signals: `accepted()` to take them."""

    def __init__(
        self,
        tables: Sequence[ParticipantTable],
        known: Sequence[tuple[str, str]],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """`known` are the names, each with its organisation, that are in the session already."""
        super().__init__(parent)
        self._tables, self._known, self._language = tables, known, language
        self.found = ParticipantImport((), ())
        _ = language.gettext
        self.setWindowTitle(_("Add participants"))
        self._sheet = self._sheets()
        self._title, self._below = TextLabel("", "card-title"), TextLabel("", tone="muted", wraps=True)
        self._model = PreviewModel(language)
        self._preview = PreviewTable(self._model, language)
        self._remark = TextLabel(
            _("Go to a line to read all that is the matter with it."), "small", "muted", wraps=True
        )
        self._preview.told.connect(self._remark.setText)
        self._place = QVBoxLayout()
        self._choice = ColumnChoice(tables[0], language)
        self._cancel, self._take = QPushButton(_("Cancel")), QPushButton()
        self._cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self.accept)
        mark(self._take, kind="primary")
        self._lay_out()
        self._use_choice()
        first = self._take if self.found.good or self.found.organisations else self._cancel
        first.setDefault(True)
        first.setFocus()

    def _sheets(self) -> QComboBox:
        _ = self._language.gettext
        box = QComboBox()
        box.setAccessibleName(_("Sheet"))
        for table in self._tables:
            hidden = _("{name} (hidden sheet)").format(name=table.name)
            box.addItem(hidden if table.hidden else table.name)
        box.currentIndexChanged.connect(self._show_sheet)
        return box

    def _lay_out(self) -> None:
        _ = self._language.gettext
        letter = self.font().pixelSize()
        room = self.screen().availableGeometry()
        self.resize(*(min(n * letter, round(0.9 * most)) for n, most in zip(_SIZE, room.size().toTuple(), strict=True)))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        row = QHBoxLayout()
        label = QLabel(_("&Sheet"))
        label.setBuddy(self._sheet)
        row.addWidget(label)
        row.addWidget(self._sheet, 1)
        column.addLayout(row)
        for widget in (label, self._sheet):
            widget.setVisible(len(self._tables) > 1)
        column.addWidget(TextLabel(_("What do the columns hold?"), "small-strong", "muted"))
        column.addLayout(self._place)
        column.addWidget(self._title)
        column.addWidget(self._below)
        column.addWidget(self._preview, 1)
        column.addWidget(self._remark)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._take)
        column.addLayout(foot)

    def _show_sheet(self, at: int) -> None:
        self._place.removeWidget(self._choice)
        self._choice.hide()
        self._choice.deleteLater()
        self._choice = ColumnChoice(self._tables[at], self._language)
        self._use_choice()

    def _use_choice(self) -> None:
        self._choice.changed.connect(self._refresh)
        self._place.addWidget(self._choice)
        for one, other in pairwise((self._sheet, *self._choice.boxes, self._preview, self._cancel, self._take)):
            QWidget.setTabOrder(one, other)
        self._refresh()

    def _refresh(self) -> None:
        """Show who comes in when the columns hold what is chosen."""
        _, ngettext = self._language.gettext, self._language.ngettext
        table = self._tables[max(self._sheet.currentIndex(), 0)]
        self.found = taken_from(table, self._choice.columns, self._known)
        self._model.show_import(self.found)
        if self.found.organisations:
            self._offer_organisations(len(self.found.organisations))
            return
        count = len(self.found.good)
        self._take.setText(ngettext("Add {n} participant", "Add {n} participants", count).format(n=count))
        self._take.setEnabled(count > 0)
        text = ngettext("{n} participant can be added.", "{n} participants can be added.", count)
        self._title.setText(text.format(n=count))
        left_out = sum(not problem.taken for problem in self.found.problems)
        below = ngettext("{n} line is left out.", "{n} lines are left out.", left_out).format(n=left_out)
        if not has_name(self._choice.columns):
            below = _("Choose which column holds the names.")
        self._below.setText(below if left_out or not count else "")
        self._below.setVisible(bool(self._below.text()))

    def _offer_organisations(self, count: int) -> None:
        """A list without people: where they come from."""
        ngettext = self._language.ngettext
        self._take.setText(ngettext("Add {n} organisation", "Add {n} organisations", count).format(n=count))
        self._take.setEnabled(True)
        text = ngettext("{n} organisation can be added.", "{n} organisations can be added.", count)
        self._title.setText(text.format(n=count))
        self._below.setText(
            self._language.gettext("If there are people in it too: choose which column holds the names.")
        )
        self._below.show()
