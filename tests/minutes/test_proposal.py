"""The summary that is proposed: good sentences, in the right number, that name nobody."""

from dataclasses import replace
from datetime import date

import pytest

from tests.minutes.workshops import ORGANISATIONS, a_round, filled, person, prompt, said, workshop
from workshop_app.i18n import Language
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.proposal import proposed_summary
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, ParkedState
from workshop_app.model.views import ActionView, DecisionView, ParkedView, ResponseView, RoundView, WorkshopView

ENGLISH = Language.load("en")


def proposed(view: WorkshopView) -> str:
    return proposed_summary(view, ENGLISH)


def hands(**counts: int) -> tuple[ResponseView, ...]:
    return tuple(ResponseView("", ROOM_VOICE, option.removeprefix("score"), n) for option, n in counts.items())


def action(text: str, due: date | None = None, owner: int | None = None, done: bool = False) -> ActionView:
    who = person(owner) if owner is not None else None
    return ActionView(
        text, "", "", text, who.name if who else "", who.id if who else "", who.organisation_id if who else "", due, "",
        done,
    )  # fmt: skip


def decision(text: str) -> DecisionView:
    return DecisionView(text, "", text, "", "", "")


def held(known: RoundView) -> RoundView:
    return replace(known, spent_seconds=60)


def test_nothing_is_proposed_when_nothing_happened() -> None:
    assert proposed(workshop()) == ""


def test_it_begins_with_who_was_there() -> None:
    view = workshop(held(a_round("open")), participants=(person(0), person(1), person(2)))
    assert proposed(view) == "3 participants of 3 organisations took part, in 1 round."
    assert proposed(replace(view, participants=())) == "The session had 1 round."


def test_what_the_room_chose_is_named() -> None:
    items = [replace(prompt("a", "Te ver weg."), chosen=True), replace(prompt("b", "Te duur"), chosen=True)]
    assert "The room went deeper into “Te ver weg” and “Te duur”." in proposed(
        workshop(held(a_round("resistance", items)))
    )


def test_what_got_most_dots_is_named_and_a_tie_too() -> None:
    items = [
        prompt(text, text, (ResponseView("", ROOM_VOICE, DOTS_OPTION, dots),))
        for text, dots in (("Geld", 3), ("Tijd", 3), ("Rust", 1))
    ]
    assert "Most dots went to “Geld” and “Tijd”." in proposed(workshop(held(a_round("priorities", items))))


def test_what_most_agree_with_is_counted() -> None:
    items = [prompt("a", "Dit kennen wij", hands(yes=7, no=3)), prompt("b", "Dat niet", hands(yes=6, no=9))]
    assert "“yes” was said most of “Dit kennen wij”: 7 of 10." in proposed(workshop(a_round("recognition", items)))


@pytest.mark.parametrize("counts", [{"yes": 1, "no": 2}, {"yes": 7, "no": 2}])
def test_a_count_that_may_point_at_somebody_is_not_told(counts: dict[str, int]) -> None:
    items = [prompt("a", "Dit kennen wij", hands(**counts))]
    assert "“yes” was said most of “Dit kennen wij”." in proposed(workshop(a_round("recognition", items)))


def test_a_mean_of_few_scores_is_not_told() -> None:
    items = [prompt("a", "Vertrouwen", hands(score4=2)), prompt("b", "Mandaat", hands(score1=1))]
    assert "lowest" not in proposed(workshop(a_round("selfscan", items)))


def test_the_lowest_score_is_named_with_its_mean() -> None:
    items = [prompt("a", "Vertrouwen", hands(score4=5)), prompt("b", "Mandaat", hands(score1=3, score2=3))]
    assert "The lowest score went to “Mandaat”: 1.5 on average." in proposed(workshop(a_round("selfscan", items)))


@pytest.mark.parametrize(("themes", "named"), [("aab", "“a” came back most, 2 times"), ("aabb", ""), ("abc", "")])
def test_the_theme_that_came_back_most_is_named(themes: str, named: str) -> None:
    talk = [replace(said(str(n), "Ja", "answer"), theme=theme) for n, theme in enumerate(themes)]
    text = proposed(workshop(a_round("open", (), talk)))
    assert (named in text) if named else "came back" not in text


def test_of_many_rounds_what_the_room_chose_itself_comes_first() -> None:
    many = [
        held(a_round("open", (), [replace(said(f"{n}{m}", "Ja", "answer"), theme="x") for m in "ab"]))
        for n in "abcdefgh"
    ]
    chosen = held(a_round("resistance", [replace(prompt("q", "Te ver weg"), chosen=True)]))
    numbered = [replace(known, id=str(n)) for n, known in enumerate((*many, chosen))]
    text = proposed(workshop(*numbered))
    assert text.count("came back most") == 5
    assert text.endswith("The room went deeper into “Te ver weg”.")


def test_decisions_and_actions_are_told_the_soonest_first() -> None:
    view = workshop(
        organisations=ORGANISATIONS,
        participants=(person(0),),
        decisions=(decision("Samen verder. En wel zo: niemand wacht op een ander."),),
        actions=(
            action("Later", date(2027, 1, 9)), action("Bellen.", date(2026, 12, 12), owner=0), action("Ooit"),
            action("Nooit"), action("Klaar", done=True),
        ),
    )  # fmt: skip
    assert proposed(view) == (
        "1 decision was taken: “Samen verder”. 5 actions were agreed: "
        f"Bellen ({ORGANISATIONS[0].name}, by Sat 12 Dec 2026); Later (by Sat 9 Jan 2027); Ooit and 1 other."
    )


def test_as_anyone_may_read_it_no_person_is_named() -> None:
    text = proposed(discreet(filled(), Edition(Audience.PUBLICATION), ENGLISH))
    assert "participants of" in text
    assert not [p.name for p in filled().participants if p.name in text]


def test_what_stays_for_a_next_time_is_counted() -> None:
    states = (ParkedState.OPEN, ParkedState.HANDLED, ParkedState.NEXT_TIME)
    view = workshop(parked=tuple(ParkedView(state, "", "Vervoer", state) for state in states))
    assert proposed(view) == "2 items stay for a next time."


def test_long_and_hostile_texts_stay_one_line() -> None:
    text = proposed(workshop(decisions=(decision("<b>ja</b>\n" + "woord " * 800),)))
    assert text.startswith("1 decision was taken: “<b>ja</b> woord")
    assert len(text) < 300
    assert "\n" not in text
