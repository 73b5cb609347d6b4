"""The one seam through which the program asks a person something; tests answer for them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from workshop_app.desktop.theme import mark


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two answers. `dangerous`: yes cannot be undone, so no is the answer of Enter."""

    title: str
    text: str
    yes: str
    no: str
    dangerous: bool = False


Ask = Callable[[Question, QWidget], bool]
"""Asks above a window; True for yes."""


def ask(question: Question, parent: QWidget) -> bool:
    """Ask in a dialog. Esc means no."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(question.title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question.title)
    box.setInformativeText(question.text)
    no = box.addButton(question.no, QMessageBox.ButtonRole.RejectRole)
    yes = box.addButton(question.yes, QMessageBox.ButtonRole.AcceptRole)
    if question.dangerous:
        mark(yes, kind="danger")
    chosen = no if question.dangerous else yes
    if isinstance(chosen, QPushButton):
        box.setDefaultButton(chosen)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes
