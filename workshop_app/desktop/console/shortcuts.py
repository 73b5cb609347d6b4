"""The keys of the actions, bound to what they do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.actions import ACTIONS, Where

_OF_THIS_WINDOW = ("leave",)
_REPEATED = ("undo", "redo", "more-time")


def add_shortcuts(window: QWidget, answers: Mapping[str, Callable[[], object]]) -> None:
    """Let the keys of these actions (by id) act while the window is shown; those that always act, also while another
    window of the program has the keyboard."""
    contexts = Qt.ShortcutContext
    for each in ACTIONS:
        everywhere = each.where is Where.ALWAYS and each.id not in _OF_THIS_WINDOW
        for keys in each.keys if each.id in answers else ():
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setContext(contexts.ApplicationShortcut if everywhere else contexts.WindowShortcut)
            # A clicker whose button is held must not run through the script, nor the beamer flicker.
            shortcut.setAutoRepeat(each.id in _REPEATED)
            shortcut.activated.connect(answers[each.id])
