"""Who was there, and when: what a participant's marks mean. Pure."""

from datetime import datetime, timedelta

from workshop_app.model.values import Presence
from workshop_app.model.views import ParticipantView, WorkshopView

LATE_AFTER = timedelta(minutes=10)
"""So long after the start it is still the start: people are marked one after the other."""

ATTENDED = frozenset({Presence.PRESENT, Presence.LEFT})


def attended(view: WorkshopView) -> tuple[ParticipantView, ...]:
    """Who was in the room at some moment: those who are there, and those who went before the end."""
    return tuple(person for person in view.participants if person.presence in ATTENDED)


def came_later(person: ParticipantView, started_at: datetime | None) -> bool:
    """Whether someone came when the session had been going on for a while."""
    late = started_at and person.arrived_at and person.arrived_at - started_at > LATE_AFTER
    return person.presence in ATTENDED and bool(late)


def replacement(view: WorkshopView, participant_id: str) -> ParticipantView | None:
    """Who came in someone's place."""
    return next((each for each in view.participants if each.replaces_id == participant_id), None)
