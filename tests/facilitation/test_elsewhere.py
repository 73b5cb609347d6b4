"""What erasing leaves in other sessions is found: what they took over, and a person who was there too."""

from datetime import date
from pathlib import Path

import pytest

from tests.session_files import a_head, make_session, small_template
from tests.workshops import DAY, PEOPLE, reopened
from workshop_app.facilitation import capturing, outcomes
from workshop_app.facilitation.elsewhere import Other, follow_ups, sessions_with
from workshop_app.facilitation.follow_up import previous
from workshop_app.facilitation.looking import view_of
from workshop_app.facilitation.opening import new_session
from workshop_app.i18n import Language

NEXT = date(2027, 1, 15)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return make_session(tmp_path)


def test_a_session_that_follows_up_is_found_by_title_and_day(first: Path, tmp_path: Path) -> None:
    english = Language.load("en")
    head = a_head("Tweede keer", NEXT)
    later = new_session(small_template(), head, tmp_path, english, previous=previous(view_of(first), english))
    (tmp_path / "kapot.samenspraak").write_bytes(b"SQLite format 3\0 but no more")
    assert follow_ups(tmp_path, "Samen verder", DAY, {first.name}) == (Other("Tweede keer", NEXT),)
    assert follow_ups(tmp_path, "Samen verder", NEXT, {first.name}) == ()
    assert follow_ups(tmp_path, "Samen verder", DAY, {first.name, later.name}) == ()


@pytest.mark.parametrize("how", ["expected", "address", "owner", "said"])
def test_a_person_is_found_wherever_they_are_named(first: Path, tmp_path: Path, how: str) -> None:
    other = new_session(small_template(), a_head("Elders", NEXT), tmp_path, Language.load("en"), PEOPLE[2:])
    name, email = ("Carla bos", "") if how == "expected" else ("Anna de Wit", "anna@example.org")
    with reopened(other) as desk:
        here = desk.view.rounds[0].id
        if how == "owner":
            desk.run(outcomes.act, "Bellen", here, owner="Anna de Wit")
        if how == "said":
            desk.run(capturing.contribute, here, "answer", "Ik ben het met anna de wit eens.")
    if how == "address":
        name, email = "C. Bos", "CARLA@example.org "
    assert sessions_with(tmp_path, name, email, {first.name}) == (Other("Elders", NEXT),)
    assert sessions_with(tmp_path, "Niemand Anders", "", {first.name}) == ()
