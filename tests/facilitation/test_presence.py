"""Who is in the room, as the file keeps it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.workshops import Clock, one_round, open_desk
from workshop_app.facilitation import people, voices
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.model.values import Grain, Presence
from workshop_app.model.views import ParticipantView


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with open_desk(tmp_path, one_round("recognition", "Wij kennen elkaar.", grain=Grain.ROOM), clock=clock) as desk:
        yield desk


def person(desk: Desk, name: str) -> ParticipantView:
    return next(each for each in desk.view.participants if each.name == name)


def test_who_went_is_not_counted_with_the_rest(desk: Desk) -> None:
    daan = person(desk, "Daan Vos")
    desk.run(people.set_presence, daan.id, Presence.LEFT, desk.now())
    known = desk.view.rounds[0]
    assert sum(voices.rest(desk.view, known, known.items[0], "no").values()) == 3


def test_who_goes_comes_back_and_goes_again_has_the_last_time(desk: Desk, clock: Clock) -> None:
    daan = person(desk, "Daan Vos")
    times = []
    for presence in (Presence.LEFT, Presence.PRESENT, Presence.LEFT):
        clock.pass_minutes(20)
        desk.run(people.set_presence, daan.id, presence, desk.now())
        times.append(person(desk, "Daan Vos").left_at)
    assert times == [clock.wall - timedelta(minutes=40), None, clock.wall]
    assert person(desk, "Daan Vos").arrived_at == clock.wall - timedelta(minutes=60)
    desk.run(people.set_presence, daan.id, Presence.ABSENT, desk.now())
    assert (person(desk, "Daan Vos").arrived_at, person(desk, "Daan Vos").left_at) == (None, None)


def test_a_replacement_outlives_the_one_who_is_taken_off_the_list(desk: Desk) -> None:
    daan = person(desk, "Daan Vos")
    desk.run(people.replace, daan.id, "Els Kok", "inkoper", desk.now())
    desk.run(people.remove_participant, daan.id)
    assert person(desk, "Els Kok").replaces_id == ""
    desk.undo()
    assert person(desk, "Els Kok").replaces_id == daan.id
    desk.undo()
    assert person(desk, "Daan Vos").presence is Presence.PRESENT
    desk.redo()
    desk.redo()
    assert [each.name for each in desk.view.participants if each.name in ("Els Kok", "Daan Vos")] == ["Els Kok"]


def test_nobody_replaces_themselves_and_a_replacement_has_a_name(desk: Desk) -> None:
    daan = person(desk, "Daan Vos")
    for name in ("daan vos", " "):
        with pytest.raises(RefusedError):
            desk.run(people.replace, daan.id, name, "", desk.now())
    assert person(desk, "Daan Vos").presence is Presence.PRESENT
