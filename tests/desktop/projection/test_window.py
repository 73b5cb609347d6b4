"""The window on the beamer: on the right screen or hidden, with the keys of a presenter, and not closed by accident."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSizeF, Qt
from PySide6.QtGui import QCloseEvent, QColor, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.offscreen import BEAMER, LAPTOP, FakeScreen, set_screens
from tests.desktop.projection.samples import PETROL, QUOTES, TYPICAL
from workshop_app.desktop import theme
from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.canvas import SceneCanvas
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.layout import Layouts
from workshop_app.desktop.projection.picture import RoomPicture
from workshop_app.desktop.projection.window import PreviewWindow, ProjectionWindow
from workshop_app.desktop.screens import Decision, ScreenWatcher, present_screens


@pytest.fixture
def window(qtbot: QtBot) -> ProjectionWindow:
    window = ProjectionWindow("Samenspraak: beamer")
    qtbot.addWidget(window)
    return window


def place_of(window: ProjectionWindow) -> tuple[int, ...]:
    return window.geometry().getRect()  # type: ignore[return-value]


@pytest.mark.usefixtures("two_screens")
def test_it_fills_the_screen_it_is_given(window: ProjectionWindow, qtbot: QtBot) -> None:
    window.show_on(present_screens()[1])
    qtbot.waitExposed(window)
    assert window.isFullScreen()
    assert place_of(window) == (1440, 0, 1920, 1080)
    window.show_on(present_screens()[0])
    assert place_of(window) == (0, 0, 1440, 900)


def test_it_follows_the_beamer_through_twenty_cycles(
    screens: None, window: ProjectionWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    def follow(decision: Decision) -> None:
        if decision.projection is None:
            window.put_away()
        else:
            window.show_on(decision.projection)

    watcher = ScreenWatcher(qapp, settle_ms=5)
    watcher.changed.connect(follow)
    for _ in range(20):
        with qtbot.waitSignal(watcher.changed):
            set_screens(LAPTOP, BEAMER)
        assert window.isVisible()
        assert place_of(window) == (1440, 0, 1920, 1080)
        with qtbot.waitSignal(watcher.changed):
            set_screens(LAPTOP)
        assert not window.isVisible()
    with qtbot.waitSignal(watcher.changed):
        set_screens(LAPTOP, FakeScreen("b-beamer", 1440, 0, 1024, 768))
    assert place_of(window) == (1440, 0, 1024, 768)
    with qtbot.waitSignal(watcher.changed):
        set_screens()
    assert not window.isVisible()


@pytest.mark.usefixtures("two_screens")
def test_it_comes_back_when_it_was_moved(window: ProjectionWindow, qtbot: QtBot) -> None:
    window.show_on(present_screens()[1])
    window.setGeometry(0, 0, 800, 600)
    qtbot.waitUntil(lambda: place_of(window) == (1440, 0, 1920, 1080))


@pytest.mark.usefixtures("two_screens")
def test_a_screen_that_is_gone_hides_it(window: ProjectionWindow) -> None:
    beamer = present_screens()[1]
    window.show_on(beamer)
    set_screens(LAPTOP)
    window.show_on(beamer)
    assert not window.isVisible()


@pytest.mark.usefixtures("two_screens")
def test_it_does_not_take_the_focus(window: ProjectionWindow, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setMinimumWidth(300)
    line.show()
    line.activateWindow()
    qtbot.waitActive(line)
    line.setFocus()
    window.show_on(present_screens()[1])
    qtbot.waitExposed(window)
    QTest.keyClicks(line, "Tekst")
    assert line.text() == "Tekst"
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor


class CloseOfAPerson(QCloseEvent):
    """What Alt+F4 brings; the window system alone can mark an event so."""

    def spontaneous(self) -> bool:
        return True


@pytest.mark.usefixtures("two_screens")
def test_a_person_does_not_close_it(window: ProjectionWindow, qtbot: QtBot) -> None:
    window.show_on(present_screens()[1])
    qtbot.waitExposed(window)
    asked = CloseOfAPerson()
    window.closeEvent(asked)
    assert not asked.isAccepted()
    assert window.close()
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Space, "next_requested"),
        (Qt.Key.Key_Right, "next_requested"),
        (Qt.Key.Key_Down, "next_requested"),
        (Qt.Key.Key_PageDown, "next_requested"),
        (Qt.Key.Key_Left, "back_requested"),
        (Qt.Key.Key_Up, "back_requested"),
        (Qt.Key.Key_PageUp, "back_requested"),
        (Qt.Key.Key_B, "black_requested"),
        (Qt.Key.Key_Period, "black_requested"),
        (Qt.Key.Key_Escape, "leave_requested"),
    ],
)
def test_keys_of_a_presenter(window: ProjectionWindow, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        QTest.keyClick(window, key)


def colour_at(image: QImage, x: float, y: float) -> str:
    return QColor(image.pixel(QPoint(int(x * image.width()), int(y * image.height())))).name().upper()


def test_scenes_are_painted_and_said(window: ProjectionWindow) -> None:
    window.resize(1280, 720)
    window.show_scene(*TYPICAL["quote"])
    assert "De regio is ver weg;" in window.accessibleDescription()
    assert colour_at(window.grab().toImage(), 0.5, 0.98) == theme.PAPER
    window.show_scene(*TYPICAL["question"])
    assert "Onze vraag" in window.accessibleDescription()
    assert colour_at(window.grab().toImage(), 0.5, 0.98) == theme.PETROL_DARK
    window.show_scene(scenes.Black(), QUOTES)
    assert window.accessibleDescription() == ""
    assert colour_at(window.grab().toImage(), 0.5, 0.5) == "#000000"


def test_a_new_size_is_laid_out_anew(window: ProjectionWindow, qtbot: QtBot) -> None:
    window.resize(1920, 1080)
    window.show_scene(*TYPICAL["wall_12"])
    window.show_scene(TYPICAL["wall_12"][0], Frame(page=1))
    assert (window.pages(), window.page()) == (2, 1)
    before = window.boxes()
    assert window.boxes() is before
    window.resize(1024, 768)
    assert window.boxes() is not before
    assert window.page() == 1


@pytest.mark.parametrize("make", [lambda: ProjectionWindow("Samenspraak: beamer"), RoomPicture])
def test_only_what_differs_is_painted_and_nothing_of_before_is_left(
    qtbot: QtBot, make: Callable[[], SceneCanvas]
) -> None:
    canvas, painted = make(), PaintedAreas()
    qtbot.addWidget(canvas)
    if isinstance(canvas, ProjectionWindow):
        canvas.fade.on = False
    canvas.resize(1024, 768)
    canvas.installEventFilter(painted)
    canvas.show()
    for name in ("beneath", "quote", "question", "principles_hidden", "principles", "reveal", "reveal_all", "pause"):
        scene, frame = TYPICAL[name]
        for shown in (frame, replace(frame, remaining="nog 3 min")):
            painted.rects.clear()
            canvas.show_scene(scene, shown)
            qtbot.waitUntil(lambda: bool(painted.rects))
            assert on_screen(canvas) == canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
            only_the_time = shown is not frame and frame.remaining
            assert not only_the_time or painted.rects[0].height() < canvas.height() / 4


def on_screen(window: QWidget) -> QImage:
    """What the screen shows, painted bit by bit."""
    return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


class PaintedAreas(QObject):
    """Notes which part of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


def test_a_scene_is_laid_out_once_for_all_who_show_it(qtbot: QtBot) -> None:
    layouts = Layouts()
    pictures = [RoomPicture(layouts=layouts), PreviewWindow("Zo ziet de zaal het", layouts=layouts)]
    for picture in pictures:
        qtbot.addWidget(picture)
        picture.show_scene(*TYPICAL["wall_12"])
    one, other = pictures
    assert one.boxes() is other.boxes()
    other.show_scene(TYPICAL["wall_12"][0], PETROL)
    assert one.boxes() != other.boxes()


@pytest.mark.parametrize("make", [RoomPicture, lambda: PreviewWindow("Zo ziet de zaal het")])
def test_the_small_picture_is_that_of_the_room(qtbot: QtBot, make: Callable[[], RoomPicture]) -> None:
    picture = make()
    qtbot.addWidget(picture)
    picture.set_room_size(QSizeF(1024, 768))
    assert picture.heightForWidth(400) == 300
    picture.resize(400, 300)
    picture.show_scene(TYPICAL["question"][0], PETROL)
    assert picture.layout_size() == QSizeF(1024, 768)
    assert colour_at(picture.grab().toImage(), 0.5, 0.9) == theme.PETROL_DARK
    picture.set_room_size(QSizeF())
    assert picture.layout_size() == QSizeF(1920, 1080)


def test_a_preview_says_that_it_closes(qtbot: QtBot) -> None:
    preview = PreviewWindow("Zo ziet de zaal het")
    qtbot.addWidget(preview)
    with qtbot.waitSignal(preview.closed):
        preview.close()
