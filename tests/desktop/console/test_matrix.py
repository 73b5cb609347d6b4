"""Voices placed in a matrix by keyboard, and what file, room and minutes make of it."""

from dataclasses import replace

from PySide6.QtWidgets import QTableWidget

from tests.desktop.console.conftest import Console, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Matrix
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.facilitation.reading import workshop_in
from workshop_app.i18n import Language
from workshop_app.minutes.answers import answers
from workshop_app.model.placed import placements
from workshop_app.model.values import Grain, Level, PromptRole
from workshop_app.rounds.template import TemplatePrompt, TemplateRound
from workshop_app.storage.reading_copy import opened_copy

ENGLISH = Language.load("en")


def a_matrix(*items: str, grain: Grain = Grain.ORGANISATION, level: Level = Level.ORGANISATION) -> TemplateRound:
    made = one_round("matrix", *(items or ("Nu",)), grain=grain, level=level)
    more = (
        TemplatePrompt("x", PromptRole.AXIS, "onvolledig", "volledig"),
        TemplatePrompt("y", PromptRole.AXIS, "wantrouwen", "vertrouwen"),
        *(TemplatePrompt(f"q{n}", PromptRole.QUADRANT, t) for n, t in enumerate(("stevig", "papier", "goed", "broos"))),
    )
    return replace(made, prompts=(*made.prompts, *more))


def at_the_matrix(open_console: OpenConsole, *items: str, grain: Grain = Grain.ORGANISATION) -> Console:
    level = Level.ANONYMOUS if grain is Grain.BALLOT else Level.ORGANISATION
    console = open_console(a_matrix(*items, grain=grain, level=level))
    console.go("matrix", "place", item=0)
    console.keys("F6")
    return console


def places(console: Console, item: int = 0) -> dict[str, tuple[int, int]]:
    names = {each.id: each.name for each in console.view.organisations}
    there = placements(console.round("matrix").items[item])
    return {names.get(p.voice.partition(":")[2], "?"): (p.across, p.up) for p in there}


def listed(console: Console) -> list[list[str]]:
    table = console.window.centre.matrix.list
    return [[text(table, row, n) for n in range(3)] for row in range(table.rowCount())]


def text(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item else ""


def beamer(console: Console) -> Matrix:
    scene = compose(console.view, ENGLISH, Moment(console.desk.now())).scene
    assert isinstance(scene, Matrix)
    return scene


def labels(console: Console) -> list[tuple[str, int, int]]:
    return [(point.label, point.across, point.up) for point in beamer(console).points]


def test_a_name_and_two_digits_in_one_go(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console)
    console.type("li78he23me59")
    assert places(console) == {"Lindevoort": (7, 8), "Heidebeek": (2, 3), "Merenwijk": (5, 9)}
    assert listed(console) == [
        ["Lindevoort", "7 · 8", "stevig"],
        ["Heidebeek", "2 · 3", "broos"],
        ["Merenwijk", "5 · 9", "in between"],
    ]
    console.keys("Ctrl+Z")
    assert places(console) == {"Lindevoort": (7, 8), "Heidebeek": (2, 3)}
    console.keys("Ctrl+Y")
    with opened_copy(console.desk.file.path) as db:
        assert workshop_in(db).rounds == console.view.rounds


def test_a_point_is_moved_with_arrows_and_taken_away(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console)
    console.keys("Down", "Enter", "Right", "Up", "Up", "Enter", "Down")
    assert places(console) == {"Heidebeek": (6, 7)}
    assert console.window.centre.matrix.list.current_voice() == f"org:{console.view.organisations[2].id}"
    console.keys("Up", "Backspace")
    assert places(console) == {}
    console.keys("0", "3", "Backspace", "9", "9", "Enter", "Right", "Up", "Escape")
    assert places(console) == {"Heidebeek": (9, 9)}
    assert console.window.centre.matrix.list.hasFocus()
    console.keys("Escape")
    assert console.window.capture.editor.hasFocus()


def test_half_typed_letters_and_digits_are_told(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console)
    panel = console.window.centre.matrix
    console.type("hei")
    assert panel.hint.startswith("hei… Heidebeek")
    console.type("4")
    assert panel.hint.startswith("Heidebeek: 4")
    console.keys("Backspace", "Backspace")
    assert panel.hint.startswith("he…")
    console.keys("Escape")
    assert panel.hint.startswith("Letters find a name")
    console.type("m")
    assert panel.list.current_voice() == f"org:{console.view.organisations[2].id}"


def test_the_room_sees_nothing_until_all_are_placed_or_it_is_revealed(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console)
    console.type("li78")
    assert (beamer(console).points, beamer(console).hint) == ((), "1 of 3 have a place")
    console.keys("Ctrl+Enter")
    assert labels(console) == [("Lindevoort", 7, 8)]
    console.keys("Ctrl+Enter")
    assert beamer(console).points == ()
    console.type("he23me59")
    assert sorted(labels(console)) == [("Heidebeek", 2, 3), ("Lindevoort", 7, 8), ("Merenwijk", 5, 9)]
    assert beamer(console).quadrants == ("stevig", "papier", "goed", "broos")


def test_ballots_are_random_and_nobodys(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console, grain=Grain.BALLOT)
    console.type("781199")
    there = placements(console.round("matrix").items[0])
    assert sorted((each.across, each.up) for each in there) == [(1, 1), (7, 8), (9, 9)]
    assert all(each.voice.startswith("ballot:") for each in there)
    assert listed(console)[-1] == ["+ ballot", "", ""]
    assert beamer(console).points == ()
    console.keys("Up", "Up", "Backspace", "+")
    console.type("55")
    assert len(placements(console.round("matrix").items[0])) == 3
    console.keys("Ctrl+Enter")
    assert [label for label, _across, _up in labels(console)] == ["", "", ""]
    told = answers(console.view)["rounds"][0]["items"][0]
    assert told["voices"] == {}
    assert sum(told["quadrants"].values()) == 2, "one is in between"


def test_the_room_as_one_voice_has_one_point(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console, grain=Grain.ROOM)
    console.type("37")
    assert listed(console) == [["the room", "3 · 7", "goed"]]
    assert labels(console) == [("", 3, 7)]


def test_it_is_folded_away_while_the_room_looks_along(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console)
    console.type("li78")
    console.window.set_room_status(RoomStatus(Beamer.MIRRORED, "EPSON"))
    panel = console.window.centre.matrix
    assert not panel.list.isVisible()
    assert panel.picture.accessibleDescription() == ""
    console.keys("Ctrl+Enter")
    assert panel.list.isVisible()


def test_explanations_belong_to_the_item_and_every_item_is_a_matrix(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console, "Nu", "Over een jaar")
    console.type("li78he23me59")
    console.keys("Escape")
    console.capture("we kennen elkaar")
    known = console.round("matrix")
    assert [each.prompt_id for each in known.contributions] == [known.items[0].id]
    console.keys("PageDown", "PageDown", "F6")
    console.type("li11")
    assert places(console, 1) == {"Lindevoort": (1, 1)}
    assert beamer(console).heading == "Over een jaar"


def test_the_answers_tell_places(open_console: OpenConsole) -> None:
    console = at_the_matrix(open_console)
    console.type("li78he55")
    told = answers(console.view)["rounds"][0]["items"][0]
    assert told["voices"] == {"Heidebeek": {"across": 5, "up": 5}, "Lindevoort": {"across": 7, "up": 8}}
    assert told["quadrants"] == {"stevig": 1}
    assert told["counts"] == {}
