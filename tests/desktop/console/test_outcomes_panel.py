"""Decisions, actions and what is parked, changed where they stand."""

from datetime import date

import pytest

from tests.desktop.console.conftest import Console, OpenConsole
from tests.workshops import one_round
from workshop_app.facilitation import outcomes
from workshop_app.model.values import ParkedState

OUTCOMES = one_round("outcomes")


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    console = open_console(OUTCOMES)
    console.go("outcomes")
    return console


def test_the_line_takes_down_what_the_step_asks_for(console: Console) -> None:
    console.capture("We leggen elk kwartaal cijfers voor.")
    console.keys("PageDown")
    console.capture("Mandaten in beeld / Lindevoort / na de zomer")
    assert [d.text for d in console.view.decisions] == ["We leggen elk kwartaal cijfers voor."]
    assert [(a.text, a.owner, a.due_text) for a in console.view.actions] == [
        ("Mandaten in beeld", "Lindevoort", "na de zomer")
    ]


def test_support_reservation_and_ratification_are_typed_in_the_row(console: Console) -> None:
    console.capture("We leggen cijfers voor.")
    console.keys("F6", "Right", "Enter")
    console.type("9 van 10")
    console.keys("Enter", "Right")
    console.type("Polderdam wil eerst de kosten zien")
    console.keys("Enter", "Right", "F2")
    console.type("colleges")
    console.keys("Enter")
    (decision,) = console.view.decisions
    assert (decision.support, decision.reservation, decision.ratified_by) == (
        "9 van 10",
        "Polderdam wil eerst de kosten zien",
        "colleges",
    )
    console.keys("Ctrl+Z")
    assert console.view.decisions[0].ratified_by == ""


def test_owner_and_date_of_an_action_are_read_again(console: Console) -> None:
    console.desk.run(outcomes.act, "Bellen")
    console.keys("F6", "Right", "Enter")
    console.type("bram")
    console.keys("Enter", "Right", "Enter")
    console.type("12 dec")
    console.keys("Enter")
    (action,) = console.view.actions
    bram = next(p for p in console.view.participants if p.name == "Bram Smit")
    assert (action.owner, action.participant_id, action.due) == ("Bram Smit", bram.id, date(2026, 12, 12))


def test_esc_leaves_a_cell_as_it_was(console: Console) -> None:
    console.desk.run(outcomes.act, "Bellen")
    console.keys("F6", "Enter")
    console.type("Mailen")
    console.keys("Escape")
    assert console.view.actions[0].text == "Bellen"
    console.keys("Escape")
    assert console.focus() is console.window.capture.editor


def test_the_arrows_go_on_to_the_next_table_and_delete_takes_away(console: Console) -> None:
    console.desk.run(outcomes.decide, "Een")
    console.desk.run(outcomes.decide, "Twee")
    console.desk.run(outcomes.act, "Bellen")
    console.desk.run(outcomes.park, "Later")
    decisions, actions, parked = console.window.centre.outcomes.tables
    console.keys("F6", "Down", "Down")
    assert console.focus() is actions
    console.keys("Down")
    assert console.focus() is parked
    console.keys("Up", "Up")
    assert console.focus() is decisions
    console.keys("Delete")
    assert [d.text for d in console.view.decisions] == ["Een"]
    console.keys("Ctrl+Z")
    assert [d.text for d in console.view.decisions] == ["Een", "Twee"]


def test_a_parked_item_gets_a_state_from_a_list(console: Console) -> None:
    console.desk.run(outcomes.park, "Later")
    console.keys("F6", "Right", "F2", "Down", "Enter")
    console.qtbot.waitUntil(lambda: console.view.parked[0].state is ParkedState.HANDLED)


def test_a_question_at_the_end_takes_what_is_said(open_console: OpenConsole) -> None:
    console = open_console(one_round("outcomes", questions=("Wanneer kijken we terug?",)))
    known = console.go("outcomes")
    console.keys("PageDown", "PageDown")
    assert console.place.prompt_id == known.questions[0].id
    console.capture("Over een half jaar")
    assert console.panel_rows()[:2] == ["?. Wanneer kijken we terug?", "Over een half jaar"]


def test_an_empty_session_says_which_key_to_press(console: Console) -> None:
    assert not any(table.isVisible() for table in console.window.centre.outcomes.tables)
    assert [hint.text() for hint in console.window.centre.outcomes._hints] == [
        "Nothing yet: Ctrl+7",
        "Nothing yet: Ctrl+8",
        "Nothing yet: Ctrl+9",
    ]
