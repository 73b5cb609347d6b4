"""The one question before a session is erased for good."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from workshop_app.desktop.home import words
from workshop_app.desktop.theme import mark
from workshop_app.i18n import Language
from workshop_app.storage.index_entry import IndexEntry


class EraseQuestion(QMessageBox):
    """Says what is deleted and asks whether that is meant; keeping is the answer of Enter and Esc.

    Signals: those of a dialog; `accepted()` means erase.
    """

    def __init__(self, entry: IndexEntry, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = language.gettext
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle(_("Erase a session"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        day = language.date(entry.day) if entry.day else words.NONE
        self.setText(_("Erase “{title}” of {day} for good?").format(title=entry.title, day=day))
        self.setInformativeText(
            _(
                "This deletes the session file, all its backups, and its line in this list. Minutes and other files "
                "that you made of it stay where they are. It cannot be undone."
            )
        )
        keep = self.addButton(_("Keep"), QMessageBox.ButtonRole.RejectRole)
        erase = self.addButton(_("Erase for good"), QMessageBox.ButtonRole.AcceptRole)
        mark(erase, kind="danger")
        self.setDefaultButton(keep if isinstance(keep, QPushButton) else QMessageBox.StandardButton.NoButton)
        self.setEscapeButton(keep)
