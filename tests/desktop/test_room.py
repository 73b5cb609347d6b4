"""What the room sees while the facilitator works: frozen, black, page by page, in the look that was chosen."""

import json

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import press
from tests.desktop.walking import Facilitator
from workshop_app.desktop.projection.cross_fade import FADE_MS
from workshop_app.desktop.projection.scene import Black, Cards, Prompt, Wall

SAID = "De mandaten verschillen per gemeente, dus elke beslissing duurt weken en soms maanden; wie mag tekenen?"


@pytest.fixture
def leading(me: Facilitator, qapp: QApplication, two_screens: None) -> Facilitator:
    me.lead_the_room(qapp)
    return me


def test_the_picture_is_held_while_the_facilitator_works_ahead(leading: Facilitator) -> None:
    held = leading.at("resistance wall", Wall)
    press("F7", "PgDown")
    leading.capture("Nog niet voor de zaal.")
    press("PgDown", "PgDown")
    assert leading.place != "resistance wall"
    assert leading.room.window.scene == leading.room.picture.scene == held
    press("F7")
    assert leading.room.window.scene != held
    assert isinstance(leading.at(leading.place, Prompt), Prompt)


def test_black_comes_and_goes_at_once_also_while_frozen(leading: Facilitator) -> None:
    press("F7", "F8")
    assert isinstance(leading.room.window.scene, Black)
    assert not leading.room.window.fade.is_running
    press("F8", "F7")
    assert isinstance(leading.room.window.scene, Wall)


def test_black_gives_the_frozen_picture_back(leading: Facilitator) -> None:
    held = leading.at("resistance wall", Wall)
    press("F7", "PgDown", "PgDown", "F8", "F8")
    assert leading.room.window.scene == leading.room.picture.scene == held
    press("F8", "F7", "F8")
    assert leading.room.window.scene != held


def test_pages_are_turned_by_the_keys_that_go_on(leading: Facilitator) -> None:
    # The talk comes after the hands of all quotes.
    while not isinstance(leading.room.window.scene, Cards):
        press("PgDown")
    where = leading.place
    for number in range(14):
        leading.capture(f"{SAID} ({number})")
    window = leading.room.window
    last = window.pages() - 1
    assert window.page() == last > 0, "the newest is to be seen"
    leading.the_room_reads(f"{last + 1} / {last + 1}", "(13)")
    for page in reversed(range(last)):
        press("PgUp")
        leading.the_room_reads(f"{page + 1} / {last + 1}")
        assert leading.room.picture.page() == window.page() == page
        assert leading.place == where
    for _page in range(last):
        press("PgDown")
    leading.the_room_reads(f"{last + 1} / {last + 1}")
    press("PgDown")
    assert leading.place != where


def looks(me: Facilitator) -> tuple[str, bool]:
    """The colours that the room sees, and whether scenes fade."""
    assert me.room.picture.frame.palette == me.room.window.frame.palette
    return me.room.window.frame.palette, me.room.window.fade.on


def test_the_look_is_chosen_by_key_and_remembered(leading: Facilitator, qapp: QApplication) -> None:
    assert looks(leading) == ("light", True)
    press("Shift+F8", "Shift+F7")
    assert looks(leading) == ("dark", False)
    settings = json.loads(leading.paths.settings.read_text())
    assert (settings["theme"], settings["fades"]) == ("dark", False)
    leading.shell.close()
    leading.sit_down(qapp)
    leading.open_from_home()
    leading.qtbot.waitUntil(leading.room.window.isVisible)
    assert looks(leading) == ("dark", False)
    press("Shift+F8", "Shift+F7")
    assert looks(leading) == ("light", True)
    press("Ctrl+Q")


def test_the_room_sees_the_next_scene_fade_in_and_a_correction_at_once(leading: Facilitator) -> None:
    press("PgDown")
    assert leading.room.window.fade.is_running
    leading.qtbot.waitUntil(lambda: not leading.room.window.fade.is_running, timeout=10 * FADE_MS)
    press("F6", "1", "2", "Ctrl+Return")
    assert leading.room.window.fade.is_running, "the result fades in"
    leading.qtbot.waitUntil(lambda: not leading.room.window.fade.is_running)
    assert counted(leading) == 12
    press("Backspace", "9")
    assert counted(leading) != 12
    assert not leading.room.window.fade.is_running


def counted(leading: Facilitator) -> int:
    """How many answered with the first option, as the room sees it."""
    scene = leading.room.window.scene
    assert isinstance(scene, Prompt)
    assert scene.result
    return scene.result[0].count
