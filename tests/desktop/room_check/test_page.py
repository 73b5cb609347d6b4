"""The room check as it is used: from home, with the beamer plugged and unplugged, by keyboard."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import press, write
from tests.desktop.offscreen import BEAMER, LAPTOP, FakeScreen, set_screens
from tests.desktop.walking import Facilitator
from tests.session_files import make_dialogue
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.projection.boxes import SMALLEST_PART
from workshop_app.desktop.room_check import test_card
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.desktop.room_check.page import RoomCheckPage
from workshop_app.desktop.room_check.runner import Runner
from workshop_app.desktop.room_check.test_card import RATIOS, TestCard, grey
from workshop_app.desktop.screens import ScreenWatcher
from workshop_app.desktop.theme import PAPER
from workshop_app.i18n import Language
from workshop_app.model.colour import contrast

GOOD, UNKNOWN = Finding(Verdict.GOOD, "Fine."), Finding(Verdict.UNKNOWN, "?")
TV = FakeScreen("c-tv", 3360, 0, 1280, 720)


def cards(app: QApplication) -> list[TestCard]:
    shown = [each for each in app.topLevelWidgets() if isinstance(each, TestCard) and each.isVisible()]
    return sorted(shown, key=lambda card: card.x())


@pytest.fixture
def page(two_screens: None, qapp: QApplication, qtbot: QtBot) -> RoomCheckPage:
    window = RoomCheckPage(ScreenWatcher(qapp, settle_ms=5), {"power": lambda: GOOD}, Language.load("en"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.take_focus()
    return window


def test_every_screen_has_a_number_and_the_rooms_has_the_card(
    page: RoomCheckPage, qapp: QApplication, qtbot: QtBot
) -> None:
    (card,) = cards(qapp)
    assert card.geometry().getRect() == (1440, 0, 1920, 1080)
    assert card.accessibleName() == "Test card, screen 2"
    assert page.findings["screens"].verdict is Verdict.GOOD
    set_screens(LAPTOP, BEAMER, TV)
    qtbot.waitUntil(lambda: len(cards(qapp)) == 2)
    set_screens(LAPTOP)
    qtbot.waitUntil(lambda: cards(qapp) == [])
    qtbot.waitUntil(lambda: page.findings["screens"].verdict is Verdict.ATTEND)
    page.hide()
    set_screens(LAPTOP, BEAMER)
    assert cards(qapp) == []


def test_mirrored_is_told_with_what_to_do(page: RoomCheckPage, qapp: QApplication, qtbot: QtBot) -> None:
    set_screens(LAPTOP, FakeScreen("b-beamer", 0, 0, 1440, 900))
    qtbot.waitUntil(lambda: page.findings["screens"].verdict is Verdict.ATTEND)
    assert "Extend" in page.findings["screens"].todo
    assert cards(qapp) == []


def test_on_one_screen_the_card_comes_when_asked_for_and_esc_takes_it_away(
    page: RoomCheckPage, qapp: QApplication, qtbot: QtBot
) -> None:
    set_screens(LAPTOP)
    qtbot.waitUntil(page._here.isVisible)
    page._here.click()
    (card,) = cards(qapp)
    assert card.geometry().getRect() == (0, 0, 1440, 900)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert cards(qapp) == []


def test_width_and_last_row_give_the_reading_distance(page: RoomCheckPage, qapp: QApplication) -> None:
    write("3.2")
    assert page.findings["reading"].text == "The smallest text can be read from 7.3 m."
    assert cards(qapp)[0]._distance == page.findings["reading"].text
    press("Tab")
    write("9")
    assert page.findings["reading"].verdict is Verdict.ATTEND


def test_daylight_is_answered_with_the_arrows(page: RoomCheckPage) -> None:
    for keys, verdict in ((("Tab", "Tab", "Right"), Verdict.GOOD), (("Right",), Verdict.ATTEND)):
        press(*keys)
        assert page.findings["daylight"].verdict is verdict


def test_the_digits_of_the_card_have_their_contrast() -> None:
    assert [contrast(grey(ratio), PAPER) for ratio in RATIOS] == pytest.approx(RATIOS, rel=0.03)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 768)])
def test_the_smallest_text_of_the_card_is_that_size_everywhere(
    qapp: QApplication, qtbot: QtBot, size: tuple[int, int]
) -> None:
    card = TestCard(2, Language.load("nl"))
    qtbot.addWidget(card)
    card.resize(*size)
    written: list[tuple[str, float]] = []
    write = test_card._write

    def noted(painter: QPainter, area: QRectF, text: str, *how: Any, **more: Any) -> None:
        write(painter, area, text, *how, **more)
        written.append((text, painter.font().pixelSize()))

    card.show_distance("De kleinste tekst is te lezen tot 12,5 m.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_card, "_write", noted)
        card.grab()
    smallest = round(size[1] / SMALLEST_PART)
    assert [pixels for text, pixels in written if text.endswith((" m.", "?"))] == [smallest, smallest]


def test_checks_run_beside_each_other_and_one_that_hangs_is_given_up(qtbot: QtBot) -> None:
    runner, found, hanging = Runner(UNKNOWN, patience=0.3), dict[str, Finding](), Event()

    def hang() -> Finding:
        hanging.wait(10)
        return GOOD

    def fail() -> Finding:
        raise OSError

    runner.found.connect(found.__setitem__)
    with qtbot.waitSignal(runner.finished):
        runner.start({"hangs": hang, "fails": fail, "works": lambda: GOOD})
        assert not found, "nothing is done in this thread"
    assert found == {"hangs": UNKNOWN, "fails": UNKNOWN, "works": GOOD}
    hanging.set()
    with qtbot.waitSignal(runner.finished):
        runner.start({"works": lambda: GOOD})
    runner.start({"works": lambda: GOOD})
    runner.stop()


@pytest.mark.usefixtures("two_screens")
def test_from_home_and_from_preparing_with_one_key_and_back(me: Facilitator, qapp: QApplication) -> None:
    make_dialogue(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    press("F3")
    assert isinstance(me.shell.currentWidget(), RoomCheckPage)
    assert len(cards(qapp)) == 1
    me.qtbot.waitUntil(lambda: not me.reads("looking…"), timeout=20_000)
    me.shell.activateWindow()
    me.qtbot.waitActive(me.shell)
    press("Esc")
    assert me.shell.currentWidget() is me.shell.home
    assert cards(qapp) == []
    me.open_from_home()
    preparing = me.shell.currentWidget()
    assert isinstance(preparing, PrepareWindow)
    press("F3")
    assert isinstance(me.shell.currentWidget(), RoomCheckPage)
    press("Esc")
    assert me.shell.currentWidget() is preparing
    next(each for each in preparing.findChildren(QPushButton) if "F3" in each.text()).click()
    assert isinstance(me.shell.currentWidget(), RoomCheckPage)
    press("Esc")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    press("Ctrl+Q")
