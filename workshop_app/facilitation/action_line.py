"""An action typed on one line, "what / who / when": who is looked up among the people, when is read as a date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import OrganisationView, ParticipantView, WorkshopView

Known = TypeVar("Known", ParticipantView, OrganisationView)

_SEPARATOR = re.compile(r"\s+/\s+|\s+/$")
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan januari january",
            "feb februari february",
            "mrt maart mar march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "aug augustus august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4})")
_WORDS = re.compile(r"(?:[a-z]{2,9}\.?\s+)?(?P<day>\d{1,2})\s+(?P<month>[a-z]{3,9})\.?(?:\s+(?P<year>\d{4}))?")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it: the words to show, and whom of the workshop they mean ('' for nobody known)."""

    name: str = ""
    participant_id: str = ""
    organisation_id: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """When it is done: a date, or the words when they are no date that we read."""

    day: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What was typed, taken apart."""

    text: str
    owner: Owner
    due: Due


def read_action_line(line: str, view: WorkshopView, today: date) -> ActionLine:
    """Take "what / who / when" apart. With two parts, the second is when if it is a date, else who."""
    what, *rest = (part.strip() for part in _SEPARATOR.split(line.strip()))
    if len(rest) == 1 and read_due(rest[0], today).day:
        rest.insert(0, "")
    who, when = (*rest, "", "")[:2]
    spare = rest[2:]
    return ActionLine(" / ".join((what, *spare)), find_owner(who, view), read_due(when, today))


def find_owner(text: str, view: WorkshopView) -> Owner:
    """The participant or organisation that is meant: by its name, or by the beginning of it when only one fits."""
    text = " ".join(text.split())[:TITLE_LIMIT]
    if not text:
        return Owner()
    organisation = _one(text, view.organisations)
    person = None if organisation and organisation.name.casefold() == text.casefold() else _one(text, view.participants)
    if person:
        return Owner(person.name, person.id, person.organisation_id)
    return Owner(organisation.name, "", organisation.id) if organisation else Owner(text)


def read_due(text: str, today: date) -> Due:
    """A date from "2026-12-12", "12-12-2026", "12 dec" or "vr 12 december 2026"; without year the next one to come."""
    text = " ".join(text.split())[:TITLE_LIMIT]
    lower = text.casefold()
    match = _ISO.fullmatch(lower) or _NUMBERS.fullmatch(lower) or _WORDS.fullmatch(lower)
    if match is None:
        return Due(text=text)
    month = _MONTHS.get(match["month"]) if match["month"].isalpha() else int(match["month"])
    year = int(match["year"]) if match["year"] else today.year
    day = _day(year, month or 0, int(match["day"]))
    if day and not match["year"] and day < today:
        day = _day(year + 1, month or 0, int(match["day"]))
    return Due(day) if day else Due(text=text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(text: str, known: Iterable[Known]) -> Known | None:
    """The one with this name, else the only one whose words begin with these."""
    wanted = text.casefold()
    candidates = [each for each in known if _begins(each.name.casefold(), wanted)]
    exact = [each for each in candidates if each.name.casefold() == wanted]
    found = exact or candidates
    return found[0] if len(found) == 1 else None


def _begins(name: str, wanted: str) -> bool:
    return len(wanted) > 1 and any(part.startswith(wanted) for part in _tails(name.split()))


def _tails(words: list[str]) -> Iterable[str]:
    return (" ".join(words[start:]) for start in range(len(words)))
