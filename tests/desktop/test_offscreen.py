"""The screens that the other tests of windows stand on."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.offscreen import BEAMER, LAPTOP, FakeScreen, set_screens


def geometries(qapp: QApplication) -> dict[str, tuple[int, int, int, int]]:
    return {screen.name(): screen.geometry().getRect() for screen in qapp.screens()}  # type: ignore[misc]


def test_a_test_has_the_laptop(qapp: QApplication) -> None:
    assert geometries(qapp) == {"a-laptop": (0, 0, 1440, 900)}


@pytest.mark.usefixtures("two_screens")
def test_a_beamer_beside_the_laptop(qapp: QApplication) -> None:
    assert geometries(qapp) == {"a-laptop": (0, 0, 1440, 900), "b-beamer": (1440, 0, 1920, 1080)}
    assert qapp.primaryScreen().name() == "a-laptop"


@pytest.mark.usefixtures("screens")
def test_plugging_and_unplugging(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(qapp.screenAdded):
        set_screens(LAPTOP, BEAMER)
    with qtbot.waitSignal(qapp.screens()[1].geometryChanged):
        set_screens(LAPTOP, FakeScreen("b-beamer", 1440, 0, 1024, 768))
    with qtbot.waitSignal(qapp.screenRemoved):
        set_screens(LAPTOP)
    assert list(geometries(qapp)) == ["a-laptop"]


@pytest.mark.usefixtures("two_screens")
def test_a_window_on_the_beamer(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    beamer = qapp.screens()[1]
    window.setMinimumSize(200, 100)
    window.setScreen(beamer)
    window.setGeometry(beamer.geometry())
    window.showFullScreen()
    qtbot.waitExposed(window)
    assert window.screen() is beamer
    assert window.grab().size().toTuple() == (1920, 1080)
