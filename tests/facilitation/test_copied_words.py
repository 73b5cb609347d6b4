"""What is deleted for good is not left in the decisions and actions that were made of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, erasing, outcomes
from workshop_app.facilitation.desk import Desk

SECRET = "Zandhaven; dat is die ene."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, one_round("support", "We gaan door.")) as desk:
        yield desk


def say(desk: Desk, text: str, on_item: bool = True) -> str:
    known = desk.view.rounds[0]
    return desk.run(capturing.contribute, known.id, "needed", text, known.items[0].id if on_item else "")


def decide(desk: Desk, reservation: str) -> None:
    known = desk.view.rounds[0]
    desk.run(outcomes.decide, "Wij gaan door", known.id, known.items[0].id, reservation=reservation)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"eerst de raad; {SECRET[:-1]}; tijd", "eerst de raad; tijd"),
        (SECRET[:-1], ""),
        ("eerst de raad", "eerst de raad"),
        (f"{SECRET[:-1]} bij nader inzien", f"{SECRET[:-1]} bij nader inzien"),
    ],
)
def test_a_condition_goes_from_the_decision(desk: Desk, before: str, after: str) -> None:
    said = say(desk, SECRET)
    decide(desk, before)
    erasing.erase(desk, erasing.wipe_contribution, said)
    assert [each.reservation for each in desk.view.decisions] == [after]


@pytest.mark.parametrize("on_item", [True, False])
def test_an_action_of_the_same_words_goes(desk: Desk, on_item: bool) -> None:
    said = say(desk, SECRET, on_item)
    known = desk.view.rounds[0]
    prompt_id = known.items[0].id if on_item else ""
    desk.run(outcomes.act, SECRET, known.id, prompt_id)
    desk.run(outcomes.act, "Bellen", known.id, prompt_id)
    erasing.erase(desk, erasing.wipe_contribution, said)
    assert [each.text for each in desk.view.actions] == ["Bellen"]
    assert SECRET.encode() not in desk.file.path.read_bytes()


def test_with_an_item_goes_all_that_was_made_of_it(desk: Desk) -> None:
    known = desk.view.rounds[0]
    added = desk.run(capturing.add_item, known.id, SECRET)
    desk.run(capturing.contribute, known.id, "needed", "alleen zij", added)
    desk.run(outcomes.decide, SECRET, known.id, added)
    desk.run(outcomes.act, "alleen zij", known.id, added)
    desk.run(outcomes.act, "Bellen", known.id, added)
    erasing.erase(desk, erasing.wipe_prompt, added)
    assert desk.view.decisions == ()
    assert [each.text for each in desk.view.actions] == ["Bellen"]
    assert SECRET.encode() not in desk.file.path.read_bytes()
