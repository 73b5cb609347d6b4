"""The panel before and after the rounds: what the room sees there, and the one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.console import words
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import script
from workshop_app.i18n import Language


class EdgePanel(QWidget):
    """Welcome, agenda and thanks.

    Signals: `forward_requested`, `finish_requested` at the end.
    """

    forward_requested = Signal()
    finish_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._at_end = False
        self._text = TextLabel("", "lead", wraps=True)
        self.button = QPushButton()
        mark(self.button, kind="primary")
        self.button.clicked.connect(self._press)
        self.setFocusProxy(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self.font().pixelSize(), 0, 0)
        column.setSpacing(self.font().pixelSize())
        column.addWidget(self._text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_here(self, here: Here) -> None:
        """Show the place where the beamer is."""
        _ = self._language.gettext
        self._at_end = here.place == script.THANKS
        if self._at_end:
            text = _("The room sees the thanks. What is left: the minutes, and the mail with them.")
            text = "\n\n".join(filter(None, (text, words.still_parked(here.view, self._language))))
        elif here.place == script.AGENDA:
            text = _("The room sees the agenda with its times.")
        else:
            text = _("The room sees the welcome: what is noted, by whom, how long it is kept and whom to ask.")
        self._text.setText(text)
        forward = _("Go on ({key})").format(key=key_hint("forward"))
        self.button.setText(_("Wrap up") if self._at_end else forward)

    def _press(self) -> None:
        (self.finish_requested if self._at_end else self.forward_requested).emit()
