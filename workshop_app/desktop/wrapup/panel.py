"""A page of the left column: a heading, a way back, and what belongs to one task."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language


class Panel(Surface):
    """What belongs to one task, in a column. Signals: `left()` to go back to the minutes."""

    left = Signal()

    def __init__(self, heading: str, language: Language) -> None:
        super().__init__("white")
        back = QPushButton(language.gettext("‹ The minutes (Esc)"))
        back.clicked.connect(self.left)
        mark(back, kind="link")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(26, 14, 26, 22)
        self.column.setSpacing(10)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(TextLabel(heading, "heading"))

    def take_focus(self) -> None:
        """Give the keyboard to the part that is used first."""
        raise NotImplementedError

    def stops(self) -> tuple[Callable[[], None], ...]:
        """Ways to give the keyboard to its parts, one after the other."""
        return (self.take_focus,)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put these below what is there."""
        for part in parts:
            if isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)

    def add_heading(self, words: str) -> None:
        """Put a small heading below what is there."""
        self.column.addSpacing(8)
        self.column.addWidget(TextLabel(words, "small-strong", "muted"))
