"""A person who is forgotten is in no text and in no byte afterwards, unless somebody chose to keep a text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.facilitation.bytes_on_disk import found
from tests.session_files import make_session
from workshop_app.facilitation import capturing, erasing, grouping, outcomes, people, preparing, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.forgetting import Fate, Mention, forget, mentions_of
from workshop_app.facilitation.opening import open_session
from workshop_app.model.values import TITLE_LIMIT, Level
from workshop_app.model.views import ParticipantView
from workshop_app.paths import DataPaths, data_paths
from workshop_app.storage.checking import check
from workshop_app.storage.second_place import SecondPlace, choose

ANNA = "Anna de Wit"


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return data_paths(tmp_path / "data")


@pytest.fixture
def desk(paths: DataPaths, tmp_path: Path) -> Iterator[Desk]:
    path = make_session(paths.sessions)
    with open_session(path, paths.sessions, paths.backups) as file:
        (tmp_path / "stick").mkdir()
        file.second = SecondPlace(choose(tmp_path / "stick"), paths.owed)
        desk = Desk(file)
        fill(desk)
        file.backup()
        file.deliver()
        yield desk


def anna(desk: Desk) -> ParticipantView:
    return next(person for person in desk.view.participants if person.name == ANNA)


def fill(desk: Desk) -> None:
    """Anna everywhere: on lists, in texts, in what was taken back, and half typed."""
    person, here = anna(desk).id, desk.view.rounds[0].id
    desk.run(preparing.plan_level, here, Level.NAME)
    desk.run(preparing.edit_workshop, chair=ANNA, note_taker="Bram Smit", contact="anna@example.org")
    desk.run(preparing.edit_workshop, summary="Volgens anna  de wit gaat het goed.")
    desk.run(preparing.edit_round, here, notes="Eerst Anna het woord geven.")
    desk.run(capturing.contribute, here, "answer", "Wij zien dit ook.", participant_id=person)
    desk.run(capturing.contribute, here, "answer", f"Ik ben het eens met {ANNA}.")
    desk.run(capturing.contribute, here, "answer", f"{ANNA} wil dit niet horen.")
    desk.run(outcomes.act, "Bellen", here, owner=ANNA)
    desk.run(outcomes.act, f"Met {ANNA} praten", here, owner=f"Bram en {ANNA}")
    desk.run(outcomes.decide, "Wij beginnen.", here)
    desk.run(outcomes.park, "De witte vlek")
    desk.run(capturing.contribute, here, "answer", f"{ANNA} vertrekt.")
    desk.undo()
    desk.run(stage.keep_draft, here, "", "answer", f"En {ANNA} zei")


def mentions(desk: Desk) -> tuple[Mention, ...]:
    with desk.file.transaction() as db:
        return mentions_of(db, anna(desk).id)


def test_every_text_with_the_name_is_found(desk: Desk) -> None:
    assert {(each.table, each.column, each.text): each.whole for each in mentions(desk)} == {
        ("workshop", "chair", ANNA): True,
        ("workshop", "contact", "anna@example.org"): True,
        ("workshop", "summary", "Volgens anna  de wit gaat het goed."): True,
        ("round", "notes", "Eerst Anna het woord geven."): False,
        ("contribution", "text", f"Ik ben het eens met {ANNA}."): True,
        ("contribution", "text", f"{ANNA} wil dit niet horen."): True,
        ("action", "owner", ANNA): True,
        ("action", "text", f"Met {ANNA} praten"): True,
        ("action", "owner", f"Bram en {ANNA}"): True,
        ("draft", "text", f"En {ANNA} zei"): True,
    }


def test_nothing_of_her_is_in_any_byte_afterwards(desk: Desk, paths: DataPaths, tmp_path: Path) -> None:
    assert len(found(ANNA, tmp_path)) > 2
    fates = dict.fromkeys(mentions(desk), Fate.REPLACE)
    erasing.erase(desk, forget, anna(desk).id, fates, "iemand")
    for words in (ANNA, "anna  de wit", "anna@example.org", "Eerst Anna"):
        assert found(words, tmp_path) == []
    assert check(desk.file.path) == ()
    assert desk.undo() is None
    said = [each.text for each in desk.view.rounds[0].contributions]
    assert sorted(said) == ["Ik ben het eens met iemand.", "Wij zien dit ook.", "iemand wil dit niet horen."]
    assert [(each.text, each.owner) for each in desk.view.actions] == [
        ("Bellen", ""),
        ("Met iemand praten", "Bram en iemand"),
    ]
    info = desk.view.info
    assert (info.chair, info.note_taker, info.contact) == ("", "Bram Smit", "")
    assert info.summary == "Volgens iemand gaat het goed."
    assert desk.view.rounds[0].notes == "Eerst iemand het woord geven."
    assert {each.participant_id for each in desk.view.rounds[0].contributions} == {""}
    assert [person.name for person in desk.view.participants] == ["Bram Smit", "Carla Bos", "Daan Vos"]


def test_each_text_has_its_own_fate(desk: Desk) -> None:
    fates = {}
    for each in mentions(desk):
        fates[each] = Fate.DELETE if "niet horen" in each.text or "praten" in each.text else Fate.KEEP
    erasing.erase(desk, forget, anna(desk).id, fates, "iemand")
    said = [each.text for each in desk.view.rounds[0].contributions]
    assert sorted(said) == [f"Ik ben het eens met {ANNA}.", "Wij zien dit ook."]
    assert [each.text for each in desk.view.actions] == ["Bellen"]
    assert desk.view.info.chair == ANNA


def test_a_part_of_a_name_is_kept_unless_somebody_says_otherwise(desk: Desk) -> None:
    fates = {each: each.proposed for each in mentions(desk)}
    erasing.erase(desk, forget, anna(desk).id, fates, "iemand")
    assert desk.view.rounds[0].notes == "Eerst Anna het woord geven."
    assert ANNA not in desk.view.info.summary


def test_a_title_is_never_empty(desk: Desk) -> None:
    desk.run(preparing.edit_workshop, title=f"Gesprek met {ANNA}")
    desk.run(capturing.add_item, desk.view.rounds[1].id, ANNA)
    erasing.erase(desk, forget, anna(desk).id, dict.fromkeys(mentions(desk), Fate.DELETE), "iemand")
    assert desk.view.info.title == "Gesprek met iemand"
    assert "iemand" in [item.text for item in desk.view.rounds[1].items]


def test_a_text_that_was_full_stays_within_its_limit(desk: Desk) -> None:
    desk.run(preparing.edit_workshop, subtitle=f"{ANNA} {'x' * (TITLE_LIMIT - len(ANNA) - 1)}")
    erasing.erase(desk, forget, anna(desk).id, dict.fromkeys(mentions(desk), Fate.REPLACE), "een van de deelnemers")
    assert len(desk.view.info.subtitle) == TITLE_LIMIT
    assert check(desk.file.path) == ()


def test_her_seat_and_whom_she_replaced_go_too(desk: Desk) -> None:
    now = desk.now()
    desk.run(people.replace, desk.view.participants[1].id, "Els Blok", "", now)
    els = next(person for person in desk.view.participants if person.name == "Els Blok")
    here = desk.view.rounds[0].id
    desk.run(people.all_present, now)
    desk.run(grouping.make_groups, here, 2, 0, "Tafel {n}")
    erasing.erase(desk, forget, els.id, {}, "iemand")
    seated = [who for group in desk.view.rounds[0].groups for who in group.seats]
    assert els.id not in str(seated)
    assert check(desk.file.path) == ()


@pytest.mark.parametrize("name", ["A", "(.*)", "\U0001f337 b", "Ali \u0645\u0631\u062d", "x" * 200, "Jan-Piet d'Ap"])
def test_any_name_can_be_forgotten(desk: Desk, tmp_path: Path, name: str) -> None:
    desk.run(people.walk_in, name, "", "", desk.now())
    desk.run(capturing.contribute, desk.view.rounds[0].id, "answer", f"Met {name}, dus.")
    odd = next(person for person in desk.view.participants if person.name == name)
    with desk.file.transaction() as db:
        fates = {each: Fate.REPLACE for each in mentions_of(db, odd.id) if each.whole}
    erasing.erase(desk, forget, odd.id, fates, "iemand")
    assert "Met iemand, dus." in [each.text for each in desk.view.rounds[0].contributions]
    if len(name) > 4:
        assert found(name, tmp_path) == []
