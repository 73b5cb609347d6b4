"""From rows to frozen views: the whole workshop at the start, afterwards only what a command touched."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select
from sqlmodel import SQLModel

from workshop_app.model import views
from workshop_app.model.values import (
    Grain,
    Level,
    MinutesStatus,
    Origin,
    ParkedState,
    Presence,
    PromptRole,
    QuoteMode,
    Rule,
    WorkshopState,
)

_T = SQLModel.metadata.tables


def _rows(connection: Connection, query: Select[Any]) -> list[RowMapping]:
    return list(connection.execute(query).mappings())


def _mode(value: str | None) -> QuoteMode | None:
    return QuoteMode(value) if value else None


def read_info(connection: Connection) -> views.WorkshopInfo:
    """The head of the workshop."""
    row = dict(_rows(connection, select(_T["workshop"]))[0])
    del row["template_version"]
    row.update(
        rule=Rule(row["rule"]),
        state=WorkshopState(row["state"]),
        minutes_status=MinutesStatus(row["minutes_status"]),
    )
    return views.WorkshopInfo(**row)


def read_organisations(connection: Connection) -> tuple[views.OrganisationView, ...]:
    """The organisations in their order."""
    table = _T["organisation"]
    rows = _rows(connection, select(table).order_by(table.c.position, table.c.name))
    return tuple(views.OrganisationView(row["id"], row["name"]) for row in rows)


def read_participants(connection: Connection) -> tuple[views.ParticipantView, ...]:
    """The participants in their order."""
    table = _T["participant"]
    rows = _rows(connection, select(table).order_by(table.c.position, table.c.name))
    return tuple(
        views.ParticipantView(
            id=row["id"],
            name=row["name"],
            role=row["role"],
            email=row["email"],
            organisation_id=row["organisation_id"] or "",
            presence=Presence(row["presence"]),
            arrived_at=row["arrived_at"],
            left_at=row["left_at"],
            walk_in=row["walk_in"],
        )
        for row in rows
    )


def read_rounds(connection: Connection, ids: frozenset[str] | None = None) -> tuple[views.RoundView, ...]:
    """The rounds in their order: all, or those with these ids."""
    table = _T["round"]
    query = select(table).order_by(table.c.position, table.c.id)
    if ids is not None:
        query = query.where(table.c.id.in_(ids))
    return tuple(_round(connection, row) for row in _rows(connection, query))


def _round(connection: Connection, row: RowMapping) -> views.RoundView:
    reveal, spent = _T["reveal"], _T["round_time"]
    revealed = connection.execute(select(reveal.c.step, reveal.c.prompt_id).where(reveal.c.round_id == row["id"]))
    times = _rows(connection, select(spent).where(spent.c.round_id == row["id"]))
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
        enabled=row["enabled"],
        skipped=row["skipped"],
        grain=Grain(row["grain"]),
        level=Level(row["level"]),
        loosened=row["loosened"],
        spent_seconds=times[0]["seconds"] if times else 0,
        started_at=times[0]["started_at"] if times else None,
        revealed=frozenset((step, prompt_id) for step, prompt_id in revealed),
        prompts=_prompts(connection, row["id"]),
        contributions=_contributions(connection, row["id"]),
    )


def _prompts(connection: Connection, round_id: str) -> tuple[views.PromptView, ...]:
    prompt, response = _T["prompt"], _T["response"]
    responses: dict[str, list[views.ResponseView]] = defaultdict(list)
    query = (
        select(response)
        .join(prompt, prompt.c.id == response.c.prompt_id)
        .where(prompt.c.round_id == round_id)
        .order_by(response.c.voice, response.c.option)
    )
    for row in _rows(connection, query):
        responses[row["prompt_id"]].append(
            views.ResponseView(row["criterion"], row["voice"], row["option"], row["value"])
        )
    rows = _rows(connection, select(prompt).where(prompt.c.round_id == round_id).order_by(prompt.c.position))
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
            in_minutes=row["in_minutes"],
            included=row["included"],
            chosen=row["chosen"],
            responses=tuple(responses[row["id"]]),
        )
        for row in rows
    )


def _contributions(connection: Connection, round_id: str) -> tuple[views.ContributionView, ...]:
    table = _T["contribution"]
    # Without a seq (anonymous) the random id decides: the order says nothing.
    query = select(table).where(table.c.round_id == round_id).order_by(table.c.seq, table.c.id)
    return tuple(
        views.ContributionView(
            id=row["id"],
            prompt_id=row["prompt_id"] or "",
            strand=row["strand"],
            text=row["text"],
            organisation_id=row["organisation_id"] or "",
            participant_id=row["participant_id"] or "",
            theme=row["theme"],
            mode=_mode(row["mode"]),
            in_minutes=row["in_minutes"],
            seq=row["seq"],
        )
        for row in _rows(connection, query)
    )


def read_decisions(connection: Connection) -> tuple[views.DecisionView, ...]:
    """The decisions, B1 first."""
    table = _T["decision"]
    return tuple(
        views.DecisionView(
            row["id"], row["round_id"] or "", row["text"], row["support"], row["reservation"], row["ratified_by"]
        )
        for row in _rows(connection, select(table).order_by(table.c.position, table.c.id))
    )


def read_actions(connection: Connection) -> tuple[views.ActionView, ...]:
    """The actions, A1 first."""
    table = _T["action"]
    return tuple(
        views.ActionView(
            id=row["id"],
            round_id=row["round_id"] or "",
            prompt_id=row["prompt_id"] or "",
            text=row["text"],
            owner=row["owner"],
            participant_id=row["participant_id"] or "",
            organisation_id=row["organisation_id"] or "",
            due=row["due"] if isinstance(row["due"], date) else None,
            due_text=row["due_text"],
            done=row["done"],
        )
        for row in _rows(connection, select(table).order_by(table.c.position, table.c.id))
    )


def read_parked(connection: Connection) -> tuple[views.ParkedView, ...]:
    """What was put aside."""
    table = _T["parked_item"]
    return tuple(
        views.ParkedView(row["id"], row["round_id"] or "", row["text"], ParkedState(row["state"]))
        for row in _rows(connection, select(table).order_by(table.c.position, table.c.id))
    )


def read_stage(connection: Connection) -> views.StageView:
    """Where the beamer is."""
    rows = _rows(connection, select(_T["stage"]))
    if not rows:
        return views.StageView()
    row = rows[0]
    place = views.Place(row["round_id"], row["step"], row["prompt_id"])
    return views.StageView(place, row["page"], row["black"], row["frozen"])


def read_drafts(connection: Connection) -> tuple[views.Draft, ...]:
    """Half-typed texts."""
    rows = _rows(connection, select(_T["draft"]))
    return tuple(views.Draft(row["round_id"], row["prompt_id"], row["strand"], row["text"]) for row in rows)


def read_workshop(connection: Connection) -> views.WorkshopView:
    """Everything."""
    return views.WorkshopView(
        info=read_info(connection),
        organisations=read_organisations(connection),
        participants=read_participants(connection),
        rounds=read_rounds(connection),
        decisions=read_decisions(connection),
        actions=read_actions(connection),
        parked=read_parked(connection),
        stage=read_stage(connection),
        drafts=read_drafts(connection),
    )
