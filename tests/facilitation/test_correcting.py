"""What was taken down is put right: merged, split, moved, grouped under a theme."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, preparing
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.model.values import Level
from workshop_app.model.views import ContributionView, RoundView


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    rounds = (
        one_round("checkin", "Wie zit er aan tafel?", level=Level.NAME),
        one_round("resistance", "De regio is ver weg.", level=Level.ANONYMOUS),
    )
    with open_desk(tmp_path, *rounds) as desk:
        yield desk


def by_name(desk: Desk) -> RoundView:
    return desk.view.rounds[0]


def anonymous(desk: Desk) -> RoundView:
    return desk.view.rounds[1]


def say(desk: Desk, text: str, person: int = 0, known: RoundView | None = None) -> str:
    known, who = known or by_name(desk), desk.view.participants[person]
    return desk.run(capturing.contribute, known.id, "answer", text, "", who.organisation_id, who.id)


def said(desk: Desk) -> tuple[ContributionView, ...]:
    return by_name(desk).contributions


class TestMerging:
    def test_mentions_add_up_and_the_first_wording_stays(self, desk: Desk) -> None:
        first, second, third = (say(desk, text) for text in ("Korte lijnen", "korte lijntjes", "Tijd"))
        desk.run(capturing.merge_contributions, first, [second, third])
        (merged,) = said(desk)
        assert (merged.id, merged.text, merged.mentions) == (first, "Korte lijnen", 3)
        assert merged.participant_id == desk.view.participants[0].id, "all were of one person"
        again = say(desk, "Lijnen")
        desk.run(capturing.merge_contributions, again, [first])
        assert said(desk)[0].mentions == 4

    def test_undo_brings_all_of_them_back(self, desk: Desk) -> None:
        ids = [say(desk, text, person) for person, text in enumerate(("een", "twee", "drie"))]
        before = said(desk)
        desk.run(capturing.merge_contributions, ids[0], ids[1:])
        after = said(desk)
        desk.undo()
        assert said(desk) == before
        desk.redo()
        assert said(desk) == after

    def test_who_said_it_stays_as_far_as_all_agree(self, desk: Desk) -> None:
        anna, bram, carla = (say(desk, text, person) for person, text in enumerate(("een", "twee", "drie")))
        desk.run(capturing.merge_contributions, anna, [bram])
        merged = said(desk)[0]
        assert (merged.organisation_id, merged.participant_id) == (desk.view.organisations[0].id, "")
        desk.run(capturing.merge_contributions, anna, [carla])
        assert said(desk)[0].organisation_id == ""

    def test_what_one_of_them_kept_out_of_the_minutes_stays_out(self, desk: Desk) -> None:
        first, second = say(desk, "een"), say(desk, "twee")
        desk.run(capturing.edit_contribution, second, in_minutes=False, theme="contact")
        desk.run(capturing.merge_contributions, first, [second])
        assert (said(desk)[0].in_minutes, said(desk)[0].theme) == (False, "contact")

    def test_nothing_to_merge_or_another_round_is_refused(self, desk: Desk) -> None:
        first, elsewhere = say(desk, "een"), say(desk, "twee", known=anonymous(desk))
        for others in ([], [first], [elsewhere]):
            with pytest.raises(RefusedError):
                desk.run(capturing.merge_contributions, first, others)
        assert said(desk)[0].mentions == 1


class TestMoving:
    def test_to_another_strand_or_prompt(self, desk: Desk) -> None:
        first = say(desk, "een")
        prompt_id = by_name(desk).prompts[0].id
        desk.run(capturing.move_contribution, first, by_name(desk).id, "other", prompt_id)
        (moved,) = said(desk)
        assert (moved.strand, moved.prompt_id, moved.seq) == ("other", prompt_id, 1)
        assert moved.participant_id == desk.view.participants[0].id

    def test_into_an_anonymous_round_drops_author_and_order(self, desk: Desk) -> None:
        first = say(desk, "een")
        desk.run(capturing.move_contribution, first, anonymous(desk).id, "beneath", anonymous(desk).prompts[0].id)
        assert said(desk) == ()
        (moved,) = anonymous(desk).contributions
        assert (moved.organisation_id, moved.participant_id, moved.seq) == ("", "", None)
        desk.undo()
        assert said(desk)[0].participant_id == desk.view.participants[0].id
        assert anonymous(desk).contributions == ()

    def test_out_of_an_anonymous_round_adds_nothing(self, desk: Desk) -> None:
        first = say(desk, "een", known=anonymous(desk))
        desk.run(capturing.move_contribution, first, by_name(desk).id, "answer")
        (moved,) = said(desk)
        assert (moved.organisation_id, moved.participant_id, moved.seq) == ("", "", None)
        desk.run(capturing.edit_contribution, first, participant_id=desk.view.participants[0].id)
        assert said(desk)[0].participant_id == ""

    def test_a_round_by_organisation_keeps_no_person(self, desk: Desk) -> None:
        first = say(desk, "een")
        desk.run(preparing.loosen_level, anonymous(desk).id, Level.ORGANISATION)
        desk.run(capturing.move_contribution, first, anonymous(desk).id, "beneath")
        (moved,) = anonymous(desk).contributions
        assert (bool(moved.organisation_id), moved.participant_id, moved.seq) == (True, "", 1)

    def test_a_prompt_of_another_round_is_refused(self, desk: Desk) -> None:
        first = say(desk, "een")
        with pytest.raises(RefusedError):
            desk.run(capturing.move_contribution, first, by_name(desk).id, "answer", anonymous(desk).prompts[0].id)


class TestSplitting:
    def test_the_parts_keep_author_and_order(self, desk: Desk) -> None:
        say(desk, "ervoor")
        long = say(desk, "een // twee // drie", person=1)
        say(desk, "erna")
        desk.run(capturing.split_contribution, long, ["een", "twee", "drie"])
        assert [each.text for each in said(desk)] == ["ervoor", "een", "twee", "drie", "erna"]
        assert {each.participant_id for each in said(desk)[1:4]} == {desk.view.participants[1].id}
        desk.undo()
        assert [each.text for each in said(desk)] == ["ervoor", "een // twee // drie", "erna"]

    def test_without_parts_or_with_an_empty_one_nothing_happens(self, desk: Desk) -> None:
        long = say(desk, "een")
        for texts in ([], ["een"], ["een", "  "]):
            with pytest.raises(RefusedError):
                desk.run(capturing.split_contribution, long, texts)
        assert len(said(desk)) == 1
