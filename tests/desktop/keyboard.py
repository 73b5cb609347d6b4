"""Windows that are worked with keys only, as a person would."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

Part = TypeVar("Part", bound=QObject)


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and give it the keyboard."""
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def _listener() -> QWidget:
    popup = QApplication.activePopupWidget()
    inside = popup.focusWidget() or popup if popup else None
    listener = inside or QApplication.focusWidget() or QApplication.activeWindow()
    assert listener is not None
    return listener


def press(*sequences: str) -> None:
    """Press keys, one sequence after the other, wherever the keyboard is: "Ctrl+N", "Down"."""
    for sequence in sequences:
        QTest.keySequence(_listener(), QKeySequence(sequence))
        # Editors in tables and dialogs finish what a key began after it.
        QApplication.processEvents()


def write(text: str) -> None:
    """Type text, letters with accents too."""
    for letter in text:
        # The first letter may open an editor, which then has the keyboard.
        if letter.isascii():
            QTest.keyClicks(_listener(), letter)
        else:
            plain = Qt.KeyboardModifier.NoModifier
            QTest.sendKeyEvent(QTest.KeyAction.Click, _listener(), Qt.Key.Key_unknown, letter, plain)


def rewrite(text: str) -> None:
    """Type text in place of what is there."""
    QTest.keyClick(_listener(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(text)


def focus() -> QWidget:
    """Who has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab_until(name: str) -> QWidget:
    """Press Tab until a widget with this accessible name has the keyboard."""
    return _tab_to(lambda: focus().accessibleName() == name, name)


def tab_to_button(words: str) -> QWidget:
    """Press Tab until a button with these words has the keyboard."""
    return _tab_to(lambda: focus().property("text") == words, words)


def _tab_to(is_there: Callable[[], bool], what: str) -> QWidget:
    for _ in range(100):
        if is_there():
            return focus()
        press("Tab")
    raise AssertionError(f"Tab does not come to {what!r}")


def walk_to(beginning: str) -> None:
    """Press the arrow down until the row of a list begins so."""
    rows = focus()
    assert isinstance(rows, QAbstractItemView)
    for _ in range(100):
        if str(rows.currentIndex().siblingAtColumn(0).data()).startswith(beginning):
            return
        press("Down")
    raise AssertionError(f"The arrow does not come to {beginning!r}")


def walk_menu_to(words: str) -> None:
    """Walk an open menu to an entry, and choose it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        if menu.activeAction() and menu.activeAction().text() == words:
            press("Return")
            return
        press("Down")
    raise AssertionError([each.text() for each in menu.actions()])


def part(window: QWidget, kind: type[Part]) -> Part:
    """The part of this kind in a window."""
    found = window.findChild(kind)
    assert found is not None
    return found
