"""About these minutes: what they keep to, how long things are kept, whom to ask; the terms used, and the sources."""

import re
from collections.abc import Iterable, Iterator, Sequence

from workshop_app.i18n import N_, Language
from workshop_app.minutes.document import Bullets, Column, Item, Link, Prose, Section, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.own_scores import LEAST_ORGANISATIONS, own_name
from workshop_app.minutes.sections.rounds import held_rounds
from workshop_app.minutes.small_counts import LEAST
from workshop_app.minutes.wording import round_name
from workshop_app.model.values import Level, Rule
from workshop_app.model.views import WorkshopInfo, WorkshopView
from workshop_app.rounds.template import GlossaryTerm

_RULES = {
    Rule.BY_NAME: N_("Where a round kept who said something, that stands beside it."),
    Rule.NOT_ATTRIBUTED: N_("What was said is here without name and without organisation, and in no particular order."),
    Rule.CHATHAM_HOUSE: N_(
        "The Chatham House Rule applies: what was said may be passed on, who said it may not. The list of participants "
        "stays inside the group."
    ),
}
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def about(view: WorkshopView, edition: Edition, language: Language) -> Section:
    """What the reader should know about the minutes themselves."""
    _, info = language.gettext, view.info
    kept = _("The data of the session are kept until {date}, and erased after that.")
    made = _("Made with Samenspraak. These minutes are accessible (PDF/UA-1) and fit to be archived (PDF/A-2a).")
    return Section(
        _("About these minutes"),
        (
            Prose(" ".join(_rules(view, edition, language))),
            *_contact(info, language),
            Prose(kept.format(date=language.date(info.keep_until, "long"))),
            Prose(made, "note"),
        ),
        anchor="about",
    )


def terms_used(terms: Sequence[GlossaryTerm], texts: Iterable[str], language: Language) -> Section | None:
    """The terms that occur in the texts, with what they mean; None when there are none."""
    _, text = language.gettext, "\n".join(texts)
    used = [term for term in terms if _occurs(term.term, text)]
    if not used:
        return None
    rows = tuple((term.term, term.meaning) for term in sorted(used, key=lambda term: term.term.casefold()))
    return Section(_("Glossary"), (Table((Column(_("Term")), Column(_("Meaning"), 3)), rows),), anchor="glossary")


def sources(info: WorkshopInfo, language: Language) -> Section | None:
    """Where the material of the session comes from; None when there is nothing to tell."""
    lines = [line.strip() for line in info.source.splitlines() if line.strip()]
    if not lines:
        return None
    blocks = (Bullets(tuple(map(Item, lines))),)
    if info.template_title:
        script = language.gettext("The script “{title}” builds on:").format(title=info.template_title)
        return Section(language.gettext("Sources"), (Prose(script), *blocks), anchor="sources")
    return Section(language.gettext("Sources"), blocks, anchor="sources")


def _rules(view: WorkshopView, edition: Edition, language: Language) -> Iterator[str]:
    _ = language.gettext
    yield _(_RULES[view.info.rule])
    anonymous = [known for known in held_rounds(view) if known.level is Level.ANONYMOUS]
    if anonymous:
        names = language.joined([round_name(known, view, language) for known in anonymous])
        yield _("{rounds}: nothing was kept about who said what.").format(rounds=names)
    yield _("Quotes are literal or a paraphrase, which is said with each of them, and stand in no particular order.")
    if edition.public:
        yield _("In this version the names of people are left out.")
        words = _(
            "Counts of fewer than {n} people, or of what they stand for, are told together with others, so that nobody "
            "can be found in them; organisations of which fewer than {n} people came are not named by themselves."
        )
        yield words.format(n=LEAST)
    if edition.organisation_id:
        words = _(
            "This version is for {organisation}: its own scores stand beside those of the region where at least {n} "
            "organisations answered, its own actions come first."
        )
        yield words.format(organisation=own_name(view, edition), n=LEAST_ORGANISATIONS)


def _contact(info: WorkshopInfo, language: Language) -> Iterator[Prose]:
    _ = language.gettext
    ask = _("Questions, or did you find a mistake? Ask {whom}.")
    found = _ADDRESS.search(info.contact)
    if found and info.contact.strip() == found.group():
        yield Prose(
            _("Questions, or did you see a mistake? Write to"), link=Link(found.group(), f"mailto:{found.group()}")
        )
    elif info.contact or info.responsible:
        yield Prose(ask.format(whom=info.contact or info.responsible))


def _occurs(term: str, text: str) -> bool:
    """Whether a term stands in the text as a word; short forms only as they are written."""
    flags = re.IGNORECASE if term.islower() else 0
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, flags) is not None
