"""The view after a change: what a command touched is read again, everything else is taken over."""

import sqlite3
from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from workshop_app.facilitation import reading
from workshop_app.model.views import ContributionView, RoundView, WorkshopView
from workshop_app.storage.watch import RowChange

_READERS = (
    ("workshop", "info", reading.read_info),
    ("organisation", "organisations", reading.read_organisations),
    ("participant", "participants", reading.read_participants),
    ("decision", "decisions", reading.read_decisions),
    ("action", "actions", reading.read_actions),
    ("parked_item", "parked", reading.read_parked),
    ("picture", "pictures", reading.read_pictures),
    ("stage", "stage", reading.read_stage),
    ("draft", "drafts", reading.read_drafts),
)
_ROUND_ITSELF = frozenset({"round", "round_time", "reveal"})
_IN_GROUPS = frozenset({"small_group", "seat"})
_IN_ROUND = frozenset({"prompt", "response", "contribution"}) | _IN_GROUPS | _ROUND_ITSELF
_PROMPTS = frozenset({"prompt", "response", "earlier_score"})
_FEW = 20


def in_rounds(view: WorkshopView, changes: Sequence[RowChange]) -> Iterator[tuple[RowChange, str]]:
    """The changes that are in a round, with its id; one that moves a row comes twice. `view` is from before."""
    round_of = {prompt.id: known.id for known in view.rounds for prompt in known.prompts}
    round_of |= {group.id: known.id for known in view.rounds for group in known.groups}
    round_of |= {str(c.row["id"]): str(c.row["round_id"]) for c in changes if c.table in ("prompt", "small_group")}
    for change in changes:
        if change.table == "round":
            yield change, str(change.row["id"])
        elif change.table == "response":
            yield change, round_of[str(change.row["prompt_id"])]
        elif change.table == "seat":
            yield change, round_of[str(change.row["group_id"])]
        elif change.table == "earlier_score":
            for known in view.rounds:
                yield change, known.id
        elif change.table in _IN_ROUND:
            for round_id in {str(image["round_id"]) for image in (change.before, change.after) if image}:
                yield change, round_id


def refreshed(connection: sqlite3.Connection, view: WorkshopView, changes: Sequence[RowChange]) -> WorkshopView:
    """The view after these changes; `view` is from before."""
    tables = {change.table for change in changes}
    fresh: dict[str, Any] = {field: read(connection) for table, field, read in _READERS if table in tables}
    touched: dict[str, list[RowChange]] = defaultdict(list)
    for change, round_id in in_rounds(view, changes):
        touched[round_id].append(change)
    if touched:
        rounds = {known.id: known for known in view.rounds}
        for round_id, inside in touched.items():
            rounds |= {known.id: known for known in _again(connection, round_id, rounds.get(round_id), inside)}
        order = reading.read_script(connection) if "round" in tables else rounds
        fresh["rounds"] = tuple(rounds[round_id] for round_id in order)
    return replace(view, **fresh)


def _again(
    connection: sqlite3.Connection, round_id: str, known: RoundView | None, changes: Sequence[RowChange]
) -> Collection[RoundView]:
    """The round as it is now; nothing when it is gone."""
    tables = {change.table for change in changes}
    if known is None or not _ROUND_ITSELF.isdisjoint(tables):
        return reading.read_rounds(connection, [round_id])
    if not _PROMPTS.isdisjoint(tables):
        known = replace(known, prompts=reading.read_prompts(connection, round_id))
    if not _IN_GROUPS.isdisjoint(tables):
        known = replace(known, groups=reading.read_groups(connection, round_id))
    if "contribution" in tables:
        ids = {str(change.row["id"]) for change in changes if change.table == "contribution"}
        known = replace(known, contributions=_said_again(connection, known, ids))
    return [known]


def _said_again(connection: sqlite3.Connection, known: RoundView, ids: Collection[str]) -> tuple[ContributionView, ...]:
    if len(ids) > _FEW:
        return reading.read_contributions(connection, known.id)
    said = [each for each in known.contributions if each.id not in ids]
    for each in reading.read_contributions(connection, known.id, ids):
        insort(said, each, key=lambda one: (one.seq or 0, one.id))
    return tuple(said)
