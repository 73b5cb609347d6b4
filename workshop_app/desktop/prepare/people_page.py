"""Who is expected: typed, pasted from a spreadsheet, or taken from a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.import_dialog import ImportDialog
from workshop_app.desktop.prepare.organisation_list import OrganisationList
from workshop_app.desktop.prepare.people_model import Column, PeopleModel
from workshop_app.desktop.prepare.people_table import PeopleTable
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.file_dialogs import ask_for_file
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.errors import WorldError
from workshop_app.facilitation.participant_columns import ParticipantTable
from workshop_app.facilitation.participant_import import (
    ParticipantImport,
    ParticipantLine,
    tables_in_file,
    tables_in_text,
)
from workshop_app.facilitation.people import (
    add_organisations,
    add_participants,
    edit_participant,
    place_participant,
    remove_participant,
)
from workshop_app.model.views import WorkshopView
from workshop_app.storage import faults

_SIDE = 22
"""Width of the organisations, in heights of a letter."""


class PeoplePage(QWidget):
    """Participants and organisations; what is changed is saved at once.

    Signals: `failed(str)` with a sentence when a list cannot be used, `forget_asked(str)` with the id of a person who
    wants to be forgotten throughout.
    """

    failed = Signal(str)
    forget_asked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._language = bridge.language
        self._model = PeopleModel(self._language)
        self._table = PeopleTable(self._model)
        self._table.setAccessibleName(self._language.gettext("Participants"))
        self._organisations = OrganisationList(bridge)
        self._model.added.connect(self._add)
        self._model.edited.connect(self._edit)
        self._table.paste_asked.connect(self._paste)
        self._table.remove_asked.connect(self._remove)
        self._table.forget_asked.connect(self._forget)
        self.setAcceptDrops(True)
        self._lay_out()

    def show_view(self, view: WorkshopView) -> None:
        """Show the people as they are saved."""
        row = self._table.currentIndex().row()
        self._model.show_view(view)
        if not self._table.currentIndex().isValid():
            self._table.choose(row)
        self._organisations.show_view(view)

    def take_focus(self) -> None:
        """Begin at the table."""
        self._table.setFocus()

    def _add(self, name: str) -> None:
        self._bridge.attempt(add_participants, [ParticipantLine(0, name, "", "", "")])

    def _edit(self, participant_id: str, column: int, text: str) -> None:
        match Column(column):
            case Column.ORGANISATION:
                self._bridge.attempt(place_participant, participant_id, text)
            case Column.NAME:
                self._bridge.attempt(edit_participant, participant_id, name=text)
            case Column.ROLE:
                self._bridge.attempt(edit_participant, participant_id, role=text)
            case Column.EMAIL:
                self._bridge.attempt(edit_participant, participant_id, email=text)

    def _remove(self) -> None:
        people = [self._model.person(row) for row in self._table.rows()]
        for person in people:
            if person:
                self._bridge.attempt(remove_participant, person.id)

    def _forget(self) -> None:
        person = self._model.person(self._table.currentIndex().row())
        if person:
            self.forget_asked.emit(person.id)

    def _paste(self) -> None:
        self._take(*_contents(QGuiApplication.clipboard().mimeData()))

    def _choose_file(self) -> None:
        _ = self._language.gettext
        kinds = [_("Lists") + " (*.xlsx *.xlsm *.csv *.tsv *.txt)", _("All files") + " (*)"]
        ask_for_file(self, _("Participants from a file"), kinds, self._read_file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and cells."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped: a file, or cells."""
        files, text = _contents(event.mimeData())
        event.acceptProposedAction()
        # First the program that it comes from is released.
        QTimer.singleShot(0, self, lambda: self._take(files, text))

    def _take(self, files: list[str], text: str) -> None:
        if files:
            self._read_file(Path(files[0]))
        else:
            self._confirm(lambda: tables_in_text(text))

    def _read_file(self, path: Path) -> None:
        try:
            self._confirm(lambda: tables_in_file(path))
        except OSError as error:
            self.failed.emit(faults.fault(error, path).text(self._language))

    def _confirm(self, read: Callable[[], Sequence[ParticipantTable]]) -> None:
        view = self._bridge.view
        known = [(person.name, view.organisation_name(person.organisation_id)) for person in view.participants]
        try:
            found = read()
        except WorldError as error:
            self.failed.emit(error.text(self._language))
            return
        dialog = ImportDialog(found, known, self._language, self)
        dialog.accepted.connect(lambda: self._add_found(dialog.found))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_found(self, found: ParticipantImport) -> None:
        if found.good:
            self._bridge.attempt(add_participants, found.good)
        else:
            self._bridge.attempt(add_organisations, found.organisations)

    def _lay_out(self) -> None:
        _ = self._language.gettext
        buttons = FlowLayout(2 * STEP)
        for words, act in (
            (_("Paste  Ctrl+V"), self._paste),
            (_("From a file…"), self._choose_file),
            (_("Remove  Delete"), self._remove),
            (_("Forget…  Shift+Delete"), self._forget),
        ):
            button = QPushButton(words)
            button.clicked.connect(act)
            buttons.addWidget(button)
        hint = _(
            "Type a name in the empty row, copy the cells in a spreadsheet (name, municipality, role, e-mail) and "
            "paste them, or drop a file here."
        )
        left = QVBoxLayout()
        left.setSpacing(3 * STEP)
        left.addWidget(TextLabel(_("Participants"), "heading"))
        left.addWidget(TextLabel(hint, "body", "muted", wraps=True))
        left.addWidget(self._table, 1)
        left.addLayout(buttons)
        self._organisations.setFixedWidth(_SIDE * self.font().pixelSize())
        row = QHBoxLayout(self)
        row.setContentsMargins(7 * STEP, 6 * STEP, 7 * STEP, 4 * STEP)
        row.setSpacing(8 * STEP)
        row.addLayout(left, 1)
        row.addWidget(self._organisations)


def _contents(data: QMimeData) -> tuple[list[str], str]:
    """The files that are dropped or pasted, and the text."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()], data.text()
