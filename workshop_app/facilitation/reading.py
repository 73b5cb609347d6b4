"""From rows to frozen views: the whole workshop at the start, afterwards only what a command touched.

Below the ORM: a round of five hundred contributions is read again after each of them.
"""

# ruff: noqa: S608 - what is put into these statements are question marks.

import sqlite3
from base64 import b64decode
from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from typing import Any

from workshop_app.model import views
from workshop_app.model.colour import is_colour
from workshop_app.model.entities import Workshop
from workshop_app.model.values import (
    Grain,
    Level,
    MinutesStatus,
    Origin,
    ParkedState,
    PicturePurpose,
    Presence,
    PromptRole,
    QuoteMode,
    Rule,
    WorkshopState,
)
from workshop_app.rounds.catalogue import KINDS
from workshop_app.storage import faults
from workshop_app.storage.session_file import SessionFile

_COLOURS = {name: str(Workshop.model_fields[name].default) for name in ("primary_colour", "accent_colour")}


def workshop_in(file: SessionFile) -> views.WorkshopView:
    """Everything in a file. Raises DamagedError when it holds what we never write, however sound it is otherwise."""
    try:
        with file.reading() as connection:
            view = read_workshop(connection)
    except (ValueError, TypeError, LookupError) as error:
        raise faults.damaged(file.path) from error
    if any(known.kind not in KINDS for known in view.rounds):
        raise faults.damaged(file.path)
    return view


def read_workshop(connection: sqlite3.Connection) -> views.WorkshopView:
    """Everything."""
    return views.WorkshopView(
        info=read_info(connection),
        organisations=read_organisations(connection),
        participants=read_participants(connection),
        rounds=read_rounds(connection, read_script(connection)),
        decisions=read_decisions(connection),
        actions=read_actions(connection),
        parked=read_parked(connection),
        pictures=read_pictures(connection),
        stage=read_stage(connection),
        drafts=read_drafts(connection),
    )


def read_info(connection: sqlite3.Connection) -> views.WorkshopInfo:
    """The head of the workshop."""
    row = dict(_rows(connection, "SELECT * FROM workshop")[0])
    del row["template_version"]
    # A file made by hand may say anything here.
    row.update({name: usual for name, usual in _COLOURS.items() if not is_colour(row[name])})
    row.update(
        day=_date(row["day"]),
        start=time.fromisoformat(row["start"]),
        keep_until=_date(row["keep_until"]),
        rule=Rule(row["rule"]),
        state=WorkshopState(row["state"]),
        minutes_status=MinutesStatus(row["minutes_status"]),
        reactions_before=_date(row["reactions_before"]),
        adopted_on=_date(row["adopted_on"]),
        started_at=_moment(row["started_at"]),
        ended_at=_moment(row["ended_at"]),
        previous_day=_date(row["previous_day"]),
        sent_on=_date(row["sent_on"]),
    )
    return views.WorkshopInfo(**row)


def read_organisations(connection: sqlite3.Connection) -> tuple[views.OrganisationView, ...]:
    """The organisations in their order."""
    rows = _rows(connection, "SELECT * FROM organisation ORDER BY position, name, id")
    return tuple(views.OrganisationView(row["id"], row["name"], _date(row["sent_on"])) for row in rows)


def read_participants(connection: sqlite3.Connection) -> tuple[views.ParticipantView, ...]:
    """The participants in their order."""
    return tuple(
        views.ParticipantView(
            id=row["id"],
            name=row["name"],
            role=row["role"],
            email=row["email"],
            organisation_id=row["organisation_id"] or "",
            presence=Presence(row["presence"]),
            arrived_at=_moment(row["arrived_at"]),
            left_at=_moment(row["left_at"]),
            walk_in=bool(row["walk_in"]),
            replaces_id=row["replaces_id"] or "",
        )
        for row in _rows(connection, "SELECT * FROM participant ORDER BY position, name, id")
    )


def read_script(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of the rounds, in their order."""
    return tuple(row["id"] for row in _rows(connection, "SELECT id FROM round ORDER BY position, id"))


def read_rounds(connection: sqlite3.Connection, ids: Collection[str]) -> tuple[views.RoundView, ...]:
    """The rounds with these ids, as far as they are there."""
    found = (_rows(connection, "SELECT * FROM round WHERE id = ?", round_id) for round_id in ids)
    return tuple(_round(connection, rows[0]) for rows in found if rows)


def _round(connection: sqlite3.Connection, row: sqlite3.Row) -> views.RoundView:
    revealed = _rows(connection, "SELECT step, prompt_id FROM reveal WHERE round_id = ?", row["id"])
    times = _rows(connection, "SELECT * FROM round_time WHERE round_id = ?", row["id"])
    return views.RoundView(
        id=row["id"],
        key=row["key"],
        kind=row["kind"],
        title=row["title"],
        question=row["question"],
        closing_question=row["closing_question"],
        intro=row["intro"],
        notes=row["notes"],
        minutes=row["minutes"],
        enabled=bool(row["enabled"]),
        skipped=bool(row["skipped"]),
        grain=Grain(row["grain"]),
        level=Level(row["level"]),
        loosened=bool(row["loosened"]),
        spent_seconds=times[0]["seconds"] if times else 0,
        started_at=_moment(times[0]["started_at"]) if times else None,
        revealed=frozenset((each["step"], each["prompt_id"]) for each in revealed),
        prompts=read_prompts(connection, row["id"]),
        contributions=read_contributions(connection, row["id"]),
        groups=read_groups(connection, row["id"]),
        variant=row["variant"],
        heads=bool(row["heads"]),
        labels=bool(row["labels"]),
        live=bool(row["live"]),
        steps_off=frozenset(row["steps_off"].split()),
        left_out=frozenset(row["left_out"].split()),
        extra=row["extra"],
        task_at=_moment(times[0]["task_at"]) if times else None,
    )


def read_prompts(connection: sqlite3.Connection, round_id: str) -> tuple[views.PromptView, ...]:
    """The prompts of a round with what was counted for them."""
    responses: dict[str, list[views.ResponseView]] = defaultdict(list)
    query = (
        "SELECT response.* FROM prompt JOIN response ON response.prompt_id = prompt.id WHERE prompt.round_id = ? "
        "ORDER BY criterion, voice, option"
    )
    for row in _rows(connection, query, round_id):
        responses[row["prompt_id"]].append(
            views.ResponseView(row["criterion"], row["voice"], row["option"], row["value"])
        )
    earlier = read_earlier(connection, round_id)
    return tuple(
        views.PromptView(
            id=row["id"],
            key=row["key"],
            role=PromptRole(row["role"]),
            text=row["text"],
            detail=row["detail"],
            set_title=row["set_title"],
            origin=Origin(row["origin"]),
            mode=_mode(row["mode"]),
            in_minutes=_maybe(row["in_minutes"]),
            included=bool(row["included"]),
            chosen=bool(row["chosen"]),
            responses=tuple(responses[row["id"]]),
            earlier=tuple(earlier[row["id"]]),
        )
        # What has the same place (additions in an anonymous round) is in the order of the random ids.
        for row in _rows(connection, "SELECT * FROM prompt WHERE round_id = ? ORDER BY position, id", round_id)
    )


def read_earlier(connection: sqlite3.Connection, round_id: str) -> dict[str, list[views.EarlierView]]:
    """What the previous session gave to the prompts of a round, by their ids."""
    earlier: dict[str, list[views.EarlierView]] = defaultdict(list)
    query = (
        "SELECT prompt.id, option, value FROM earlier_score JOIN prompt ON prompt.key = prompt_key "
        "WHERE prompt.round_id = ? ORDER BY option"
    )
    for prompt_id, option, value in connection.execute(query, (round_id,)):
        earlier[prompt_id].append(views.EarlierView(option, value))
    return earlier


def read_groups(connection: sqlite3.Connection, round_id: str) -> tuple[views.GroupView, ...]:
    """The small groups of a round, with who sits there in no order that means anything."""
    seats: dict[str, list[views.SeatView]] = defaultdict(list)
    query = (
        "SELECT seat.* FROM small_group JOIN seat ON group_id = small_group.id WHERE small_group.round_id = ? "
        "ORDER BY participant_id"
    )
    for row in _rows(connection, query, round_id):
        seats[row["group_id"]].append(views.SeatView(row["participant_id"], bool(row["locked"])))
    rows = _rows(connection, "SELECT * FROM small_group WHERE round_id = ? ORDER BY position, id", round_id)
    return tuple(
        views.GroupView(row["id"], row["name"], row["prompt_id"] or "", tuple(seats[row["id"]])) for row in rows
    )


def read_contributions(
    connection: sqlite3.Connection, round_id: str, ids: Collection[str] = ()
) -> tuple[views.ContributionView, ...]:
    """What was said in a round: everything, or those with these ids."""
    among = f"AND id IN ({', '.join('?' * len(ids))})" if ids else ""
    # Without a seq (anonymous) the random id decides: the order says nothing. By position: these are the most rows.
    query = (
        "SELECT id, coalesce(prompt_id, ''), strand, text, coalesce(organisation_id, ''), "
        "coalesce(participant_id, ''), theme, mode, in_minutes, seq, coalesce(group_id, ''), mentions "
        f"FROM contribution WHERE round_id = ? {among} ORDER BY seq, id"
    )
    return tuple(
        views.ContributionView(*ids_and_words, _mode(mode), _maybe(in_minutes), seq, group_id, mentions)  # type: ignore[call-arg]
        for *ids_and_words, mode, in_minutes, seq, group_id, mentions in connection.execute(query, (round_id, *ids))
    )


def read_decisions(connection: sqlite3.Connection) -> tuple[views.DecisionView, ...]:
    """The decisions, B1 first."""
    return tuple(
        views.DecisionView(
            id=row["id"],
            round_id=row["round_id"] or "",
            text=row["text"],
            support=row["support"],
            reservation=row["reservation"],
            ratified_by=row["ratified_by"],
            prompt_id=row["prompt_id"] or "",
        )
        for row in _rows(connection, "SELECT * FROM decision ORDER BY position, id")
    )


def read_actions(connection: sqlite3.Connection) -> tuple[views.ActionView, ...]:
    """The actions, A1 first."""
    return tuple(
        views.ActionView(
            id=row["id"],
            round_id=row["round_id"] or "",
            prompt_id=row["prompt_id"] or "",
            text=row["text"],
            owner=row["owner"],
            participant_id=row["participant_id"] or "",
            organisation_id=row["organisation_id"] or "",
            due=_date(row["due"]),
            due_text=row["due_text"],
            done=bool(row["done"]),
        )
        for row in _rows(connection, "SELECT * FROM action ORDER BY position, id")
    )


def read_parked(connection: sqlite3.Connection) -> tuple[views.ParkedView, ...]:
    """What was put aside."""
    return tuple(
        views.ParkedView(row["id"], row["round_id"] or "", row["text"], ParkedState(row["state"]))
        for row in _rows(connection, "SELECT * FROM parked_item ORDER BY position, id")
    )


def read_pictures(connection: sqlite3.Connection) -> tuple[views.PictureView, ...]:
    """The photos and logos."""
    return tuple(
        views.PictureView(
            id=row["id"],
            round_id=row["round_id"] or "",
            purpose=PicturePurpose(row["purpose"]),
            description=row["description"],
            media_type=row["media_type"],
            width=row["width"],
            height=row["height"],
            data=b64decode(row["data"], validate=True),
        )
        for row in _rows(connection, "SELECT * FROM picture ORDER BY position, id")
    )


def read_stage(connection: sqlite3.Connection) -> views.StageView:
    """Where the beamer is."""
    rows = _rows(connection, "SELECT * FROM stage")
    if not rows:
        return views.StageView()
    row = rows[0]
    place = views.Place(row["round_id"], row["step"], row["prompt_id"])
    return views.StageView(place, row["page"], bool(row["black"]), bool(row["frozen"]))


def read_drafts(connection: sqlite3.Connection) -> tuple[views.Draft, ...]:
    """Half-typed texts."""
    rows = _rows(connection, "SELECT * FROM draft ORDER BY round_id, prompt_id, strand")
    return tuple(views.Draft(row["round_id"], row["prompt_id"], row["strand"], row["text"]) for row in rows)


def _rows(connection: sqlite3.Connection, query: str, *values: object) -> list[sqlite3.Row]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    rows: list[sqlite3.Row] = cursor.execute(query, values).fetchall()
    return rows


def _mode(value: str | None) -> QuoteMode | None:
    return QuoteMode(value) if value else None


def _maybe(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _date(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def _moment(value: Any) -> datetime | None:
    return datetime.fromisoformat(value).replace(tzinfo=UTC) if value else None
