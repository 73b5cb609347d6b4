"""Who were there: a list of names, or of organisations where names are left out."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from workshop_app.i18n import N_, Language
from workshop_app.minutes.document import Block, Column, Prose, Section, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.small_counts import LEAST, is_small
from workshop_app.model.attendance import attended, came_later, replacement
from workshop_app.model.names import name_key
from workshop_app.model.values import Presence
from workshop_app.model.views import ParticipantView, WorkshopView

_PRESENCE = {
    Presence.PRESENT: N_("present"),
    Presence.LEFT: N_("present"),
    Presence.EXCUSED: N_("absent, with notice"),
    Presence.ABSENT: N_("absent, without notice"),
    Presence.EXPECTED: N_("not marked"),
}
_ORDER = list(_PRESENCE)


def attendance(view: WorkshopView, edition: Edition, language: Language) -> Section | None:
    """The chapter; None when nobody is on the list."""
    if not view.participants:
        return None
    heading = language.gettext("Who were there?")
    return Section(heading, tuple(_blocks(view, edition, language)), anchor="attendance", new_page=_is_named(view))


def _is_named(view: WorkshopView) -> bool:
    return any(person.name for person in view.participants)


def _blocks(view: WorkshopView, edition: Edition, language: Language) -> Iterator[Block]:
    yield Prose(_counts(view, edition, language))
    if _is_named(view):
        yield _names(view, language)
    elif came := _from_where(view, edition, language):
        yield Prose(came)


def _from_where(view: WorkshopView, edition: Edition, language: Language) -> str:
    """The organisations; those with few people only as others, where anyone may read it."""
    _ = language.gettext
    people = Counter(person.organisation_id for person in attended(view))
    there = [o for o in view.organisations if people[o.id]]
    named = [o.name for o in there if not edition.public or not is_small(people[o.id])]
    if not there:
        return ""
    if not named:
        n = len(there)
        words = language.ngettext("They came from {n} organisation.", "They came from {n} organisations.", n)
        return words.format(n=n)
    others = [_("other organisations")] if len(named) < len(there) else []
    return _("They came from {organisations}.").format(organisations=language.joined([*named, *others]))


def _counts(view: WorkshopView, edition: Edition, language: Language) -> str:
    def number(presence: Presence) -> int:
        return sum(person.presence is presence for person in view.participants)

    ngettext, people = language.ngettext, len(attended(view))
    if edition.public and is_small(people):
        return language.gettext("Fewer than {n} participants were present.").format(n=LEAST)
    parts = [ngettext("{n} participant was present", "{n} participants were present", people).format(n=people)]
    for presence, one, more in (
        (Presence.EXCUSED, N_("{n} was absent with notice"), N_("{n} were absent with notice")),
        (Presence.ABSENT, N_("{n} was absent without notice"), N_("{n} were absent without notice")),
    ):
        n = number(presence)
        if n and not (edition.public and is_small(n)):
            parts.append(language.gettext(one if n == 1 else more).format(n=n))
    return f"{language.joined(parts)}."


def _names(view: WorkshopView, language: Language) -> Table:
    _ = language.gettext
    people = sorted(view.participants, key=lambda p: (_ORDER.index(p.presence), name_key(p.name)))
    columns = (
        Column(_("Name"), 2),
        Column(_("Organisation"), 1.5),
        Column(_("Role"), 2.2),
        Column(_("Attendance"), 1.7),
    )
    rows = tuple(
        (p.name, view.organisation_name(p.organisation_id), p.role, _attended(p, view, language)) for p in people
    )
    return Table(
        columns, rows, summary=_("For each participant the organisation, the role, and whether they were there.")
    )


def _attended(person: ParticipantView, view: WorkshopView, language: Language) -> str:
    """Whether someone was there, for whom, and how that changed: "aanwezig, later gekomen (14:05)"."""
    return ", ".join(_told(person, view, language))


def _told(person: ParticipantView, view: WorkshopView, language: Language) -> Iterator[str]:
    _ = language.gettext
    other = replacement(view, person.id)
    if other and other.name and person.presence is Presence.EXCUSED:
        yield _("replaced by {name}").format(name=other.name)
        return
    yield _(_PRESENCE[person.presence])
    replaced = next((each.name for each in view.participants if each.id == person.replaces_id), "")
    if replaced:
        yield _("in place of {name}").format(name=replaced)
    if came_later(person, view.info.started_at):
        yield _("came later ({time})").format(time=_clock(person.arrived_at, language))
    if person.presence is Presence.LEFT:
        yield _("left early ({time})").format(time=_clock(person.left_at, language))


def _clock(moment: datetime | None, language: Language) -> str:
    return language.time(moment.astimezone()) if moment else ""
