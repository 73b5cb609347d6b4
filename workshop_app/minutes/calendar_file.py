"""The deadlines of a session for a calendar: open actions, reactions to a concept, the follow-up. All of whole days.

There are no alarms: whoever takes the file in has their own, and nobody wants those of another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from workshop_app.i18n import Language
from workshop_app.minutes.action_table import numbered
from workshop_app.minutes.build import MinutesOptions
from workshop_app.model.text import running_text, single_line
from workshop_app.model.views import WorkshopView

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_EUROPEAN = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+([^\W\d_]+)\s+(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class _Day:
    """Something on a day. `key` tells it from the others of the session."""

    key: str
    day: date
    summary: str
    description: str


def calendar(view: WorkshopView, options: MinutesOptions, language: Language) -> bytes:
    """An .ics file of what is ahead, for an organisation of its own actions.

    The ids stay the same when it is made again, so a calendar replaces what it has; nothing can be read from them.
    """
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//Samenspraak//NL")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for each in _days(view, options, language):
        event = Event()
        event.add("uid", f"{sha256(f'{view.info.id} {each.key}'.encode()).hexdigest()[:32]}@samenspraak")
        event.add("dtstamp", options.created)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", single_line(running_text(each.summary)))
        event.add("description", running_text(each.description))
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def _days(view: WorkshopView, options: MinutesOptions, language: Language) -> Iterator[_Day]:
    _ = language.gettext
    info, own = view.info, options.edition.organisation_id
    of_what = _("From the session “{title}” on {date}.").format(title=info.title, date=language.date(info.day, "long"))
    for number, action in numbered(view, options.edition):
        if action.due and not action.done and (not own or action.organisation_id == own):
            by = _("Who: {owner}").format(owner=action.owner) if action.owner else ""
            summary = _("{number}: {action}").format(number=number, action=action.text)
            yield _Day(action.id, action.due, summary, "\n".join(filter(None, (by, of_what))))
    if info.reactions_before and not options.final:
        summary = _("Last day for reactions to the minutes of “{title}”").format(title=info.title)
        yield _Day("reactions", info.reactions_before - timedelta(days=1), summary, of_what)
    if (again := day_in(info.evaluation, language)) and again > info.day:
        summary = _("Follow-up of “{title}”").format(title=info.title)
        yield _Day("follow-up", again, summary, "\n".join((info.evaluation, of_what)))


def day_in(text: str, language: Language) -> date | None:
    """The first day in a text that is written out with its year, None when there is none."""
    months = [language.date(date(2000, n, 1), "long").split()[2].casefold() for n in range(1, 13)]
    for pattern, order in ((_ISO, (0, 1, 2)), (_EUROPEAN, (2, 1, 0)), (_WORDS, (2, 1, 0))):
        for found in pattern.finditer(text):
            year, month, day = (found.groups()[place] for place in order)
            number = int(month) if month.isdigit() else months.index(m) + 1 if (m := month.casefold()) in months else 0
            try:
                return date(int(year), number, int(day))
            except ValueError:
                continue
    return None
