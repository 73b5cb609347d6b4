"""What the tables of outcomes hold: a title and a way to read and change it for each column."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.console.capture_remarks import when_remark
from workshop_app.facilitation import outcomes
from workshop_app.facilitation.action_line import find_owner, is_absent, read_when, seen_from
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted
from workshop_app.model.values import ParkedState
from workshop_app.model.views import ActionView, DecisionView, ParkedView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic

Outcome = DecisionView | ActionView | ParkedView
_SHORT = 60
"""Characters of an item that are shown where something came from it."""

PARKED_STATES = {
    ParkedState.OPEN: N_("open"),
    ParkedState.HANDLED: N_("handled"),
    ParkedState.ACTION: N_("becomes an action"),
    ParkedState.NEXT_TIME: N_("next time"),
}


@dataclass(frozen=True)
class Column:
    """A column: its title (a message id), the words of a row, and what changes them.

    `share` is its part of the width; `choices` (message ids) are the only words it takes, if there are any. `remark`
    says what there is to know or to mend about a cell.
    """

    title: str
    read: Callable[[Any, Language], str]
    write: Callable[[Bridge, Any, str], bool]
    share: int = 2
    choices: tuple[str, ...] = ()
    remark: Callable[[Any, Bridge], str] = lambda row, bridge: ""


def _origin(row: Outcome, bridge: Bridge) -> str:
    """The round and the item that it came from; '' for the round of outcomes itself."""
    view, known = bridge.view, bridge.view.round(row.round_id)
    prompt = known.prompt("" if isinstance(row, ParkedView) else row.prompt_id) if known else None
    if known is None or (prompt is None and Mechanic.OUTCOMES in KINDS[known.kind].mechanics):
        return ""
    item = prompt.text if prompt else ""
    item = item if len(item) <= _SHORT else f"{item[: _SHORT - 1].rstrip()}…"
    return dotted((words.round_name(view, known, bridge.language), item))


def _whereabouts(row: ActionView, bridge: Bridge) -> str:
    absent = not row.done and is_absent(bridge.view, row.participant_id, row.organisation_id)
    return bridge.language.gettext("not here today") if absent else ""


def _timeliness(row: ActionView, bridge: Bridge) -> str:
    today = wall_clock(bridge.desk.now()).date()
    if row.due and row.due < today and not row.done:
        return bridge.language.gettext("in the past")
    return when_remark(row, bridge.language, today)


def _decision(field: str) -> Callable[[Bridge, DecisionView, str], bool]:
    return lambda bridge, row, text: bridge.attempt(outcomes.edit_decision, row.id, **{field: text})


def _own(bridge: Bridge, row: ActionView, text: str) -> bool:
    owner = find_owner(text, bridge.view)
    return bridge.attempt(
        outcomes.edit_action,
        row.id,
        owner=owner.name,
        participant_id=owner.participant_id or None,
        organisation_id=owner.organisation_id or None,
    )


def _fall_due(bridge: Bridge, row: ActionView, text: str) -> bool:
    due = read_when(text, seen_from(bridge.view, wall_clock(bridge.desk.now()).date()))
    return bridge.attempt(outcomes.edit_action, row.id, due=due.day, due_text=due.text)


def _end(bridge: Bridge, row: ParkedView, text: str) -> bool:
    states = {bridge.language.gettext(said): state for state, said in PARKED_STATES.items()}
    return text in states and end_parked(bridge, row, states[text])


def end_parked(bridge: Bridge, row: ParkedView, state: ParkedState) -> bool:
    """Say how a parked item ended; one that becomes an action makes that action in the same step. Whether it was
    saved."""
    if state is row.state:
        return False
    if state is ParkedState.ACTION:
        return bridge.attempt(outcomes.act_on_parked, row.id)
    return bridge.attempt(outcomes.edit_parked, row.id, state=state.value)


DECISIONS: tuple[Column, ...] = (
    Column(N_("decision"), lambda row, _: row.text, _decision("text"), 4, remark=_origin),
    Column(N_("support"), lambda row, _: row.support, _decision("support")),
    Column(N_("reservation"), lambda row, _: row.reservation, _decision("reservation")),
    Column(N_("ratified"), lambda row, _: row.ratified_by, _decision("ratified_by")),
)
ACTIONS: tuple[Column, ...] = (
    Column(
        N_("what"),
        lambda row, _: row.text,
        lambda bridge, row, text: bridge.attempt(outcomes.edit_action, row.id, text=text),
        6,
        remark=_origin,
    ),
    Column(N_("who"), lambda row, _: row.owner, _own, remark=_whereabouts),
    Column(
        N_("when"),
        lambda row, language: language.date(row.due) if row.due else row.due_text,
        _fall_due,
        remark=_timeliness,
    ),
)
PARKED: tuple[Column, ...] = (
    Column(
        N_("parked"),
        lambda row, _: row.text,
        lambda bridge, row, text: bridge.attempt(outcomes.edit_parked, row.id, text=text),
        8,
        remark=_origin,
    ),
    Column(
        N_("state"),
        lambda row, language: language.gettext(PARKED_STATES[row.state]),
        _end,
        choices=tuple(PARKED_STATES.values()),
    ),
)
