"""What every test of a window stands on: a laptop's screen, a beamer when asked for, and no window left open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.offscreen import AVAILABLE, BEAMER, LAPTOP, set_screens
from tests.desktop.walking import Facilitator, WindowManager
from workshop_app.desktop.application import dress
from workshop_app.i18n import Language
from workshop_app.paths import data_paths, resources


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as it is dressed for people (a stylesheet changes what keys do), on one screen of 1440x900."""
    if AVAILABLE:
        set_screens(LAPTOP)
    dress(qapp, resources(), Language.load())
    return qapp


@pytest.fixture
def screens(qapp: QApplication) -> Iterator[None]:
    """Let a test change the screens with `set_screens`; afterwards there is the laptop alone."""
    if not AVAILABLE:
        pytest.skip("screens can be plugged in tests on Linux only")
    yield
    set_screens(LAPTOP)


@pytest.fixture
def two_screens(screens: None) -> None:
    """Give a laptop (1440x900, primary) with a beamer (1920x1080) to its right."""
    set_screens(LAPTOP, BEAMER)


@pytest.fixture
def me(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Facilitator]:
    """Somebody at the keyboard of the whole program, who has not started it yet."""
    windows = WindowManager(qapp)
    yield Facilitator(qtbot, data_paths(tmp_path), windows)
    qapp.removeEventFilter(windows)


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window open: hand windows to `qtbot.addWidget`, or close them.

    What is closed is taken down too: a change of look dresses all windows that there are.
    """
    yield
    left = [window for window in qapp.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
    for window in qapp.topLevelWidgets():
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert left == []
