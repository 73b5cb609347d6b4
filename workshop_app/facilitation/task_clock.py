"""The one clock of all small groups: it runs on while the beamer or the program is elsewhere. Pure."""

from datetime import datetime

from workshop_app.model.views import RoundView


def task_seconds_left(known: RoundView, now: datetime) -> int:
    """Seconds that the groups still have, below zero when they are over; `now` has a time zone."""
    planned = known.allotted * 60
    return planned - round((now - known.task_at).total_seconds()) if known.task_at else planned
