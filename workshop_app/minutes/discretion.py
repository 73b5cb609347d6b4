"""What a version of the minutes may know: the workshop without what its rule of anonymity hides.

The minutes are built from what comes out of here, so what is taken away here cannot be printed by mistake.
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from workshop_app.i18n import Language
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.unnamed import without_names
from workshop_app.model.attendance import attended
from workshop_app.model.values import Level, Origin, Rule
from workshop_app.model.views import (
    ActionView,
    ContributionView,
    GroupView,
    PromptView,
    RoundView,
    SeatView,
    StageView,
    WorkshopView,
)
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import ItemForm

LEAST_PRESENT = 3
"""An organisation with fewer people present points at a person; the published version does not tag with it."""

Row = TypeVar("Row", PromptView, ContributionView)


def is_room_quote(known: RoundView, prompt: PromptView) -> bool:
    """Whether an item holds words of someone in the room, who was asked whether the minutes may have them."""
    return prompt.origin is Origin.ROOM and KINDS[known.kind].item_form is ItemForm.QUOTE


def discreet(view: WorkshopView, edition: Edition, language: Language) -> WorkshopView:
    """The workshop as the readers of an edition may know it.

    Notes of the facilitator, half-typed texts and quotes that were not marked for the minutes are gone, authors and
    order are kept only where the rule allows. What is public loses the names of people, in texts too, and
    photos, which may show them.
    """
    publish = edition.public
    if edition.audience is Audience.CHATHAM:
        view = replace(view, info=replace(view.info, rule=Rule.CHATHAM_HOUSE))
    view = replace(
        view,
        participants=tuple(replace(person, email="") for person in view.participants),
        rounds=tuple(_round(known, view, publish) for known in view.rounds),
        actions=tuple(replace(action, owner=_owner(action, view)) for action in view.actions),
        pictures=tuple(replace(p, data=b"") if publish and p.round_id else p for p in view.pictures),
        stage=StageView(),
        drafts=(),
    )
    return without_names(view, language) if publish else view


def _round(known: RoundView, view: WorkshopView, publish: bool) -> RoundView:
    anonymous = known.level is Level.ANONYMOUS
    in_order = view.info.rule is Rule.BY_NAME and not anonymous
    quoting = KINDS[known.kind].item_form is ItemForm.QUOTE
    hidden = {p.id for p in known.prompts if p.in_minutes is not True and is_room_quote(known, p)}
    hidden |= {p.id for p in known.prompts if p.in_minutes is False}
    own = [p for p in known.prompts if p.origin is Origin.TEMPLATE]
    added = [p for p in known.prompts if p.origin is Origin.ROOM and p.id not in hidden]
    said = [
        replace(_authored(c, known, view, publish), seq=c.seq if in_order else None)
        for c in known.contributions
        if c.prompt_id not in hidden and (c.in_minutes is True if c.mode else c.in_minutes is not False)
    ]
    quotes, others = [c for c in said if c.mode], [c for c in said if not c.mode]
    return replace(
        known,
        notes="",
        started_at=None if anonymous else known.started_at,
        prompts=(*(p for p in own if p.id not in hidden), *(shuffled(added) if anonymous or quoting else added)),
        groups=tuple(replace(group, seats=_seats(group, view.info.rule)) for group in known.groups),
        contributions=(*(others if in_order else shuffled(others)), *shuffled(quotes)),
    )


def _seats(group: GroupView, rule: Rule) -> tuple[SeatView, ...]:
    """Who sat at a table; only how many there were where that would tell who noted something there."""
    told = rule is Rule.BY_NAME or (rule is Rule.NOT_ATTRIBUTED and len(group.seats) >= LEAST_PRESENT)
    return group.seats if told else (SeatView("", locked=False),) * len(group.seats)


def shuffled(rows: Iterable[Row]) -> list[Row]:
    """The rows in an order that says nothing of theirs, and is the same every time the same was said."""
    return sorted(rows, key=lambda row: (sha256(row.text.encode("utf-8", "surrogatepass")).digest(), row.id))


def _authored(said: ContributionView, known: RoundView, view: WorkshopView, publish: bool) -> ContributionView:
    """What was said, with as much of who said it as may be told."""
    organisation, person = said.organisation_id, said.participant_id
    if view.info.rule is not Rule.BY_NAME or known.level is Level.ANONYMOUS:
        organisation = person = ""
    if publish and sum(p.organisation_id == organisation for p in attended(view)) < LEAST_PRESENT:
        organisation = ""
    if publish or known.level is not Level.NAME:
        person = ""
    return replace(said, organisation_id=organisation, participant_id=person)


def _owner(action: ActionView, view: WorkshopView) -> str:
    """Who does it: as it was written down, else who it was given to."""
    person = next((p.name for p in view.participants if p.id == action.participant_id), "")
    organisation = view.organisation_name(action.organisation_id)
    return action.owner or ", ".join(filter(None, (person, organisation)))
