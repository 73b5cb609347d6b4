"""Who fits a few letters, and what the presence list says of each. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from workshop_app.facilitation.schedule import wall_clock
from workshop_app.i18n import N_, Language
from workshop_app.model.attendance import came_later, replacement
from workshop_app.model.names import name_key
from workshop_app.model.text import dotted
from workshop_app.model.values import Presence
from workshop_app.model.views import ParticipantView, WorkshopView

STATES = {
    Presence.EXPECTED: N_("expected"),
    Presence.PRESENT: N_("present"),
    Presence.LEFT: N_("left early"),
    Presence.EXCUSED: N_("absent, with notice"),
    Presence.ABSENT: N_("absent, without notice"),
}
_ORDER = list(STATES)
_WORD = re.compile(r"\w+")
_LETTERS = str.maketrans("łøđıæœ", "lodiao")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A participant in the list, in words."""

    id: str
    text: str


def matching(view: WorkshopView, wanted: str) -> list[ParticipantView]:
    """The participants of whom words of name or organisation begin so; who is expected comes first.

    Capitals and accents make no difference, and a tussenvoegsel may be left out.
    """
    parts = _words(wanted)

    def fits(person: ParticipantView) -> bool:
        known = _words(f"{person.name} {view.organisation_name(person.organisation_id)}")
        return all(any(word.startswith(part) for word in known) for part in parts)

    return sorted(filter(fits, view.participants), key=lambda p: (_ORDER.index(p.presence), name_key(p.name)))


def named(view: WorkshopView, name: str, organisation: str) -> ParticipantView | None:
    """The one who is on the list already with this name, of this organisation ('' for any)."""
    return next(
        (
            person
            for person in view.participants
            if person.name.casefold() == name.casefold()
            and organisation.casefold() in ("", view.organisation_name(person.organisation_id).casefold())
        ),
        None,
    )


def person_line(person: ParticipantView, view: WorkshopView, language: Language) -> PersonLine:
    """What the list says of someone: name, role, organisation, and whether they are there."""
    name = ", ".join(part for part in (person.name, person.role) if part)
    told = ", ".join(_told(person, view, language))
    return PersonLine(person.id, dotted((name, view.organisation_name(person.organisation_id), told)))


def _told(person: ParticipantView, view: WorkshopView, language: Language) -> Iterator[str]:
    _ = language.gettext
    other = replacement(view, person.id)
    if other and person.presence is Presence.EXCUSED:
        yield _("replaced by {name}").format(name=other.name)
        return
    if came_later(person, view.info.started_at):
        yield "✓ " + _("came later ({time})").format(time=_clock(person.arrived_at, language))
    elif person.presence is Presence.PRESENT:
        yield f"✓ {_(STATES[Presence.PRESENT])} {_clock(person.arrived_at, language)}".rstrip()
    replaced = next((each.name for each in view.participants if each.id == person.replaces_id), "")
    if replaced:
        yield _("in place of {name}").format(name=replaced)
    if person.presence is Presence.LEFT:
        yield _("left early ({time})").format(time=_clock(person.left_at, language))
    elif person.presence is not Presence.PRESENT:
        yield _(STATES[person.presence])


def _clock(moment: datetime | None, language: Language) -> str:
    return language.time(wall_clock(moment)) if moment else ""


def _words(text: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _WORD.findall("".join(letter for letter in apart if not unicodedata.combining(letter)))
