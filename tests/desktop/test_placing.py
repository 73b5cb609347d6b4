"""A window over the whole of one screen, whatever a window manager does with it."""

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.offscreen import BEAMER, LAPTOP
from workshop_app.desktop import placing
from workshop_app.desktop.placing import Placing
from workshop_app.desktop.screens import ScreenInfo, find_screen, present_screens


class Manager(QObject):
    """A window manager that puts a window on the laptop, until it knows of the other screen."""

    knows = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Show) and not self.knows and isinstance(watched, QWidget):
            QTimer.singleShot(0, watched, lambda: watched.setGeometry(LAPTOP.x, LAPTOP.y, LAPTOP.width, LAPTOP.height))
        return False


@pytest.fixture
def window(qtbot: QtBot, two_screens: None) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def beamer() -> ScreenInfo:
    return next(each for each in present_screens() if each.identity.name == BEAMER.name)


def test_a_hidden_window_that_was_moved_to_the_screen_is_shown_there(window: QWidget) -> None:
    place = Placing(window)
    place.show_on(beamer())
    place.put_away()
    screen = find_screen(beamer())
    assert screen
    assert window.isFullScreen()
    assert window.geometry() == screen.geometry()
    place.show_on(beamer())
    assert window.isVisible()


def test_a_window_manager_that_does_not_know_the_screen_yet_is_asked_again_later(
    window: QWidget, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, short in (("_VERIFY_MS", 5), ("_LATER_MS", 50), ("_MOST_TRIES", 1)):
        monkeypatch.setattr(placing, name, short)
    manager = Manager()
    window.installEventFilter(manager)
    Placing(window).show_on(beamer())
    qtbot.waitUntil(lambda: not window.isVisible())
    manager.knows = True
    qtbot.waitUntil(lambda: window.isVisible() and window.x() == BEAMER.x)
