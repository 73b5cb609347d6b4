"""Plausible and less plausible arguments for every command, for tests that run any of them in any order."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from workshop_app import facilitation
from workshop_app.facilitation.command import Command
from workshop_app.facilitation.follow_up import Earlier, OpenAction, Previous
from workshop_app.facilitation.forgetting import Fate, Mention
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.facilitation.pictures import PictureFile
from workshop_app.facilitation.script import Reveal, places
from workshop_app.model.values import (
    ROOM_VOICE,
    Grain,
    Level,
    MinutesPart,
    ParkedState,
    Presence,
    PromptRole,
    QuoteMode,
    ballot_voice,
    group_voice,
    organisation_voice,
)
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]
Arguments = tuple[tuple[Any, ...], dict[str, Any]]

NOW = datetime(2026, 11, 27, 13, 45, tzinfo=UTC)
GONE = "0" * 16
_PICTURE = PictureFile("image/png", 1, 1, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1 and no more")
ODD = ["", " ", "x" * 201, "\U0001f337 \u0645\u0631\u062d", "half \ud800", "a\x00b\r\nc", "' OR 1=1 --", "{name}"]

texts = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec=None), min_size=1, max_size=12))
words = st.text(st.sampled_from("aeinorst "), min_size=1, max_size=8).filter(str.strip)
numbers = st.integers(-1, 40)


def all_commands() -> dict[str, Command[Any, Any]]:
    """Every command there is, by module and name."""
    found = {}
    for module in pkgutil.iter_modules(facilitation.__path__):
        loaded = importlib.import_module(f"{facilitation.__name__}.{module.name}")
        for name, value in vars(loaded).items():
            if isinstance(value, Command) and value.function.__module__ == loaded.__name__:
                found[f"{module.name}.{name}"] = value
    return found


class Arguer:
    """Makes arguments from what is in a workshop now, and now and then from what is not there any more."""

    def __init__(self, draw: Draw, view: WorkshopView) -> None:
        self._draw = draw
        self._view = view

    def __call__(self, name: str) -> Arguments:
        """Positional and named arguments for the command with this name."""
        return _MAKERS[name](self)

    def any_of(self, options: Sequence[T], otherwise: T) -> T:
        """One of these, seldom something else. Always one draw, however many there are."""
        choices = [*options, otherwise]
        return choices[self.draw(st.integers(0, 999)) % len(choices)]

    def draw(self, strategy: st.SearchStrategy[T]) -> T:
        """Any value."""
        value: T = self._draw(strategy)
        return value

    @property
    def view(self) -> WorkshopView:
        return self._view

    def round(self) -> str:
        return self.any_of([known.id for known in self._view.rounds], GONE)

    def known_round(self) -> RoundView | None:
        return self.any_of([*self._view.rounds], None)

    def prompt(self) -> str:
        return self.any_of([prompt.id for known in self._view.rounds for prompt in known.prompts], GONE)

    def answer(self) -> tuple[str, str, str]:
        """A prompt, a voice and an option; mostly such as its round takes."""
        known = self.any_of([each for each in self._view.rounds if each.prompts and _options(each)], None)
        prompt_id = self.any_of([prompt.id for prompt in known.prompts] if known else [], GONE)
        voice = self.any_of(self._voices(known.grain) if known else [], group_voice("g"))
        option = self.any_of(_options(known) if known else [], "")
        return prompt_id, voice, option

    def weighed(self) -> tuple[str, str, str]:
        """An option, a criterion and a voice; mostly such as go together."""
        known = self.any_of([each for each in self._view.rounds if each.criteria], None)
        option = self.any_of([item.id for item in known.items] if known else [], GONE)
        criterion = self.any_of([each.id for each in known.criteria] if known else [], GONE)
        return option, criterion, self.any_of(self._voices(known.grain) if known else [], group_voice("g"))

    def placed(self) -> tuple[str, str]:
        """Something to be placed for and a voice; mostly such as go together."""
        known = self.any_of([each for each in self._view.rounds if each.kind == "matrix"], None)
        item = self.any_of([item.id for item in known.items] if known else [], GONE)
        return item, self.any_of(self._voices(known.grain) if known else [], group_voice("g"))

    def _voices(self, grain: Grain) -> list[str]:
        match grain:
            case Grain.ROOM:
                return [ROOM_VOICE]
            case Grain.ORGANISATION:
                return [organisation_voice(each.id) for each in self._view.organisations]
            case _:
                return [ballot_voice(123456), ballot_voice(654321)]

    def subject(self) -> tuple[str, str]:
        """A round and one of its prompts, or none."""
        known = self.known_round()
        prompt_id = self.any_of([p.id for p in known.prompts] if known else [], "")
        return (known.id if known else GONE), prompt_id

    def contribution(self) -> str:
        return self.any_of([said.id for known in self._view.rounds for said in known.contributions], GONE)

    def group(self) -> str:
        return self.any_of([each.id for known in self._view.rounds for each in known.groups], GONE)

    def picture(self) -> str:
        return self.any_of([each.id for each in self._view.pictures], GONE)

    def organisation(self) -> str:
        return self.any_of([each.id for each in self._view.organisations], "")

    def participant(self) -> str:
        return self.any_of([each.id for each in self._view.participants], "")

    def fields(self, **strategies: st.SearchStrategy[Any]) -> dict[str, Any]:
        """Some of these fields."""
        names = self.draw(st.sets(st.sampled_from(sorted(strategies)), min_size=1))
        return {name: self.draw(strategies[name]) for name in sorted(names)}

    def reveal(self) -> Reveal:
        round_id, prompt_id = self.subject()
        return Reveal(round_id, "prompt", prompt_id)

    def lines(self) -> list[ParticipantLine]:
        names = self.draw(st.lists(words, max_size=3))
        return [ParticipantLine(1, name, self.draw(words), "", "") for name in names]


def _options(known: RoundView) -> tuple[str, ...]:
    scale = KINDS[known.kind].scale
    return scale.keys if scale else ()


def _edit_contribution(make: Arguer) -> Arguments:
    fields = make.fields(
        text=texts,
        strand=st.sampled_from(["explanation", "beneath"]),
        theme=words,
        mode=st.sampled_from([None, *QuoteMode]),
        in_minutes=st.sampled_from([None, True, False]),
        organisation_id=st.just(make.organisation()),
        participant_id=st.just(make.participant()),
        prompt_id=st.just(make.prompt()),
    )
    return (make.contribution(),), fields


def _to_a_strand(make: Arguer) -> tuple[str, str, str]:
    round_id, prompt_id = make.subject()
    return round_id, "explanation", prompt_id


def _contribute(make: Arguer) -> Arguments:
    round_id, prompt_id = make.subject()
    author = {"organisation_id": make.organisation(), "participant_id": make.participant()}
    return (round_id, "explanation", make.draw(texts), prompt_id), author


def _act(make: Arguer) -> Arguments:
    round_id, prompt_id = make.subject()
    fields = make.fields(
        owner=words,
        participant_id=st.just(make.participant()),
        organisation_id=st.just(make.organisation()),
        due=st.sampled_from([None, date(2027, 1, 15)]),
        due_text=words,
    )
    return (make.draw(texts), round_id, prompt_id), fields


def _set_count(make: Arguer) -> Arguments:
    prompt_id, voice, option = make.answer()
    return (prompt_id, option, make.draw(numbers), voice), {}


def _fill(make: Arguer) -> Arguments:
    prompt_id, voice, option = make.answer()
    return (prompt_id, option, {voice: make.draw(numbers), make.answer()[1]: 1}), {}


def _go(make: Arguer) -> Arguments:
    return (make.any_of(places(make.view), places(make.view)[0]), NOW), {}


def _forget(make: Arguer) -> Arguments:
    said = [each for known in make.view.rounds for each in known.contributions]
    fates = {
        Mention("contribution", (each.id,), "text", each.text, True): make.draw(st.sampled_from([*Fate]))
        for each in said[:3]
    }
    return (make.participant(), fates, make.draw(words)), {}


_MAKERS: dict[str, Callable[[Arguer], Arguments]] = {
    "capturing.contribute": _contribute,
    "capturing.edit_contribution": _edit_contribution,
    "capturing.remove_contribution": lambda make: ((make.contribution(),), {}),
    "capturing.move_contribution": lambda make: (
        (make.contribution(), *_to_a_strand(make)),
        {},
    ),
    "capturing.split_contribution": lambda make: (
        (make.contribution(), make.draw(st.lists(texts, max_size=3))),
        {},
    ),
    "capturing.merge_contributions": lambda make: (
        (make.contribution(), [make.contribution(), make.contribution()]),
        {},
    ),
    "capturing.add_item": lambda make: ((make.round(), make.draw(texts), QuoteMode.VERBATIM, True), {}),
    "capturing.edit_prompt": lambda make: (
        (make.prompt(),),
        make.fields(text=texts, detail=texts, included=st.booleans(), mode=st.sampled_from([None, *QuoteMode])),
    ),
    "capturing.remove_prompt": lambda make: ((make.prompt(),), {}),
    "capturing.choose_item": lambda make: ((make.prompt(), make.draw(st.booleans())), {}),
    "counting.set_count": _set_count,
    "counting.choose": lambda make: (make.answer(), {}),
    "counting.unchoose": lambda make: (make.answer(), {}),
    "counting.fill_voices": _fill,
    "counting.fill_rest": _fill,
    "counting.set_dots": lambda make: ((*make.answer()[:2], make.draw(numbers)), {}),
    "counting.set_grain": lambda make: (
        (make.round(), make.draw(st.sampled_from([*Grain])), make.draw(st.booleans())),
        {"heads": make.draw(st.booleans())},
    ),
    "placing.place": lambda make: ((*make.placed(), make.draw(numbers) % 11, make.draw(numbers) % 11), {}),
    "placing.unplace": lambda make: (make.placed(), {}),
    "weighing.weigh": lambda make: ((*make.weighed(), make.draw(numbers) % 7), {}),
    "weighing.unweigh": lambda make: (make.weighed(), {}),
    "outcomes.decide": lambda make: ((make.draw(texts), make.round()), {}),
    "outcomes.edit_decision": lambda make: (
        (make.any_of([each.id for each in make.view.decisions], GONE),),
        make.fields(text=texts, support=words, reservation=words, ratified_by=words),
    ),
    "outcomes.remove_decision": lambda make: ((make.any_of([each.id for each in make.view.decisions], GONE),), {}),
    "outcomes.act": _act,
    "outcomes.edit_action": lambda make: (
        (make.any_of([each.id for each in make.view.actions], GONE),),
        make.fields(text=texts, owner=words, done=st.booleans(), due=st.sampled_from([None, date(2027, 2, 1)])),
    ),
    "outcomes.remove_action": lambda make: ((make.any_of([each.id for each in make.view.actions], GONE),), {}),
    "outcomes.park": lambda make: ((make.draw(texts), make.round()), {}),
    "outcomes.edit_parked": lambda make: (
        (make.any_of([each.id for each in make.view.parked], GONE),),
        make.fields(text=texts, state=st.sampled_from([*ParkedState])),
    ),
    "outcomes.act_on_parked": lambda make: ((make.any_of([each.id for each in make.view.parked], GONE),), {}),
    "outcomes.remove_parked": lambda make: ((make.any_of([each.id for each in make.view.parked], GONE),), {}),
    "follow_up.take_over": lambda make: (
        (
            Previous(
                make.draw(words),
                date(2026, 3, 12),
                (OpenAction("action-1", make.draw(words), ""),) * make.draw(st.integers(0, 1)),
                (Earlier(make.draw(words), "yes", 3),),
            ),
        ),
        {},
    ),
    "grouping.make_groups": lambda make: (
        (make.round(), make.draw(st.integers(-1, 4)), make.draw(st.integers(0, 3)), "Tafel {n}"),
        {},
    ),
    "grouping.sit_as_before": lambda make: ((make.round(), [make.group()]), {}),
    "grouping.rename_group": lambda make: ((make.group(), make.draw(texts)), {}),
    "grouping.give_prompt": lambda make: ((make.group(), make.any_of([make.prompt()], "")), {}),
    "grouping.deal_prompts": lambda make: ((make.subject()[0], [make.subject()[1]]), {}),
    "grouping.seat_at": lambda make: ((make.participant(), make.group()), {}),
    "grouping.unseat": lambda make: ((make.participant(), make.group()), {}),
    "grouping.seat_latecomers": lambda make: ((make.round(),), {}),
    "grouping.lock_seat": lambda make: ((make.participant(), make.group(), make.draw(st.booleans())), {}),
    "people.add_organisation": lambda make: ((make.draw(texts),), {}),
    "people.add_organisations": lambda make: ((make.draw(st.lists(texts, max_size=3)),), {}),
    "people.edit_organisation": lambda make: ((make.organisation(), make.draw(texts)), {}),
    "people.remove_organisation": lambda make: ((make.organisation(),), {}),
    "people.add_participants": lambda make: ((make.lines(),), {}),
    "people.edit_participant": lambda make: (
        (make.participant(),),
        make.fields(name=texts, role=texts, email=words, organisation_id=st.just(make.organisation())),
    ),
    "people.place_participant": lambda make: ((make.participant(), make.draw(words)), {}),
    "people.remove_participant": lambda make: ((make.participant(),), {}),
    "people.set_presence": lambda make: ((make.participant(), make.draw(st.sampled_from([*Presence])), NOW), {}),
    "people.all_present": lambda make: ((NOW,), {}),
    "people.walk_in": lambda make: ((make.draw(words), make.draw(words), "", NOW), {}),
    "people.replace": lambda make: ((make.participant(), make.draw(words), make.draw(words), NOW), {}),
    "pictures.add_picture": lambda make: ((_PICTURE, make.draw(texts), make.any_of([make.round()], "")), {}),
    "pictures.describe_picture": lambda make: ((make.picture(), make.draw(texts)), {}),
    "pictures.remove_picture": lambda make: ((make.picture(),), {}),
    "pictures.move_picture": lambda make: ((make.picture(), make.draw(st.integers(-2, 2))), {}),
    "preparing.edit_workshop": lambda make: (
        (),
        make.fields(title=texts, summary=texts, start=st.just(NOW.time()), day=st.just(date(2026, 12, 1))),
    ),
    "preparing.edit_round": lambda make: (
        (make.round(),),
        make.fields(
            title=texts, question=texts, notes=texts, minutes=numbers, enabled=st.booleans(), live=st.booleans()
        ),
    ),
    "preparing.retime_rounds": lambda make: (({make.round(): make.draw(numbers)},), {}),
    "preparing.plan_level": lambda make: ((make.round(), make.draw(st.sampled_from([*Level]))), {}),
    "preparing.move_round": lambda make: ((make.round(), make.draw(st.integers(-3, 3))), {}),
    "preparing.add_round": lambda make: (
        (make.draw(st.sampled_from(sorted(KINDS))), make.draw(words), make.draw(words), 10),
        {},
    ),
    "preparing.copy_round": lambda make: ((make.round(), make.draw(words)), {}),
    "preparing.add_prompt": lambda make: (
        (make.round(), make.draw(words), make.draw(st.sampled_from([*PromptRole]))),
        {},
    ),
    "preparing.move_prompt": lambda make: ((make.prompt(), make.draw(st.integers(-2, 2))), {}),
    "preparing.remove_round": lambda make: ((make.round(),), {}),
    "preparing.fill_lowest": lambda make: ((make.round(), [("key", make.draw(words), "", "")]), {}),
    "preparing.loosen_level": lambda make: ((make.round(), make.draw(st.sampled_from([*Level]))), {}),
    "stage.go": _go,
    "stage.reveal": lambda make: ((make.reveal(),), {}),
    "stage.hide": lambda make: ((make.reveal(),), {}),
    "stage.hold": lambda make: ((make.draw(st.booleans()), make.draw(st.booleans()), make.draw(numbers)), {}),
    "stage.keep_draft": lambda make: ((*make.subject(), "explanation", make.draw(texts)), {}),
    "stage.restart_clock": lambda make: ((make.round(),), {}),
    "stage.move_tasks": lambda make: ((timedelta(minutes=make.draw(numbers)),), {}),
    "stage.restart_task": lambda make: ((make.round(), NOW), {}),
    "stage.finish": lambda make: ((NOW,), {}),
    "erasing.wipe_contribution": lambda make: ((make.contribution(),), {}),
    "erasing.wipe_prompt": lambda make: ((make.prompt(),), {}),
    "erasing.wipe_decision": lambda make: ((make.any_of([each.id for each in make.view.decisions], GONE),), {}),
    "erasing.wipe_action": lambda make: ((make.any_of([each.id for each in make.view.actions], GONE),), {}),
    "erasing.wipe_picture": lambda make: ((make.picture(),), {}),
    "erasing.wipe_parked": lambda make: ((make.any_of([each.id for each in make.view.parked], GONE),), {}),
    "erasing.forget_person": lambda make: ((make.participant(),), {}),
    "wrapping_up.leave_out": lambda make: (
        (make.draw(st.sampled_from([*MinutesPart])), [make.round(), make.round()], make.draw(st.booleans())),
        {},
    ),
    "wrapping_up.put_in_order": lambda make: ((make.draw(st.permutations([r.id for r in make.view.rounds])),), {}),
    "wrapping_up.mark_sent": lambda make: (
        (make.draw(st.sampled_from([None, date(2026, 12, 1)])), make.organisation()),
        {},
    ),
    "forgetting.forget": _forget,
    "erasing.set_level": lambda make: ((make.round(), make.draw(st.sampled_from([*Level]))), {}),
}

ARGUED = frozenset(_MAKERS)
"""The names of the commands that can be run so."""
ONLY_IN_A_NEW_FILE = frozenset({"preparing.create", "follow_up.take_over"})
"""These fill a file before anybody works in it."""
ERASING = frozenset(name for name in ARGUED if name.startswith(("erasing.", "forgetting.")))
"""These clear the journal."""
