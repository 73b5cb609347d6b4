"""The keys that always act, wherever the keyboard is."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence

from tests.desktop.console.conftest import CHECKIN, QUOTES, Console, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.actions import ACTIONS, Where, shown_keys
from workshop_app.desktop.key_overview import KeyOverview
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import counting
from workshop_app.i18n import Language
from workshop_app.model.values import WorkshopState
from workshop_app.model.views import Place

STATEMENTS = one_round("recognition", "Mandaten zijn geregeld.", "Wij spreken met één mond.")


def to_panel(console: Console) -> None:
    console.keys("F6")


def to_rail(console: Console) -> None:
    console.keys("F6", "F6")


def to_notes(console: Console) -> None:
    console.keys("F6", "F6", "F6")


def to_people(console: Console) -> None:
    console.keys("Ctrl+P")


@pytest.mark.parametrize("elsewhere", [lambda console: None, to_panel, to_rail, to_notes, to_people])
def test_the_clicker_walks_the_script_wherever_the_keyboard_is(
    open_console: OpenConsole, elsewhere: Callable[[Console], None]
) -> None:
    console = open_console(CHECKIN, QUOTES)
    known = console.go("checkin")
    elsewhere(console)
    focus = console.focus()
    console.keys("PageDown")
    assert console.place == Place(known.id, "talk", known.items[1].id)
    console.keys("PageUp", "PageUp")
    assert console.place == Place("", "agenda")
    assert console.focus() in (focus, console.window.capture.editor) or console.window.centre.isAncestorOf(focus)
    console.keys("F7", "F8")
    assert (console.view.stage.frozen, console.view.stage.black) == (True, True)
    console.keys("F7", "F8")
    assert (console.view.stage.frozen, console.view.stage.black) == (False, False)
    with console.qtbot.waitSignal(console.window.swap_requested):
        console.keys("F9")
    console.keys("F5")
    assert console.place == Place("", "welcome")


def test_forward_shows_a_result_before_it_goes_on(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition")
    console.desk.run(counting.set_count, known.items[0].id, "yes", 9)
    console.keys("PageDown")
    assert console.round("recognition").is_revealed("hands", known.items[0].id)
    assert console.place.prompt_id == known.items[0].id
    console.keys("PageDown")
    assert console.place.prompt_id == known.items[1].id


def test_reveal_shows_and_hides_again(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition")
    console.keys("Ctrl+Enter")
    assert console.round("recognition").revealed == frozenset(), "there is nothing to show yet"
    console.keys("F6", "9")
    console.keys("Ctrl+Enter")
    assert console.round("recognition").items[0].total("yes") == 9, "the number that was being typed is shown too"
    assert console.round("recognition").revealed == {("hands", known.items[0].id)}
    console.keys("Ctrl+Enter")
    assert console.round("recognition").revealed == frozenset()


def test_to_the_next_round(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.keys("Ctrl+PageDown")
    assert console.place.round_id == console.round("checkin").id
    console.keys("Ctrl+PageDown")
    assert console.place.round_id == console.round("resistance").id


def test_the_keyboard_goes_round_and_esc_brings_it_back(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    window = console.window
    assert console.focus() is window.capture.editor, "at rest it is in the capture line"
    for part in (
        window.centre.prompts.list,
        window.rail.list,
        window.side.notes,
        window.side.heard.list,
        window.capture.editor,
    ):
        console.keys("F6")
        assert console.focus() is part
    console.keys("Ctrl+Up")
    assert console.focus() is window.centre.prompts.list
    console.keys("Escape")
    assert console.focus() is window.capture.editor
    console.keys("Tab", "Tab")
    assert console.focus() is window.capture.button


def test_everything_can_be_reached_with_tab(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    seen = set()
    while console.focus() not in seen:
        seen.add(console.focus())
        console.keys("Tab")
    window = console.window
    parts = {window.centre.prompts.list, window.rail.list, window.side.notes, window.capture.editor}
    assert parts | {window.centre.counting, window.top_bar.menu_button} <= seen
    assert all(part.accessibleName() or getattr(part, "text", str)() for part in seen)


def test_the_page_of_a_scene_turns_before_the_script_goes_on(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    pages = [True, False]
    asked = []

    def turn(by: int) -> bool:
        asked.append(by)
        return pages.pop(0)

    console.window._turn_page = turn
    console.keys("PageDown")
    assert console.place == Place("", "welcome")
    console.keys("PageDown")
    assert console.place == Place("", "agenda")
    assert asked == [1, 1]


def test_at_the_end_the_session_is_wrapped_up(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin", "talk", item=1)
    console.keys("PageDown", "F6")
    assert console.focus() is console.window.centre.edge.button
    with console.qtbot.waitSignal(console.window.wrap_up_requested):
        console.keys("Space")
    assert console.view.info.state is WorkshopState.FINISHED


def test_the_menu_goes_elsewhere_and_keeps_what_is_half_typed(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    known = console.go("checkin")
    console.type("half")
    with console.qtbot.waitSignal(console.window.prepare_requested):
        console.window.top_bar.chosen.emit("prepare")
    assert console.view.draft(known.id, known.items[0].id, "answer") == "half"


def test_the_overview_lists_every_key(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.keys("F1")
    (overview,) = console.window.findChildren(KeyOverview)
    assert overview.isVisible()
    words = {label.text() for label in overview.findChildren(TextLabel)}
    english = Language.load("en")
    for each in ACTIONS:
        if each.text:
            assert {each.text, shown_keys(each, english)} <= words
    console.qtbot.waitActive(overview)
    console.keys("F1")
    assert not overview.isVisible()


def test_keys_are_readable_and_mean_one_thing_in_a_place() -> None:
    for where in Where:
        keys = [QKeySequence(key).toString() for each in ACTIONS if each.where is where for key in each.keys]
        assert "" not in keys
        assert len(set(keys)) == len(keys), where
