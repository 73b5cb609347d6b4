"""What to shorten when it runs late."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.workshops import Clock, one_round, open_desk
from workshop_app.facilitation import preparing, schedule, script, shortening, stage
from workshop_app.facilitation.desk import Desk

ROUNDS = (
    one_round("checkin", "Wie?", minutes=15),
    one_round("recognition", "Wij kennen elkaar.", minutes=20),
    one_round("pause", minutes=15),
    one_round("principles", "Samen beginnen", minutes=35),
    one_round("outcomes", minutes=20),
    one_round("checkout", "Hoe?", minutes=5),
)


def suggested(desk: Desk) -> dict[str, tuple[int, int]]:
    """Minutes now and minutes suggested, by kind."""
    now = schedule.wall_clock(desk.now())
    kinds = {known.id: known.kind for known in desk.view.script}
    return {kinds[s.round_id]: (s.before, s.minutes) for s in shortening.shortening(desk.view, now, desk.elapsed)}


def begin(desk: Desk, place: int = 0) -> None:
    desk.run(stage.go, script.round_places(desk.view.script[place])[0], desk.now())


def test_what_is_on_time_stays_as_it_is(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        begin(desk)
        assert suggested(desk) == {}


def test_rounds_to_come_give_in_proportion_to_what_they_can_spare(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        begin(desk)
        clock.pass_minutes(24)
        assert suggested(desk) == {"recognition": (20, 17), "principles": (35, 29)}
        desk.run(preparing.retime_rounds, {s.round_id: s.minutes for s in _now(desk)})
        assert schedule.minutes_behind(desk.view, schedule.wall_clock(desk.now()), desk.elapsed) == 0
        assert suggested(desk) == {}
        desk.undo()
        assert [known.minutes for known in desk.view.script] == [15, 20, 15, 35, 20, 5]


def test_the_break_and_the_decisions_give_only_what_the_others_cannot(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        begin(desk)
        clock.pass_minutes(15 + 45 + 5)
        assert suggested(desk) == {
            "recognition": (20, 5),
            "principles": (35, 5),
            "pause": (15, 13),
            "outcomes": (20, 17),
        }
        clock.pass_minutes(100)
        assert {after for _, after in suggested(desk).values()} == {5}


def test_what_is_passed_over_or_held_gives_nothing(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        begin(desk)
        clock.pass_minutes(40)
        begin(desk, 1)
        desk.run(preparing.edit_round, desk.view.script[2].id, skipped=True)
        assert suggested(desk) == {"principles": (35, 25)}


@given(st.lists(st.integers(0, 60), max_size=12), st.integers(-5, 400))
def test_no_round_goes_under_the_least_and_no_minute_too_many_is_given(minutes: list[int], wanted: int) -> None:
    spare = [max(each - shortening.LEAST, 0) for each in minutes]
    given_ = shortening.shared(spare, wanted)
    assert sum(given_) == max(0, min(wanted, sum(spare)))
    assert all(0 <= part <= room for part, room in zip(given_, spare, strict=True))


def _now(desk: Desk) -> tuple[shortening.Shorter, ...]:
    return shortening.shortening(desk.view, schedule.wall_clock(desk.now()), desk.elapsed)
