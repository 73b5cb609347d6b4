"""Commands on small groups: made, made again, changed, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshops import Clock, one_round, open_desk, reopened
from workshop_app.facilitation import capturing, grouping, people, stage
from workshop_app.facilitation.command import GoneError, RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.facilitation.task_clock import task_seconds_left
from workshop_app.model.values import Level, Presence
from workshop_app.model.views import GroupView, Place, RoundView

TOWNS = ("Lindevoort", "Heidebeek", "Merenwijk")
TWELVE = tuple(
    ParticipantLine(n, f"{name} {town}", town, "", "")
    for n, (name, town) in enumerate(((name, town) for town in TOWNS for name in ("An", "Bo", "Cas", "Do")), start=2)
)
TABLES = one_round("groups", "Waar beginnen we?", "Wie doet wat?", minutes=20)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Twelve people from three municipalities, a round in small groups, and one after it."""
    with open_desk(tmp_path, TABLES, one_round("recognition", "Klopt dit?"), clock=clock, participants=TWELVE) as desk:
        yield desk


def the_round(desk: Desk) -> RoundView:
    return next(known for known in desk.view.rounds if known.kind == "groups")


def make(desk: Desk, count: int, seed: int = 1) -> tuple[GroupView, ...]:
    desk.run(grouping.make_groups, the_round(desk).id, count, seed, "Tafel {n}")
    return the_round(desk).groups


def seated(desk: Desk) -> list[set[str]]:
    names = {person.id: person.name for person in desk.view.participants}
    return [{names[seat.participant_id] for seat in group.seats} for group in the_round(desk).groups]


def someone(desk: Desk, name: str) -> str:
    return next(person.id for person in desk.view.participants if person.name == name)


def test_those_present_are_divided_over_named_tables(desk: Desk) -> None:
    desk.run(people.set_presence, someone(desk, "An Merenwijk"), Presence.EXCUSED, desk.now())
    groups = make(desk, 4)
    assert [group.name for group in groups] == ["Tafel 1", "Tafel 2", "Tafel 3", "Tafel 4"]
    assert sorted(len(group.seats) for group in groups) == [2, 3, 3, 3]
    assert all(sum(town in name for name in table) <= 1 for town in TOWNS for table in seated(desk))


def test_groups_count_in_later_rounds_too(desk: Desk) -> None:
    groups = make(desk, 3)
    later = desk.view.rounds[1]
    assert desk.view.groups_for(later.id) == groups


def test_made_again_a_table_keeps_its_name_notes_and_locked_people(desk: Desk) -> None:
    first, second, *_ = make(desk, 4)
    desk.run(grouping.rename_group, first.id, "Raamtafel")
    note = desk.run(capturing.contribute, the_round(desk).id, "insight", "Begin klein", group_id=second.id)
    stays = second.seats[0].participant_id
    desk.run(grouping.lock_seat, stays, second.id, locked=True)
    before = seated(desk)
    again = make(desk, 3, seed=2)
    assert [group.name for group in again] == ["Raamtafel", "Tafel 2", "Tafel 3"]
    assert seated(desk) != before[:3]
    assert (stays, True) in [(seat.participant_id, seat.locked) for seat in again[1].seats]
    assert [(each.id, each.group_id) for each in the_round(desk).contributions] == [(note, second.id)]


def test_all_of_it_is_undone_and_done_again_and_in_the_file(desk: Desk, clock: Clock) -> None:
    groups = make(desk, 3)
    desk.run(capturing.contribute, the_round(desk).id, "insight", "Begin klein", group_id=groups[2].id)
    with_note = the_round(desk)
    assert make(desk, 2) != groups
    assert the_round(desk).contributions[0].group_id == "", "the table is gone"
    desk.undo()
    assert the_round(desk) == with_note
    desk.redo()
    after = the_round(desk)
    assert len(after.groups) == 2
    desk.file.close()
    with reopened(desk.file.path, clock) as again:
        assert the_round(again) == after
        assert again.undo() == "small groups"
        assert the_round(again) == with_note


def test_a_later_round_begins_at_the_same_tables(tmp_path: Path) -> None:
    with open_desk(tmp_path, TABLES, TABLES, participants=TWELVE) as desk:
        first, second = desk.view.rounds
        desk.run(grouping.make_groups, first.id, 3, 1, "Tafel {n}")
        before = desk.view.groups_for(second.id)
        desk.run(grouping.lock_seat, before[0].seats[0].participant_id, before[0].id, locked=True)
        before = desk.view.groups_for(second.id)
        desk.run(grouping.sit_as_before, second.id, [group.id for group in before])
        after = desk.view.rounds[1].groups
        assert [(group.name, group.seats) for group in after] == [(group.name, group.seats) for group in before]
        assert desk.view.rounds[0].groups == before
        with pytest.raises(RefusedError, match="already"):
            desk.run(grouping.sit_as_before, second.id, [before[0].id])


def test_no_tables_again(desk: Desk) -> None:
    make(desk, 3)
    assert make(desk, 0) == ()
    for count in (-1, 21):
        with pytest.raises(RefusedError, match="tables"):
            make(desk, count)


def test_a_person_moves_stays_leaves_and_comes_late(desk: Desk) -> None:
    first, _, third = make(desk, 3)
    person = first.seats[0].participant_id
    desk.run(grouping.lock_seat, person, first.id, locked=True)
    desk.run(grouping.seat_at, person, third.id)
    assert [len(table) for table in seated(desk)] == [3, 4, 5]
    assert person in [seat.participant_id for seat in the_round(desk).groups[2].seats if seat.locked]
    desk.run(grouping.unseat, person, third.id)
    assert [len(table) for table in seated(desk)] == [3, 4, 4]
    desk.run(people.walk_in, "Eva", "Heidebeek", "", desk.now())
    assert desk.run(grouping.seat_latecomers, the_round(desk).id) == 2
    assert sorted(len(table) for table in seated(desk)) == [4, 4, 5]
    elsewhere = [g.id for g in the_round(desk).groups if person not in [seat.participant_id for seat in g.seats]]
    with pytest.raises(GoneError):
        desk.run(grouping.lock_seat, person, elsewhere[0], locked=True)


def test_latecomers_need_tables(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="no tables"):
        desk.run(grouping.seat_latecomers, the_round(desk).id)


def test_each_table_its_own_question_or_all_the_same(desk: Desk) -> None:
    make(desk, 3)
    one, other = (item.id for item in the_round(desk).items)
    desk.run(grouping.deal_prompts, the_round(desk).id, [one, other])
    assert [group.prompt_id for group in the_round(desk).groups] == [one, other, one]
    desk.run(grouping.give_prompt, the_round(desk).groups[0].id, other)
    desk.run(grouping.give_prompt, the_round(desk).groups[1].id, "")
    assert [group.prompt_id for group in the_round(desk).groups] == [other, "", one]
    desk.run(grouping.deal_prompts, the_round(desk).id, [])
    assert {group.prompt_id for group in the_round(desk).groups} == {""}
    elsewhere = desk.view.rounds[1].items[0].id
    with pytest.raises(GoneError):
        desk.run(grouping.give_prompt, the_round(desk).groups[0].id, elsewhere)
    with pytest.raises(GoneError):
        desk.run(grouping.deal_prompts, the_round(desk).id, [elsewhere])


def test_an_anonymous_round_keeps_no_table_with_a_note(tmp_path: Path) -> None:
    known = one_round("groups", "Waar beginnen we?", level=Level.ANONYMOUS)
    with open_desk(tmp_path, known, participants=TWELVE) as desk:
        group = make(desk, 3)[0]
        desk.run(capturing.contribute, the_round(desk).id, "insight", "Begin klein", group_id=group.id)
        assert the_round(desk).contributions[0].group_id == ""


def test_a_table_needs_a_name(desk: Desk) -> None:
    group = make(desk, 3)[0]
    with pytest.raises(RefusedError, match="name is missing"):
        desk.run(grouping.rename_group, group.id, "  ")


def test_the_clock_of_all_tables_runs_from_the_task_on_and_begins_again(desk: Desk, clock: Clock) -> None:
    known = the_round(desk)
    desk.run(stage.go, Place(known.id, "tables"), desk.now())
    clock.pass_minutes(5)
    assert task_seconds_left(the_round(desk), clock.now()) == 20 * 60
    desk.run(stage.go, Place(known.id, "task"), desk.now())
    clock.pass_minutes(7)
    desk.run(stage.go, Place(known.id, "tables"), desk.now())
    desk.run(stage.go, Place(known.id, "task"), desk.now())
    assert task_seconds_left(the_round(desk), clock.now()) == 13 * 60
    desk.run(stage.restart_task, known.id, desk.now())
    assert task_seconds_left(the_round(desk), clock.now()) == 20 * 60
    assert desk.undo() is not None, "the presence, not the clock"
    assert the_round(desk).task_at == clock.now()
