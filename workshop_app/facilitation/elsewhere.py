"""What erasing leaves in other sessions of this computer, to be named: what they took over, and a person."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workshop_app.paths import SESSION_SUFFIX
from workshop_app.storage import faults
from workshop_app.storage.glance import glance

_FOLLOWS = "SELECT title, day FROM workshop WHERE previous_title = :title AND previous_day = :day"
_KNOWS = """
SELECT title, day FROM workshop WHERE
  EXISTS(SELECT 1 FROM participant WHERE lower(name) = lower(:name) OR email <> '' AND lower(email) = lower(:email))
  OR EXISTS(SELECT 1 FROM action WHERE lower(owner) = lower(:name) OR instr(lower(text), lower(:name)))
  OR EXISTS(SELECT 1 FROM decision WHERE instr(lower(text), lower(:name)))
  OR EXISTS(SELECT 1 FROM contribution WHERE instr(lower(text), lower(:name)))
"""


@dataclass(frozen=True, slots=True)
class Other:
    """Another session, as people know it."""

    title: str
    day: date


def follow_ups(folder: Path, title: str, day: date, but: Collection[str]) -> tuple[Other, ...]:
    """The sessions in a folder that took something over from the one of this title and day; `but` are names of files
    to pass over."""
    return _others(folder, but, _FOLLOWS, {"title": title, "day": day.isoformat()})


def sessions_with(folder: Path, name: str, email: str, but: Collection[str]) -> tuple[Other, ...]:
    """The sessions in a folder in which a person is expected, owns an action, or is named."""
    return _others(folder, but, _KNOWS, {"name": name, "email": email.strip()})


def _others(folder: Path, but: Collection[str], query: str, values: dict[str, str]) -> tuple[Other, ...]:
    found = []
    for path in sorted(folder.glob(f"*{SESSION_SUFFIX}")):
        # Also older files and damaged ones, which do not know what is asked.
        with suppress(faults.StorageError, ValueError, TypeError):
            if path.name not in but and not path.name.startswith("."):
                with glance(path) as db:
                    found += [Other(str(title), date.fromisoformat(day)) for title, day in db.execute(query, values)]
    return tuple(found)
