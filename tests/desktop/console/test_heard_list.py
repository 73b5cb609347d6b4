"""Who was not heard yet, and ticks that nothing keeps."""

from PySide6.QtCore import Qt

from tests.desktop.console.conftest import CHECKIN, Console, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.facilitation import capturing, counting, people
from workshop_app.model.values import Level, Presence, organisation_voice

SCAN = one_round("selfscan", "Vertrouwen", "Middelen")
SECRET = one_round("resistance", "Een GR is niet democratisch.", level=Level.ANONYMOUS)
CHECKED = Qt.CheckState.Checked


def unheard(console: Console) -> list[str]:
    """The names that are shown; a tick stands before those that were ticked."""
    names = console.window.side.heard.list
    items = [names.item(n) for n in range(names.count())] if not names.isHidden() else []
    return [f"✓ {item.text()}" if item.checkState() is CHECKED else item.text() for item in items]


def words(console: Console) -> str:
    return console.window.side.heard._words.text()


def test_who_says_or_answers_something_is_heard(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, SCAN)
    known = console.go("checkin")
    assert unheard(console) == ["Lindevoort", "Heidebeek", "Merenwijk"]
    assert words(console) == "3 of 3 organisations; Space ticks by hand"
    heidebeek = console.view.organisations[1].id
    console.desk.run(capturing.contribute, known.id, "answer", "Ja", known.items[0].id, heidebeek)
    assert unheard(console) == ["Lindevoort", "Merenwijk"]
    daan = console.view.participants[3]
    console.desk.run(people.set_presence, daan.id, Presence.LEFT, console.desk.now())
    assert unheard(console) == ["Lindevoort"], "who is not there is not asked"
    known = console.go("selfscan")
    assert unheard(console) == ["Lindevoort", "Heidebeek"]
    for organisation in console.view.organisations[:2]:
        console.desk.run(counting.choose, known.items[0].id, organisation_voice(organisation.id), "3")
    assert unheard(console) == []
    assert words(console) == "Of every organisation something was captured."
    console.keys("Ctrl+Z")
    assert unheard(console) == ["Heidebeek"]


def test_f6_comes_to_the_list_and_space_ticks(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.keys("F6", "F6", "F6", "F6")
    assert console.focus() is console.window.side.heard.list
    console.keys("Space", "Right", "Right", "Enter")
    assert unheard(console) == ["✓ Lindevoort", "Heidebeek", "✓ Merenwijk"]
    console.keys("Space", "F6")
    assert unheard(console) == ["✓ Lindevoort", "Heidebeek", "Merenwijk"]
    assert console.focus() is console.window.capture.editor


def test_a_tick_in_an_anonymous_round_is_kept_nowhere(open_console: OpenConsole) -> None:
    console = open_console(SECRET, CHECKIN)
    console.go("resistance")
    assert "Nothing of it is kept" in words(console)
    path = console.desk.file.path
    before = {file.name: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    console.keys("F6", "F6", "F6", "F6", "Space", "Right", "Space", "Escape")
    assert unheard(console) == ["✓ Lindevoort", "✓ Heidebeek", "Merenwijk"]
    assert {file.name: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()} == before
    console.capture("Niemand belt ons.")
    assert unheard(console) == ["✓ Lindevoort", "✓ Heidebeek", "Merenwijk"], "it stays as long as the round"
    console.keys("Ctrl+PageDown", "PageUp")
    assert console.place.round_id == console.round("resistance").id
    assert unheard(console) == ["Lindevoort", "Heidebeek", "Merenwijk"], "with the round it is forgotten"


def test_it_folds_away_while_the_room_looks_along_and_in_a_break(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, one_round("pause"))
    heard = console.window.side.heard
    assert not heard.isVisible(), "there is no round yet"
    console.go("checkin")
    assert heard.isVisible()
    console.window.set_room_status(RoomStatus(Beamer.MIRRORED))
    assert not heard.isVisible()
    console.window.set_room_status(RoomStatus(Beamer.LIVE, "EPSON"))
    console.go("pause")
    assert not heard.isVisible()
