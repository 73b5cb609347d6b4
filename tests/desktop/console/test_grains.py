"""Every grain on every kind of scale, by keys: in the file, undone, on the beamer and in the minutes."""

import pytest

from tests.desktop.console.conftest import Console, OpenConsole
from tests.minutes.reading_back import built, text
from tests.workshops import one_round, options_of
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Prompt
from workshop_app.facilitation import counting, grouping
from workshop_app.i18n import Language
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, Grain, organisation_voice
from workshop_app.model.views import PromptView, RoundView
from workshop_app.rounds.catalogue import KINDS

KNOWN_BY_NAME = ("recognition", "principles", "checklist", "sorting", "selfscan", "support", "followup")
SCALES = ("resistance", *KNOWN_BY_NAME)
"""The kinds in which a voice has one option for each item; the first is anonymous."""
ENGLISH = Language.load("en")
VOICES = {Grain.ORGANISATION: 3, Grain.BALLOT: 3, Grain.GROUP: 2}


def started(open_console: OpenConsole, kind: str, grain: Grain, heads: bool = False) -> Console:
    """A console with the keyboard in the panel, at the first of two items, of a round that is counted so."""
    console = open_console(one_round("groups"), one_round(kind, "Mandaten zijn geregeld.", "Wij kennen elkaar."))
    console.desk.run(grouping.make_groups, console.round("groups").id, 2, 1, "Tafel {n}")
    console.desk.run(counting.set_grain, console.round(kind).id, grain, False, heads)
    step = next((step for step in KINDS[kind].steps if step.per == "item"), KINDS[kind].steps[0])
    console.go(kind, step.key, item=0 if step.per == "item" else -1)
    console.keys("F6")
    return console


def given(item: PromptView) -> list[tuple[str, int]]:
    return sorted((response.option, response.value) for response in item.responses)


def at(console: Console) -> str:
    """The text of the row with the keyboard."""
    row = console.window.centre.prompts.list.current_row()
    assert row is not None
    return row.text


def bars(console: Console) -> tuple[int, ...]:
    """What the room sees of the item, once it is shown."""
    scene = compose(console.view, ENGLISH, Moment(console.clock.now())).scene
    return tuple(bar.count for bar in scene.result or ()) if isinstance(scene, Prompt) else ()


def minutes_of(console: Console, known: RoundView) -> str:
    return text(built(console.view), known.question or known.title)


@pytest.mark.parametrize("kind", SCALES)
def test_hands_of_the_room(open_console: OpenConsole, kind: str) -> None:
    console = started(open_console, kind, Grain.ROOM)
    first, *_, last = options_of(kind)
    console.keys("3", "Enter", "R")
    assert given(console.round(kind).items[0]) == sorted([(first, 3), (last, 1)])
    assert {r.voice for r in console.round(kind).items[0].responses} == {ROOM_VOICE}
    console.keys("Ctrl+Z")
    assert given(console.round(kind).items[0]) == [(first, 3)]
    console.keys("Ctrl+Y", "Ctrl+Enter")
    if bars(console):
        assert (bars(console)[0], bars(console)[-1]) == (3, 1)
    assert ("2.0" if kind == "selfscan" else "3") in minutes_of(console, console.round(kind))
    console.keys("Enter", "2", "Enter")
    assert given(console.round(kind).items[1]) == [(first, 2)], "Enter goes to the next item"


@pytest.mark.parametrize("kind", KNOWN_BY_NAME)
@pytest.mark.parametrize("grain", [Grain.ORGANISATION, Grain.GROUP])
def test_the_majority_and_an_exception_found_by_letters(open_console: OpenConsole, kind: str, grain: Grain) -> None:
    console = started(open_console, kind, grain)
    first, second, *_ = options_of(kind)
    console.keys("1", *("he" if grain is Grain.ORGANISATION else "ta"), "2")
    others = VOICES[grain] - 1
    item = console.round(kind).items[0]
    assert (item.total(first), item.total(second)) == (others, 1)
    console.keys("Ctrl+Z")
    assert console.round(kind).items[0].total(first) == others + 1, "the exception is undone, the majority stands"
    console.keys("Ctrl+Z")
    assert given(console.round(kind).items[0]) == []
    console.keys("Ctrl+Y", "Ctrl+Y", "Ctrl+Enter")
    if bars(console):
        assert bars(console)[:2] == (others, 1)
    unit = "organisations" if grain is Grain.ORGANISATION else "groups"
    if kind != "selfscan":
        assert f"number of {unit}" in minutes_of(console, console.round(kind))
    console.keys("Enter", "2", "Enter")
    assert console.round(kind).items[1].total(second) == others + 1


@pytest.mark.parametrize("kind", KNOWN_BY_NAME)
def test_heads_of_each_organisation(open_console: OpenConsole, kind: str) -> None:
    console = started(open_console, kind, Grain.ORGANISATION, heads=True)
    first, *_, last = options_of(kind)
    console.keys("Down", "1", "Shift+R")
    lindevoort = organisation_voice(console.view.organisations[0].id)
    item = console.round(kind).items[0]
    assert {r.option: r.value for r in item.responses if r.voice == lindevoort} == {first: 1, last: 1}
    assert len(item.responses) == 2, "the rest of this organisation only"
    console.keys("Up", "R")
    assert (console.round(kind).items[0].total(first), console.round(kind).items[0].total(last)) == (1, 3)
    console.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert given(console.round(kind).items[0]) == []
    console.keys("Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Enter")
    if bars(console):
        assert (bars(console)[0], bars(console)[-1]) == (1, 3)
    if kind != "selfscan":
        assert "number of people for each answer, counted per organisation" in minutes_of(console, console.round(kind))
    console.keys("Down", "7", "Enter")
    assert any("8 counted, 2 present" in row or "7 counted" in row for row in console.panel_rows())


@pytest.mark.parametrize("kind", SCALES)
def test_whole_ballots_with_a_digit_for_each_item(open_console: OpenConsole, kind: str) -> None:
    console = started(open_console, kind, Grain.BALLOT)
    first, second, *_ = options_of(kind)
    console.keys("B", "1", "2", "1", "Enter", "2", "1")
    one, other = console.round(kind).items
    assert (one.total(first), one.total(second)) == (2, 1)
    assert (other.total(second), other.total(first)) == (1, 1), "one of the three says nothing here"
    assert len({r.voice for r in (*one.responses, *other.responses)}) == 3
    assert all(r.voice.startswith("ballot:") for r in one.responses)
    console.keys("B", "Up", "Up", "Up", "Up", "Ctrl+Z")
    assert console.round(kind).items[1].total(first) == 0
    console.keys("Ctrl+Y", "Ctrl+Enter")
    if bars(console):
        assert bars(console)[0] == 2
    if kind != "selfscan":
        assert "number of papers" in minutes_of(console, console.round(kind))


def test_the_rest_of_the_ballots_is_said_before_it_is_done(open_console: OpenConsole) -> None:
    console = started(open_console, "recognition", Grain.BALLOT)
    panel = console.window.centre.prompts
    console.keys("Down", "1", "1")
    assert "R: the rest (2 new ballots) to “no”" in panel.hint
    console.keys("R")
    assert console.round("recognition").items[0].total("no") == 2
    console.keys("Enter", "Down")
    assert "R: the rest (4 ballots) to “no”" in panel.hint
    console.keys("R")
    assert console.round("recognition").items[1].total("no") == 4


def test_letters_are_names_in_the_row_of_a_voice_and_keys_elsewhere(open_console: OpenConsole) -> None:
    console = started(open_console, "recognition", Grain.ORGANISATION)
    panel = console.window.centre.prompts
    console.keys("Down", "m")
    assert at(console) == "Merenwijk"
    assert panel.hint == "m…  Merenwijk"
    console.keys("l", "x")
    assert at(console) == "Lindevoort", "letters that lead nowhere change nothing"
    assert "nothing begins so" in panel.hint
    console.keys("h", "e", "Backspace")
    assert panel.hint == "h…  Heidebeek"
    console.keys("Escape")
    assert console.focus() is panel.list, "Esc ends what was typed first"
    assert "letters find a name" in panel.hint
    console.keys("1", "Shift+R")
    assert console.round("recognition").items[0].total("no") == 2
    console.keys("Escape")
    assert console.focus() is console.window.capture.editor


def test_three_dots_for_each_organisation(open_console: OpenConsole) -> None:
    console = open_console(one_round("priorities", "Besparen", "Slagkracht", grain=Grain.ORGANISATION))
    known = console.go("priorities")
    console.keys("F6", "1", "Down", "2", "1", "3", "Enter", "Down", "2")
    first, second = console.round("priorities").items
    assert [r.value for r in first.responses if r.option == DOTS_OPTION] != []
    assert sorted(r.value for r in first.responses) == [1, 2, 3]
    assert [r.value for r in second.responses] == [2]
    assert any("4 dots given, there are 3" in row for row in console.panel_rows())
    assert console.place.prompt_id == "" == known.items[0].detail, "the beamer shows all of them"
    console.keys("Ctrl+Z")
    assert console.round("priorities").items[1].dots == 0
    assert "(6 dots)" in minutes_of(console, console.round("priorities"))


def test_dots_on_ballots_and_of_heads(open_console: OpenConsole) -> None:
    console = open_console(one_round("priorities", "Besparen", "Slagkracht", grain=Grain.BALLOT))
    known = console.go("priorities")
    console.keys("F6", "B", "2", "1", "3", "Enter", "Enter", "1")
    assert [item.dots for item in console.round("priorities").items] == [5, 2]
    assert len({r.voice for item in console.round("priorities").items for r in item.responses}) == 3
    console.desk.run(counting.set_grain, known.id, Grain.ORGANISATION, True, True)
    console.keys("Up", "Up", "Up", "Up", "Down", "1", "2", "Enter")
    assert console.round("priorities").items[0].dots == 12
    assert any("12 dots given, there are 6" in row for row in console.panel_rows()), "two people have six"


def test_now_and_wanted_of_ballots(open_console: OpenConsole) -> None:
    console = open_console(one_round("position", "Ketensturing", "Vraagsturing", grain=Grain.BALLOT))
    console.go("position")
    console.keys("F6", "B", "1", "2", "B")
    chain, demand = console.round("position").items
    assert given(chain) == [("now", 1)]
    assert given(demand) == [("wanted", 1)]
    console.keys("Ctrl+Z", "Ctrl+Z")
    assert all(not item.responses for item in console.round("position").items)


def test_a_digit_does_nothing_at_the_dots_of_all(open_console: OpenConsole) -> None:
    console = started(open_console, "principles", Grain.ORGANISATION)
    console.keys("Right", "Right", "Right", "2")
    assert console.round("principles").items[0].responses == ()


def test_nothing_of_the_rest_is_said_while_the_room_looks_along(open_console: OpenConsole) -> None:
    console = started(open_console, "recognition", Grain.ROOM)
    panel = console.window.centre.prompts
    console.keys("1", "Enter")
    assert "R: the rest (3 people) to “no”" in panel.hint
    panel.show_here(panel._here, veiled=True)
    assert "R: the rest to “no”" in panel.hint


def test_more_hands_or_dots_than_the_room_has_are_marked(open_console: OpenConsole) -> None:
    console = started(open_console, "principles", Grain.ROOM)
    console.keys("3", "Enter", "2", "Enter")
    assert any("5 counted, 4 present" in row for row in console.panel_rows())
    console.keys("PageDown", "PageDown", "PageDown")
    assert console.place.step == "dots"
    console.keys("1", "3", "Enter")
    assert any("13 dots given, there are 12" in row for row in console.panel_rows())


def test_everyone_may_raise_a_hand_for_now_and_one_for_wanted(open_console: OpenConsole) -> None:
    console = started(open_console, "position", Grain.ORGANISATION, heads=True)
    console.keys("Down", "2", "Enter", "2", "Enter")
    assert given(console.round("position").items[0]) == [("now", 2), ("wanted", 2)]
    assert not any("counted" in row for row in console.panel_rows())
    console.keys("Up", "Left", "3", "Enter")
    assert any("3 counted, 2 present" in row for row in console.panel_rows())
