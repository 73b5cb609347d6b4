"""Another order while the meeting runs."""

from pathlib import Path

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, outcomes, preparing, script, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.running_order import holds_answers, shift

ROUNDS = tuple(one_round(kind, "Wat?") for kind in ("checkin", "open", "recognition", "checkout"))


def order(desk: Desk) -> list[str]:
    return [known.kind for known in desk.view.script]


def move(desk: Desk, kind: str, by: int) -> bool:
    """Move a round; whether it could."""
    known = next(each for each in desk.view.script if each.kind == kind)
    places = shift(desk.view, known.id, by)
    if places:
        desk.run(preparing.move_round, known.id, places)
    return bool(places)


def go(desk: Desk, place: int) -> None:
    desk.run(stage.go, script.round_places(desk.view.script[place])[0], desk.now())


def test_what_was_held_stays_before_what_is_to_come(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        go(desk, 0)
        go(desk, 1)
        assert not move(desk, "checkin", 1)
        assert not move(desk, "open", -1)
        assert move(desk, "checkout", -1)
        assert order(desk) == ["checkin", "open", "checkout", "recognition"]
        assert move(desk, "open", 1), "the round where the beamer is can go later"
        assert order(desk) == ["checkin", "checkout", "open", "recognition"]
        assert not move(desk, "checkout", -1)
        assert not move(desk, "recognition", 1)
        desk.undo()
        desk.undo()
        assert order(desk) == ["checkin", "open", "recognition", "checkout"]


def test_rounds_that_are_switched_off_are_stepped_over(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        desk.run(preparing.edit_round, desk.view.script[1].id, enabled=False)
        assert move(desk, "recognition", -1)
        assert order(desk) == ["recognition", "checkin", "checkout"]
        assert shift(desk.view, "gone", 1) == 0


def test_whether_a_round_holds_something(tmp_path: Path) -> None:
    with open_desk(tmp_path, *ROUNDS) as desk:
        first, second, third, _last = desk.view.script
        desk.run(capturing.contribute, first.id, "answer", "Ja", first.items[0].id)
        desk.run(outcomes.park, "Later", second.id)
        desk.run(capturing.add_item, third.id, "Nog een")
        assert [holds_answers(desk.view, known) for known in desk.view.script] == [True, True, True, False]
