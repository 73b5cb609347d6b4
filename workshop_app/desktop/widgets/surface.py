"""Grounds that other widgets stand on: paper, white, rail, card, note, dark."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.desktop.theme import mark

Kind = Literal["paper", "white", "rail", "desk", "dark", "card", "selected", "note", "rule", "clear"]


class Surface(QFrame):
    """A ground in a colour of the theme. No signals."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, surface=kind)


def rule(parent: QWidget | None = None) -> Surface:
    """A thin horizontal line."""
    line = Surface("rule", parent)
    line.setFixedHeight(1)
    return line
