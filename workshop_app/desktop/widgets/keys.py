"""Keys that are the same everywhere, and keys of a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def add_keys(page: QWidget, answers: Mapping[str, Callable[[], object]]) -> None:
    """Let these keys act while the page is shown."""
    for keys, act in answers.items():
        QShortcut(QKeySequence(keys), page).activated.connect(act)
