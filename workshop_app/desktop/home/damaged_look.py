"""A look at what can still be read of a damaged session: words only, nothing can be changed."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.views import RoundView, WorkshopView

_WIDTH, _HEIGHT = 56, 40
"""In letters."""


class DamagedLook(QDialog):
    """Shows what can be read, to read and to copy from. Signals: those of a dialog."""

    def __init__(self, view: WorkshopView, told: str, language: Language, parent: QWidget | None = None) -> None:
        """`told` says how much could be read."""
        super().__init__(parent)
        _ = language.gettext
        self.setWindowTitle(_("A damaged session, to look at"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(TextLabel(told, "body", wraps=True))
        self.words = QPlainTextEdit("\n".join(_lines(view, language)))
        self.words.setReadOnly(True)
        self.words.setAccessibleName(_("What can be read"))
        column.addWidget(self.words)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        letter, room = self.font().pixelSize(), self.screen().availableGeometry()
        self.resize(min(_WIDTH * letter, round(0.9 * room.width())), min(_HEIGHT * letter, round(0.9 * room.height())))
        self.words.setFocus()


def _lines(view: WorkshopView, language: Language) -> Iterator[str]:
    _ = language.gettext
    yield view.info.title
    yield dotted((language.date(view.info.day), view.info.region, view.info.place))
    for known in view.rounds:
        yield from _of_round(known)
    named = (
        (_("Decisions"), [each.text for each in view.decisions]),
        (_("Actions"), [dotted((each.text, each.owner, each.due_text)) for each in view.actions]),
        (_("Parked"), [each.text for each in view.parked]),
        (_("Half typed"), [each.text for each in view.drafts]),
    )
    for heading, texts in named:
        if texts:
            yield from ("", heading.upper(), *(f"– {text}" for text in texts))


def _of_round(known: RoundView) -> Iterator[str]:
    """What was asked, counted and said in it."""
    yield from ("", known.title.upper())
    for prompt in known.prompts:
        counts = (f"{each.option} {each.value}" for each in prompt.responses)
        yield dotted((prompt.text, *counts))
    yield from (f"– {said.text}" for said in known.contributions)
