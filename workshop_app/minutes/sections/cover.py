"""The first page: what the minutes are of, what was decided, and what happens first."""

import re
from datetime import date, datetime, timedelta

from workshop_app.i18n import Language
from workshop_app.minutes.document import Cover, Fact, Furniture, Item, Link, Panel
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.own_scores import own_name
from workshop_app.model.text import dotted
from workshop_app.model.views import ActionView, DecisionView, WorkshopInfo, WorkshopView

FIRST_ACTIONS = 5
DECISION_HEADLINE = 90
"""Characters in the first sentence of a decision up to which it is set apart from the rest."""

_SENTENCE_END = re.compile(r"(?<=[.:?!])\s+")


def cover(view: WorkshopView, final: bool, edition: Edition, language: Language) -> Cover:
    """The first page."""
    _, info = language.gettext, view.info
    return Cover(
        kicker=": ".join(filter(None, (kind_of_minutes(final, language), for_whom(view, edition, language)))),
        title=info.title,
        subtitle=info.subtitle
        or (_("Minutes of the session of {region}").format(region=info.region) if info.region else ""),
        organisation=info.responsible,
        facts=_facts(info, final, language),
        decisions=_decisions(view, language),
        actions=_actions(view, edition, language),
    )


def furniture(info: WorkshopInfo, final: bool, language: Language) -> Furniture:
    """What every page carries."""
    _ = language.gettext
    day = _("{title} · minutes of {date}").format(title=info.title, date=language.date(info.day, "long"))
    return Furniture(
        band_left=kind_of_minutes(final, language),
        band_right=info.responsible,
        footer=dotted((info.footer.strip(), day)),
        page=_("Page {page} of {total}"),
    )


def kind_of_minutes(final: bool, language: Language) -> str:
    """What these minutes are called."""
    _ = language.gettext
    return _("Minutes of the session") if final else _("Draft minutes of the session")


def for_whom(view: WorkshopView, edition: Edition, language: Language) -> str:
    """Which version it is, in words; '' for those who were there."""
    _ = language.gettext
    return {
        Audience.PARTICIPANTS: "",
        Audience.PUBLICATION: _("version for publication"),
        Audience.CHATHAM: _("Chatham House version"),
        Audience.ORGANISATION: _("version for {organisation}").format(organisation=own_name(view, edition)),
    }[edition.audience]


def status(info: WorkshopInfo, final: bool, language: Language) -> str:
    """How far the minutes are: "Concept · reacties vóór 4 december"."""
    _, version = language.gettext, info.minutes_version
    if final:
        words = _("Adopted on {date}").format(date=_day(info.adopted_on, language)) if info.adopted_on else _("Adopted")
    elif info.reactions_before:
        words = _("Draft · reactions before {date}").format(date=_day(info.reactions_before, language))
    else:
        words = _("Draft")
    return _("{status} · version {n}").format(status=words, n=version) if version > 1 else words


def due(action: ActionView, language: Language) -> str:
    """When an action must be done, '' when nothing was said about it."""
    return language.date(action.due) if action.due else action.due_text


def _day(day: date, language: Language) -> str:
    """A date without the day of the week."""
    return language.date(day, "long").split(" ", 1)[1]


def _facts(info: WorkshopInfo, final: bool, language: Language) -> tuple[Fact, ...]:
    _ = language.gettext
    facts = (
        Fact(_("Date"), language.date(info.day, "long")),
        Fact(_("Time"), _times(info, language)),
        Fact(_("Location"), info.place),
        Fact(_("Chair"), info.chair),
        Fact(_("Note taker"), info.note_taker),
        Fact(_("Status"), status(info, final, language)),
    )
    return tuple(fact for fact in facts if fact.value)


def _times(info: WorkshopInfo, language: Language) -> str:
    start = datetime.combine(info.day, info.start)
    end = start + timedelta(minutes=info.booked_minutes)
    if not info.booked_minutes:
        return language.gettext("{time} o'clock").format(time=language.time(start))
    return language.gettext("{start} – {end} o'clock").format(start=language.time(start), end=language.time(end))


def _decisions(view: WorkshopView, language: Language) -> Panel:
    _ = language.gettext
    return Panel(
        heading=_("What was decided"),
        items=tuple(_decision(number, decision) for number, decision in enumerate(view.decisions, 1)),
        note=_("No decisions were taken."),
        more=Link(_("All decisions, with their support"), "#decisions") if view.decisions else None,
    )


def _decision(number: int, decision: DecisionView) -> Item:
    headline, *rest = _SENTENCE_END.split(decision.text.strip(), maxsplit=1)
    if not rest or len(headline) > DECISION_HEADLINE:
        return Item(decision.text, label=str(number))
    return Item(headline.rstrip(".:"), label=str(number), details=tuple(rest))


def _actions(view: WorkshopView, edition: Edition, language: Language) -> Panel:
    _ = language.gettext
    count, own = len(view.actions), edition.organisation_id
    to_do = [action for action in view.actions if not action.done]
    first = sorted(to_do, key=lambda a: (bool(own) and a.organisation_id != own, a.due or date.max))[:FIRST_ACTIONS]
    more = language.ngettext("All about the action", "All {n} actions", count).format(n=count)
    return Panel(
        heading=_("What happens first"),
        items=tuple(Item(action.text, details=_who_and_when(action, language)) for action in first),
        note=_("No actions were agreed."),
        more=Link(more, "#actions") if count else None,
    )


def _who_and_when(action: ActionView, language: Language) -> tuple[str, ...]:
    when = due(action, language)
    by = language.gettext("by {date}").format(date=when) if action.due else when
    line = dotted((action.owner, by))
    return (line,) if line else ()
