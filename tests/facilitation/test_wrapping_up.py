"""What is said of the minutes after the meeting is in the file, and can be undone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk, reopened
from workshop_app.facilitation import wrapping_up
from workshop_app.facilitation.command import GoneError
from workshop_app.facilitation.desk import Desk
from workshop_app.model.values import MinutesPart

DAY = date(2026, 12, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, *(one_round(kind) for kind in ("checkin", "pause", "open", "outcomes"))) as desk:
        yield desk


def ids(desk: Desk) -> list[str]:
    return [known.id for known in desk.view.rounds]


def kinds(desk: Desk) -> list[str]:
    return [known.kind for known in desk.view.rounds]


def test_a_part_stays_out_of_some_rounds_and_comes_back(desk: Desk) -> None:
    first, _, third, _ = ids(desk)
    desk.run(wrapping_up.leave_out, MinutesPart.QUOTES, [first, third], True)
    desk.run(wrapping_up.leave_out, MinutesPart.CHART, [first], True)
    assert [known.left_out for known in desk.view.rounds] == [{"chart", "quotes"}, set(), {"quotes"}, set()]
    desk.run(wrapping_up.leave_out, MinutesPart.QUOTES, [first], False)
    assert desk.view.rounds[0].left_out == {"chart"}
    desk.undo()
    assert desk.view.rounds[0].left_out == {"chart", "quotes"}
    path = desk.file.path
    desk.file.close()
    with reopened(path) as again:
        assert again.view.rounds[0].left_out == {"chart", "quotes"}


def test_rounds_exchange_their_places_and_the_others_stay(desk: Desk) -> None:
    first, _, third, fourth = ids(desk)
    desk.run(wrapping_up.put_in_order, [fourth, first, third])
    assert kinds(desk) == ["outcomes", "pause", "checkin", "open"]
    desk.undo()
    assert kinds(desk) == ["checkin", "pause", "open", "outcomes"]


def test_a_round_that_is_gone_leaves_the_order_as_it_is(desk: Desk) -> None:
    with pytest.raises(GoneError):
        desk.run(wrapping_up.put_in_order, ["0" * 16, ids(desk)[0]])
    assert kinds(desk) == ["checkin", "pause", "open", "outcomes"]


def test_that_they_were_sent_is_kept_for_all_and_for_one(desk: Desk) -> None:
    one = desk.view.organisations[0]
    desk.run(wrapping_up.mark_sent, DAY)
    desk.run(wrapping_up.mark_sent, DAY, one.id)
    assert (desk.view.info.sent_on, desk.view.organisations[0].sent_on) == (DAY, DAY)
    desk.undo()
    assert (desk.view.info.sent_on, desk.view.organisations[0].sent_on) == (DAY, None)
    desk.run(wrapping_up.mark_sent, None)
    assert desk.view.info.sent_on is None
