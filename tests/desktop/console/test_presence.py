"""Who is in the room, by two or three letters."""

import pytest
from PySide6.QtCore import Qt

from tests.desktop.console.conftest import CHECKIN, Console, OpenConsole
from workshop_app.desktop.console import presence_panel
from workshop_app.facilitation import people, stage
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.facilitation.script import round_places
from workshop_app.model.values import Presence
from workshop_app.model.views import ParticipantView


def nobody_yet(console: Console) -> None:
    for person in console.view.participants:
        console.desk.run(people.set_presence, person.id, Presence.EXPECTED, console.desk.now())


def person(console: Console, name: str) -> ParticipantView:
    return next(p for p in console.view.participants if p.name == name)


def test_letters_and_enter_mark_someone_present_with_the_time(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    nobody_yet(console)
    console.keys("Ctrl+P")
    console.type("car")
    console.keys("Enter")
    assert person(console, "Carla Bos").presence is Presence.PRESENT
    assert person(console, "Carla Bos").arrived_at == console.clock.wall
    assert console.window.centre.presence.field.text() == ""
    console.type("merenw d")
    console.keys("Enter")
    assert [p.name for p in console.view.present] == ["Carla Bos", "Daan Vos"]
    console.keys("Enter")
    assert len(console.view.present) == 2, "an empty line marks nobody"


def test_the_arrows_choose_another_one(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    nobody_yet(console)
    console.keys("Ctrl+P")
    console.type("lindevoort")
    console.keys("Down", "Enter")
    assert [p.name for p in console.view.present] == ["Anna de Wit"]


def test_a_walk_in_on_one_line(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.keys("Ctrl+P")
    console.type("+ Eva Blom, Zandhaven")
    console.keys("Enter")
    eva = person(console, "Eva Blom")
    assert (eva.presence, eva.walk_in) == (Presence.PRESENT, True)
    assert console.view.organisation_name(eva.organisation_id) == "Zandhaven"
    assert "5 people · 4 organisations" in console.window.rail._people.text()
    console.keys("Ctrl+Z")
    assert len(console.view.participants) == 4


def test_excused_and_everyone(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    nobody_yet(console)
    console.keys("Ctrl+P")
    console.type("daan")
    console.keys("Alt+G")
    console.qtbot.waitUntil(lambda: person(console, "Daan Vos").presence is Presence.EXCUSED)
    console.keys("Alt+L")
    console.qtbot.waitUntil(lambda: len(console.view.present) == 3)
    assert "Everyone who was expected is present" in console.window.centre.presence._told.text()


def test_esc_closes_the_list_and_the_panel_is_back(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.keys("Ctrl+P")
    assert console.window.centre.presence.isVisible()
    console.keys("Escape")
    assert console.window.centre.prompts.isVisible()
    assert console.focus() is console.window.capture.editor


def test_who_came_later_is_said_with_the_time(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.desk.run(people.set_presence, console.view.participants[0].id, Presence.EXPECTED, console.desk.now())
    console.desk.run(stage.go, round_places(console.round("checkin"))[0], console.desk.now())
    console.clock.pass_minutes(32)
    console.keys("Ctrl+P")
    console.type("anna")
    console.keys("Enter")
    assert console.window.rail._late.text() == "1 came later (14:02)"


NAMESAKES = (
    ParticipantLine(2, "Anna de Vries", "Lindevoort", "beleid", ""),
    ParticipantLine(3, "Anna de Vries", "Heidebeek", "wethouder", ""),
    ParticipantLine(4, "Özgür Yıldız", "Merenwijk", "", ""),
    ParticipantLine(5, "Anneke ’t Hooft", "Zandhaven", "", ""),
)


def shown(console: Console) -> list[str]:
    """The lines of the list."""
    return [line.text for line in console.window.centre.presence._people.lines]


def told(console: Console) -> str:
    return console.window.centre.presence._told.text()


def test_letters_find_what_follows_a_tussenvoegsel_and_letters_with_accents(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, participants=NAMESAKES)
    nobody_yet(console)
    console.keys("Ctrl+P")
    for typed, names in (
        ("vri", ["Anna de Vries", "Anna de Vries"]),
        ("ozg", ["Özgür Yıldız"]),
        ("yil", ["Özgür Yıldız"]),
        ("hoo", ["Anneke ’t Hooft"]),
        ("DE VRIES hei", ["Anna de Vries"]),
    ):
        console.window.centre.presence.field.setText(typed)
        assert [line.split(",")[0].split(" · ")[0] for line in shown(console)] == names, typed


def test_of_two_with_one_name_the_organisation_tells_who(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, participants=NAMESAKES)
    nobody_yet(console)
    console.keys("Ctrl+P")
    console.type("vri heid")
    console.keys("Enter")
    assert [(p.name, p.role) for p in console.view.present] == [("Anna de Vries", "wethouder")]
    console.type("vri")
    assert shown(console) == [
        "Anna de Vries, beleid · Lindevoort · expected",
        "Anna de Vries, wethouder · Heidebeek · ✓ present 13:30",
    ]
    console.keys("Enter")
    assert len(console.view.present) == 2
    console.type("zzz")
    console.keys("Enter")
    assert told(console).startswith("Nobody on the list fits this")


def test_who_goes_early_does_not_count_any_more_and_comes_back_with_enter(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.clock.pass_minutes(70)
    console.keys("Ctrl+P")
    console.type("daan")
    console.keys("Alt+W")
    assert person(console, "Daan Vos").left_at == console.clock.wall
    assert "3 people · 2 organisations" in console.window.rail._people.text()
    assert told(console) == "Daan Vos: left early"
    console.type("daan")
    assert shown(console) == ["Daan Vos, inkoop · Merenwijk · left early (14:40)"]
    console.keys("Enter")
    assert (person(console, "Daan Vos").presence, person(console, "Daan Vos").left_at) == (Presence.PRESENT, None)
    assert f"{person(console, 'Daan Vos').arrived_at:%M}" == "30", "when they came stays known"
    console.keys("Ctrl+Z")
    assert person(console, "Daan Vos").presence is Presence.LEFT


def test_someone_comes_in_the_place_of_another(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    nobody_yet(console)
    console.keys("Ctrl+P")
    console.type("daan")
    console.keys("Alt+V")
    assert "Who came in place of Daan Vos?" in told(console)
    console.type("Els Kok, inkoper")
    console.keys("Enter")
    els = person(console, "Els Kok")
    assert (els.presence, els.role, els.replaces_id) == (Presence.PRESENT, "inkoper", person(console, "Daan Vos").id)
    assert console.view.organisation_name(els.organisation_id) == "Merenwijk"
    assert person(console, "Daan Vos").presence is Presence.EXCUSED
    console.type("merenw")
    assert shown(console) == [
        "Els Kok, inkoper · Merenwijk · ✓ present 13:30, in place of Daan Vos",
        "Daan Vos, inkoop · Merenwijk · replaced by Els Kok",
    ]
    console.window.centre.presence.field.clear()
    console.keys("Ctrl+Z")
    assert person(console, "Daan Vos").presence is Presence.EXPECTED
    assert len(console.view.participants) == 4
    console.keys("Ctrl+Y")
    assert person(console, "Els Kok").replaces_id == person(console, "Daan Vos").id


def test_a_colleague_on_the_list_can_be_the_replacement(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    nobody_yet(console)
    console.keys("Ctrl+P")
    console.type("anna")
    console.keys("Alt+V")
    console.type("bram smit")
    console.keys("Enter")
    assert len(console.view.participants) == 4
    assert person(console, "Bram Smit").replaces_id == person(console, "Anna de Wit").id


def test_esc_leaves_the_question_for_a_replacement_and_then_the_list(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.keys("Ctrl+P")
    console.type("daan")
    console.keys("Alt+V", "Escape")
    assert console.window.centre.presence.isVisible()
    assert told(console) == ""
    console.type("daan")
    console.keys("Enter")
    assert [p.name for p in console.view.participants][-1] == "Daan Vos", "what is typed now looks for someone again"
    console.keys("Escape")
    assert not console.window.centre.presence.isVisible()


def test_absent_with_and_without_notice_and_expected_again(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.keys("Ctrl+P")
    for key, presence in (
        ("Alt+G", Presence.EXCUSED),
        ("Alt+Z", Presence.ABSENT),
        ("Alt+N", Presence.EXPECTED),
    ):
        console.type("daan")
        console.keys(key)
        assert (person(console, "Daan Vos").presence, person(console, "Daan Vos").arrived_at) == (presence, None)
    console.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert person(console, "Daan Vos").presence is Presence.PRESENT


def test_a_walk_in_has_a_role_and_names_are_never_markup(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.keys("Ctrl+P")
    long = "x" * 200
    for name, organisation in (("<b>Eva</b>", "Zandhaven"), ("\u0645\u0631\u062d \U0001f337", "Polderdam"), (long, "")):
        console.window.centre.presence.field.setText(f"+ {name}, {organisation}, raadslid")
        console.keys("Enter")
        assert person(console, name).role == "raadslid"
        assert told(console) == f"{name} is here and on the list"
    assert console.window.centre.presence._told.textFormat() is Qt.TextFormat.PlainText
    console.window.centre.presence.field.setText("+ " + "x" * 201)
    console.keys("Enter")
    assert console.window.centre.presence.field.text() == "+ " + "x" * 201, "what cannot be saved stays"


def test_who_is_marked_is_said_to_a_screen_reader(open_console: OpenConsole, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(presence_panel, "announce", lambda _source, text: said.append(text))
    console = open_console(CHECKIN)
    nobody_yet(console)
    console.keys("Ctrl+P")
    console.type("car")
    console.keys("Enter")
    assert said == ["Carla Bos: present"]


def test_a_walk_in_who_is_on_the_list_is_not_there_twice(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    nobody_yet(console)
    console.keys("Ctrl+P")
    for typed in ("+ daan vos", "+ Anna de Wit, lindevoort", "+ Anna de Wit, Heidebeek"):
        console.type(typed)
        console.keys("Enter")
    assert sorted((p.name, p.walk_in) for p in console.view.present) == [
        ("Anna de Wit", False),
        ("Anna de Wit", True),
        ("Daan Vos", False),
    ]
