"""The example: complete, sound, and the same every time."""

import json
import re
import tomllib
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from tests.workshops import reopened
from workshop_app.facilitation.demo import make_demo
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.i18n import Language
from workshop_app.minutes.action_list import actions_csv
from workshop_app.minutes.answers import answers_json
from workshop_app.minutes.edition import Edition
from workshop_app.model.values import Grain, Level, MinutesStatus, Origin, ParkedState, Presence, WorkshopState
from workshop_app.model.views import Place, PromptView, RoundView, WorkshopView
from workshop_app.model.weighed import Grid
from workshop_app.paths import resources
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic
from workshop_app.rounds.loading import load_templates
from workshop_app.storage.checking import check
from workshop_app.storage.faults import StorageError

ROUNDS = [
    *("checkin", "briefing", "recognition", "resistance-region", "resistance-each-other", "pause", "matrix"),
    *("checklist", "principles", "options", "cases", "understand-experience", "support", "outcomes", "checkout"),
]
PRESENT, ORGANISATIONS = 22, 10


@dataclass(frozen=True)
class Made:
    path: Path
    view: WorkshopView


def made(path: Path) -> Made:
    make_demo(path)
    with reopened(path) as desk:
        return Made(path, desk.view)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Made]:
    folder = tmp_path_factory.mktemp("demo")
    return made(folder / "first.samenspraak"), made(folder / "second.samenspraak")


@pytest.fixture
def view(twice: tuple[Made, Made]) -> WorkshopView:
    return twice[0].view


def held(view: WorkshopView, key: str) -> RoundView:
    return next(known for known in view.script if known.key == key)


class TestRounds:
    def test_every_round_of_the_template_is_on(self, view: WorkshopView) -> None:
        templates, _ = load_templates(resources() / "templates")
        template = next(each for each in templates if each.id == "robuuste-samenwerking")
        assert [known.key for known in view.script] == [known.key for known in template.rounds] == ROUNDS

    def test_what_is_told_belongs_to_the_template(self, view: WorkshopView) -> None:
        prompts = {known.key: {prompt.key for prompt in known.prompts} for known in view.script}
        for key, material in demo_material("rounds").items():
            strands = {strand.key for strand in KINDS[held(view, key).kind].strands}
            assert set(material) - strands - {"seconds", "added"} <= prompts[key]

    @pytest.mark.parametrize("key", ROUNDS)
    def test_the_round_was_held(self, view: WorkshopView, key: str) -> None:
        known = held(view, key)
        assert known.started_at
        assert not known.skipped
        assert known.spent_seconds == demo_material("rounds")[key]["seconds"]
        assert 0.6 < known.spent_seconds / (known.minutes * 60) < 1.4

    @pytest.mark.parametrize("key", ROUNDS)
    def test_every_item_is_counted_by_all_who_are_there(self, view: WorkshopView, key: str) -> None:
        known = held(view, key)
        kind = KINDS[known.kind]
        for item in known.items if kind.scale else ():
            assert item.answered(kind.scale.keys if kind.scale else ()) == (
                PRESENT if known.grain is Grain.ROOM else ORGANISATIONS
            )
        if kind.dots:
            assert sum(item.dots for item in known.items) == kind.dots * PRESENT
            assert all(item.dots for item in known.items)

    @pytest.mark.parametrize("key", ROUNDS)
    def test_every_question_is_answered(self, view: WorkshopView, key: str) -> None:
        known = held(view, key)
        assert all(known.said(question.id) for question in known.questions)
        if KINDS[known.kind].choose:
            assert len(known.chosen) == KINDS[known.kind].choose
            assert all(2 <= len(known.said(item.id, "beneath")) <= 4 for item in known.chosen)
            assert known.said("", "answer")
        elif Mechanic.STRANDS in KINDS[known.kind].mechanics and known.kind != "briefing":
            assert all(known.said(item.id) for item in known.items)

    def test_all_that_was_hidden_is_revealed(self, view: WorkshopView) -> None:
        kinds = {known.key: KINDS[known.kind] for known in view.script}
        revealing = {key for key, kind in kinds.items() if kind.scale or kind.id == "briefing"}
        assert all(held(view, key).revealed for key in revealing)

    def test_the_scores_differ(self, view: WorkshopView) -> None:
        items = held(view, "understand-experience").items
        assert max(item.scores()[-1] - item.scores()[0] for item in items) == 4
        assert len({sum(item.scores()) for item in items}) > 3

    def test_the_options_are_weighed_by_every_municipality(self, view: WorkshopView) -> None:
        grid = Grid.of(held(view, "options"))
        assert len(grid.options) == 3
        assert all(len(grid.weight(o.id, c.id).scores) == ORGANISATIONS for o in grid.options for c in grid.criteria)
        assert len(grid.highest) == 1
        assert len(grid.divided) == 1

    def test_quotes_from_the_room_are_marked_in_three_ways(self, view: WorkshopView) -> None:
        quotes = [p for known in view.script if KINDS[known.kind].choose for p in known.items if from_room(p)]
        # An anonymous round does not tell which came first.
        assert {(quote.mode, quote.in_minutes) for quote in quotes} == {
            ("paraphrase", True),
            ("verbatim", False),
            (None, None),
        }

    def test_anonymous_rounds_keep_no_author(self, view: WorkshopView) -> None:
        anonymous = [known for known in view.script if known.level is Level.ANONYMOUS]
        said = [each for known in anonymous for each in known.contributions]
        assert len(anonymous) == 2
        assert {(each.organisation_id, each.participant_id, each.seq) for each in said} == {("", "", None)}


class TestPeople:
    def test_24_people_from_ten_municipalities(self, view: WorkshopView) -> None:
        assert len({person.name for person in view.participants}) == 24
        assert Counter(person.presence for person in view.participants) == {
            Presence.PRESENT: PRESENT,
            Presence.EXCUSED: 2,
        }
        assert len(view.organisations) == ORGANISATIONS
        assert {person.organisation_id for person in view.present} == {each.id for each in view.organisations}
        assert all(person.email.endswith(".example") and person.role for person in view.participants)

    def test_one_is_late_and_one_walks_in(self, view: WorkshopView) -> None:
        begin = view.info.started_at
        assert begin
        late = [person.name for person in view.present if person.arrived_at and person.arrived_at > begin]
        assert late == ["Jeroen Vink"]
        assert [person.name for person in view.participants if person.walk_in] == ["Daan Hofstra"]

    def test_the_clock_on_the_wall_said_half_past_one(self, view: WorkshopView) -> None:
        assert view.info.started_at
        assert view.info.ended_at
        assert wall_clock(view.info.started_at).time() == time(13, 30, 30)
        assert wall_clock(view.info.ended_at).time() == time(17, 37, 22)


class TestResults:
    def test_decisions_say_who_supports_and_ratifies_them(self, view: WorkshopView) -> None:
        assert 3 <= len(view.decisions) <= 5
        assert all(d.text and d.support and d.reservation and d.ratified_by and d.round_id for d in view.decisions)

    def test_actions_have_owners_and_nearly_all_a_date(self, view: WorkshopView) -> None:
        absent = {person.id for person in view.participants if person.presence is Presence.EXCUSED}
        assert 4 <= len(view.actions) <= 8
        assert all(action.owner and action.participant_id and action.organisation_id for action in view.actions)
        assert [bool(action.due or action.due_text) for action in view.actions].count(False) == 1
        assert len([action for action in view.actions if action.participant_id in absent]) == 1
        assert any(action.prompt_id for action in view.actions)

    def test_parked_items_went_three_ways(self, view: WorkshopView) -> None:
        assert [each.state for each in view.parked] == [
            ParkedState.HANDLED,
            ParkedState.OPEN,
            ParkedState.NEXT_TIME,
        ]

    def test_it_is_over_and_the_minutes_wait_for_reactions(self, view: WorkshopView) -> None:
        info = view.info
        assert info.state is WorkshopState.FINISHED
        assert info.minutes_status is MinutesStatus.CONCEPT
        assert info.summary
        assert info.evaluation
        assert info.reactions_before
        assert info.reactions_before > info.day
        assert view.stage.place == Place("", "thanks")


class TestFile:
    def test_it_is_sound(self, twice: tuple[Made, Made]) -> None:
        assert [check(each.path) for each in twice] == [(), ()]

    def test_it_is_the_same_every_time_but_for_the_ids(self, twice: tuple[Made, Made]) -> None:
        first, second = (without_ids(each.view) for each in twice)
        assert first == second
        assert answers_json(twice[0].view) == answers_json(twice[1].view)
        dutch = Language.load()
        assert actions_csv(twice[0].view, Edition(), dutch) == actions_csv(twice[1].view, Edition(), dutch)

    def test_the_last_command_can_be_undone(self, twice: tuple[Made, Made]) -> None:
        path, view = twice[1].path, twice[1].view
        with reopened(path) as desk:
            assert desk.undo()
            assert desk.view.info.summary == ""
            assert desk.undo()
            assert held(desk.view, "checkout").contributions != held(view, "checkout").contributions
            assert desk.redo()
            assert desk.redo()
            assert desk.view == view

    def test_a_file_that_is_there_stays_as_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.samenspraak"
        path.write_bytes(b"mine")
        with pytest.raises(StorageError):
            make_demo(path)
        assert path.read_bytes() == b"mine"

    def test_no_half_example_stays_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("workshop_app.facilitation.demo._Evening", fail)
        with pytest.raises(KeyboardInterrupt):
            make_demo(tmp_path / "x.samenspraak")
        assert list(tmp_path.iterdir()) == []


def from_room(prompt: PromptView) -> bool:
    return prompt.origin is Origin.ROOM


def demo_material(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


def without_ids(view: WorkshopView) -> Any:
    """The view with what each id stands for in its place, and in order what has none."""
    named = {view.info.id: "the workshop"}
    named |= {organisation.id: organisation.name for organisation in view.organisations}
    named |= {person.id: person.name for person in view.participants}
    for known in view.rounds:
        named[known.id] = known.key
        named |= {prompt.id: prompt.text for prompt in known.prompts}
        named |= {said.id: said.text for said in known.contributions}
    named |= {decision.id: decision.text for decision in view.decisions}
    named |= {action.id: action.text for action in view.actions}
    named |= {parked.id: parked.text for parked in view.parked}
    plain = json.dumps(asdict(view), default=lambda other: list(other) if isinstance(other, frozenset) else str(other))
    renamed = json.loads(re.sub(r"[0-9a-f]{16}", lambda id_: json.dumps(named[id_[0]])[1:-1], plain))
    for known in renamed["rounds"]:
        known["revealed"].sort()
        if known["level"] == Level.ANONYMOUS:
            known["contributions"].sort(key=lambda said: str(said["text"]))
            known["prompts"].sort(key=lambda prompt: str(prompt["text"]) if prompt["origin"] == Origin.ROOM else "")
        for prompt in known["prompts"]:
            prompt["responses"].sort(key=str)
    return renamed
