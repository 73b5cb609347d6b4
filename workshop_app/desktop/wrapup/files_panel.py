"""Other files than the PDF: which of them, in which folder."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.wrapup.file_choice import FileChoice
from workshop_app.desktop.wrapup.panel import Panel
from workshop_app.i18n import Language


class FilesPanel(Panel):
    """Which files are made.

    Signals: `asked(tuple)` with the kinds to write, `folder_asked()` for another folder, and `left()`.
    """

    asked = Signal(object)
    folder_asked = Signal()

    def __init__(self, kinds: Mapping[str, str], language: Language) -> None:
        """`kinds`: the words for each kind of file, by its name."""
        super().__init__(language.gettext("Word, Excel, calendar"), language)
        _ = language.gettext
        about = _("They hold the version that is chosen, and stand in the same folder as the PDF.")
        self.choice = FileChoice(kinds, language)
        self.choice.changed.connect(self._look)
        self.write = QPushButton(_("Write the files"))
        self.write.clicked.connect(lambda: self.asked.emit(self.choice.chosen))
        mark(self.write, kind="primary")
        folder = QPushButton(_("Another folder…"))
        folder.clicked.connect(self.folder_asked)
        buttons = FlowLayout(8)
        for button in (self.write, folder):
            buttons.addWidget(button)
        self.add(TextLabel(about, "small", "muted", wraps=True), self.choice, buttons)
        self.column.addStretch(1)
        self._look()

    def take_focus(self) -> None:
        """Give the keyboard to the first switch."""
        self.choice.take_focus()

    def _look(self) -> None:
        self.write.setEnabled(bool(self.choice.chosen))
