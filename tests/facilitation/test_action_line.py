"""What / who / when on one line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.workshops import open_desk
from workshop_app.facilitation.action_line import Due, Owner, find_owner, read_action_line, read_due
from workshop_app.model.views import WorkshopView

TODAY = date(2026, 11, 27)


@pytest.fixture
def view(tmp_path: Path) -> Iterator[WorkshopView]:
    with open_desk(tmp_path) as desk:
        yield desk.view


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-12", date(2026, 12, 12)),
        ("12-12-2026", date(2026, 12, 12)),
        ("1/2/2027", date(2027, 2, 1)),
        ("12 dec", date(2026, 12, 12)),
        ("vr 12 dec", date(2026, 12, 12)),
        ("12 December", date(2026, 12, 12)),
        ("3 maart", date(2027, 3, 3)),
        ("27 nov", TODAY),
        ("5 mrt. 2028", date(2028, 3, 5)),
    ],
)
def test_dates(text: str, day: date) -> None:
    assert read_due(text, TODAY) == Due(day)


@pytest.mark.parametrize(
    "text", ["volgende maand", "31 feb", "2026-13-01", "0 dec", "12 foo", "29 feb 2027", "12", "²³ dec"]
)
def test_what_is_no_date_stays_as_it_was_typed(text: str) -> None:
    assert read_due(text, TODAY) == Due(None, text)


def test_owners_are_found_by_name_or_its_only_beginning(view: WorkshopView) -> None:
    ids = {person.name: person for person in view.participants}
    carla = ids["Carla Bos"]
    assert find_owner("carla bos", view) == Owner("Carla Bos", carla.id, carla.organisation_id)
    assert find_owner("Bos", view).participant_id == carla.id
    assert find_owner("de wi", view).name == "Anna de Wit"
    lindevoort = next(o for o in view.organisations if o.name == "Lindevoort")
    assert find_owner("linde", view) == Owner("Lindevoort", "", lindevoort.id)
    assert find_owner("de raad", view) == Owner("de raad")
    assert find_owner("", view) == Owner()
    assert find_owner("b", view) == Owner("b"), "one letter is too little to go by"


def test_a_whole_line(view: WorkshopView) -> None:
    line = read_action_line("Mandaten in beeld brengen / Anna de Wit / 12 dec", view, TODAY)
    assert (line.text, line.owner.name, line.due.day) == (
        "Mandaten in beeld brengen",
        "Anna de Wit",
        date(2026, 12, 12),
    )


def test_parts_that_are_left_out(view: WorkshopView) -> None:
    assert read_action_line("Bellen", view, TODAY).owner == Owner()
    dated = read_action_line("Bellen / 1-2-2027", view, TODAY)
    assert (dated.owner, dated.due) == (Owner(), Due(date(2027, 2, 1)))
    owned = read_action_line("Bellen / Daan Vos /", view, TODAY)
    assert (owned.owner.name, owned.due) == ("Daan Vos", Due())
    vague = read_action_line("Bellen / Daan Vos / na de zomer", view, TODAY)
    assert vague.due == Due(None, "na de zomer")


def test_a_slash_within_a_word_is_no_separator(view: WorkshopView) -> None:
    assert read_action_line("BW/MO afstemmen", view, TODAY).text == "BW/MO afstemmen"
    assert read_action_line("een / Daan / 12 dec / en nog iets", view, TODAY).text == "een / en nog iets"
