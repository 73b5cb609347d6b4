"""Who answers in a round, in every grain: who is asked, the majority, the rest, dots, and what tightening makes of
it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import counting, erasing, grouping, people, placing, voices, weighing
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import Language
from workshop_app.model.values import (
    ACROSS_OPTION,
    DOTS_OPTION,
    ROOM_VOICE,
    UP_OPTION,
    Grain,
    Level,
    Presence,
    PromptRole,
    ballot_voice,
    group_voice,
    organisation_voice,
)
from workshop_app.model.views import RoundView
from workshop_app.rounds.template import TemplatePrompt

ENGLISH = Language.load("en")
SCRIPT = (
    one_round("groups"),
    one_round("recognition", "Mandaten zijn geregeld.", "Wij kennen elkaar."),
    one_round("matrix", "Vertrouwen"),
    one_round("position", "Ketensturing", "Vraagsturing"),
    one_round("principles", "Ambtelijke inzet", "Bestuurlijke stem"),
    replace(
        one_round("options", "Convenant"),
        prompts=(
            TemplatePrompt("convenant", PromptRole.ITEM, "Convenant"),
            TemplatePrompt("invloed", PromptRole.CRITERION, "Invloed"),
            TemplatePrompt("kosten", PromptRole.CRITERION, "Kosten"),
        ),
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, *SCRIPT) as desk:
        yield desk


def of_kind(desk: Desk, kind: str) -> RoundView:
    return next(known for known in desk.view.rounds if known.kind == kind)


def by(desk: Desk, kind: str, grain: Grain, heads: bool = False) -> RoundView:
    """A round of a kind, counted so."""
    desk.run(counting.set_grain, of_kind(desk, kind).id, grain, True, heads)
    return of_kind(desk, kind)


def towns(desk: Desk) -> tuple[str, ...]:
    return tuple(organisation_voice(each.id) for each in desk.view.organisations)


def rest(desk: Desk, kind: str, option: str, item: int = 0) -> dict[str, int]:
    known = of_kind(desk, kind)
    return voices.rest(desk.view, known, known.items[item], option)


class TestTheRest:
    def test_of_the_room_are_people(self, desk: Desk) -> None:
        known = by(desk, "recognition", Grain.ROOM)
        desk.run(counting.set_count, known.items[0].id, "yes", 1)
        assert rest(desk, "recognition", "no") == {ROOM_VOICE: 3}
        desk.run(counting.set_count, known.items[0].id, "partly", 9)
        assert rest(desk, "recognition", "no") == {ROOM_VOICE: 0}, "more hands than people"

    def test_of_organisations_are_those_with_someone_present(self, desk: Desk) -> None:
        known = by(desk, "recognition", Grain.ORGANISATION)
        lindevoort, heidebeek, merenwijk = towns(desk)
        desk.run(counting.choose, known.items[0].id, lindevoort, "yes")
        desk.run(people.set_presence, desk.view.participants[3].id, Presence.ABSENT, desk.now())
        assert rest(desk, "recognition", "no") == {heidebeek: 1}
        assert merenwijk not in voices.asked(desk.view, known)

    def test_of_heads_are_the_people_of_each_organisation(self, desk: Desk) -> None:
        known = by(desk, "recognition", Grain.ORGANISATION, heads=True)
        lindevoort, heidebeek, merenwijk = towns(desk)
        desk.run(counting.set_count, known.items[0].id, "yes", 1, lindevoort)
        desk.run(counting.set_count, known.items[0].id, "yes", 1, heidebeek)
        assert rest(desk, "recognition", "no") == {lindevoort: 1, heidebeek: 0, merenwijk: 1}
        desk.run(counting.fill_rest, known.items[0].id, "no", rest(desk, "recognition", "no"))
        item = of_kind(desk, "recognition").items[0]
        assert (item.total("yes"), item.total("no")) == (2, 2)
        desk.undo()
        assert of_kind(desk, "recognition").items[0].total("no") == 0

    def test_of_ballots_are_those_handed_in_and_else_new_ones(self, desk: Desk) -> None:
        known = by(desk, "recognition", Grain.BALLOT)
        first, second = ballot_voice(111_111), ballot_voice(222_222)
        assert sum(rest(desk, "recognition", "no").values()) == 4, "nothing was handed in: one for each person present"
        for voice in (first, second):
            desk.run(counting.choose, known.items[0].id, voice, "yes")
        assert rest(desk, "recognition", "no", item=1) == {first: 1, second: 1}
        new = rest(desk, "recognition", "no")
        assert len(new) == 2
        assert not new.keys() & {first, second}

    def test_of_groups_are_the_other_groups(self, desk: Desk) -> None:
        desk.run(grouping.make_groups, of_kind(desk, "groups").id, 2, 1, "Tafel {n}")
        known = by(desk, "recognition", Grain.GROUP)
        first, second = (group_voice(group.id) for group in of_kind(desk, "groups").groups)
        assert [voices.name(desk.view, known, each, ENGLISH) for each in voices.asked(desk.view, known)] == [
            "Tafel 1",
            "Tafel 2",
        ]
        desk.run(counting.choose, known.items[0].id, first, "yes")
        assert rest(desk, "recognition", "no") == {second: 1}

    def test_a_group_that_is_gone_keeps_its_answer(self, desk: Desk) -> None:
        desk.run(grouping.make_groups, of_kind(desk, "groups").id, 1, 1, "Tafel {n}")
        known = by(desk, "recognition", Grain.GROUP)
        (group,) = of_kind(desk, "groups").groups
        desk.run(counting.choose, known.items[0].id, group_voice(group.id), "yes")
        desk.run(grouping.make_groups, of_kind(desk, "groups").id, 0, 1, "Tafel {n}")
        known = of_kind(desk, "recognition")
        (voice,) = voices.asked(desk.view, known)
        assert voices.name(desk.view, known, voice, ENGLISH) == "not there any more"

    def test_across_items_who_chose_another_item_is_no_rest(self, desk: Desk) -> None:
        known = by(desk, "position", Grain.ORGANISATION)
        lindevoort, heidebeek, merenwijk = towns(desk)
        desk.run(counting.choose, known.items[0].id, lindevoort, "now")
        desk.run(counting.choose, known.items[1].id, heidebeek, "wanted")
        assert rest(desk, "position", "now", item=1) == {heidebeek: 1, merenwijk: 1}
        assert voices.majority(desk.view, of_kind(desk, "position"), known.items[0], "wanted").keys() == {
            lindevoort,
            merenwijk,
        }


class TestTheMajority:
    def test_counts_the_heads_of_those_without_an_answer(self, desk: Desk) -> None:
        known = by(desk, "recognition", Grain.ORGANISATION, heads=True)
        lindevoort, heidebeek, merenwijk = towns(desk)
        desk.run(counting.set_count, known.items[0].id, "no", 1, heidebeek)
        known = of_kind(desk, "recognition")
        assert voices.majority(desk.view, known, known.items[0], "yes") == {lindevoort: 2, merenwijk: 1}


class TestDots:
    @pytest.mark.parametrize(
        ("grain", "heads", "total"),
        [
            (Grain.ORGANISATION, False, 3),
            (Grain.ORGANISATION, True, 6),
        ],
    )
    def test_a_voice_has_three_and_heads_three_each(self, desk: Desk, grain: Grain, heads: bool, total: int) -> None:
        known = by(desk, "principles", grain, heads)
        lindevoort = towns(desk)[0]
        for item, dots in zip(known.items, (3, 2), strict=True):
            desk.run(counting.set_dots, item.id, lindevoort, dots)
        known = of_kind(desk, "principles")
        assert voices.dots_given(known, lindevoort) == 5
        assert voices.dots_to_give(desk.view, known, lindevoort) == total

    def test_the_room_has_three_for_each_person(self, desk: Desk) -> None:
        assert voices.dots_to_give(desk.view, of_kind(desk, "principles"), ROOM_VOICE) == 12


class TestWhoMayAnswer:
    def test_heads_are_counted_and_one_voice_chooses(self, desk: Desk) -> None:
        known = by(desk, "recognition", Grain.ORGANISATION)
        lindevoort = towns(desk)[0]
        with pytest.raises(RefusedError, match="counted in another way"):
            desk.run(counting.set_count, known.items[0].id, "yes", 2, lindevoort)
        by(desk, "recognition", Grain.ORGANISATION, heads=True)
        with pytest.raises(RefusedError, match="counted in another way"):
            desk.run(counting.choose, known.items[0].id, lindevoort, "yes")

    def test_only_organisations_have_heads(self, desk: Desk) -> None:
        assert not by(desk, "recognition", Grain.BALLOT, heads=True).heads


class TestTightening:
    def test_heads_become_hands_of_the_room(self, desk: Desk) -> None:
        known = by(desk, "principles", Grain.ORGANISATION, heads=True)
        for voice, hands in zip(towns(desk), (2, 1, 1), strict=True):
            desk.run(counting.set_count, known.items[0].id, "there", hands, voice)
            desk.run(counting.set_dots, known.items[1].id, voice, 3)
        erasing.erase(desk, erasing.set_level, known.id, Level.ANONYMOUS)
        known = of_kind(desk, "principles")
        assert (known.grain, known.heads) == (Grain.ROOM, False)
        assert [(r.voice, r.option, r.value) for r in known.items[0].responses] == [(ROOM_VOICE, "there", 4)]
        assert [(r.voice, r.option, r.value) for r in known.items[1].responses] == [(ROOM_VOICE, DOTS_OPTION, 9)]

    def test_groups_become_ballots_and_notes_lose_their_group(self, desk: Desk) -> None:
        desk.run(grouping.make_groups, of_kind(desk, "groups").id, 2, 1, "Tafel {n}")
        known = by(desk, "recognition", Grain.GROUP)
        for group in of_kind(desk, "groups").groups:
            for item in known.items:
                desk.run(counting.choose, item.id, group_voice(group.id), "yes")
        erasing.erase(desk, erasing.set_level, known.id, Level.ANONYMOUS)
        known = of_kind(desk, "recognition")
        assert known.grain is Grain.BALLOT
        assert [item.total("yes") for item in known.items] == [2, 2]
        first, second = ({r.voice for r in item.responses} for item in known.items)
        assert first == second, "a ballot goes on with the next item"
        assert all(voice.startswith("ballot:") for voice in first)

    def test_scores_on_criteria_stay_apart_for_each_ballot(self, desk: Desk) -> None:
        known = by(desk, "options", Grain.ORGANISATION)
        item, (first, second) = known.items[0], known.criteria
        for voice, score in zip(towns(desk), (1, 4, 4), strict=True):
            desk.run(weighing.weigh, item.id, first.id, voice, score)
            desk.run(weighing.weigh, item.id, second.id, voice, 5)
        erasing.erase(desk, erasing.set_level, known.id, Level.ANONYMOUS)
        known = of_kind(desk, "options")
        responses = known.items[0].responses
        assert known.grain is Grain.BALLOT
        assert sorted(r.option for r in responses if r.criterion == first.id) == ["1", "4", "4"]
        assert len({r.voice for r in responses}) == 3
        assert all(r.voice.startswith("ballot:") for r in responses)
        with pytest.raises(RefusedError, match="counted in another way"):
            desk.run(weighing.weigh, item.id, first.id, towns(desk)[0], 2)

    def test_points_of_a_matrix_keep_both_their_places(self, desk: Desk) -> None:
        known = by(desk, "matrix", Grain.ORGANISATION)
        for voice, across in zip(towns(desk), (1, 5, 9), strict=True):
            desk.run(placing.place, known.items[0].id, voice, across, 10 - across)
        erasing.erase(desk, erasing.set_level, known.id, Level.ANONYMOUS)
        known = of_kind(desk, "matrix")
        points: dict[str, dict[str, int]] = {}
        for response in known.items[0].responses:
            points.setdefault(response.voice, {})[response.option] = response.value
        assert known.grain is Grain.BALLOT
        assert all(voice.startswith("ballot:") for voice in points)
        assert sorted((point[ACROSS_OPTION], point[UP_OPTION]) for point in points.values()) == [(1, 9), (5, 5), (9, 1)]
        with pytest.raises(RefusedError, match="counted in another way"):
            desk.run(placing.place, known.items[0].id, towns(desk)[0], 1, 1)

    def test_ballots_get_other_numbers(self, desk: Desk) -> None:
        known = by(desk, "recognition", Grain.BALLOT)
        for number in (111_111, 222_222):
            desk.run(counting.choose, known.items[0].id, ballot_voice(number), "no")
        erasing.erase(desk, erasing.set_level, known.id, Level.ANONYMOUS)
        voices_ = {r.voice for r in of_kind(desk, "recognition").items[0].responses}
        assert len(voices_) == 2
        assert not voices_ & {ballot_voice(111_111), ballot_voice(222_222)}
