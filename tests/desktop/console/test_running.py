"""The script changes while the meeting runs: time, order, rounds passed over."""

import pytest

from tests.desktop.console.conftest import CHECKIN, QUOTES, Console, OpenConsole
from tests.desktop.console.test_surroundings import rail
from tests.minutes.reading_back import built, section, text
from tests.workshops import one_round
from workshop_app.desktop.console import rail as rail_module
from workshop_app.facilitation import script
from workshop_app.facilitation.schedule import Pressure
from workshop_app.minutes.document import Table

PAUSE = one_round("pause", minutes=15)
OPEN = one_round("open", "Wat?", minutes=20)
CHECKOUT = one_round("checkout", "Hoe?", minutes=20)


def titles(console: Console) -> list[str]:
    return [known.kind for known in console.view.script]


def at_script(console: Console, kind: str) -> None:
    """Put the keyboard at a round of the script."""
    console.keys("Escape", "F6", "F6")
    assert console.focus() is console.window.rail.list
    console.keys("Home", *["Down"] * titles(console).index(kind))


def warning(console: Console) -> tuple[str, Pressure]:
    console.window._tick()
    model = console.window.rail.list.stops
    stop = model.stop_at(model.index(model.place_of(console.place.round_id)))
    assert stop is not None
    return stop.warning, stop.pressure


def test_one_key_gives_two_minutes_and_undo_takes_them_back(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, PAUSE)
    console.go("checkin")
    console.keys("Ctrl+Equal", "Ctrl+Equal")
    assert (console.round("checkin").minutes, console.round("checkin").extra) == (10, 4)
    assert console.news() == "Check-in: 2 minutes more"
    assert rail(console)[0].endswith("now · 0' / 14'")
    assert console.window.top_bar._end.text() == "end 13:59 · 4 min behind"
    console.keys("Ctrl+Z")
    assert console.round("checkin").extra == 2
    console.go("pause")
    console.keys("Ctrl+Equal")
    assert console.window.centre.pause._left.text() == "17:00 min left"


def test_the_end_of_a_round_is_told_in_words_and_said_once(
    open_console: OpenConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(rail_module, "announce", lambda _source, text: said.append(text))
    console = open_console(CHECKIN, QUOTES)
    console.go("checkin")
    console.clock.pass_minutes(7.9)
    assert warning(console) == ("", Pressure.NONE)
    console.clock.pass_minutes(0.1)
    assert warning(console) == ("2 min left", Pressure.SHORT)
    assert rail(console)[0].endswith("8' / 10' · 2 min left")
    console.clock.pass_minutes(1.5)
    assert warning(console) == ("1 min left", Pressure.LAST)
    console.clock.pass_minutes(0.6)
    assert warning(console) == ("time is up", Pressure.LAST)
    console.clock.pass_minutes(3)
    assert warning(console) == ("3 min too long", Pressure.LAST)
    assert said == ["Check-in · 2 min left", "Check-in · 1 min left"]
    console.keys("Ctrl+Equal", "Ctrl+Equal", "Ctrl+Equal", "Ctrl+Equal")
    assert warning(console) == ("", Pressure.NONE)


def test_s_passes_a_round_over_and_opens_it_again(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES, OPEN)
    console.go("checkin")
    at_script(console, "resistance")
    console.keys("S")
    assert console.round("resistance").skipped
    assert rail(console)[1] == "round 2 · Resistance and sighs · skipped · 10'"
    assert console.news() == "Resistance and sighs is passed over: not dealt with"
    console.keys("S")
    assert not console.round("resistance").skipped
    console.keys("S", "Enter")
    assert not console.round("resistance").skipped, "going there opens it"
    assert console.place.round_id == console.round("resistance").id
    console.keys("Ctrl+Z")
    assert console.round("resistance").skipped
    assert console.place.round_id == console.round("open").id, "the beamer is in the round after it, not at the welcome"


def test_the_beamer_leaves_a_round_that_is_passed_over(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.go("checkin")
    at_script(console, "checkin")
    console.keys("S")
    assert console.round("checkin").skipped
    assert console.place.round_id == console.round("resistance").id


def test_a_round_that_holds_something_is_not_passed_over(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.go("checkin")
    console.capture("Ja")
    at_script(console, "checkin")
    console.keys("S")
    assert not console.round("checkin").skipped
    assert "Something was captured in Check-in" in console.news()


def test_alt_with_an_arrow_moves_a_round_and_the_keyboard_goes_along(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES, PAUSE, OPEN)
    console.go("checkin")
    console.go("resistance")
    at_script(console, "open")
    console.keys("Alt+Up")
    assert titles(console) == ["checkin", "resistance", "open", "pause"]
    console.keys("Alt+Up")
    assert titles(console) == ["checkin", "open", "resistance", "pause"]
    console.keys("Alt+Up")
    assert titles(console) == ["checkin", "open", "resistance", "pause"]
    assert "what was held comes first" in console.news()
    assert console.place.round_id == console.round("resistance").id, "the beamer stays"
    console.keys("Enter")
    assert console.place == script.round_places(console.round("open"))[0], "the keyboard went along with the round"
    console.keys("Ctrl+Z")
    assert titles(console) == ["checkin", "resistance", "open", "pause"]


def test_a_key_shortens_what_is_to_come(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, OPEN, PAUSE, CHECKOUT)
    console.go("checkin")
    late = console.window.side.late
    console.clock.pass_minutes(12)
    console.window._tick()
    assert not late.isVisible(), "two minutes are not worth it"
    console.clock.pass_minutes(6)
    console.window._tick()
    assert late._words.text() == "8 min behind. On time with: Open question 20' → 16', Check-out 20' → 16'."
    console.keys("F12")
    assert [known.minutes for known in console.view.script] == [10, 16, 15, 16]
    assert console.news() == "The rounds to come are 8 min shorter"
    assert not late.isVisible()
    assert console.window.top_bar._end.text().endswith("on time")
    console.keys("F12")
    assert [known.minutes for known in console.view.script] == [10, 16, 15, 16]
    console.keys("Ctrl+Z")
    assert [known.minutes for known in console.view.script] == [10, 20, 15, 20]
    console.clock.pass_minutes(60)
    console.window._tick()
    assert late._words.text().startswith("68 min behind. 40 min less with: ")


def test_what_was_changed_is_there_after_a_restart(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES, OPEN)
    console.go("checkin")
    console.keys("Ctrl+Equal")
    at_script(console, "open")
    console.keys("Alt+Up", "Down", "S")
    console.window.keep()
    console.desk.file.close()
    again = open_console(path=console.desk.file.path)
    assert [(known.kind, known.extra, known.skipped) for known in again.view.script] == [
        ("checkin", 2, False),
        ("open", 0, False),
        ("resistance", 0, True),
    ]


def test_the_minutes_tell_who_was_there_what_was_not_dealt_with_and_how_parked_items_ended(
    open_console: OpenConsole,
) -> None:
    console = open_console(CHECKIN, QUOTES, one_round("outcomes"))
    console.go("checkin")
    console.keys("Ctrl+9")
    console.capture("Vervoer")
    console.clock.pass_minutes(35)
    console.keys("Ctrl+P")
    console.type("daan")
    console.keys("Alt+W")
    console.type("carla")
    console.keys("Alt+V")
    console.type("Els Kok")
    console.keys("Enter", "Escape")
    at_script(console, "resistance")
    console.keys("S", "Ctrl+0", "V", "Escape")
    minutes = built(console.view)
    table = section(minutes, "Who were there?").blocks[1]
    assert isinstance(table, Table)
    assert {row[0]: row[3] for row in table.rows} == {
        "Bram Smit": "present",
        "Anna de Wit": "present",
        "Els Kok": "present, in place of Carla Bos, came later (14:05)",
        "Daan Vos": "present, left early (14:05)",
        "Carla Bos": "replaced by Els Kok",
    }
    assert "Resistance and sighs" in text(minutes, "Not dealt with")
    assert "next time" in text(minutes, "Parked")
