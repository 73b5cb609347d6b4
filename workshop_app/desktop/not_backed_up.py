"""What is asked when the last backup of a session cannot be made: another place for it, again, or close without it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import Language

_WIDTH = 40
"""In heights of a letter, where the screen has room for that."""


class NotBackedUp(QDialog):
    """Says why there is no backup, and waits for what to do. Esc leaves the session open.

    Signals: `place_chosen(Path)` with a folder, `again_asked()`, `close_asked()` to close without a backup.
    """

    place_chosen = Signal(object)
    again_asked = Signal()
    close_asked = Signal()

    def __init__(self, sentence: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        _ = language.gettext
        self.setWindowTitle(_("No backup yet"))
        self._why = TextLabel("", "body", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(TextLabel(_("The last backup could not be made"), "card-title", wraps=True))
        column.addWidget(self._why)
        buttons = QWidget()
        row = FlowLayout(2 * STEP, buttons, at_end=True)
        ways = (
            (_("Another place…"), self._ask),
            (_("Try again"), self.again_asked.emit),
            (_("Close without it"), self.close_asked.emit),
            (_("Keep it open"), self.reject),
        )
        for place, (words, act) in enumerate(ways):
            button = QPushButton(words)
            button.clicked.connect(act)
            row.addWidget(button)
            if place == 0:
                mark(button, kind="primary")
                button.setDefault(True)
                button.setFocus()
        column.addWidget(buttons)
        self.setFixedWidth(
            min(_WIDTH * self.font().pixelSize(), round(0.9 * self.screen().availableGeometry().width()))
        )
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say why there is no backup."""
        self._why.setText(sentence)
        self.setAccessibleDescription(sentence)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._language.gettext("Another place for this backup"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.place_chosen.emit(Path(name))
