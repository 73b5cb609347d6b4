"""Planned times, what is left, and when it ends."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.workshops import DAY, Clock, one_round, open_desk
from workshop_app.facilitation import preparing, schedule, script, stage
from workshop_app.facilitation.desk import Desk

ROUNDS = (
    one_round("checkin", "Wie?", minutes=15),
    one_round("open", "Wat?", minutes=20),
    one_round("checkout", "Hoe?"),
)


def at(text: str) -> datetime:
    return datetime.combine(DAY, datetime.strptime(text, "%H:%M").replace(tzinfo=UTC).time())


def go(desk: Desk, number: int) -> None:
    known = desk.view.script[number]
    desk.run(stage.go, script.round_places(known)[0], desk.now())


def end(desk: Desk) -> datetime:
    return schedule.expected_end(desk.view, schedule.wall_clock(desk.now()), desk.elapsed)


def behind(desk: Desk) -> int:
    return schedule.minutes_behind(desk.view, schedule.wall_clock(desk.now()), desk.elapsed)


def test_rounds_are_planned_one_after_the_other(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        slots = schedule.planned(desk.view)
    assert [(slot.start, slot.end) for slot in slots] == [
        (at("13:30"), at("13:45")),
        (at("13:45"), at("14:05")),
        (at("14:05"), at("14:15")),
    ]


def test_before_the_start_the_end_is_as_agreed(tmp_path: Path) -> None:
    clock = Clock()
    clock.pass_minutes(-20)
    with open_desk(tmp_path, *ROUNDS, slack=5, clock=clock) as desk:
        assert (end(desk), behind(desk)) == (at("14:20"), 0)
        clock.pass_minutes(27)
        assert (end(desk), behind(desk)) == (at("14:27"), 7)


def test_a_round_that_takes_longer_moves_the_end(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, slack=5, clock=clock) as desk:
        go(desk, 0)
        clock.pass_minutes(10)
        assert (end(desk), behind(desk)) == (at("14:20"), 0)
        clock.pass_minutes(12)
        assert (end(desk), behind(desk)) == (at("14:27"), 7)
        assert schedule.remaining(desk.view.script[0], desk.elapsed) == -7 * 60
        go(desk, 1)
        assert (end(desk), behind(desk)) == (at("14:27"), 7)
        assert schedule.is_done(desk.view, desk.view.script[0])
        assert schedule.round_end(desk.view, desk.view.script[2].id, at("13:52"), desk.elapsed) == at("14:22")


def test_a_round_that_is_done_early_gives_its_minutes_back(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        go(desk, 0)
        clock.pass_minutes(5)
        go(desk, 1)
        assert behind(desk) == -10
        go(desk, 0)  # looking back opens the first round again
        assert behind(desk) == 0


def test_a_skipped_round_takes_no_time(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        go(desk, 0)
        desk.run(preparing.edit_round, desk.view.script[2].id, skipped=True)
        assert behind(desk) == -10


def test_at_the_end_nothing_is_left(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, slack=5, clock=clock) as desk:
        for number in range(3):
            go(desk, number)
        desk.run(stage.go, script.THANKS, desk.now())
        clock.pass_minutes(30)
        assert end(desk) == at("14:00")
        assert all(schedule.is_done(desk.view, known) for known in desk.view.script)


def test_a_rehearsal_on_another_day_counts_from_its_own_start(tmp_path: Path) -> None:
    clock = Clock()
    clock.wall -= timedelta(days=3)
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        assert behind(desk) == 0
        go(desk, 0)
        clock.pass_minutes(20)
        assert behind(desk) == 5
        clock.wall += timedelta(days=1)
        assert behind(desk) == -15


def test_minutes_on_top_move_the_end_and_undo_takes_them_back(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        go(desk, 0)
        first = desk.view.script[0]
        desk.run(preparing.edit_round, first.id, extra=2)
        assert (end(desk), behind(desk)) == (at("14:17"), 2)
        assert schedule.remaining(desk.view.script[0], desk.elapsed) == 17 * 60
        assert schedule.planned(desk.view)[1].start.time() == at("13:45").time(), "what was planned stays"
        desk.undo()
        assert (end(desk), behind(desk)) == (at("14:15"), 0)


def test_at_a_fifth_and_at_a_twentieth_the_time_presses(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        go(desk, 1)
        felt = []
        for minutes in (15.9, 0.1, 2.9, 0.1, 2):
            clock.pass_minutes(minutes)
            felt.append(schedule.pressure(desk.view.script[1], desk.elapsed).value)
        assert felt == ["none", "short", "short", "last", "last"]


def test_a_round_that_was_jumped_over_is_still_to_come_until_it_is_passed_over(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        go(desk, 0)
        go(desk, 2)
        assert behind(desk) == -15
        assert schedule.round_end(desk.view, desk.view.script[2].id, at("13:30"), desk.elapsed) == at("13:40")
        desk.run(preparing.edit_round, desk.view.script[1].id, skipped=True)
        assert behind(desk) == -35


def test_while_the_computer_sleeps_no_time_is_counted_for_the_round_but_the_end_moves(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        go(desk, 0)
        clock.pass_minutes(5)
        clock.wall += timedelta(minutes=10)  # the clock on the wall went on, the one that is counted with stood still
        assert desk.elapsed(desk.view.script[0].id) == 5 * 60
        assert (end(desk), behind(desk)) == (at("14:25"), 10)


def test_a_clock_on_the_wall_that_is_set_back_takes_no_time_away(tmp_path: Path) -> None:
    clock = Clock()
    with open_desk(tmp_path, *ROUNDS, clock=clock) as desk:
        go(desk, 0)
        clock.pass_minutes(5)
        clock.wall -= timedelta(minutes=60)
        assert desk.elapsed(desk.view.script[0].id) == 5 * 60
