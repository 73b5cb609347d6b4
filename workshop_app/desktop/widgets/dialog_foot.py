"""The foot of a dialog: to do what it is for, or not."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from workshop_app.desktop.theme import mark
from workshop_app.i18n import Language


class DialogFoot(QHBoxLayout):
    """Cancel, and beside it the button that Enter presses."""

    def __init__(self, dialog: QDialog, words: str, do: Callable[[], object], language: Language) -> None:
        """`words` stand on the button that does it."""
        super().__init__()
        self.cancel, self.go = QPushButton(language.gettext("Cancel")), QPushButton(words)
        mark(self.go, kind="primary")
        self.go.setDefault(True)
        self.go.clicked.connect(do)
        self.cancel.clicked.connect(dialog.reject)
        self.addStretch()
        self.addWidget(self.cancel)
        self.addWidget(self.go)
