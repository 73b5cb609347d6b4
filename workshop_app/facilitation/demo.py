"""The example: a whole invented workshop, played by the commands that a real one is led with."""

import tomllib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from workshop_app.facilitation import (
    capturing,
    counting,
    outcomes,
    people,
    placing,
    preparing,
    script,
    stage,
    voices,
    weighing,
)
from workshop_app.facilitation.action_line import Owner, find_owner
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import N_, Language
from workshop_app.model.values import ROOM_VOICE, Grain, Presence, QuoteMode, organisation_voice
from workshop_app.model.views import RoundView
from workshop_app.paths import resources
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic
from workshop_app.rounds.loading import load_templates
from workshop_app.rounds.template import Template
from workshop_app.storage.session_file import SessionFile

TEMPLATE = "robuuste-samenwerking"

_DOORS_OPEN = time(13, 28)
_WORDS_OF_WELCOME = 150

Table: TypeAlias = dict[str, Any]


def make_demo(path: Path) -> None:
    """Make a new file with 24 people from ten municipalities who went through the whole core template.

    Everything but the ids is the same every time; its times are those of the clock on the wall here. Raises
    RefusedError or StorageError; there is no file then.
    """
    session, rounds, results = (_material(name) for name in ("session", "rounds", "outcomes"))
    create_file(path, _template(), _head(session), Language.load(), _lines(session["people"]))
    try:
        with SessionFile.open(path) as file:
            _Evening(file, session["day"]).play(session, rounds, results)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _material(name: str) -> Table:
    return tomllib.loads((resources() / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


def _template() -> Template:
    templates, _problems = load_templates(resources() / "templates")
    template = next((each for each in templates if each.id == TEMPLATE), None)
    if template is None:
        raise RefusedError(N_("The template of the example is missing. Install Samenspraak again."))
    return template


def _head(session: Table) -> preparing.Head:
    same = ("title", "day", "keep_until", "start", "booked_minutes", "place", "region", "responsible", "chair")
    return preparing.Head(
        **{name: session[name] for name in (*same, "note_taker", "contact")},
        rounds={key: (True, minutes) for key, minutes in session["switched_on"].items()},
    )


def _lines(invited: Iterable[Table]) -> list[ParticipantLine]:
    return [
        ParticipantLine(line_no, each["name"], each["organisation"], each["role"], each["email"])
        for line_no, each in enumerate(invited, start=1)
    ]


class _Clock:
    """A clock that moves on only when it is told to."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def seconds(self) -> float:
        return self._moment.timestamp()

    def pass_by(self, seconds: int) -> None:
        self._moment += timedelta(seconds=seconds)


class _Evening:
    """The meeting as it went."""

    def __init__(self, file: SessionFile, day: date) -> None:
        # The clock on the wall of this computer: the example shows the same times in every time zone.
        self._clock = _Clock(datetime.combine(day, _DOORS_OPEN).astimezone(UTC))
        self._desk = Desk(file, self._clock.now, self._clock.seconds)

    def play(self, session: Table, rounds: Table, results: Table) -> None:
        """From the first who come in to the draft of the minutes."""
        self._welcome(session["people"], session["walk_in"])
        self._clock.pass_by(_WORDS_OF_WELCOME)
        for known in self._desk.view.script:
            if known.key in session["counted"]:
                self._desk.run(counting.set_grain, known.id, Grain(session["counted"][known.key]))
        for known in self._desk.view.script:
            self._hold(known, rounds[known.key], session["people"])
            if Mechanic.OUTCOMES in KINDS[known.kind].mechanics:
                self._conclude(known.id, results)
            self._clock.pass_by(rounds[known.key]["seconds"])
        self._desk.run(stage.go, script.THANKS, self._clock.now())
        self._desk.run(stage.finish, self._clock.now())
        wrap_up = ("subtitle", "evaluation", "reactions_before", "summary")
        self._desk.run(preparing.edit_workshop, **{name: session[name] for name in wrap_up})

    def _whose(self, name: str) -> Owner:
        return find_owner(name, self._desk.view)

    def _welcome(self, invited: Iterable[Table], walk_in: Table) -> None:
        run, now = self._desk.run, self._clock.now()
        for person in invited:
            if "presence" in person:
                self._mark(person, Presence(person["presence"]))
        run(people.all_present, now)
        for person in invited:
            if "arrives" in person:
                self._mark(person, Presence.EXPECTED)
        person_id = run(people.walk_in, walk_in["name"], walk_in["organisation"], walk_in["role"], now)
        run(people.edit_participant, person_id, email=walk_in["email"])

    def _mark(self, person: Table, presence: Presence) -> None:
        self._desk.run(people.set_presence, self._whose(person["name"]).participant_id, presence, self._clock.now())

    def _hold(self, known: RoundView, material: Table, invited: Iterable[Table]) -> None:
        self._desk.run(stage.go, script.round_places(known)[0], self._clock.now())
        for person in invited:
            if person.get("arrives") == known.key:
                self._mark(person, Presence.PRESENT)
        for prompt in known.prompts:
            self._discuss(known, prompt.id, material.get(prompt.key, {}))
        for added in material.get("added", ()):
            mode = QuoteMode(added["mode"]) if "mode" in added else None
            item_id = self._desk.run(capturing.add_item, known.id, added["text"], mode, added.get("in_minutes"))
            self._discuss(known, item_id, added)
        self._take_down(known, "", material)
        self._reveal_all(known.id)

    def _discuss(self, known: RoundView, prompt_id: str, material: Table) -> None:
        run = self._desk.run
        for option, given in material.get("answers", {}).items():
            if isinstance(given, int):
                run(counting.set_count, prompt_id, option, given)
                continue
            for name in given:
                run(counting.choose, prompt_id, organisation_voice(self._whose(name).organisation_id), option)
        if "rest" in material:
            self._fill_rest(known.id, prompt_id, material["rest"])
        for key, digits in material.get("scores", {}).items():
            self._weigh(known, prompt_id, key, digits)
        for name, across, up in material.get("places", ()):
            run(placing.place, prompt_id, organisation_voice(self._whose(name).organisation_id), across, up)
        if "dots" in material:
            run(counting.set_dots, prompt_id, ROOM_VOICE, material["dots"])
        if material.get("chosen"):
            run(capturing.choose_item, prompt_id, True)
        self._take_down(known, prompt_id, material)

    def _weigh(self, known: RoundView, prompt_id: str, key: str, digits: str) -> None:
        criterion_id = next(each.id for each in known.criteria if each.key == key)
        for organisation, score in zip(self._desk.view.organisations, digits, strict=False):
            voice = organisation_voice(organisation.id)
            self._desk.run(weighing.weigh, prompt_id, criterion_id, voice, int(score))

    def _fill_rest(self, round_id: str, prompt_id: str, option: str) -> None:
        view = self._desk.view
        known = view.round(round_id)
        prompt = known.prompt(prompt_id) if known else None
        if known and prompt:
            self._desk.run(counting.fill_rest, prompt_id, option, voices.rest(view, known, prompt, option))

    def _take_down(self, known: RoundView, prompt_id: str, material: Table) -> None:
        for strand in KINDS[known.kind].strands:
            for said in material.get(strand.key, ()):
                self._say(known.id, strand.key, prompt_id, said if isinstance(said, dict) else {"text": said})

    def _say(self, round_id: str, strand: str, prompt_id: str, said: Table) -> None:
        by = self._whose(said.get("by", ""))
        said_id = self._desk.run(
            capturing.contribute, round_id, strand, said["text"], prompt_id, by.organisation_id, by.participant_id
        )
        more = {name: said[name] for name in ("theme", "mode", "in_minutes") if name in said}
        if more:
            self._desk.run(capturing.edit_contribution, said_id, **more)

    def _reveal_all(self, round_id: str) -> None:
        known = self._desk.view.round(round_id)
        for place in script.round_places(known) if known else ():
            while hidden := script.to_reveal(self._desk.view, place):
                self._desk.run(stage.reveal, hidden)

    def _conclude(self, round_id: str, results: Table) -> None:
        run = self._desk.run
        for decision in results["decisions"]:
            decision_id = run(outcomes.decide, decision["text"], round_id)
            more = {name: decision[name] for name in ("support", "reservation", "ratified_by")}
            run(outcomes.edit_decision, decision_id, **more)
        for action in results["actions"]:
            self._agree(action)
        for parked in results["parked"]:
            parked_id = run(outcomes.park, parked["text"], self._round(parked).id)
            if "state" in parked:
                run(outcomes.edit_parked, parked_id, state=parked["state"])

    def _agree(self, action: Table) -> None:
        known, owner = self._round(action), self._whose(action["owner"])
        self._desk.run(
            outcomes.act,
            action["text"],
            known.id,
            next((p.id for p in known.prompts if p.key == action.get("item")), ""),
            owner=owner.name,
            participant_id=owner.participant_id or None,
            organisation_id=owner.organisation_id or None,
            due=action.get("due"),
            due_text=action.get("due_text", ""),
        )

    def _round(self, result: Table) -> RoundView:
        return next(known for known in self._desk.view.rounds if known.key == result["round"])
