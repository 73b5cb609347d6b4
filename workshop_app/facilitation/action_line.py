"""An action typed on one line, "what / who / when": who is looked up among the people, when is read as a date."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from workshop_app.facilitation.spoken_dates import MONTHS, spoken_day, without_before
from workshop_app.model.values import TITLE_LIMIT, Presence
from workshop_app.model.views import OrganisationView, ParticipantView, WorkshopView

Known = TypeVar("Known", ParticipantView, OrganisationView)

_SEPARATOR = re.compile(r"(?<!\S)/(?!\S)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4}|\d{2})")
_NUMBERS_WITHOUT_YEAR = re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})(?P<year>)")
_WORDS = re.compile(r"(?:[a-z]{2,9}\.?\s+)?(?P<day>\d{1,2})\s+(?P<month>[a-z]{3,9})\.?(?:\s+(?P<year>\d{4}))?")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it: the words to show, and whom of the workshop they mean ('' for nobody known)."""

    name: str = ""
    participant_id: str = ""
    organisation_id: str = ""

    @property
    def is_listed(self) -> bool:
        """Whether it is someone of the workshop."""
        return bool(self.participant_id or self.organisation_id)


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
    """Take "what / who / when" apart. With two parts, the second is who if it can be a name here, else when if it is a
    date, else who."""
    what, *rest = (part.strip() for part in _SEPARATOR.split(line.strip()))
    with_slash = " / ".join(rest[:2])
    if len(rest) > 1 and find_owner(with_slash.removeprefix("@"), view).is_listed:
        rest[:2] = [with_slash]
    if len(rest) == 1 and not any(completions(rest[0], view)) and read_day(rest[0], today):
        rest.insert(0, "")
    who, when = (*rest, "", "")[:2]
    spare = rest[2:]
    return ActionLine(" / ".join((what, *spare)), find_owner(who.removeprefix("@"), view), read_when(when, today))


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


def completions(text: str, view: WorkshopView) -> Iterator[Owner]:
    """Everybody whose name, or a part of it, begins with this text of two letters or more: people first, those who are
    present before the others; then organisations."""
    wanted = " ".join(text.casefold().split())
    people = [each for each in view.participants if begins(each.name.casefold(), wanted)]
    for person in sorted(people, key=lambda each: each.presence is not Presence.PRESENT):
        yield Owner(person.name, person.id, person.organisation_id)
    for organisation in view.organisations:
        if begins(organisation.name.casefold(), wanted):
            yield Owner(organisation.name, "", organisation.id)


def is_absent(view: WorkshopView, participant_id: str, organisation_id: str) -> bool:
    """Whether someone who gets an action is not in the room while others are; of an organisation, all of its people."""
    if participant_id:
        owners = {each.id for each in view.participants if each.id == participant_id}
    else:
        owners = {each.id for each in view.participants if organisation_id and each.organisation_id == organisation_id}
    present = {each.id for each in view.present}
    return bool(owners) and bool(present) and owners.isdisjoint(present)


def seen_from(view: WorkshopView, today: date) -> date:
    """The day that "morgen" is seen from: that of the meeting, or today once that is over."""
    return max(view.info.day, today)


def read_when(text: str, today: date) -> Due:
    """When an action is done, in figures or in words ("over 2 weken"). A day in the past stays the words it was."""
    text = " ".join(text.split())[:TITLE_LIMIT]
    day = read_day(text, today)
    return Due(day) if day and day >= today else Due(text=text)


def read_day(text: str, today: date) -> date | None:
    """The day that is meant, in figures or in words; it may lie in the past."""
    return read_due(without_before(text), today).day or spoken_day(text, today)


def read_due(text: str, today: date) -> Due:
    """A date from "2026-12-12", "12-12-2026", "12/12", "12 dec" or "vr 12 december 2026"; without year the next one to
    come."""
    text = " ".join(text.split())[:TITLE_LIMIT]
    lower = text.casefold()
    forms = (_ISO, _NUMBERS, _NUMBERS_WITHOUT_YEAR, _WORDS)
    match = next(filter(None, (form.fullmatch(lower) for form in forms)), None)
    if match is None:
        return Due(text=text)
    month = MONTHS.get(match["month"]) if match["month"].isalpha() else int(match["month"])
    year = _year(match["year"]) if match["year"] else today.year
    day = _day(year, month or 0, int(match["day"]))
    if day and not match["year"] and day < today:
        day = _day(year + 1, month or 0, int(match["day"]))
    return Due(day) if day else Due(text=text)


def _year(figures: str) -> int:
    return int(figures) + (2000 if len(figures) == 2 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(text: str, known: Iterable[Known]) -> Known | None:
    """The one with this name, else the only one whose words begin with these."""
    wanted = text.casefold()
    candidates = [each for each in known if begins(each.name.casefold(), wanted)]
    exact = [each for each in candidates if each.name.casefold() == wanted]
    found = exact or candidates
    return found[0] if len(found) == 1 else None


def begins(name: str, wanted: str) -> bool:
    """Whether the words of a name, or the last of them, begin so; one letter is too little to go by. In lower case."""
    return len(wanted) > 1 and any(part.startswith(wanted) for part in _tails(name.split()))


def _tails(words: list[str]) -> Iterable[str]:
    return (" ".join(words[start:]) for start in range(len(words)))
