"""The window of the program: screens that come and go, and the ways between the pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from tests.desktop.keyboard import focus, press, tab_to_button, walk_menu_to, write
from tests.desktop.offscreen import BEAMER, LAPTOP, FakeScreen, set_screens
from tests.desktop.walking import Facilitator
from tests.session_files import make_dialogue
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.projection.scene import Black, Prompt, Wall, Welcome
from workshop_app.desktop.wrapup.window import WrapUpWindow


@pytest.mark.usefixtures("two_screens")
def test_pulling_the_cable_hides_the_projection_and_folds_private_things_away(
    me: Facilitator, qapp: QApplication
) -> None:
    me.lead_the_room(qapp)
    me.at("resistance wall", Wall)
    press("F6", "F6", "F6")
    write("Alleen voor mij")
    press("Esc")
    write("Half ge")
    me.sees("Alleen voor mij")

    set_screens(LAPTOP)
    me.qtbot.waitUntil(lambda: not me.room.window.isVisible())
    me.qtbot.waitUntil(lambda: me.reads("Geen beamer"))
    me.sees("De zaal kan dit scherm zien: notities, namen en verborgen uitkomsten zijn weggevouwen.")
    assert not me.reads("Alleen voor mij")
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [me.shell]
    write("typt")
    assert me.console.capture.editor.toPlainText() == "Half getypt"

    set_screens(LAPTOP, BEAMER)
    me.qtbot.waitUntil(me.room.window.isVisible)
    me.at("resistance wall", Wall)
    me.sees("Alleen voor mij", "Half getypt")
    assert not me.reads("weggevouwen")
    write(" door")
    assert me.console.capture.editor.toPlainText() == "Half getypt door"
    press("Ctrl+Q")
    assert me.file.drafts[0].text == "Half getypt door"


@pytest.mark.usefixtures("screens")
def test_on_a_mirrored_screen_private_things_are_folded_away_until_asked_for(
    me: Facilitator, qapp: QApplication
) -> None:
    set_screens(LAPTOP, FakeScreen("b-beamer", 0, 0, 1440, 900))
    me.lead_the_room(qapp)
    me.sees("Beamer toont dit scherm", "weggevouwen")
    tab_to_button("Toon ze toch")
    press("Space")
    assert not me.reads("weggevouwen")
    assert not me.room.window.isVisible()
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_f9_swaps_the_screens_and_the_projection_never_covers_the_console(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    write("Half ge")
    laptop, beamer = (screen.geometry() for screen in qapp.screens())
    for room, console in ((laptop, beamer), (beamer, laptop)):
        press("F9")
        me.qtbot.waitUntil(lambda room=room: me.room.window.geometry() == room)  # type: ignore[misc]
        assert console.contains(me.shell.geometry())
        assert focus() is me.console.capture.editor
    write("typt")
    assert me.console.capture.editor.toPlainText() == "Half getypt"
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_a_window_on_the_rooms_screen_makes_way_when_the_session_begins(me: Facilitator, qapp: QApplication) -> None:
    make_dialogue(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    me.shell.move(BEAMER.x + 100, 100)
    me.shell.setWindowState(Qt.WindowState.WindowMaximized)
    me.open_from_home()
    press("F5")
    assert not me.room.window.geometry().intersects(me.shell.geometry())
    me.at("welcome", Welcome)
    press("Ctrl+Q")


def test_with_one_screen_f9_brings_a_preview(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [me.shell]
    press("F9")
    assert me.room.preview.isVisible()
    assert isinstance(me.room.preview.scene, Wall)
    assert me.room.preview.accessibleDescription() == me.room.picture.accessibleDescription()
    me.qtbot.waitActive(me.shell)
    press("PgDown")
    assert isinstance(me.room.preview.scene, Prompt)
    me.room.preview.activateWindow()
    me.qtbot.waitActive(me.room.preview)
    press("PgUp")
    assert isinstance(me.room.preview.scene, Wall)
    press("Ctrl+Q")
    assert not me.shell.isVisible()
    assert set(me.windows.appeared) == {"Shell", "PreviewWindow"}


@pytest.mark.usefixtures("two_screens")
def test_the_projection_has_the_keys_of_a_presenter_when_it_has_the_keyboard(
    me: Facilitator, qapp: QApplication
) -> None:
    me.lead_the_room(qapp)
    write(" .b")
    assert me.console.capture.editor.toPlainText() == " .b"
    for key, place in (
        ("Space", "resistance hands 1"),
        ("Right", "resistance hands 2"),
        ("Down", "resistance hands 3"),
        ("Left", "resistance hands 2"),
        ("Up", "resistance hands 1"),
        ("PgUp", "resistance wall"),
        ("PgDown", "resistance hands 1"),
    ):
        # What just appeared gives the keyboard back once: it may do so between two of these keys.
        me.room.window.activateWindow()
        me.qtbot.waitActive(me.room.window)
        press(key)
        assert me.place == place
    for key in ("B", "."):
        press(key)
        assert isinstance(me.room.window.scene, Black)
        press(key)
        assert isinstance(me.room.window.scene, Prompt)
    press("F7")
    assert me.file.stage.frozen
    press("F7", "Ctrl+7", "Esc")
    me.qtbot.waitActive(me.shell)
    assert focus() is me.console.capture.editor
    me.sees("Welk besluit?")
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_every_page_is_reached_by_keyboard_and_nothing_flickers(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    press("F1")
    me.qtbot.waitUntil(lambda: type(qapp.activeWindow()).__name__ == "KeyOverview")
    press("Esc")
    press("F4", "Esc", "Ctrl+P", "Esc")
    press("F10")
    walk_menu_to("Draaiboek aanpassen")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    press("Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab")
    press("F5")
    me.at("resistance wall", Wall)
    press("F10")
    walk_menu_to("Afronden")
    assert isinstance(me.shell.currentWidget(), WrapUpWindow)
    press("Alt+Left")
    me.qtbot.waitUntil(lambda: not isinstance(me.shell.currentWidget(), WrapUpWindow))
    me.at("resistance wall", Wall)
    press("F10")
    walk_menu_to("Naar het overzicht van sessies")
    assert me.shell.currentWidget() is me.shell.home
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [me.shell]
    me.qtbot.waitUntil(lambda: focus().accessibleName() == "Verder met Rijnkust")
    press("Return")
    me.at("resistance wall", Wall)
    press("Ctrl+Q")
    assert not me.shell.isVisible()
    assert set(me.windows.appeared) == {"Shell", "KeyOverview", "ProjectionWindow"}


def tab_round(me: Facilitator) -> None:
    """Press Tab until it is back where it began; everything that can have the keyboard has had it, and has a name."""
    began = focus()
    reached = [began]
    press("Tab")
    while focus() not in reached[:-1]:
        # A time has two parts: Tab stays in it once.
        reached += [focus()] if focus() is not reached[-1] else []
        press("Tab")
    assert focus() is began, f"Tab does not come back from {reached[-1]}"
    left = [each for each in me.shell.findChildren(QWidget) if takes_tab(each) and each not in reached]
    assert left == []
    assert [each for each in reached if not (each.accessibleName() or getattr(each, "text", str)())] == []


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab should come here: of a group of choices it comes to the one that is on."""
    off = isinstance(widget, QRadioButton) and not widget.isChecked()
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy() and not off
    return bool(wanted) and widget.isVisible() and widget.isEnabled()


@pytest.mark.usefixtures("two_screens")
def test_the_beamer_obeys_from_the_other_pages_too(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    press("F10")
    walk_menu_to("Draaiboek aanpassen")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    press("F8")
    dark = me.file.stage
    press("F8", "F7")
    held = me.file.stage
    assert [(each.black, each.frozen) for each in (dark, held)] == [(True, False), (False, True)]
    press("F7", "F5")
    me.at("resistance wall", Wall)


def test_tab_comes_everywhere_and_everything_has_a_name(me: Facilitator, qapp: QApplication) -> None:
    make_dialogue(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    tab_round(me)
    press("Ctrl+N")
    tab_round(me)
    press("Esc")
    tab_to_button("alle 8 draaiboeken ›")
    press("Space")
    tab_round(me)
    press("Esc")
    me.open_from_home()
    for _page in range(4):
        tab_round(me)
        press("Ctrl+Tab")
    press("F5")
    for keys in ((), ("PgDown", "PgDown"), ("Ctrl+PgDown", "Ctrl+PgDown"), ("Ctrl+PgDown", "Ctrl+PgDown")):
        press(*keys)
        tab_round(me)
    press("Ctrl+P")
    tab_round(me)
    press("Esc", "F10")
    walk_menu_to("Afronden")
    tab_round(me)
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_the_screens_must_stay_on_from_the_first_screen_to_the_end(me: Facilitator, qapp: QApplication) -> None:
    make_dialogue(me.paths.sessions)
    me.sit_down(qapp)
    led: list[bool] = []
    me.shell.leads.connect(led.append)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    me.open_from_home()
    assert led == []
    press("F5")
    assert led == [True]
    press("Ctrl+Q")
    assert led == [True, False]


def test_on_one_screen_the_console_folds_to_a_strip_and_esc_brings_it_back(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    press("Ctrl+F5")
    console, picture = me.console, me.room.picture
    assert me.shell.isFullScreen()
    assert (picture.width(), picture.layout_size().width()) == (console.width(), console.width())
    assert picture.height() > console.height() * 0.75
    assert not any(part.isVisible() for part in (console.rail, console.centre, console.side, console.top_bar))
    assert me.reads("ronde 3 · Weerstand")
    me.capture("Wat iedereen mag lezen")
    press("PgDown")
    assert isinstance(picture.scene, Prompt)
    write("Half ")
    press("Esc")
    assert not me.shell.isFullScreen()
    assert console.side.isAncestorOf(picture)
    me.sees("weggevouwen")
    press("Ctrl+F5", "Ctrl+F5", "Ctrl+F5", "Ctrl+P")
    assert console.centre.presence_is_open
    assert not me.shell.isFullScreen()
    press("Esc")
    assert console.capture.editor.toPlainText() == "Half "
    press("Ctrl+Q")


@pytest.mark.usefixtures("screens")
def test_a_beamer_that_is_plugged_ends_the_strip(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    press("Ctrl+F5")
    set_screens(LAPTOP, BEAMER)
    me.qtbot.waitUntil(me.room.window.isVisible)
    me.qtbot.waitUntil(lambda: not me.shell.isFullScreen())
    me.at("resistance wall", Wall)
    press("Ctrl+F5")
    assert not me.console.presenting
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_a_clicker_does_nothing_harmful_on_the_other_pages(me: Facilitator, qapp: QApplication) -> None:
    """What clickers send: the next page, the one before, the screen black, and the show off."""
    me.lead_the_room(qapp)
    press("F10")
    walk_menu_to("Draaiboek aanpassen")
    before = me.file
    press("PgDown", "PgDown", "PgUp", ".", "B")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    assert me.file == before
    press("F5", "F10")
    walk_menu_to("Afronden")
    before = me.file
    press("PgDown", "PgDown", "PgUp", ".", "B")
    assert isinstance(me.shell.currentWidget(), WrapUpWindow)
    assert me.file == before
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_a_button_that_is_held_goes_one_step(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    repeated = {each.key().toString() for each in me.console.findChildren(QShortcut) if each.autoRepeat()}
    assert {"PgDown", "PgUp", "F7", "F8", "F9"}.isdisjoint(repeated)
    assert {"Ctrl+Z", "Ctrl+Y"} <= repeated
    press("Ctrl+Q")
