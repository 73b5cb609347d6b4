"""Which organisations were heard in a round."""

from dataclasses import replace

from tests.minutes.workshops import ORGANISATIONS, a_round, person, prompt, said, workshop
from workshop_app.facilitation.hearing import unheard
from workshop_app.model.values import Presence, group_voice
from workshop_app.model.views import GroupView, ResponseView, RoundView, SeatView

PEOPLE = tuple(person(n) for n in range(4))


def names(known: RoundView, *before: RoundView, absent: int = -1) -> list[str]:
    people = tuple(replace(p, presence=Presence.ABSENT) if n == absent else p for n, p in enumerate(PEOPLE))
    view = workshop(*before, known, participants=people, organisations=ORGANISATIONS)
    return [organisation.name for organisation in unheard(view, known)]


def test_only_organisations_with_someone_in_the_room_count() -> None:
    assert names(a_round("checkin")) == ["Lindevoort", "Heidebeek", "Merenwijk", "Zandhaven"]
    assert names(a_round("checkin"), absent=1) == ["Lindevoort", "Merenwijk", "Zandhaven"]


def test_a_contribution_of_a_person_is_one_of_their_organisation() -> None:
    known = a_round("checkin", contributions=[said("c1", "Ja", "answer", participant_id="p2")])
    assert names(known) == ["Lindevoort", "Heidebeek", "Zandhaven"]


def test_a_note_or_an_answer_of_a_group_is_one_of_all_who_sit_there() -> None:
    groups = (
        GroupView("g1", "Tafel 1", "", (SeatView("p0", False), SeatView("p1", False))),
        GroupView("g2", "Tafel 2", "", (SeatView("p2", False), SeatView("p3", False))),
    )
    noted = a_round("groups", contributions=[said("c1", "Ja", "note", group_id="g1")], groups=groups)
    assert names(noted) == ["Merenwijk", "Zandhaven"]
    answered = [prompt("q", "Mandaat", [ResponseView("", group_voice("g2"), "yes", 1)])]
    later = a_round("recognition", answered)
    assert names(later, replace(noted, contributions=())) == ["Lindevoort", "Heidebeek"]
