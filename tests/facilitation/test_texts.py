"""What people type is kept as they typed it, without what no file or screen can take."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, outcomes, people, preparing, stage
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import Language
from workshop_app.model.text import running_text
from workshop_app.model.values import NOTES_LIMIT, TEXT_LIMIT

FROM_THE_RIGHT = "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u200e\u4e2d"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_desk(tmp_path_factory.mktemp("texts"), one_round("recognition", "Ja."), one_round("outcomes")) as desk:
        yield desk


def said(desk: Desk, text: str) -> str:
    """What is kept of a contribution."""
    contribution_id = desk.run(capturing.contribute, desk.view.rounds[0].id, "explanation", text)
    return next(each.text for each in desk.view.rounds[0].contributions if each.id == contribution_id)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Zo is het. \n", "Zo is het."),
        ("een\r\ntwee\rdrie\u2028vier\x0bvijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("tab\tblijft", "tab\tblijft"),
        ("nul\x00 bel\x07 wis\x7f stuur\x9b", "nul bel wis stuur"),
        ("half \ud800 teken", "half \ufffd teken"),
        ("\ufeffmerk \u202eomgekeerd\u202c", "merk omgekeerd"),
        ("\U0001f469\u200d\u2696\ufe0f \U0001f337", "\U0001f469\u200d\u2696\ufe0f \U0001f337"),
        (FROM_THE_RIGHT, FROM_THE_RIGHT),
        ("'; DROP TABLE round; -- {naam} %s <b>", "'; DROP TABLE round; -- {naam} %s <b>"),
    ],
)
def test_what_is_typed_is_kept(desk: Desk, typed: str, kept: str) -> None:
    assert said(desk, typed) == kept


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_kept_or_refused(desk: Desk, typed: str) -> None:
    expected = running_text(typed).strip()
    if expected:
        assert said(desk, typed) == expected
    else:
        with pytest.raises(RefusedError, match="nothing to save yet"):
            said(desk, typed)


def test_one_line_stays_one_line(desk: Desk) -> None:
    person = desk.run(people.walk_in, "Eva\nde  Boer", "Zand\thaven", "wet\nhouder", desk.now())
    kept = next(each for each in desk.view.participants if each.id == person)
    assert (kept.name, kept.role) == ("Eva de Boer", "wet houder")
    assert desk.view.organisation_name(kept.organisation_id) == "Zand haven"
    desk.run(preparing.edit_workshop, title=" Samen\nverder ", summary="een\r\ntwee\ud800")
    assert (desk.view.info.title, desk.view.info.summary) == ("Samen verder", "een\ntwee\ufffd")


def test_a_draft_is_kept_to_the_last_space(desk: Desk) -> None:
    round_id = desk.view.rounds[0].id
    for typed, kept in (("half get ", "half get "), ("a\ud800", "a\ufffd"), ("x" * NOTES_LIMIT, "x" * NOTES_LIMIT)):
        desk.run(stage.keep_draft, round_id, "", "explanation", typed)
        assert desk.view.draft(round_id, "", "explanation") == kept


class TestTooLong:
    def test_the_sentence_says_how_long_and_nothing_is_saved(self, desk: Desk) -> None:
        before = desk.view
        with pytest.raises(RefusedError) as caught:
            said(desk, "x" * (TEXT_LIMIT + 1))
        assert caught.value.text(Language.load("en")) == (
            "This text has 4001 characters; at most 4000 fit. Nothing was saved: make it shorter."
        )
        assert desk.view == before
        assert len(said(desk, "\U0001f337" * TEXT_LIMIT)) == TEXT_LIMIT

    def test_a_change_is_held_to_it_too(self, desk: Desk) -> None:
        decision = desk.run(outcomes.decide, "Wij beginnen.")
        before = desk.view
        for fields in ({"text": "x" * 4001}, {"ratified_by": "x" * 201}, {"support": "x" * 4001}):
            with pytest.raises(RefusedError, match="at most"):
                desk.run(outcomes.edit_decision, decision, **fields)
        with pytest.raises(RefusedError, match="at most 200 fit"):
            desk.run(people.walk_in, "x" * 201, "", "", desk.now())
        assert desk.view == before


def test_nothing_is_made_of_nothing(desk: Desk) -> None:
    decision = desk.run(outcomes.decide, "Wij beginnen.")
    person = desk.view.participants[0].id
    before = desk.view
    with pytest.raises(RefusedError):
        desk.run(outcomes.edit_decision, decision, text=" \n")
    with pytest.raises(RefusedError):
        desk.run(people.edit_participant, person, name="\u2028")
    with pytest.raises(RefusedError):
        desk.run(people.add_organisation, "\x00")
    with pytest.raises(RefusedError):
        desk.run(outcomes.park, "\ufeff")
    assert desk.view == before
