"""Around the panel: the script, the bar above, notes, what comes next, and what folds away."""

from datetime import UTC, timedelta

from PySide6.QtWidgets import QPlainTextEdit

from tests.desktop.console.conftest import CHECKIN, QUOTES, Console, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.console.top_bar import TopBar
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import capturing, counting, outcomes, preparing, script, stage
from workshop_app.model.values import organisation_voice

PAUSE = one_round("pause", minutes=10)
SCAN = one_round("selfscan", "Vertrouwen", "Middelen")


def rail(console: Console) -> list[str]:
    model = console.window.rail.list.stops
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def next_card(console: Console) -> list[str]:
    side = console.window.side
    return [label.text() for label in (side._step, side._first, side._second) if not label.isHidden()]


def test_the_rail_tells_how_far_each_round_is(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES, PAUSE, SCAN)
    known = console.go("checkin")
    console.desk.run(capturing.contribute, known.id, "answer", "Wat nu?", known.items[0].id)
    console.clock.pass_minutes(12)
    console.go("resistance")
    console.capture("Niemand belt ons.")
    console.clock.pass_minutes(3)
    console.window._tick()
    assert rail(console) == [
        "round 1 · Check-in · done · 1 contribution · 12' / 10'",
        "round 2 · Resistance and sighs · now · 5 quotes · 1 from the room · 3' / 10'",
        "Break · 10'",
        "round 3 · Self-scan · 10'",
    ]


def test_a_round_is_reached_from_the_rail_by_keyboard(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES, SCAN)
    console.go("checkin")
    console.keys("F6", "F6", "Down", "Down", "Enter")
    assert console.place.round_id == console.round("selfscan").id
    console.keys("Enter")
    assert console.place.round_id == console.round("selfscan").id


def test_a_skipped_round_says_so(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.desk.run(preparing.edit_round, console.round("resistance").id, skipped=True)
    assert rail(console)[1] == "round 2 · Resistance and sighs · skipped · 10'"


def test_the_bar_shows_clock_end_and_lateness(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    bar: TopBar = console.window.top_bar
    console.go("checkin")
    assert (bar._clock.text(), bar._end.text()) == ("13:30", "end 13:50 · on time")
    console.clock.pass_minutes(17)
    console.window._tick()
    assert (bar._clock.text(), bar._end.text()) == ("13:47", "end 13:57 · 7 min behind")
    assert bar._end.property("chip") == "amber"
    assert bar._where.text() == "Rijnkust · raadzaal"


def test_the_beamer_is_told_in_words(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    chip = console.window.top_bar._beamer
    for status, words in (
        (RoomStatus(Beamer.LIVE, "EPSON EB-X49"), "● Beamer live · EPSON EB-X49"),
        (RoomStatus(Beamer.LIVE, "EPSON", result_hidden=True), "● Beamer live · result hidden"),
        (RoomStatus(Beamer.LIVE, "EPSON", frozen=True), "Beamer live · frozen"),
        (RoomStatus(Beamer.LIVE, "EPSON", frozen=True, black=True), "Beamer live · black · frozen"),
        (RoomStatus(Beamer.MIRRORED), "Beamer mirrors this screen"),
        (RoomStatus(Beamer.ONE_SCREEN), "No beamer"),
    ):
        console.window.set_room_status(status)
        assert chip.text() == words


def test_saved_says_when_the_commit_was(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.clock.wall = console.clock.wall.astimezone(UTC) + timedelta(seconds=83)
    console.capture("Ja")
    assert console.window.top_bar.saved.text() == "✓ saved 13:31:23"


def test_notes_are_kept_when_the_keyboard_leaves(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.go("checkin")
    console.keys("F6", "F6", "F6")
    notes = console.focus()
    assert isinstance(notes, QPlainTextEdit)
    assert notes.toPlainText() == "Begin op tijd."
    console.keys("Ctrl+End")
    console.type(" Koffie staat klaar.")
    console.keys("Escape")
    assert console.round("checkin").notes == "Begin op tijd. Koffie staat klaar."
    console.go("resistance")
    assert notes.toPlainText() == ""
    console.keys("F6", "F6", "F6")
    console.type("Let op de tijd")
    console.keys("PageUp")
    assert console.round("resistance").notes == "Let op de tijd"
    assert notes.toPlainText() == "Begin op tijd. Koffie staat klaar."


def test_what_comes_next_with_the_time_after_the_break(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, PAUSE, SCAN)
    known = console.go("checkin")
    assert next_card(console) == ["first: number 2", "Break · 10 min, back at 13:50", "then Self-scan"]
    console.go("selfscan")
    console.desk.run(
        counting.choose,
        console.round("selfscan").items[0].id,
        organisation_voice(console.view.organisations[0].id),
        "3",
    )
    assert next_card(console) == ["first: show the result", "Thanks and the end"]
    assert known.id != console.place.round_id


def test_a_break_counts_down_and_can_be_longer(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, PAUSE)
    console.go("pause")
    console.clock.pass_minutes(2.5)
    console.window._tick()
    panel = console.window.centre.pause
    assert (panel._left.text(), panel._until.text()) == ("7:30 min left", "Back at 13:40")
    console.keys("F6", "Space")
    assert (panel._left.text(), panel._until.text()) == ("9:30 min left", "Back at 13:42")
    console.clock.pass_minutes(60)
    console.go("checkin")
    console.keys("PageDown", "PageDown")
    assert panel._left.text() == "12:00 min left", "a break that was held is held anew"


def test_private_things_fold_away_at_once_and_come_back(open_console: OpenConsole) -> None:
    console = open_console(SCAN)
    known = console.go("selfscan")
    voice = organisation_voice(console.view.organisations[0].id)
    console.desk.run(counting.choose, known.items[0].id, voice, "2")
    window = console.window
    assert any("Lindevoort" in row for row in console.panel_rows())
    console.keys("Ctrl+P")
    window.set_room_status(RoomStatus(Beamer.MIRRORED))
    assert not window.side.notes.isVisible()
    assert not window.centre.presence.isVisible()
    assert not any("Lindevoort" in row or "lowest" in row or "2 1" in row for row in console.panel_rows())
    console.desk.run(preparing.edit_round, known.id, notes="Niet laten zien")
    assert not window.side.notes.isVisible()
    window.set_room_status(RoomStatus(Beamer.LIVE, "EPSON"))
    assert window.side.notes.isVisible()
    assert any("Lindevoort" in row for row in console.panel_rows())


def test_with_one_screen_they_can_be_shown_anyway(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    window = console.window
    window.set_room_status(RoomStatus(Beamer.ONE_SCREEN))
    assert window.side._veil.isVisible()
    window.side._veil.button.click()
    assert window.side.notes.isVisible()
    window.set_room_status(RoomStatus(Beamer.ONE_SCREEN, black=True))
    assert window.side.notes.isVisible()
    window.set_room_status(RoomStatus(Beamer.MIRRORED))
    assert not window.side.notes.isVisible(), "another situation asks again"


def test_what_people_type_is_never_markup(open_console: OpenConsole) -> None:
    console = open_console(one_round("checkin", "<b>Wie</b>?", title="<i>Check</i>"))
    console.desk.run(preparing.edit_workshop, title="<img src=x>", place="<u>zaal</u>")
    console.go("checkin")
    console.capture("<h1>Luid</h1>")
    assert "<h1>Luid</h1>" in console.panel_rows()
    assert all(label.textFormat().name == "PlainText" for label in console.window.findChildren(TextLabel))


def test_at_the_end_it_is_told_how_much_is_still_parked(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    for text in ("Vervoer", "Eigen bijdrage"):
        console.desk.run(outcomes.park, text)
    console.desk.run(stage.go, script.THANKS, console.desk.now())
    told = console.window.centre.edge._text
    assert "2 parked items are still open" in told.text()
    console.desk.run(outcomes.edit_parked, console.view.parked[0].id, state="handled")
    assert "1 parked item is still open" in told.text()
    console.desk.run(outcomes.edit_parked, console.view.parked[1].id, state="next_time")
    assert "parked" not in told.text()
