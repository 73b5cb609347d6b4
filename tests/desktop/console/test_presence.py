"""Who is in the room, by two or three letters."""

from tests.desktop.console.conftest import CHECKIN, Console, OpenConsole
from workshop_app.facilitation import people, stage
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
    assert [p.name for p in console.view.present] == ["Bram Smit"]


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
    console.keys("Alt+E")
    console.qtbot.waitUntil(lambda: person(console, "Daan Vos").presence is Presence.EXCUSED)
    console.keys("Alt+V")
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
