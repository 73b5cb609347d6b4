"""The answers as JSON: complete, stable, and without what was agreed not to be told."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.minutes.workshops import INFO, ORGANISATIONS, a_round, filled, person, prompt, said, workshop
from workshop_app.minutes.answers import SCHEMA, answers, answers_json
from workshop_app.model.values import (
    DOTS_OPTION,
    ROOM_VOICE,
    Grain,
    Level,
    Origin,
    ParkedState,
    PromptRole,
    QuoteMode,
    Rule,
)
from workshop_app.model.views import ActionView, DecisionView, ParkedView, ResponseView, RoundView, WorkshopView

EXPLAINED = (
    said("c1", "Eerst dit.", "explanation", "i1", organisation_id="heidebeek", participant_id="p1", seq=1),
    said("c2", "Dan dat.", "explanation", "i1", organisation_id="merenwijk", participant_id="p2", seq=2),
    said("c3", "Ten slotte zus.", "explanation", "i1", organisation_id="zandhaven", participant_id="p3", seq=3),
)


def recognition(**fields: object) -> RoundView:
    hands = [ResponseView("", ROOM_VOICE, "yes", 12), ResponseView("", ROOM_VOICE, "no", 3)]
    return a_round("recognition", [prompt("i1", "Mandaten zijn geregeld.", hands)], EXPLAINED, **fields)


def by_name(*rounds: RoundView) -> WorkshopView:
    people = tuple(person(number) for number in range(4))
    return workshop(*rounds, info=replace(INFO, rule=Rule.BY_NAME), organisations=ORGANISATIONS, participants=people)


def first_item(view: WorkshopView) -> Any:
    return answers(view)["rounds"][0]["items"][0]


class TestWhole:
    def test_the_text_is_the_values_as_json(self) -> None:
        view = filled()
        assert json.loads(answers_json(view)) == answers(view)
        assert answers(view)["schema"] == SCHEMA == 1

    def test_letters_stay_as_they_are(self) -> None:
        assert "Wójcik" in answers_json(workshop(recognition(title="Łukasz Wójcik")))

    def test_every_round_that_is_on_with_every_item_and_question(self) -> None:
        view = replace(filled(), rounds=(*filled().rounds, recognition(enabled=False, key="off")))
        entries = answers(view)["rounds"]
        assert [entry["key"] for entry in entries] == [known.key for known in view.script]
        for entry, known in zip(entries, view.script, strict=True):
            assert {item["text"] for item in entry["items"]} == {item.text for item in known.items}
            assert [question["text"] for question in entry["questions"]] == [q.text for q in known.questions]

    def test_every_contribution_once(self) -> None:
        view = filled()
        for entry, known in zip(answers(view)["rounds"], view.script, strict=True):
            on_prompts = [
                each
                for prompt_ in (*entry["items"], *entry["questions"], *entry["criteria"])
                for each in prompt_["said"]
            ]
            told = [each["text"] for each in (*entry["said"], *on_prompts)]
            assert sorted(told) == sorted(each.text for each in known.contributions)

    def test_the_head_names_the_session_and_who_was_there(self) -> None:
        told = answers(filled())
        assert told["session"]["date"] == "2026-11-12"
        assert told["session"]["template"] == "robuuste-samenwerking"
        assert told["organisations"][:2] == ["Lindevoort", "Heidebeek"]
        assert told["present"] == len(filled().present)

    def test_no_list_of_people_and_nothing_for_the_facilitator_alone(self) -> None:
        text = answers_json(filled())
        assert "voorbeeld.example" not in text
        assert "Tess Vermeulen" not in text
        assert "Alleen voor de gespreksleider" not in answers_json(workshop(recognition()))


class TestAnswers:
    def test_hands_are_counted_per_option(self) -> None:
        item = first_item(workshop(recognition()))
        assert item["counts"] == {"no": 3, "yes": 12}
        assert item["voices"] == {"room": {"yes": 12, "no": 3}}

    def test_voices_are_named_and_scores_in_order(self) -> None:
        given = [ResponseView("", f"org:{name}", str(score), 1) for name, score in (("heidebeek", 4), ("merenwijk", 2))]
        known = a_round("selfscan", [prompt("i1", "Gedeeld belang", given)], grain=Grain.ORGANISATION)
        item = first_item(workshop(known, organisations=ORGANISATIONS))
        assert item["voices"] == {"Heidebeek": {"4": 1}, "Merenwijk": {"2": 1}}
        assert item["scores"] == [2, 4]

    def test_dots_are_no_option(self) -> None:
        dots = [ResponseView("", ROOM_VOICE, DOTS_OPTION, 7), ResponseView("", ROOM_VOICE, "there", 2)]
        item = first_item(workshop(a_round("principles", [prompt("i1", "Een vaste cyclus", dots)])))
        assert (item["dots"], item["counts"]) == (7, {"there": 2})

    def test_a_quote_from_the_room_says_whether_it_may_be_in_the_minutes(self) -> None:
        quote = prompt(
            "r1", "Te ver weg.", origin=Origin.ROOM, mode=QuoteMode.PARAPHRASE, in_minutes=False, key="room-r1"
        )
        item = first_item(workshop(a_round("resistance", [quote])))
        assert (item["key"], item["from_room"], item["mode"], item["in_minutes"]) == ("", True, "paraphrase", False)

    def test_a_question_is_no_item(self) -> None:
        known = a_round("briefing", [prompt("q1", "Waar gaat het goed?", role=PromptRole.QUESTION)])
        entry = answers(workshop(known))["rounds"][0]
        assert entry["items"] == []
        assert entry["questions"][0]["text"] == "Waar gaat het goed?"


class TestAuthors:
    def test_an_organisation_is_told_where_people_agreed_to_it(self) -> None:
        told = first_item(by_name(recognition()))["said"]
        assert [(each["text"], each["organisation"], each["person"]) for each in told] == [
            ("Eerst dit.", "Heidebeek", ""),
            ("Dan dat.", "Merenwijk", ""),
            ("Ten slotte zus.", "Zandhaven", ""),
        ]

    def test_a_person_is_told_in_a_round_by_name(self) -> None:
        told = first_item(by_name(recognition(level=Level.NAME)))["said"]
        assert [each["person"] for each in told] == ["Ayşe Yıldız", "Joost Hermans", "Łukasz Wójcik"]

    @pytest.mark.parametrize("rule", [Rule.NOT_ATTRIBUTED, Rule.CHATHAM_HOUSE])
    def test_other_rules_tell_no_author(self, rule: Rule) -> None:
        view = by_name(recognition(level=Level.NAME))
        told = first_item(replace(view, info=replace(view.info, rule=rule)))["said"]
        assert {(each["organisation"], each["person"]) for each in told} == {("", "")}

    def test_an_anonymous_round_tells_neither_author_order_nor_voices(self) -> None:
        given = [ResponseView("", f"ballot:{n}", "yes", 1) for n in (123456, 654321)]
        view = by_name(
            a_round("recognition", [prompt("i1", "Mandaten zijn geregeld.", given)], EXPLAINED, level=Level.ANONYMOUS)
        )
        item = first_item(view)
        assert {(each["organisation"], each["person"]) for each in item["said"]} == {("", "")}
        assert item["voices"] == {}
        assert item["counts"] == {"yes": 2}
        text = answers_json(view)
        assert "ballot" not in text
        assert "seq" not in text
        assert "started" not in text

    @pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
    def test_the_order_of_anonymous_answers_says_nothing_of_their_arrival(self, order: tuple[int, ...]) -> None:
        quotes = [prompt(f"r{n}", f"Verzuchting {n}", origin=Origin.ROOM) for n in range(3)]
        entries = [
            answers(by_name(a_round("resistance", kept, spoken)))["rounds"][0]
            for kept, spoken in (
                (quotes, [replace(each, prompt_id="") for each in EXPLAINED]),
                ([quotes[n] for n in order], [replace(EXPLAINED[n], id=f"x{n}", prompt_id="") for n in order]),
            )
        ]
        assert entries[0] == entries[1]


class TestResults:
    def test_decisions_and_actions_have_their_numbers(self) -> None:
        view = workshop(
            recognition(),
            decisions=(DecisionView("d1", "recognition", "Samen verder", "alle", "mits", "college"),),
            actions=(
                ActionView("a1", "recognition", "i1", "Bellen", "", "", "heidebeek", date(2026, 12, 1), "", done=True),
                ActionView("a2", "", "", "Schrijven", "", "", "", None, "voorjaar", done=False),
            ),
            parked=(ParkedView("k1", "recognition", "Vervoer", ParkedState.NEXT_TIME),),
            organisations=ORGANISATIONS,
        )  # fmt: skip
        told = answers(view)
        assert told["decisions"] == [
            {
                "number": "B1",
                "round": "recognition",
                "item": "",
                "text": "Samen verder",
                "support": "alle",
                "reservation": "mits",
                "ratified_by": "college",
            }
        ]
        assert [(a["number"], a["item"], a["organisation"], a["due"], a["due_text"]) for a in told["actions"]] == [
            ("A1", "i1", "Heidebeek", "2026-12-01", ""),
            ("A2", "", "", None, "voorjaar"),
        ]
        assert told["parked"] == [{"round": "recognition", "text": "Vervoer", "state": "next_time"}]
