"""The way through the script: every place, what one key forward does, and what happens when a place is gone."""

from dataclasses import replace

import pytest

from tests.minutes.workshops import INFO
from workshop_app.facilitation import script
from workshop_app.facilitation.script import AGENDA, THANKS, WELCOME, Reveal
from workshop_app.model import views
from workshop_app.model.values import Grain, Level, Origin, PromptRole
from workshop_app.model.views import Place
from workshop_app.rounds.catalogue import KINDS


def prompt(prompt_id: str, chosen: bool = False, role: PromptRole = PromptRole.ITEM, yes: int = 0) -> views.PromptView:
    responses = (views.ResponseView("", "room", "yes", yes),) if yes else ()
    return views.PromptView(
        prompt_id, prompt_id, role, f"text {prompt_id}", "", "", Origin.TEMPLATE, None, None, True, chosen, responses
    )


def one_round(kind: str, *prompts: views.PromptView, **changes: object) -> views.RoundView:
    known = views.RoundView(
        id=kind,
        key=kind,
        kind=kind,
        title=kind,
        question="",
        closing_question="",
        intro="",
        notes="",
        minutes=10,
        enabled=True,
        skipped=False,
        grain=Grain.ROOM,
        level=Level.ORGANISATION,
        loosened=False,
        spent_seconds=0,
        started_at=None,
        prompts=prompts,
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def workshop(*rounds: views.RoundView, place: Place = WELCOME) -> views.WorkshopView:
    return views.WorkshopView(INFO, rounds=rounds, stage=views.StageView(place))


def steps(known: views.RoundView) -> list[tuple[str, str]]:
    return [(place.step, place.prompt_id) for place in script.round_places(known)]


def test_resistance_goes_from_wall_to_question_and_beneath_the_chosen_only() -> None:
    known = one_round("resistance", prompt("a"), prompt("b", chosen=True), prompt("c"))
    assert steps(known) == [
        ("wall", ""),
        ("hands", "a"),
        ("hands", "b"),
        ("hands", "c"),
        ("choose", ""),
        ("beneath", "b"),
        ("question", ""),
    ]


def test_a_case_is_walked_to_its_end_before_the_next() -> None:
    known = one_round("case", prompt("a"), prompt("b"))
    assert [prompt_id for _, prompt_id in steps(known)] == ["a"] * 4 + ["b"] * 4


def test_a_round_without_prompts_still_has_a_place() -> None:
    assert steps(one_round("recognition")) == [("overview", "")]
    assert steps(one_round("open")) == [("talk", "")]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_be_walked_from_welcome_to_thanks(kind: str) -> None:
    known = one_round(kind, prompt("a", yes=3), prompt("b", chosen=True), prompt("q", role=PromptRole.QUESTION))
    view = workshop(known)
    seen = [script.standing(view)]
    for _ in range(40):
        going = script.after(view)
        if isinstance(going, Reveal):
            known = replace(known, revealed=known.revealed | {(going.step, going.prompt_id)})
            view = replace(view, rounds=(known,))
            continue
        if going == seen[-1]:
            break
        seen.append(going)
        view = replace(view, stage=views.StageView(going))
    assert seen == list(script.places(view))
    assert seen[:2] == [WELCOME, AGENDA]
    assert seen[-1] == THANKS


def test_forward_reveals_a_result_first_and_only_when_there_is_one() -> None:
    here = Place("recognition", "hands", "a")
    empty = workshop(one_round("recognition", prompt("a"), prompt("b")), place=here)
    assert script.after(empty) == Place("recognition", "hands", "b")
    counted = workshop(one_round("recognition", prompt("a", yes=4), prompt("b")), place=here)
    assert script.after(counted) == Reveal("recognition", "hands", "a")


def test_a_list_is_revealed_one_by_one() -> None:
    known = one_round("briefing", prompt("a"), prompt("b"), revealed=frozenset({("reveal", "a")}))
    assert script.after(workshop(known, place=Place("briefing", "reveal"))) == Reveal("briefing", "reveal", "b")


def test_a_place_whose_prompt_is_gone_is_where_its_step_begins() -> None:
    view = workshop(one_round("recognition", prompt("a")), place=Place("recognition", "hands", "gone"))
    assert script.standing(view) == Place("recognition", "hands", "a")


def test_skipped_and_switched_off_rounds_are_passed_by() -> None:
    view = workshop(
        one_round("open", prompt("a"), skipped=True),
        one_round("checkin", prompt("b"), enabled=False),
        one_round("pause"),
    )
    assert [place.round_id for place in script.places(view)] == ["", "", "pause", ""]


def test_next_round_leaves_the_rest_of_this_one() -> None:
    view = workshop(one_round("recognition", prompt("a"), prompt("b")), one_round("pause"))
    view = replace(view, stage=views.StageView(Place("recognition", "hands", "a")))
    assert script.next_round(view) == Place("pause", "countdown")
