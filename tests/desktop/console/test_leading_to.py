"""From an item to an action or a decision with one key: kept at once, changed in its place, told in the minutes."""

from datetime import date

from PySide6.QtWidgets import QPlainTextEdit

from tests.desktop.console.conftest import Console, OpenConsole
from tests.minutes.reading_back import built, text
from tests.workshops import one_round
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Table
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.facilitation import capturing
from workshop_app.i18n import Language
from workshop_app.minutes.answers import answers
from workshop_app.model.values import Grain

TOPICS = one_round("checklist", "Toegang tot BW/MO", "Inkoop / contractering", grain=Grain.ROOM)
PROPOSAL = one_round("support", "We gaan door met de regio.", grain=Grain.ROOM)


def say(console: Console, kind: str, strand: str, words: str, item: int = 0) -> None:
    known = console.round(kind)
    console.desk.run(capturing.contribute, known.id, strand, words, known.items[item].id)


def outcome_rows(console: Console) -> list[str]:
    return [row for row in console.panel_rows() if row.startswith("→")]


def test_a_topic_becomes_an_action_of_whose_turn_it_is(open_console: OpenConsole) -> None:
    console = open_console(TOPICS, one_round("outcomes"))
    console.go("checklist")
    say(console, "checklist", "turn", "iemand van de regio")
    say(console, "checklist", "turn", "Heidebeek")
    console.keys("F6", "A")
    (action,) = console.view.actions
    heidebeek = next(each for each in console.view.organisations if each.name == "Heidebeek")
    assert (action.text, action.owner, action.organisation_id) == ("Toegang tot BW/MO", "Heidebeek", heidebeek.id)
    assert action.prompt_id == console.round("checklist").items[0].id
    editor = console.focus()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "Toegang tot BW/MO / Heidebeek"
    console.type("Toegang regelen / carla / 12 dec")
    console.keys("Enter")
    (action,) = console.view.actions
    assert (action.text, action.owner, action.due) == ("Toegang regelen", "Carla Bos", date(2026, 12, 12))
    assert outcome_rows(console) == ["→ A1. Toegang regelen / Carla Bos / 12-12-2026"]
    console.keys("Ctrl+Z")
    assert console.view.actions[0].text == "Toegang tot BW/MO"
    minutes = text(built(console.view), "Actions")
    assert "Toegang tot BW/MO\nFrom round 1" in minutes


def test_esc_leaves_the_action_as_it_was_taken_down_and_another_key_makes_no_second(open_console: OpenConsole) -> None:
    console = open_console(TOPICS)
    console.go("checklist", "topics", item=1)
    console.keys("F6", "A", "Escape")
    assert [each.text for each in console.view.actions] == ["Inkoop / contractering"]
    console.keys("Up", "A", "Enter")
    assert [(each.text, each.owner) for each in console.view.actions] == [("Inkoop / contractering", "")]
    console.keys("Delete")
    assert console.view.actions == ()
    assert outcome_rows(console) == []


def test_what_was_said_becomes_an_action_of_its_item(open_console: OpenConsole) -> None:
    console = open_console(one_round("principles", "Een vaste cyclus", "Duidelijke mandaten"))
    console.go("principles")
    console.capture("een jaarkalender maken")
    console.keys("F6", "Down", "A", "Escape")
    (action,) = console.view.actions
    assert (action.text, action.prompt_id) == ("een jaarkalender maken", console.round("principles").items[0].id)


def test_a_proposal_becomes_a_decision_with_its_support_and_conditions(open_console: OpenConsole) -> None:
    console = open_console(PROPOSAL, one_round("outcomes"))
    console.go("support")
    console.keys("F6", "8", "Enter", "2", "Enter", "Right", "1", "Enter", "Escape")
    console.capture("Eerst de raad horen.")
    console.capture("Zicht op de kosten")
    console.keys("F6", "Up", "Up", "Up", "D")
    (decision,) = console.view.decisions
    assert decision.text == "We gaan door met de regio."
    assert decision.support == "8 ja · 2 ja, mits · 1 nee"
    assert decision.reservation == "Eerst de raad horen; Zicht op de kosten"
    assert decision.prompt_id == console.round("support").items[0].id
    console.keys("Escape", "Escape")
    console.capture("En een evaluatie na een jaar")
    assert console.view.decisions == (decision,), "it stays as it was taken"
    minutes = text(built(console.view), "Decisions").split("\n")
    assert "Reservation: Eerst de raad horen; Zicht op de kosten" in minutes
    assert "Also needed to go along: En een evaluatie na een jaar" in minutes
    assert minutes[-1] == "From round 1"
    console.keys("F6", "D", "Escape")
    assert console.view.decisions == (decision,), "nor is it taken twice"
    assert answers(console.view)["decisions"][0]["item"] == "support-1"
    console.go("outcomes")
    scene = compose(console.view, Language.load("en"), Moment(console.clock.now())).scene
    assert isinstance(scene, Table)
    assert scene.sections[0].rows[0].cells == (
        "We gaan door met de regio. (reservation: Eerst de raad horen; Zicht op de kosten)",
        "8 ja · 2 ja, mits · 1 nee",
    )


def test_what_may_not_be_told_does_not_become_a_reservation(open_console: OpenConsole) -> None:
    console = open_console(PROPOSAL)
    console.go("support")
    console.capture("Liever niet in het verslag")
    said = console.round("support").contributions[0]
    console.desk.run(capturing.edit_contribution, said.id, in_minutes=False)
    console.keys("F6", "D", "Escape")
    assert [each.reservation for each in console.view.decisions] == [""]


def test_a_note_of_a_small_group_becomes_an_action(open_console: OpenConsole) -> None:
    console = open_console(one_round("groups", "Wat is er nodig?"))
    console.go("groups", "together")
    known = console.round("groups")
    console.desk.run(capturing.contribute, known.id, "insight", "samen een kalender maken")
    console.keys("F6", "Down", "A")
    (action,) = console.view.actions
    assert (action.text, action.round_id) == ("samen een kalender maken", known.id)


def test_what_is_deleted_for_good_goes_with_the_action_made_of_it(open_console: OpenConsole) -> None:
    console = open_console(one_round("principles", "Een vaste cyclus"))
    console.go("principles")
    console.capture("Vertrouwelijk")
    console.keys("F6", "Down", "A", "Escape", "Up", "Shift+Delete")
    assert "Made of it, and deleted with it: A1." in console.answers.asked[0].text
    assert "there they stay" not in console.answers.asked[0].text
    assert console.view.actions == ()
    assert console.round("principles").contributions == ()


def test_who_does_it_is_folded_away_while_the_room_looks_along(open_console: OpenConsole) -> None:
    console = open_console(TOPICS)
    console.go("checklist")
    say(console, "checklist", "turn", "Carla Bos")
    console.window.set_room_status(RoomStatus(Beamer.MIRRORED))
    console.keys("F6", "A")
    assert [each.owner for each in console.view.actions] == ["Carla Bos"]
    assert outcome_rows(console) == []
    assert console.focus() is console.window.centre.prompts.list
    console.window.set_room_status(RoomStatus(Beamer.LIVE))
    assert outcome_rows(console) == ["→ A1. Toegang tot BW/MO / Carla Bos"]


def test_only_a_proposal_becomes_a_decision(open_console: OpenConsole) -> None:
    console = open_console(TOPICS)
    console.go("checklist")
    console.keys("F6", "D")
    assert console.view.decisions == ()


def test_an_item_in_another_script_stays_whole(open_console: OpenConsole) -> None:
    hostile = "مرحبا <b>x</b> \U0001f337 {name} " + "lang " * 40
    console = open_console(one_round("checklist", hostile))
    console.go("checklist")
    console.keys("F6", "A", "Escape")
    assert console.view.actions[0].text == " ".join(hostile.split())


def test_an_anonymous_round_gives_no_author_away(open_console: OpenConsole) -> None:
    from workshop_app.model.values import Level

    console = open_console(one_round("principles", "Een vaste cyclus", level=Level.ANONYMOUS))
    console.go("principles")
    console.capture("een jaarkalender maken")
    console.keys("F6", "Down", "A", "Escape")
    (action,) = console.view.actions
    assert (action.owner, action.participant_id, action.organisation_id) == ("", "", "")
