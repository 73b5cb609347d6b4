"""The panel of small groups, by keyboard: tables, who sits there, what they note, and what is the same."""

import pytest

from tests.desktop.console.conftest import Console, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.facilitation import grouping, people
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import Language
from workshop_app.model.values import Level
from workshop_app.model.views import GroupView

TOWNS = ("Lindevoort", "Heidebeek", "Merenwijk")
TABLE = Language.load().gettext("Table {n}")
"""The room reads it, so it is in the language of the workshop."""
TWELVE = tuple(
    ParticipantLine(n, f"{name} {town}", town, "", "")
    for n, (name, town) in enumerate(((name, town) for town in TOWNS for name in ("An", "Bo", "Cas", "Do")), start=2)
)
ROUND = one_round("groups", "Waar beginnen we?", "Wie doet wat?", minutes=20, title="Tafels")


def groups(console: Console) -> tuple[GroupView, ...]:
    return console.round("groups").groups


def sizes(console: Console) -> list[int]:
    return [len(group.seats) for group in groups(console)]


def rows(console: Console) -> list[str]:
    """What a screen reader finds in the panel."""
    model = console.window.centre.groups.list.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def at(console: Console) -> str:
    return str(console.window.centre.groups.list.currentIndex().data())


def table_of(console: Console, name: str) -> str:
    person = next(each.id for each in console.view.participants if each.name == name)
    there = [group.name for group in groups(console) if person in [seat.participant_id for seat in group.seats]]
    return "".join(there)


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    """A console at the tables, with the keyboard in the panel."""
    console = open_console(ROUND, participants=TWELVE)
    console.go("groups")
    console.keys("F6")
    return console


def test_a_digit_makes_tables_and_g_mixes_again(console: Console) -> None:
    assert rows(console)[0].startswith("12 people have no table")
    console.keys("4")
    assert sizes(console) == [3, 3, 3, 3]
    assert [row.split(". ")[1] for row in rows(console) if row[0].isdigit()] == [
        TABLE.format(n=1),
        TABLE.format(n=2),
        TABLE.format(n=3),
        TABLE.format(n=4),
    ]
    assert not any("of Lindevoort here" in row for row in rows(console))
    mixes = {str(groups(console))}
    for _ in range(5):
        console.keys("G")
        mixes.add(str(groups(console)))
    assert len(mixes) > 1
    console.keys("+")
    assert sorted(sizes(console)) == [2, 2, 2, 3, 3]
    console.keys("-", "-")
    assert sorted(sizes(console)) == [4, 4, 4]
    assert any("2 of" in row for row in rows(console)), "four of a town over three tables"
    assert not any("! 2 of" in row for row in rows(console)), "which is as good as can be"
    console.keys("0")
    assert groups(console) == ()


def test_all_is_undone_and_done_again(console: Console) -> None:
    console.keys("4", "Ctrl+Z")
    assert groups(console) == ()
    console.keys("Ctrl+Y")
    assert len(groups(console)) == 4
    assert "small groups" in console.news()


def test_a_person_moves_stays_and_goes(console: Console) -> None:
    console.keys("4", "Down")
    name = at(console).split(". ")[0]
    assert table_of(console, name) == TABLE.format(n=1)
    console.keys("L", "3")
    assert table_of(console, name) == TABLE.format(n=3)
    assert any("! 2 of" in row for row in rows(console)), "three of each town over four tables"
    assert sizes(console) == [2, 3, 4, 3]
    console.keys("Up", "G")
    assert table_of(console, name) == TABLE.format(n=3), "who is locked stays"
    console.keys("Down")
    other = at(console).split(". ")[0]
    console.keys("Delete")
    assert table_of(console, other) == ""
    assert any(row.startswith("1 person has no table") for row in rows(console))


def test_who_comes_late_gets_a_table(console: Console) -> None:
    console.keys("4")
    console.desk.run(people.walk_in, "Eva", "Heidebeek", "", console.desk.now())
    assert any(row.startswith("1 person has no table. Eva") for row in rows(console))
    console.keys("N")
    assert sorted(sizes(console)) == [3, 3, 3, 4]
    assert table_of(console, "Eva")


def test_tables_get_their_own_question_or_all_the_same(console: Console) -> None:
    console.keys("3", "Q")
    one, other = (item.id for item in console.round("groups").items)
    assert [group.prompt_id for group in groups(console)] == [one, other, one]
    console.keys("Right")
    assert groups(console)[0].prompt_id == other
    console.keys("Left", "Left")
    assert groups(console)[0].prompt_id == ""
    console.keys("Q")
    assert {group.prompt_id for group in groups(console)} == {""}


def test_a_table_is_renamed_in_its_place(console: Console) -> None:
    console.keys("3", "F2")
    console.type("Raamtafel")
    console.keys("Enter")
    assert groups(console)[0].name == "Raamtafel"


def test_notes_belong_to_the_table_that_was_chosen(console: Console) -> None:
    console.keys("3", "Escape", "PageDown")
    assert console.place.step == "task"
    console.keys("Alt+2")
    assert console.focus() is console.window.capture.editor
    assert TABLE.format(n=2) in console.window.capture.editor.placeholderText()
    console.capture("Begin klein")
    console.keys("F6", "3")
    console.capture("Begin samen")
    console.keys("Ctrl+2")
    console.capture("Eén loket")
    _, second, third = groups(console)
    said = {each.text: (each.group_id, each.strand) for each in console.round("groups").contributions}
    assert said == {
        "Begin klein": (second.id, "insight"),
        "Begin samen": (third.id, "insight"),
        "Eén loket": (third.id, "proposal"),
    }
    assert any(row.startswith("Insight. Begin samen") for row in rows(console))


def test_half_typed_text_stays_with_its_table(console: Console) -> None:
    console.keys("3", "Escape", "PageDown", "Alt+2")
    console.type("half")
    console.keys("Alt+1")
    assert console.window.capture.editor.toPlainText() == ""
    console.capture("Begin klein")
    console.keys("Alt+2")
    assert console.window.capture.editor.toPlainText() == "half"
    assert groups(console)[0].id == console.round("groups").contributions[0].group_id


def test_the_clock_of_the_tables_counts_down_and_begins_again(console: Console) -> None:
    console.keys("3", "Escape", "PageDown")
    panel = console.window.centre.groups
    console.clock.pass_minutes(5)
    console.window._tick()
    assert panel._left.text() == "15:00"
    console.keys("Ctrl+Equal")
    assert panel._left.text() == "17:00"
    console.keys("F6", "S")
    assert panel._left.text() == "22:00"
    for minutes, tone in ((17, "normal"), (1, "warm"), (3, "bad")):
        console.clock.pass_minutes(minutes)
        console.window._tick()
        assert panel._left.property("tone") == tone
    console.clock.pass_minutes(4)
    console.window._tick()
    assert (panel._left.text(), panel._until.text()) == ("0:00", "Time is up")


def harvested(console: Console, *notes: tuple[int, str]) -> None:
    """Take notes for tables, then go on to the harvest."""
    console.keys("3", "Escape", "PageDown")
    for number, text in notes:
        console.keys(f"Alt+{number}")
        console.capture(text)
    console.keys("PageDown")


def test_one_table_after_the_other_brings_back_and_duplicates_become_one(console: Console) -> None:
    harvested(console, (1, "Begin klein"), (2, "Klein beginnen"), (3, "Meer mandaat"), (3, "Niet te groot"))
    first, second, _ = groups(console)
    assert (console.place.step, console.place.prompt_id) == ("harvest", first.id)
    console.keys("PageDown")
    assert console.place.prompt_id == second.id
    console.capture("Elke week overleg")
    console.keys("PageDown", "PageDown")
    assert (console.place.step, console.place.prompt_id) == ("together", "")
    assert [row.split(". ")[1] for row in rows(console)[1:]] == [
        "Begin klein", "Klein beginnen", "Meer mandaat", "Niet te groot", "Elke week overleg",
    ]  # fmt: skip
    console.keys("F6", "Down", "J")
    console.type("kl")
    console.keys("Tab")
    for _ in range(2):
        console.keys("Backspace")
    console.type("ni")
    console.keys("Tab", "Enter")
    kept, *others = console.round("groups").contributions
    assert (kept.text, kept.mentions, kept.group_id) == ("Begin klein", 3, first.id)
    assert [each.text for each in others] == ["Meer mandaat", "Elke week overleg"]
    assert f"Insight. Begin klein. 3 tables. {TABLE.format(n=1)}" in rows(console)
    console.keys("Ctrl+Z")
    assert len(console.round("groups").contributions) == 5


def test_enter_brings_the_beamer_to_what_a_table_brings_back(console: Console) -> None:
    console.keys("3", "Down", "Enter")
    assert console.place.step == "tables", "while people find their seats"
    console.keys("Escape", "PageDown", "F6", "Down", "Down", "Enter")
    assert (console.place.step, console.place.prompt_id) == ("harvest", groups(console)[1].id)


def test_an_anonymous_round_keeps_no_table(open_console: OpenConsole) -> None:
    console = open_console(one_round("groups", "Waar?", level=Level.ANONYMOUS), participants=TWELVE)
    console.go("groups")
    console.keys("F6")
    harvested(console, (2, "Begin klein"))
    assert console.round("groups").contributions[0].group_id == ""
    assert "Without a table. 1 contribution" in rows(console)
    assert TABLE.format(n=2) not in console.window.capture.editor.placeholderText()


def test_who_noted_something_is_folded_away_while_the_room_looks_along(open_console: OpenConsole) -> None:
    console = open_console(ROUND, participants=TWELVE)
    console.go("groups")
    console.keys("F6")
    harvested(console, (1, "@Lindevoort: Begin klein"))
    console.window.set_room_status(RoomStatus(Beamer.LIVE))
    assert any("Lindevoort" in row for row in rows(console) if "Begin klein" in row)
    console.window.set_room_status(RoomStatus(Beamer.MIRRORED))
    assert not any("Lindevoort" in row for row in rows(console) if "Begin klein" in row)


def test_a_note_that_was_taken_for_another_table_goes_to_its_own(console: Console) -> None:
    harvested(console, (1, "Begin klein"))
    console.keys("F6", "Down", "Down", "3")
    (note,) = console.round("groups").contributions
    assert note.group_id == groups(console)[2].id
    console.keys("Ctrl+Z")
    (note,) = console.round("groups").contributions
    assert note.group_id == groups(console)[0].id


@pytest.mark.parametrize("name", ["x" * 200, "<b>Luid</b> & {n}", "\u0645\u0631\u062d\u0628\u0627 \U0001f337"])
def test_any_name_can_be_seated_and_called(console: Console, name: str) -> None:
    console.desk.run(people.walk_in, name, name, "", console.desk.now())
    console.keys("4")
    console.desk.run(grouping.rename_group, groups(console)[0].id, name)
    assert table_of(console, name)
    assert any(name in row for row in rows(console))
    console.window.grab()


def test_a_later_round_begins_at_the_tables_of_before(open_console: OpenConsole) -> None:
    console = open_console(ROUND, one_round("groups", title="Nog eens"), participants=TWELVE)
    console.go("groups")
    console.keys("F6", "4", "Escape", "Ctrl+PageDown", "F6", "Enter")
    first, second = (known.groups for known in console.view.rounds)
    assert [(group.name, group.seats) for group in second] == [(group.name, group.seats) for group in first]
    console.keys("Ctrl+Z")
    assert console.view.rounds[1].groups == ()
