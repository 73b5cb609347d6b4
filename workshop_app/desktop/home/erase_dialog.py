"""The one question before sessions are erased for good: what was found where, and what is out of reach."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop import found_words
from workshop_app.desktop.home import words
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.found_list import FoundList
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.elsewhere import Other
from workshop_app.facilitation.remnants import Remnants
from workshop_app.i18n import Language
from workshop_app.storage.index_entry import IndexEntry

_WIDTH, _HEIGHT = 48, 38
"""In heights of a letter, where the screen has room for that."""


class EraseDialog(QDialog):
    """Says what goes, and asks whether that is meant; keeping is the answer of Enter and Esc.

    Signals: those of a dialog; `accepted()` means erase, with `list.files` of what was made.
    """

    def __init__(
        self, found: Sequence[tuple[IndexEntry, Remnants]], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        _ = language.gettext
        self.setWindowTitle(_("Erase for good"))
        self.list = FoundList(language)
        for entry, remnants in found:
            self._tell(entry, remnants, several=len(found) > 1)
        self.list.setCurrentRow(0)
        keep, erase = QPushButton(_("Keep")), QPushButton(_("Erase for good"))
        mark(erase, kind="danger")
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        erase.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(keep)
        buttons.addWidget(erase)
        stays = _("A record stays of when this was done, how much, and for which organisation; not a word of it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        question = self._question(found)
        self.setAccessibleDescription(question)
        column.addWidget(TextLabel(question, "card-title", wraps=True))
        column.addWidget(
            TextLabel(_("This was found, and goes. Space takes a tick away."), "small", "muted", wraps=True)
        )
        column.addWidget(self.list, 1)
        column.addWidget(TextLabel(found_words.out_of_reach(language), "body", wraps=True))
        for_good = _("It cannot be undone.")
        column.addWidget(TextLabel(f"{stays} {for_good}", "small", "muted", wraps=True))
        column.addLayout(buttons)
        letter, room = self.font().pixelSize(), self.screen().availableGeometry()
        self.resize(min(_WIDTH * letter, round(0.9 * room.width())), min(_HEIGHT * letter, round(0.95 * room.height())))
        keep.setFocus()

    def tell_of_follow_ups(self, others: Sequence[Other]) -> None:
        """Name the sessions that keep what they took over from one that goes."""
        stays = self._language.gettext("Stays: what “{title}” of {day} took over from it. Erase that session too.")
        for other in others:
            self.list.add(stays.format(title=other.title, day=self._language.date(other.day)))

    def _question(self, found: Sequence[tuple[IndexEntry, Remnants]]) -> str:
        if len(found) > 1:
            n = len(found)
            return self._language.ngettext("Erase {n} session for good?", "Erase {n} sessions for good?", n).format(n=n)
        entry = found[0][0]
        day = self._language.date(entry.day) if entry.day else words.NONE
        return self._language.gettext("Erase “{title}” of {day} for good?").format(title=entry.title, day=day)

    def _tell(self, entry: IndexEntry, remnants: Remnants, several: bool) -> None:
        _ = self._language.gettext
        counts = found_words.counted(remnants.counts, self._language)
        whose = _("Session file of “{title}”").format(title=entry.title) if several else _("Session file")
        self.list.add(f"{whose}: {counts}" if counts else whose)
        if not remnants.path.exists():
            self.list.add(_("The file is not where it was, and stays: {path}").format(path=remnants.path))
        for line in found_words.backups(remnants, self._language):
            self.list.add(line)
        self.list.add(_("Its line in the list of sessions"))
        for path in remnants.made:
            self.list.add_file(path)
        for path in remnants.away:
            self.list.add(_("Made of it, and not where it was: {path}").format(path=path))
