"""A small rounded label that tells a state in a word or two."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workshop_app.desktop.theme import mark

Tone = Literal["petrol", "amber", "green", "grey", "red", "white"]


class Chip(QLabel):
    """A state in a word or two. The words carry the meaning; the colour only repeats it. No signals."""

    def __init__(self, text: str = "", tone: Tone = "grey", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        mark(self, chip=tone)

    def show_state(self, text: str, tone: Tone) -> None:
        """Change words and colour together."""
        self.setText(text)
        mark(self, chip=tone)
