"""What can be done about a damaged session: read what can be read, or take a backup."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.rescue import BackupInfo
from workshop_app.i18n import Language
from workshop_app.model.text import dotted

_WIDTH, _HEIGHT = 46, 32
"""In letters."""


class RescueDialog(QDialog):
    """Says what was found in a damaged file, and offers ways on; the file itself stays as it is.

    Signals: `look_asked()` to see what can be read of it, `salvage_asked()` for that in a new file,
    `backup_chosen(Path)` for a backup in its place.
    """

    look_asked = Signal()
    salvage_asked = Signal()
    backup_chosen = Signal(Path)

    def __init__(
        self,
        sentence: str,
        findings: Sequence[str],
        backups: Sequence[BackupInfo],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """`findings` says what is wrong, a sentence for each; `backups` come newest first."""
        super().__init__(parent)
        _ = language.gettext
        self.setWindowTitle(_("A damaged session"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for text, role in ((sentence, "strong"), ("\n".join(findings), "body")):
            if text:
                column.addWidget(TextLabel(text, role, wraps=True))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Backups"))
        mark(self.list, kind="roomy")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for info in backups:
            item = QListWidgetItem(_words(info, language))
            item.setData(Qt.ItemDataRole.UserRole, info.path)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._take())
        self._open = QPushButton(_("Go on with this backup"))
        look = QPushButton(_("Look at it"))
        salvage = QPushButton(_("Read what can be read"))
        close = QPushButton(_("Close"))
        mark(self._open if backups else salvage, kind="primary")
        column.addWidget(
            TextLabel(_("Backups of this session:") if backups else _("There are no backups of this session."), "body")
        )
        if backups:
            column.addWidget(self.list)
        row = FlowLayout(2 * STEP, at_end=True)
        acts = (self._take, self._salvage, self.look_asked.emit, self.reject)
        for button, act in zip((self._open, salvage, look, close), acts, strict=True):
            button.clicked.connect(act)
            row.addWidget(button)
        self._open.setVisible(bool(backups))
        column.addLayout(row)
        letter, room = self.font().pixelSize(), self.screen().availableGeometry()
        width = min(_WIDTH * letter, round(0.9 * room.width()))
        height = _HEIGHT * letter if backups else column.totalHeightForWidth(width)
        self.resize(width, min(height, round(0.9 * room.height())))
        (self.list if backups else salvage).setFocus()

    def _take(self) -> None:
        item = self.list.currentItem()
        if item:
            self.accept()
            self.backup_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _salvage(self) -> None:
        self.accept()
        self.salvage_asked.emit()


def _words(info: BackupInfo, language: Language) -> str:
    made = info.made.astimezone()
    answers = language.ngettext("{n} answer", "{n} answers", info.answers).format(n=info.answers)
    moment = f"{language.date(made.date())}, {made:%H:%M}"
    return dotted((moment, info.round_title, answers))
