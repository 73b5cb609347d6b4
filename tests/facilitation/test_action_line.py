"""What / who / when on one line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.workshops import open_desk
from workshop_app.facilitation import people
from workshop_app.facilitation.action_line import (
    Due,
    Owner,
    completions,
    find_owner,
    is_absent,
    read_action_line,
    read_due,
    read_when,
)
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.model.values import Presence
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
        ("12-12", date(2026, 12, 12)),
        ("1/4", date(2027, 4, 1)),
        ("12-12-26", date(2026, 12, 12)),
        ("5 mrt. 2028", date(2028, 3, 5)),
    ],
)
def test_dates(text: str, day: date) -> None:
    assert read_due(text, TODAY) == Due(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vr 12 dec", date(2026, 12, 12)),
        ("over 2 weken", date(2026, 12, 11)),
        ("over twee weken", date(2026, 12, 11)),
        ("over zeven dagen", date(2026, 12, 4)),
        ("over 40 dagen", date(2027, 1, 6)),
        ("per 1-1", date(2027, 1, 1)),
        ("over een maand", date(2026, 12, 27)),
        ("volgende maand", date(2026, 12, 31)),
        ("Morgen", date(2026, 11, 28)),
        ("vandaag", TODAY),
        ("eind januari", date(2027, 1, 31)),
        ("eind februari 2028", date(2028, 2, 29)),
        ("half december", date(2026, 12, 15)),
        ("half november", date(2027, 11, 15)),
        ("volgende vrijdag", date(2026, 12, 4)),
        ("volgende maandag", date(2026, 11, 30)),
        ("komende vrijdag", date(2026, 12, 4)),
        ("vrijdag", date(2026, 12, 4)),
        ("uiterlijk 1 maart", date(2027, 3, 1)),
        ("vóór  1 april", date(2027, 4, 1)),
        ("januari", date(2027, 1, 31)),
    ],
)
def test_days_as_people_say_them(text: str, day: date) -> None:
    assert read_when(text, TODAY) == Due(day)


@pytest.mark.parametrize(
    "text",
    [
        *("gisteren", "12-12-2024", "2 weken geleden", "eind januari 2020", "10 dec 25"),
        *("na de zomer", "zo snel mogelijk", "Q1 2027", "2027", "12", "week 12", "mei of juni", "Jan en alleman"),
        *("32 dec", "0 dec", "31-11", "12.30", "1/2 dag", "10-12-25"),
        *("eind 0000", "eind mei 0000", "over 99999999 weken", "half foo", "\U0001f337", "مرحبا", "x" * 200),
    ],
)
def test_the_past_and_what_is_no_day_stay_as_they_were_typed(text: str) -> None:
    assert read_when(text, TODAY) == Due(None, text)


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


def test_without_a_what_there_is_nothing_to_do(view: WorkshopView) -> None:
    line = read_action_line("/ Anna de Wit / 12 dec", view, TODAY)
    assert (line.text, line.owner.name, line.due.day) == ("", "Anna de Wit", date(2026, 12, 12))


def test_a_name_with_a_slash_is_one_name(tmp_path: Path) -> None:
    with open_desk(tmp_path, participants=[ParticipantLine(2, "Lin Mol", "Team BW / MO", "", "")]) as desk:
        line = read_action_line("Bellen / Team BW / MO / 12 dec", desk.view, TODAY)
        assert (line.text, line.owner.name, line.due.day) == ("Bellen", "Team BW / MO", date(2026, 12, 12))
        assert read_action_line("Bellen / @team BW / MO", desk.view, TODAY).owner.name == "Team BW / MO"


def test_a_name_that_is_a_month_too_is_a_name(view: WorkshopView) -> None:
    assert read_action_line("Bellen / morgen", view, TODAY).due == Due(date(2026, 11, 28))
    daan = read_action_line("Bellen / Daan", view, TODAY)
    assert (daan.owner.name, daan.due) == ("Daan Vos", Due())
    assert read_action_line("Bellen / @Daan / morgen", view, TODAY).owner.name == "Daan Vos"
    two = read_action_line("Bellen / Anna en Bram / over 2 weken", view, TODAY)
    assert (two.owner, two.due) == (Owner("Anna en Bram"), Due(date(2026, 12, 11)))


def test_completions_from_two_letters(view: WorkshopView) -> None:
    assert [each.name for each in completions("bo", view)] == ["Carla Bos"]
    assert [each.name for each in completions("De W", view)] == ["Anna de Wit"]
    assert [each.name for each in completions("lin", view)] == ["Lindevoort"]
    assert not any(completions("a", view))
    assert not any(completions("", view))


def test_an_owner_who_is_not_here(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        daan = desk.view.participants[3]
        assert not is_absent(desk.view, daan.id, daan.organisation_id)
        desk.run(people.set_presence, daan.id, Presence.ABSENT, desk.now())
        assert is_absent(desk.view, daan.id, daan.organisation_id)
        assert is_absent(desk.view, "", daan.organisation_id), "nobody of the organisation is here"
        assert not is_absent(desk.view, "", desk.view.organisations[0].id)
        assert not is_absent(desk.view, "", "")
        for person in desk.view.participants:
            desk.run(people.set_presence, person.id, Presence.EXPECTED, desk.now())
        assert not is_absent(desk.view, daan.id, ""), "as long as nobody was marked it says nothing"
