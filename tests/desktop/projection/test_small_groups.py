"""What the room sees of small groups: seats, tasks with their clock, and what tables bring back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.workshops import Clock, one_round, open_desk
from workshop_app.desktop.projection.compose import Moment, Shown, compose
from workshop_app.desktop.projection.scene import Cards, Scene, Seating, Tables, Task, TaskRow
from workshop_app.facilitation import capturing, erasing, grouping, people, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import Language
from workshop_app.model.values import Level, Presence
from workshop_app.model.views import Place, RoundView

ENGLISH = Language.load("en")
PEOPLE = [
    ParticipantLine(n, name, f"o{n}", "", "") for n, name in enumerate(("Anna Vos", "Bram de Boer", "Carla Smit"))
]
ONE, OTHER = "Wie betaalt?", "Wie beslist?"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Three people at two tables, two questions, and a note of the first table."""
    known = replace(one_round("groups", ONE, OTHER, minutes=20), question="Waar beginnen we?")
    with open_desk(tmp_path, known, clock=clock, participants=PEOPLE) as desk:
        desk.run(grouping.make_groups, the_round(desk).id, 2, 1, "Tafel {n}")
        first, _ = the_round(desk).groups
        desk.run(capturing.contribute, the_round(desk).id, "insight", "Klein", group_id=first.id)
        yield desk


def the_round(desk: Desk) -> RoundView:
    return desk.view.rounds[0]


def shown(desk: Desk, step: str, group_id: str = "") -> Shown:
    desk.run(stage.go, Place(the_round(desk).id, step, group_id), desk.now())
    return compose(desk.view, ENGLISH, Moment(desk.now()))


def seen(desk: Desk, step: str, group_id: str = "") -> Scene:
    return shown(desk, step, group_id).scene


def test_who_sits_where_by_surname_without_those_who_left(desk: Desk) -> None:
    for person in desk.view.participants:
        desk.run(grouping.seat_at, person.id, the_round(desk).groups[0].id)
    everybody = Seating("Tafel 1", ("Bram de Boer", "Carla Smit", "Anna Vos"))
    assert seen(desk, "tables") == Tables(
        "Who sits where?", (everybody, Seating("Tafel 2")), "The tables are being made"
    )
    desk.run(people.set_presence, desk.view.participants[2].id, Presence.LEFT, desk.now())
    scene = seen(desk, "tables")
    assert isinstance(scene, Tables)
    assert scene.tables[0].people == ("Bram de Boer", "Anna Vos")


@pytest.mark.parametrize(
    ("prepare", "heading", "rows"),
    [
        (lambda desk: None, "Waar beginnen we?", (TaskRow("1", ONE), TaskRow("2", OTHER))),
        (
            lambda desk: desk.run(grouping.give_prompt, the_round(desk).groups[1].id, the_round(desk).items[0].id),
            "Waar beginnen we?",
            (TaskRow("Tafel 1", "Waar beginnen we?"), TaskRow("Tafel 2", ONE)),
        ),
        (lambda desk: desk.run(capturing.remove_prompt, the_round(desk).items[0].id), OTHER, ()),
    ],
    ids=["to choose from", "their own", "one for all"],
)
def test_what_tables_work_on(
    desk: Desk, prepare: Callable[[Desk], None], heading: str, rows: tuple[TaskRow, ...]
) -> None:
    prepare(desk)
    scene = seen(desk, "task")
    assert isinstance(scene, Task)
    assert (scene.heading, scene.rows) == (heading, rows)


def test_one_clock_counts_down_and_stands_alone(desk: Desk, clock: Clock) -> None:
    before = shown(desk, "task")
    clock.pass_minutes(19)
    after = shown(desk, "task")
    assert isinstance(before.scene, Task)
    assert isinstance(after.scene, Task)
    assert (before.scene.seconds, after.scene.seconds) == (1200, 60)
    ends = ENGLISH.time((clock.wall + timedelta(minutes=1)).astimezone())
    assert after.scene.until == before.scene.until == f"Until {ends}"
    assert after.frame.remaining == "", "not a second time, which may differ"
    clock.pass_minutes(2)
    over = seen(desk, "task")
    assert isinstance(over, Task)
    assert over.until == "Time is up"


def test_one_table_at_a_time_then_everything_by_theme(desk: Desk) -> None:
    first, second = the_round(desk).groups
    note = desk.run(
        capturing.contribute, the_round(desk).id, "proposal", "Samen", group_id=second.id, organisation_id=""
    )
    desk.run(capturing.edit_contribution, note, theme="Geld", mentions=2)
    one, other, both = (seen(desk, *where) for where in (("harvest", first.id), ("harvest", second.id), ("together",)))
    assert isinstance(one, Cards)
    assert isinstance(other, Cards)
    assert isinstance(both, Cards)
    assert (one.heading, [(card.text, card.tag) for card in one.cards]) == ("Tafel 1", [("Klein", "Insight")])
    assert [card.tag for card in other.cards] == ["Geld · Proposal · 2 tables"]
    assert (both.heading, [card.text for card in both.cards]) == ("Waar beginnen we?", ["Samen", "Klein"])


def test_an_anonymous_round_shows_no_table_with_a_note(desk: Desk) -> None:
    desk.run(erasing.set_level, the_round(desk).id, Level.ANONYMOUS)
    scene = seen(desk, "harvest", the_round(desk).groups[1].id)
    assert isinstance(scene, Cards)
    assert (scene.heading, [card.text for card in scene.cards]) == ("Waar beginnen we?", ["Klein"])
