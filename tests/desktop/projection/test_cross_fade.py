"""One scene fades into the next, quickly; a number that is put right, black and freeze do not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.offscreen import LAPTOP, FakeScreen, set_screens
from tests.desktop.projection.samples import DARK, PETROL, QUOTES, TYPICAL
from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.cross_fade import FADE_MS, is_another
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.window import ProjectionWindow
from workshop_app.desktop.screens import present_screens

QUOTE, ANSWERED = TYPICAL["quote_hidden"], TYPICAL["quote"]
assert isinstance(ANSWERED[0], scenes.Prompt)
PUT_RIGHT = replace(ANSWERED[0], result=(scenes.Bar("ja", 14), *(ANSWERED[0].result or ())[1:]))


@pytest.fixture
def window(qtbot: QtBot) -> ProjectionWindow:
    window = ProjectionWindow("Samenspraak: beamer")
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show_scene(*QUOTE)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.boxes() != [] and colour(window) == "#faf9f6")
    return window


def on_screen(window: ProjectionWindow) -> QImage:
    return window.screen().grabWindow(window.winId()).toImage()


def colour(window: ProjectionWindow) -> str:
    """Of the ground, as it is on the screen."""
    return on_screen(window).pixelColor(8, 8).name()


def test_another_scene_fades_in_and_leaves_nothing_running(window: ProjectionWindow, qtbot: QtBot) -> None:
    window.show_scene(*TYPICAL["question"])
    assert window.fade.is_running
    qtbot.waitUntil(lambda: colour(window) not in ("#faf9f6", "#083d47"))
    qtbot.waitUntil(lambda: not window.fade.is_running)
    qtbot.waitUntil(lambda: colour(window) == "#083d47")
    assert on_screen(window) == window.grab().toImage().convertToFormat(on_screen(window).format())
    assert FADE_MS <= 150
    assert not any(timer.isActive() for timer in window.findChildren(QTimer))


def test_a_fade_goes_on_from_what_is_seen(window: ProjectionWindow, qtbot: QtBot) -> None:
    for name in ("question", "wall", "selfscan", "question"):
        window.show_scene(*TYPICAL[name])
        qtbot.waitUntil(lambda: colour(window) != "#faf9f6")
    qtbot.waitUntil(lambda: colour(window) == "#083d47")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ANSWERED, (PUT_RIGHT, QUOTES)),
        (QUOTE, (QUOTE[0], replace(QUOTES, remaining="nog 2 min"))),
        ((scenes.Cards("Wat?"), QUOTES), (scenes.Cards("Wat?", (scenes.NoteCard("Dit"),)), QUOTES)),
        ((scenes.Countdown("Pauze", 60), QUOTES), (scenes.Countdown("Pauze", 59), QUOTES)),
        (QUOTE, TYPICAL["black"]),
        (TYPICAL["black"], QUOTE),
    ],
    ids=["a number", "the time", "a card", "a second", "to black", "from black"],
)
def test_the_same_scene_changes_at_once(
    before: tuple[scenes.Scene, Frame], after: tuple[scenes.Scene, Frame], window: ProjectionWindow
) -> None:
    window.show_scene(*before)
    window.fade.stop()
    window.show_scene(*after)
    assert not window.fade.is_running


@pytest.mark.parametrize(
    "after",
    [ANSWERED, (QUOTE[0], DARK), (QUOTE[0], replace(QUOTES, page=1)), (QUOTE[0], PETROL), TYPICAL["wall"]],
    ids=["a result", "dark", "a page", "petrol", "another scene"],
)
def test_something_else_is_another(after: tuple[scenes.Scene, Frame]) -> None:
    assert is_another(QUOTE, after)


@pytest.mark.qt_log_ignore("DPR change notifications is not implemented", extend=True)
def test_a_screen_that_changes_in_the_middle_disturbs_nothing(
    screens: None, window: ProjectionWindow, qtbot: QtBot
) -> None:
    for dpr in (1.5, 1.0, 2.0):
        set_screens(LAPTOP, FakeScreen("b-beamer", 1440, 0, 1280, 720, dpr=dpr))
        window.show_on(present_screens()[1])
        for name in ("question", "wall", "selfscan"):
            window.show_scene(*TYPICAL[name])
        assert window.fade.is_running
        set_screens(LAPTOP)
        window.put_away()
        set_screens(LAPTOP, FakeScreen("b-beamer", 1440, 0, 1024, 768))
        window.show_on(present_screens()[1])
        window.show_scene(*TYPICAL["question"])
        qtbot.waitUntil(lambda: not window.fade.is_running and colour(window) == "#083d47")


def test_black_ends_a_fade(window: ProjectionWindow, qtbot: QtBot) -> None:
    window.show_scene(*TYPICAL["question"])
    window.show_scene(*TYPICAL["black"])
    assert not window.fade.is_running
    qtbot.waitUntil(lambda: colour(window) == "#000000")


def test_nothing_of_before_it_was_hidden_comes_back(window: ProjectionWindow) -> None:
    window.hide()
    window.show_scene(*TYPICAL["wall"])
    # A busy computer paints what appears later than it could.
    window.setUpdatesEnabled(False)
    window.show()
    window.show_scene(*TYPICAL["question"])
    window.setUpdatesEnabled(True)
    window.repaint()
    assert not window.fade.is_running
    assert colour(window) == "#083d47"


def at(window: ProjectionWindow, milliseconds: int) -> QColor:
    """The ground of the window when a fade has come so far, and stays there."""
    fading = window.fade.findChild(QVariantAnimation)
    assert fading is not None
    fading.pause()
    fading.setCurrentTime(milliseconds)
    window.repaint()
    return QColor(colour(window))


def test_what_had_hardly_come_goes_without_a_flash(window: ProjectionWindow) -> None:
    window.show_scene(*TYPICAL["question"])
    little = at(window, FADE_MS // 4).lightness()
    window.show_scene(*QUOTE)
    assert at(window, 1).lightness() == pytest.approx(little, abs=3)


class StillStyle(QProxyStyle):
    """A platform on which somebody asked for no animations."""

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        still = hint is QStyle.StyleHint.SH_Widget_Animation_Duration
        return 0 if still else super().styleHint(hint, option, widget, data)


def test_it_can_be_switched_off_and_the_platform_can(window: ProjectionWindow) -> None:
    window.fade.on = False
    window.show_scene(*TYPICAL["question"])
    assert not window.fade.is_running
    window.fade.on = True
    style = StillStyle()
    style.setParent(window)
    window.setStyle(style)
    window.show_scene(*TYPICAL["wall"])
    assert not window.fade.is_running
