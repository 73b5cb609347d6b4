"""Where backups are kept, the choice of a second place, and the record of what was erased."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.found_words import counted
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.paths import DataPaths
from workshop_app.storage.erasures import Erasure, erasures
from workshop_app.storage.second_place import SecondPlace

_WIDTH, _HEIGHT = 44, 36
"""In heights of a letter, where the screen has room for that."""


class BackupDialog(QDialog):
    """Tells, and asks for a folder.

    Signals: `folder_chosen(Path)` for a second place in that folder, `none_chosen()` for no second place.
    """

    folder_chosen = Signal(object)
    none_chosen = Signal()

    def __init__(self, paths: DataPaths, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        _ = language.gettext
        self.setWindowTitle(_("Backups"))
        self._second, self._how = TextLabel("", "body", wraps=True), TextLabel("", "small", "muted", wraps=True)
        self._choose = QPushButton(_("Choose a folder or stick…"))
        self._none = QPushButton(_("No second place"))
        close = QPushButton(_("Close"))
        mark(self._choose, kind="primary")
        self._choose.clicked.connect(self._ask)
        self._none.clicked.connect(self.none_chosen)
        close.clicked.connect(self.reject)
        self._record = QListWidget()
        self._record.setAccessibleName(_("What was erased"))
        self._record.setWordWrap(True)
        self._record.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self._record, kind="roomy")
        lines = [_line(each, language) for each in erasures(paths.erasures)]
        self._record.addItems(lines or [_("Nothing yet.")])
        self._record.setCurrentRow(0)
        when = _("Made at opening and closing, every ten minutes in between, and before much is taken away.")
        buttons = QHBoxLayout()
        for button in (self._choose, self._none):
            buttons.addWidget(button)
        buttons.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(TextLabel(_("Backups"), "card-title"))
        column.addWidget(TextLabel(_("On this computer: {path}").format(path=paths.backups), "body", wraps=True))
        column.addWidget(TextLabel(when, "small", "muted", wraps=True))
        column.addSpacing(2 * STEP)
        column.addWidget(self._second)
        column.addWidget(self._how)
        column.addLayout(buttons)
        column.addSpacing(3 * STEP)
        column.addWidget(TextLabel(_("What was erased"), "card-title"))
        column.addWidget(self._record, 1)
        column.addLayout(foot)
        letter, room = self.font().pixelSize(), self.screen().availableGeometry()
        self.resize(min(_WIDTH * letter, round(0.9 * room.width())), min(_HEIGHT * letter, round(0.9 * room.height())))
        self._choose.setFocus()

    def show_place(self, place: SecondPlace | None, fault: str) -> None:
        """Say where the second place is and how it is there; `fault` says what went wrong."""
        _ = self._language.gettext
        self._none.setVisible(place is not None)
        if place is None:
            self._second.setText(_("Second place: none"))
            how = _("A stick or another folder, in case this computer breaks. It is not encrypted there.")
        else:
            self._second.setText(_("Second place: {path}").format(path=place.root))
            there = _("It is there. Every backup is brought to it and checked.")
            away = _("It is not there now. What is missing is brought when it is back.")
            how = there if place.is_there else away
        self._how.setText(fault or how)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._language.gettext("Second place for backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.folder_chosen.emit(Path(name))


def _line(erasure: Erasure, language: Language) -> str:
    _ = language.gettext
    at = erasure.at.astimezone()
    moment = f"{language.date(at.date())}, {at:%H:%M}"
    what = _("one person in a session") if erasure.person else _("a session")
    copies = (
        language.ngettext("{n} backup", "{n} backups", erasure.backups).format(n=erasure.backups)
        if erasure.backups
        else ""
    )
    files = language.ngettext("{n} file made of it", "{n} files made of it", erasure.files).format(n=erasure.files)
    left = language.ngettext("{n} not reached or kept", "{n} not reached or kept", erasure.left).format(n=erasure.left)
    whose = _("responsible: {organisation}").format(organisation=erasure.responsible) if erasure.responsible else ""
    parts = (copies, files if erasure.files else "", left if erasure.left else "", whose)
    return dotted((moment, what, counted(erasure.counts, language), *parts))
