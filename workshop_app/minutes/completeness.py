"""What is still missing before the minutes can go out, so that each thing can be mended where it is."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_app.minutes.parts import quotes
from workshop_app.minutes.sections.rounds import held_rounds
from workshop_app.model.attendance import attended
from workshop_app.model.values import ParkedState
from workshop_app.model.views import ActionView, WorkshopView


class Gap(StrEnum):
    """What can be missing; the order is that in which it is told. The targets are ids of that kind."""

    PRESENCE = "presence"
    """Nobody was marked present: participants."""
    ACTION = "action"
    """An owner or a date is missing: actions."""
    DECISION = "decision"
    """The support is missing: decisions."""
    PARKED = "parked"
    """Still open: parked items."""
    QUOTE = "quote"
    """Nobody said yet whether the minutes may have it: prompts or contributions."""
    PHOTO = "photo"
    """Nobody said what is on it: pictures."""
    ROUND = "round"
    """Not held, and not passed over on purpose: rounds."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend, and the ids of where."""

    gap: Gap
    targets: tuple[str, ...]


def completeness(view: WorkshopView) -> tuple[Finding, ...]:
    """What is missing; nothing when the minutes are complete."""
    open_in = {
        Gap.PRESENCE: tuple(p.id for p in view.participants) if not attended(view) else (),
        Gap.ACTION: tuple(a.id for a in view.actions if not a.done and (not has_owner(a) or not has_date(a))),
        Gap.DECISION: tuple(d.id for d in view.decisions if not d.support.strip()),
        Gap.PARKED: tuple(p.id for p in view.parked if p.state is ParkedState.OPEN),
        Gap.QUOTE: tuple(q.id for r in view.script for q in quotes(r) if q.in_minutes is None),
        Gap.PHOTO: tuple(p.id for r in view.script for p in view.photos(r.id) if not p.description.strip()),
        Gap.ROUND: _not_held(view),
    }
    return tuple(Finding(gap, open_in[gap]) for gap in Gap if open_in[gap])


def has_owner(action: ActionView) -> bool:
    """Whether it is known who does it."""
    return bool(action.owner.strip() or action.participant_id or action.organisation_id)


def has_date(action: ActionView) -> bool:
    """Whether it is known when it is done, if only in words."""
    return bool(action.due or action.due_text.strip())


def _not_held(view: WorkshopView) -> tuple[str, ...]:
    held = {known.id for known in held_rounds(view)}
    return tuple(
        known.id for known in view.script if known.kind != "pause" and not known.skipped and known.id not in held
    )
