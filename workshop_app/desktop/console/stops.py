"""The rounds as the rail shows them: how far each is, in words. Pure."""

from dataclasses import dataclass
from enum import Enum

from workshop_app.desktop.console import words
from workshop_app.desktop.console.here import Here
from workshop_app.facilitation import schedule
from workshop_app.facilitation.schedule import Pressure
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.views import RoundView


class State(Enum):
    """How far a round is."""

    DONE = "done"
    CURRENT = "current"
    TO_COME = "to come"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Stop:
    """A round in the rail, in words. `minutes` are those spent with those planned; `warning` says that the time of the
    round is nearly over, and `pressure` how nearly."""

    round_id: str
    badge: str
    title: str
    summary: str
    minutes: str
    state: State
    spoken: str
    warning: str = ""
    pressure: Pressure = Pressure.NONE


def stops(here: Here, elapsed: schedule.Elapsed, language: Language) -> tuple[Stop, ...]:
    """The rounds that are switched on, as the rail shows them. Pure."""
    return tuple(_stop(here, known, elapsed, language) for known in here.view.script)


def _stop(here: Here, known: RoundView, elapsed: schedule.Elapsed, language: Language) -> Stop:
    state = _state(here, known)
    number = here.view.number(known.id)
    shown = _minutes(known, state, elapsed)
    pressure = schedule.pressure(known, elapsed) if state is State.CURRENT else Pressure.NONE
    warning = words.time_left(known, elapsed, language) if pressure is not Pressure.NONE else ""
    summary = words.summary(known, language) if state in (State.CURRENT, State.DONE) else ""
    if state is State.SKIPPED:
        summary = language.gettext("skipped")
    said = {
        State.DONE: language.gettext("done"),
        State.CURRENT: language.gettext("now"),
    }.get(state, "")
    return Stop(
        known.id,
        "✓" if state is State.DONE else str(number or "–"),
        known.title,
        summary,
        shown,
        state,
        dotted((words.round_name(here.view, known, language), said, summary, shown, warning)),
        warning,
        pressure,
    )


def _minutes(known: RoundView, state: State, elapsed: schedule.Elapsed) -> str:
    """The minutes of a round: spent and planned, one number where they are the same."""
    spent, allotted = round(elapsed(known.id) / 60), known.allotted
    if state is State.CURRENT or (state is State.DONE and spent != allotted):
        return f"{spent}' / {allotted}'"
    return f"{allotted}'"


def _state(here: Here, known: RoundView) -> State:
    if known.id == here.place.round_id:
        return State.CURRENT
    if known.skipped:
        return State.SKIPPED
    return State.DONE if schedule.is_done(here.view, known) else State.TO_COME
