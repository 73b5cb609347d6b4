"""Options weighed by keyboard: for the room, by organisation, by ballot and by group."""

import pytest
from PySide6.QtCore import Qt

from tests.desktop.console.conftest import Console, OpenConsole
from tests.minutes.reading_back import built, text
from tests.workshops import one_round
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Grid as GridScene
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.facilitation import capturing, grouping, preparing
from workshop_app.facilitation.reading import workshop_in
from workshop_app.i18n import Language
from workshop_app.minutes.answers import answers
from workshop_app.model.values import ROOM_VOICE, Grain, group_voice, organisation_voice
from workshop_app.model.views import RoundView
from workshop_app.model.weighed import Grid
from workshop_app.rounds.template import TemplateRound
from workshop_app.storage.reading_copy import opened_copy

ENGLISH = Language.load("en")


def weighing(grain: Grain = Grain.ROOM) -> TemplateRound:
    return one_round("options", "Convenant", "Centrumregeling", criteria=("kosten", "snelheid"), grain=grain)


def at_the_grid(open_console: OpenConsole, grain: Grain = Grain.ROOM) -> Console:
    console = open_console(weighing(grain))
    console.go("options", "weigh")
    console.keys("F6")
    return console


def scores(console: Console, voice: str = ROOM_VOICE) -> list[list[int]]:
    known = console.round("options")
    grid = Grid.of(known)
    return [[grid.weight(o.id, c.id).scores.get(voice, 0) for c in known.criteria] for o in known.items]


def shown(console: Console) -> list[list[str]]:
    model = console.window.centre.grid.table.model()
    heads = [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]
    return [
        [*(str(model.index(row, n).data() or "") for n in range(model.columnCount())), head.partition("total ")[2]]
        for row, head in enumerate(heads)
    ]


def said(console: Console) -> str:
    return console.window.centre.grid._outcome.text()


def voice(console: Console, name: str) -> str:
    return organisation_voice(next(each.id for each in console.view.organisations if each.name == name))


def test_each_digit_goes_on_to_the_next_cell(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("1", "5", "4", "2")
    assert scores(console) == [[1, 5], [4, 2]]
    assert shown(console) == [["−−", "++", "0"], ["+", "−", "0"]]
    console.keys("Ctrl+Z", "Ctrl+Z")
    assert scores(console) == [[1, 5], [0, 0]]
    console.keys("Ctrl+Y")
    assert scores(console) == [[1, 5], [4, 0]]


def test_signs_are_typed_as_they_are_shown(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("-", "0", "=")
    assert scores(console) == [[2, 3], [4, 0]]
    console.desk.run(preparing.edit_round, console.round("options").id, variant="numbers")
    console.keys("-", "0", "3")
    assert scores(console) == [[2, 3], [4, 3]], "only digits where numbers are shown"
    assert shown(console) == [["2", "3", "5"], ["4", "3", "7"]]


def test_arrows_walk_and_backspace_clears(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("Down", "Right", "5", "Backspace", "Right", "4")
    assert scores(console) == [[0, 0], [0, 4]]
    console.keys("Left", "3", "Left", "Up", "Enter", "1")
    assert scores(console) == [[0, 1], [3, 4]]


def test_the_table_of_an_organisation_is_typed_in_one_go(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console, Grain.ORGANISATION)
    console.keys("1", "2", "3", "4", "]", "5", "5", "5", "5")
    assert scores(console, voice(console, "Lindevoort")) == [[1, 2], [3, 4]]
    assert scores(console, voice(console, "Heidebeek")) == [[5, 5], [5, 5]]
    console.keys("m", "e", "4")
    assert scores(console, voice(console, "Merenwijk")) == [[4, 0], [0, 0]]
    assert console.window.centre.grid.voice.currentText() == "Merenwijk"
    console.keys("[", "[", "Backspace")
    assert scores(console, voice(console, "Lindevoort")) == [[0, 2], [3, 4]]


def test_totals_and_the_greatest_difference_have_words(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console, Grain.ORGANISATION)
    console.keys("1", "3", "3", "3", "]", "5", "3", "3", "4")
    assert shown(console) == [["++ ≠", "0", "0"], ["0", "+", "+0.5"]]
    assert "Highest: Centrumregeling (+0.5)" in said(console)
    assert "≠ Most divided: Convenant, kosten, from −− to ++" in said(console)
    model = console.window.centre.grid.table.model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Convenant · kosten · ++ · here we differ most"


def test_each_ballot_is_a_voice_with_a_random_number(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console, Grain.BALLOT)
    console.keys("1", "2", "]", "3", "3")
    voices = Grid.of(console.round("options")).voices
    assert len(voices) == 2
    assert all(each.startswith("ballot:") for each in voices)
    assert console.window.centre.grid.voice.count() == 3, "the next ballot waits"


def test_the_small_groups_score_as_one_voice_each(open_console: OpenConsole) -> None:
    console = open_console(one_round("groups", "Wat is er nodig?"), weighing(Grain.GROUP))
    console.desk.run(grouping.make_groups, console.round("groups").id, 2, 1, "Tafel {n}")
    console.go("options", "weigh")
    console.keys("F6", "1", "]", "5")
    groups = console.round("groups").groups
    assert [scores(console, group_voice(each.id))[0][0] for each in groups] == [1, 5]
    assert console.window.centre.grid.voice.currentText() == groups[1].name
    assert "from −− to ++" in said(console)


def test_space_chooses_who_takes_part(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("Down", "Space", "4")
    assert [each.text for each in Grid.of(console.round("options")).options] == ["Centrumregeling"]
    assert scores(console) == [[0, 0], [4, 0]]
    console.keys("Up", "4")
    assert scores(console) == [[0, 0], [4, 0]], "an option that is left out is not scored"
    header = console.window.centre.grid.table.model()
    assert header.headerData(0, Qt.Orientation.Vertical) == "1  Convenant · takes no part"
    assert header.headerData(1, Qt.Orientation.Vertical) == "2  Centrumregeling · chosen · total +1"


def test_what_is_captured_belongs_to_the_option_of_the_keyboard(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("Down", "Escape")
    console.capture("Duidelijk wie de opdracht geeft")
    known: RoundView = console.round("options")
    assert known.contributions[0].prompt_id == known.items[1].id


def test_a_criterion_and_an_option_come_from_the_room_and_go_with_their_scores(open_console: OpenConsole) -> None:
    console = open_console(weighing())
    console.go("options", "weigh")
    console.keys("Ctrl+3")
    console.capture("mandaat")
    console.keys("Ctrl+2")
    console.capture("Gewoon beginnen")
    assert [each.text for each in console.round("options").criteria] == ["kosten", "snelheid", "mandaat"]
    assert [each.text for each in console.round("options").items][-1] == "Gewoon beginnen"
    console.keys("F6", "Down", "Down", "5", "5", "5")
    assert shown(console)[2] == ["++", "++", "++", "+6"]
    console.desk.run(capturing.remove_prompt, console.round("options").criteria[2].id)
    assert shown(console)[2] == ["++", "++", "+4"]
    console.keys("Delete")
    assert len(shown(console)) == 2


def test_scores_and_voices_are_folded_away_while_the_room_looks_along(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console, Grain.ORGANISATION)
    console.keys("1", "5")
    console.window.set_room_status(RoomStatus(Beamer.MIRRORED))
    panel = console.window.centre.grid
    assert shown(console)[0] == ["", "", ""]
    assert panel.voice.isHidden()
    assert said(console) == "Hidden while the room looks along"
    console.keys("4", "]", "4")
    assert scores(console, voice(console, "Heidebeek")) == [[0, 0], [0, 0]]


@pytest.mark.parametrize("odd", ["<b>vet</b> & " + "lang " * 40, "\U0001f337 مرحبا بالعالم", "x" * 200])
def test_odd_texts_stay_as_they_are(open_console: OpenConsole, odd: str) -> None:
    console = open_console(one_round("options", odd, "Tweede", criteria=(odd, "kosten")))
    console.go("options", "weigh")
    console.keys("F6", "4")
    assert scores(console)[0] == [4, 0]
    table = console.window.centre.grid.table
    assert table.horizontalHeader().height() < table.height()


def test_the_form_of_a_round_is_chosen_with_how_it_is_counted(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("5", "F4")
    menu = console.window._counting_menu
    next(action for action in menu.actions() if action.text() == "From 1 to 5").trigger()
    menu.close()
    assert console.round("options").variant == "numbers"
    assert shown(console)[0][0] == "5"


def test_an_option_becomes_an_action_with_one_key(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("Down", "A", "A")
    (action,) = console.view.actions
    assert (action.text, action.prompt_id) == ("Centrumregeling", console.round("options").items[1].id)
    assert said(console) == "→ A1  Centrumregeling"


def test_where_letters_find_names_an_action_is_made_with_shift(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console, Grain.ORGANISATION)
    console.keys("Shift+A")
    assert [each.text for each in console.view.actions] == ["Convenant"]


def test_the_name_of_an_option_is_changed_in_its_place(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    table = console.window.centre.grid.table
    console.keys("Down", "F2")
    for letter in "DVO":
        console.keys(letter)
    console.keys("Enter")
    assert [each.text for each in console.round("options").items] == ["Convenant", "DVO"]
    assert console.focus() is table
    console.keys("F2", "x", "Escape")
    assert console.round("options").items[1].text == "DVO"
    assert console.focus() is table, "Esc ends the editing first"
    console.keys("F2", "x", "PageDown")
    assert console.round("options").items[1].text == "x", "going on keeps what was typed"


def test_criteria_are_changed_and_left_out_beside_the_options(open_console: OpenConsole) -> None:
    console = open_console(weighing())
    console.go("options")
    console.keys("Ctrl+2")
    console.capture("Gewoon beginnen")
    rows = ["1. Convenant", "2. Centrumregeling", "3. Gewoon beginnen. from the room", "Criteria", "kosten", "snelheid"]
    assert console.panel_rows() == rows
    console.keys("F6", "Down", "Down", "Down", "F2")
    console.type("uitvoeringskosten")
    console.keys("Enter", "Down", "Delete")
    assert [each.text for each in console.round("options").criteria] == ["uitvoeringskosten"]
    console.keys("Ctrl+Z")
    assert [each.text for each in console.round("options").criteria] == ["uitvoeringskosten", "snelheid"]


def on_the_beamer(console: Console) -> GridScene:
    scene = compose(console.view, ENGLISH, Moment(console.clock.now())).scene
    assert isinstance(scene, GridScene)
    return scene


def test_from_the_keys_to_the_file_the_beamer_and_the_minutes(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console, Grain.ORGANISATION)
    console.keys("1", "3", "3", "3", "]", "5", "3", "3", "4")
    hidden = on_the_beamer(console)
    assert hidden.hidden
    assert (hidden.criteria, hidden.hint) == (("kosten", "snelheid"), "One voice for each municipality")
    assert [(row.cells, row.total) for row in hidden.rows] == [(("", ""), "")] * 2
    console.keys("Ctrl+Enter")
    shown_to_all = on_the_beamer(console)
    assert [(row.text, row.cells, row.total, row.divided) for row in shown_to_all.rows] == [
        ("Convenant", ("0", "0"), "0", (0,)),
        ("Centrumregeling", ("0", "+0.5"), "+0.5", ()),
    ]
    assert shown_to_all.hint == "≠ here we differ most: from −− to ++"
    minutes = text(built(console.view), "Which form fits us?").split("\n")
    assert (
        "The highest: Centrumregeling (+0.5). Most divided, marked ≠: Convenant on kosten (from −− to ++)." in minutes
    )
    told = answers(console.view)["rounds"][0]
    assert told["items"][0]["weighed"]["options-c1"] == {"scores": [1, 5], "voices": {"Heidebeek": 5, "Lindevoort": 1}}
    assert told["items"][0]["counts"] == {}
    assert [each["text"] for each in told["criteria"]] == ["kosten", "snelheid"]
    with opened_copy(console.desk.file.path) as copy:
        assert workshop_in(copy).rounds == console.view.rounds


def test_nothing_to_show_before_a_score_is_there(open_console: OpenConsole) -> None:
    console = at_the_grid(open_console)
    console.keys("Ctrl+Enter")
    assert on_the_beamer(console).hidden
    console.keys("4", "Ctrl+Enter")
    assert not on_the_beamer(console).hidden
    console.keys("Ctrl+Enter")
    assert on_the_beamer(console).hidden


def test_without_a_criterion_it_is_said_what_is_missing(open_console: OpenConsole) -> None:
    console = open_console(one_round("options", "Convenant", "Centrumregeling"))
    console.go("options", "weigh")
    console.keys("F6", "5", "Enter", "Space", "Space")
    assert "There is no criterion yet" in said(console)
    console.keys("Escape")
    console.capture("c: kosten")
    assert "There is no criterion yet" not in said(console)
    console.keys("F6", "5")
    assert scores(console) == [[5], [0]]
