"""Decisions, actions and what is parked, changed where they stand."""

from datetime import date

import pytest

from tests.desktop.console.conftest import Console, OpenConsole
from tests.workshops import one_round
from workshop_app.facilitation import outcomes, people
from workshop_app.model.values import ParkedState, Presence

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


def in_parked(console: Console) -> None:
    """Put the keyboard in the table of what is parked."""
    console.window.centre.outcomes.tables[2].setFocus()


def test_a_key_says_how_a_parked_item_ended(console: Console) -> None:
    console.desk.run(outcomes.park, "Vervoer")
    console.keys("F6")
    for key, state in (("B", ParkedState.HANDLED), ("V", ParkedState.NEXT_TIME), ("O", ParkedState.OPEN)):
        console.keys(key)
        assert console.view.parked[0].state is state
    console.keys("Ctrl+Z")
    assert console.view.parked[0].state is ParkedState.NEXT_TIME


def test_a_parked_item_becomes_an_action_in_one_step(open_console: OpenConsole) -> None:
    console = open_console(one_round("checkin", "Wie?"), OUTCOMES)
    known = console.go("checkin")
    console.keys("Ctrl+9")
    console.capture("Vervoer naar de opvang")
    console.go("outcomes")
    console.keys("F6", "A")
    (action,) = console.view.actions
    assert (action.text, action.round_id) == ("Vervoer naar de opvang", known.id)
    assert [item.state for item in console.view.parked] == [ParkedState.ACTION]
    console.keys("Enter")
    console.type("bram")
    console.keys("Enter")
    assert console.view.actions[0].owner == "Bram Smit", "the keyboard is where the owner is typed"
    console.keys("Ctrl+Z", "Ctrl+Z")
    assert console.view.actions == ()
    assert [item.state for item in console.view.parked] == [ParkedState.OPEN]
    console.keys("Ctrl+Y")
    assert (len(console.view.actions), console.view.parked[0].state) == (1, ParkedState.ACTION)
    in_parked(console)
    console.keys("A")
    assert len(console.view.actions) == 1, "it became one already"


def test_the_list_of_states_makes_the_action_too(console: Console) -> None:
    console.desk.run(outcomes.park, "Later")
    console.keys("F6", "Right", "F2", "Down", "Down", "Enter")
    console.qtbot.waitUntil(lambda: console.view.parked[0].state is ParkedState.ACTION)
    assert [action.text for action in console.view.actions] == ["Later"]


def cells(console: Console) -> list[str]:
    """What a screen reader finds in the first action."""
    model = console.window.centre.outcomes.tables[1].model()
    return [str(model.index(0, n).data()) for n in range(model.columnCount())]


def test_what_is_to_be_seen_to_in_an_action_is_said_in_words(open_console: OpenConsole) -> None:
    console = open_console(one_round("recognition", "Mandaten zijn geregeld"), OUTCOMES)
    known = console.go("recognition")
    bram = next(p for p in console.view.participants if p.name == "Bram Smit")
    console.desk.run(
        outcomes.act,
        "Bellen",
        known.id,
        known.items[0].id,
        owner="Bram Smit",
        participant_id=bram.id,
        due=date(2026, 11, 1),
    )
    console.go("outcomes")
    origin = f"round 1 · {known.title} · Mandaten zijn geregeld"
    assert cells(console) == ["A1", f"Bellen · {origin}", "Bram Smit", "Sun 1 Nov 2026 · in the past"]
    console.desk.run(people.set_presence, bram.id, Presence.EXCUSED, console.desk.now())
    assert cells(console)[2] == "Bram Smit · not here today"
    console.desk.run(outcomes.edit_action, console.view.actions[0].id, due=None, due_text="ooit eens")
    assert cells(console)[3] == "ooit eens · not a date"
    console.keys("F6", "Right", "Enter", "Enter")
    assert console.view.actions[0].owner == "Bram Smit", "a remark is not part of the text"
    console.desk.run(outcomes.edit_action, console.view.actions[0].id, done=True, due=date(2026, 11, 1))
    assert cells(console)[2:] == ["Bram Smit", "Sun 1 Nov 2026"]


def test_long_and_odd_text_fits_its_cell(console: Console) -> None:
    for text in ("x" * 200, "<b>Luid</b>", "\u0645\u0631\u062d\u0628\u0627 \U0001f337"):
        console.desk.run(outcomes.act, text, owner=text)
    table = console.window.centre.outcomes.tables[1]
    assert table.rowHeight(0) > 3 * table.rowHeight(1)
    assert not table.horizontalScrollBar().isVisible()


def test_the_tables_can_be_opened_in_any_round_and_close_with_esc(open_console: OpenConsole) -> None:
    console = open_console(one_round("checkin", "Wie?"))
    known = console.go("checkin")
    console.keys("Ctrl+9")
    console.capture("Vervoer")
    console.keys("Ctrl+0")
    assert console.focus() is console.window.centre.outcomes.tables[2]
    console.keys("V")
    assert console.view.parked[0].state is ParkedState.NEXT_TIME
    console.keys("Ctrl+1")
    console.capture("Wij zijn met zijn vieren")
    assert console.round("checkin").said(known.items[0].id), "what is typed still belongs to the round"
    console.keys("Escape")
    assert console.window.centre.prompts.isVisible()
    console.keys("Ctrl+0", "Ctrl+0")
    assert console.window.centre.prompts.isVisible()


def test_the_panel_goes_when_the_beamer_goes_on_and_stays_where_it_was_asked_for(open_console: OpenConsole) -> None:
    console = open_console(OUTCOMES, one_round("checkout", "Wat neem je mee?"), one_round("pause"))
    console.go("outcomes")
    centre = console.window.centre
    assert centre.outcomes.isVisible()
    console.keys("Ctrl+PageDown")
    assert console.round("checkout").id == console.place.round_id
    assert centre.prompts.isVisible()
    console.keys("Ctrl+0", "Ctrl+PageDown")
    assert centre.outcomes.isVisible()
    console.keys("Escape")
    assert centre.pause.isVisible()


def test_the_number_of_a_row_cannot_be_changed(console: Console) -> None:
    console.capture("We gaan door.")
    console.keys("F6", "Left", "Enter", "Right", "Enter")
    console.type("We wachten.")
    console.keys("Enter")
    assert [decision.text for decision in console.view.decisions] == ["We wachten."]
