"""The panel of a round: counting, choosing, dots and texts, by keyboard."""

from PySide6.QtWidgets import QPlainTextEdit

from tests.desktop.console.conftest import CHECKIN, QUOTES, Console, OpenConsole
from tests.workshops import one_round
from workshop_app.facilitation import capturing, counting
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, Grain, organisation_voice
from workshop_app.model.views import PromptView

STATEMENTS = one_round("recognition", "Mandaten zijn geregeld.", "Wij spreken met één mond.")
PRINCIPLES = one_round("principles", "Ambtelijke inzet", "Bestuurlijke stem")
SCAN = one_round("selfscan", "Vertrouwen", "Middelen", questions=("Wie bepaalt?",))
POSITION = one_round("position", "Ketensturing", "Vraagsturing", grain=Grain.ORGANISATION)
BRIEFING = one_round("briefing", "Gemeenten zijn verantwoordelijk.", "Samenwerken is geen keuze.")


def counts(item: PromptView) -> dict[str, int]:
    return {response.option: item.total(response.option) for response in item.responses}


def voice(console: Console, name: str) -> str:
    return organisation_voice(next(o.id for o in console.view.organisations if o.name == name))


def answers(item: PromptView) -> dict[str, str]:
    return {response.voice: response.option for response in item.responses}


def test_hands_are_counted_with_digits_arrows_and_the_rest(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    console.keys("F6", "2", "Right", "1", "R")
    assert counts(console.round("recognition").items[0]) == {"yes": 2, "partly": 1, "no": 1}
    assert "1. Mandaten zijn geregeld.. yes 2, partly 1, no 1" in console.panel_rows()


def test_a_number_of_two_digits_is_taken_at_once_by_enter(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition")
    console.keys("F6", "1", "2", "Enter", "7", "Enter", "0", "5", "Enter", "3", "Down")
    first, second = console.round("recognition").items
    assert counts(first) == {"yes": 12, "partly": 7, "no": 5}
    assert counts(second) == {"yes": 3}
    assert console.place.prompt_id == known.items[1].id, "the beamer came along"


def test_a_number_is_taken_when_the_hand_rests_and_undone_as_one(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    with console.qtbot.waitSignal(console.bridge.saved):
        console.keys("F6", "1", "2")
    assert counts(console.round("recognition").items[0]) == {"yes": 12}
    console.keys("Ctrl+Z")
    assert counts(console.round("recognition").items[0]) == {}


def test_esc_drops_the_number_first_and_then_leaves(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    console.keys("F6", "9", "Escape")
    assert counts(console.round("recognition").items[0]) == {}
    assert console.focus() is console.window.centre.prompts.list
    console.keys("Escape")
    assert console.focus() is console.window.capture.editor


def test_backspace_takes_a_count_away(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    console.keys("F6", "9", "Enter", "Left", "Backspace")
    assert counts(console.round("recognition").items[0]) == {}


def test_the_room_chooses_with_space(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    known = console.go("resistance")
    console.keys("F6", "Down", "Space", "Down", "Space", "Up", "Space")
    assert [item.chosen for item in console.round("resistance").items] == [False, False, True, False]
    console.keys("Enter")
    assert console.place.prompt_id == known.items[1].id, "Enter brings the beamer to the item"


def test_dots_with_plus_minus_and_digits(open_console: OpenConsole) -> None:
    console = open_console(PRINCIPLES)
    console.go("principles", "dots")
    console.keys("F6", "+", "+", "+", "-")
    console.keys("Down", "Right", "Right", "Right", "1", "1", "Enter")
    assert [item.dots for item in console.round("principles").items] == [2, 11]
    assert counts(console.round("principles").items[1]) == {DOTS_OPTION: 11}


def test_every_organisation_scores_with_one_key(open_console: OpenConsole) -> None:
    console = open_console(SCAN)
    console.go("selfscan")
    console.keys("F6", "Down", "4", "2", "5")
    item = console.round("selfscan").items[0]
    assert answers(item) == {
        voice(console, "Lindevoort"): "4",
        voice(console, "Heidebeek"): "2",
        voice(console, "Merenwijk"): "5",
    }
    assert any("lowest 2 · mean 3.7" in row for row in console.panel_rows())
    console.keys("Backspace")
    assert voice(console, "Merenwijk") not in answers(console.round("selfscan").items[0])


def test_the_majority_first_then_the_exceptions(open_console: OpenConsole) -> None:
    console = open_console(SCAN)
    console.go("selfscan")
    console.keys("F6", "3", "Down", "1")
    assert answers(console.round("selfscan").items[0]) == {
        voice(console, "Lindevoort"): "3",
        voice(console, "Heidebeek"): "1",
        voice(console, "Merenwijk"): "3",
    }


def test_the_rest_of_the_organisations_gets_the_last_option(open_console: OpenConsole) -> None:
    console = open_console(SCAN)
    console.go("selfscan")
    console.keys("F6", "Down", "1", "Up", "Up", "R")
    assert sorted(answers(console.round("selfscan").items[0]).values()) == ["1", "5", "5"]


def test_each_ballot_is_a_voice_with_a_random_number(open_console: OpenConsole) -> None:
    console = open_console(one_round("recognition", "Een", "Twee", grain=Grain.BALLOT))
    console.go("recognition")
    console.keys("F6", "Down", "1", "1", "3")
    first = console.round("recognition").items[0]
    assert counts(first) == {"yes": 2, "no": 1}
    assert all(response.voice.startswith("ballot:") for response in first.responses)
    console.keys("Escape", "PageDown", "PageDown", "F6", "Down", "2", "2")
    second = console.round("recognition").items[1]
    assert set(answers(second)) < set(answers(first)), "a ballot goes on with the next item"


def test_across_items_a_voice_has_one_place_for_each_option(open_console: OpenConsole) -> None:
    console = open_console(POSITION)
    console.go("position")
    console.keys("F6", "Down", "1")
    console.keys("Down", "Down", "Down", "2")
    chain, demand = console.round("position").items
    assert answers(chain) == {voice(console, "Lindevoort"): "now"}
    assert answers(demand) == {voice(console, "Lindevoort"): "wanted"}
    console.keys("Up", "1")
    chain, demand = console.round("position").items
    assert counts(chain) == {}
    assert counts(demand) == {"wanted": 1, "now": 1}


def test_a_list_is_revealed_one_by_one(open_console: OpenConsole) -> None:
    console = open_console(BRIEFING)
    console.go("briefing")
    console.keys("PageDown")
    assert [row.rpartition(". ")[2] for row in console.panel_rows()] == ["revealed", "not shown yet"]
    console.keys("F6", "Down", "Space")
    assert console.panel_rows()[1].endswith("revealed")
    console.keys("Enter")
    assert console.panel_rows()[1].endswith("not shown yet")


def test_a_text_is_changed_in_its_place(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    known = console.go("resistance")
    console.keys("F6", "F2")
    editor = console.focus()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "Een GR is niet democratisch."
    console.type("Een GR is ver weg.")
    console.keys("Enter")
    assert console.round("resistance").items[0].text == "Een GR is ver weg."
    assert console.focus() is console.window.centre.prompts.list
    console.keys("F2")
    console.type("weg")
    console.keys("Escape")
    assert console.round("resistance").items[0].text == "Een GR is ver weg."
    assert console.focus() is console.window.centre.prompts.list, "Esc ends the editing first"
    console.keys("F2")
    console.type("Een GR.")
    console.keys("PageDown")
    assert console.round("resistance").items[0].text == "Een GR.", "going on keeps what was typed"
    assert console.place.prompt_id == known.items[0].id


def test_a_contribution_is_marked_changed_and_removed(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.capture("Wie betaalt?")
    console.keys("F6", "Down", "M")
    assert console.round("checkin").contributions[0].in_minutes is False
    console.keys("M")
    assert console.round("checkin").contributions[0].in_minutes is True
    console.keys("F2")
    console.type("Wie betaalt dit?")
    console.keys("Enter")
    assert console.round("checkin").contributions[0].text == "Wie betaalt dit?"
    console.keys("Delete")
    assert console.round("checkin").contributions == ()
    console.keys("Ctrl+Z")
    assert len(console.round("checkin").contributions) == 1


def test_an_item_of_the_room_goes_and_one_of_the_template_is_left_out(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    known = console.go("resistance")
    console.capture("Niemand belt ons.")
    console.keys("F6", "Down", "Down", "Down", "Down", "M")
    assert console.round("resistance").items[-1].in_minutes is True
    console.keys("Delete", "Up", "Delete")
    assert console.round("resistance").items == known.items[:3]
    assert len(console.round("resistance").prompts) == 4, "that of the template is still there"


def test_what_is_captured_belongs_to_the_row_of_the_keyboard(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition", "overview")
    console.keys("F6", "Down", "Escape")
    assert "about number 2" in console.window.capture.editor.placeholderText()
    console.capture("Bij ons niet")
    assert console.round("recognition").contributions[0].prompt_id == known.items[1].id
    console.keys("PageUp")
    console.keys("PageUp")
    assert console.window.centre.subject == known.items[0].id, "it follows the beamer again"


def test_where_no_row_is_chosen_it_belongs_to_the_round(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition", "overview")
    console.capture("Over de hele linie")
    assert console.round("recognition").contributions[0].prompt_id == ""
    assert console.panel_rows()[-1] == "In general. 1 contribution"


def test_our_question_has_a_row_of_its_own(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    console.go("resistance", "question")
    console.capture("Nee, dat lukt niet")
    assert console.panel_rows()[-2:] == [
        "Our question. Kun je inwoners goed helpen?",
        "Nee, dat lukt niet",
    ]


def test_a_change_from_elsewhere_leaves_the_keyboard_where_it_is(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition")
    console.keys("F6", "Down")
    row = console.window.centre.prompts.list.current_row()
    console.desk.run(counting.set_count, known.items[0].id, "no", 3)
    console.desk.run(capturing.contribute, known.id, "explanation", "daarom", known.items[1].id)
    now = console.window.centre.prompts.list.current_row()
    assert row is not None
    assert now is not None
    assert now.key == row.key


def test_what_is_said_about_a_point_or_an_option_is_taken_down(open_console: OpenConsole) -> None:
    console = open_console(one_round("matrix", "Lindevoort"), one_round("options", "Convenant"))
    for kind in ("matrix", "options"):
        known = console.go(kind, "talk", item=0)
        console.capture(f"over {kind}")
        assert console.round(kind).contributions[0].prompt_id == known.items[0].id
        assert f"over {kind}" in console.panel_rows()[1]


def test_a_lowest_round_is_filled_on_arrival(open_console: OpenConsole) -> None:
    console = open_console(SCAN, one_round("lowest"))
    console.go("selfscan")
    console.keys("F6", "4", "Down", "Down", "Down", "Down", "2", "Escape")
    assert console.round("lowest").items == ()
    console.keys("Ctrl+PageDown")
    assert [item.text for item in console.round("lowest").items] == ["Middelen", "Vertrouwen"]
    console.keys("PageUp", "Ctrl+PageDown")
    assert len(console.round("lowest").items) == 2


def test_dots_of_the_room_are_one_voice(open_console: OpenConsole) -> None:
    console = open_console(one_round("priorities", "Besparen", "Slagkracht"))
    console.go("priorities")
    console.keys("F6", "7", "Enter", "Space")
    assert [r.voice for r in console.round("priorities").items[0].responses] == [ROOM_VOICE]
    assert [item.dots for item in console.round("priorities").items] == [7, 1]
