"""What the tables of outcomes hold: a title and a way to read and change it for each column."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workshop_app.desktop.bridge import Bridge
from workshop_app.facilitation import outcomes
from workshop_app.facilitation.action_line import find_owner, read_due
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.i18n import N_, Language
from workshop_app.model.values import ParkedState
from workshop_app.model.views import ActionView, DecisionView, ParkedView

Outcome = DecisionView | ActionView | ParkedView

PARKED_STATES = {
    ParkedState.OPEN: N_("open"),
    ParkedState.HANDLED: N_("handled"),
    ParkedState.ACTION: N_("becomes an action"),
    ParkedState.NEXT_TIME: N_("next time"),
}


@dataclass(frozen=True)
class Column:
    """A column: its title (a message id), the words of a row, and what changes them.

    `share` is its part of the width; `choices` (message ids) are the only words it takes, if there are any.
    """

    title: str
    read: Callable[[Any, Language], str]
    write: Callable[[Bridge, Any, str], bool]
    share: int = 2
    choices: tuple[str, ...] = ()


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
    due = read_due(text, wall_clock(bridge.desk.now()).date())
    return bridge.attempt(outcomes.edit_action, row.id, due=due.day, due_text=due.text)


def _end(bridge: Bridge, row: ParkedView, text: str) -> bool:
    states = {bridge.language.gettext(words): state for state, words in PARKED_STATES.items()}
    return text in states and bridge.attempt(outcomes.edit_parked, row.id, state=states[text].value)


DECISIONS: tuple[Column, ...] = (
    Column(N_("decision"), lambda row, _: row.text, _decision("text"), 4),
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
    ),
    Column(N_("who"), lambda row, _: row.owner, _own),
    Column(N_("when"), lambda row, language: language.date(row.due) if row.due else row.due_text, _fall_due),
)
PARKED: tuple[Column, ...] = (
    Column(
        N_("parked"),
        lambda row, _: row.text,
        lambda bridge, row, text: bridge.attempt(outcomes.edit_parked, row.id, text=text),
        8,
    ),
    Column(
        N_("state"),
        lambda row, language: language.gettext(PARKED_STATES[row.state]),
        _end,
        choices=tuple(PARKED_STATES.values()),
    ),
)
