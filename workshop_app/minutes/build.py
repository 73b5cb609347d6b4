"""From a workshop to its minutes as a document: what is in it, and in which order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from workshop_app.i18n import Language
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.document import Document, HouseStyle, Section
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.reading import words
from workshop_app.minutes.sections.attendance import attendance
from workshop_app.minutes.sections.colophon import about, sources, terms_used
from workshop_app.minutes.sections.cover import cover, furniture, kind_of_minutes
from workshop_app.minutes.sections.outcomes import outcomes
from workshop_app.minutes.sections.photos import logos
from workshop_app.minutes.sections.rounds import rounds
from workshop_app.minutes.sections.summary import summary, themes
from workshop_app.model.views import WorkshopInfo, WorkshopView
from workshop_app.rounds.template import GlossaryTerm

LANGUAGE_TAGS = {"nl": "nl-NL", "en": "en-GB"}
"""What a PDF calls a language."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class MinutesOptions:
    """Which version is made. `created` dates the file and has a time zone; `final` is adopted, no concept any more;
    `edition` says for whom it is."""

    created: datetime
    final: bool = False
    edition: Edition = field(default_factory=Edition)


def build_minutes(
    view: WorkshopView, options: MinutesOptions, language: Language, glossary: Sequence[GlossaryTerm]
) -> Document:
    """The minutes of a workshop in its language. The terms of the glossary are explained where they occur."""
    edition = options.edition
    view = discreet(view, edition, language)
    info = view.info
    front = replace(cover(view, options.final, edition, language), logos=logos(view, language))
    chapters = _present(
        summary(view, edition, language),
        themes(view, language),
        rounds(view, edition, language),
        *outcomes(view, edition, language),
        attendance(view, edition, language),
        about(view, edition, language),
    )
    texts = (text for chapter in chapters for text in words(chapter))
    return Document(
        title=f"{kind_of_minutes(options.final, language)}: {info.title}",
        lang=LANGUAGE_TAGS[language.code],
        created=options.created,
        cover=front,
        furniture=replace(furniture(info, options.final, language), logos=front.logos),
        sections=(*chapters, *_present(terms_used(glossary, texts, language), sources(info, language))),
        author=info.responsible,
        subject=front.subtitle,
        keywords=", ".join(filter(None, (info.region, info.place, info.template_title))),
        style=house_style(info),
    )


def _present(*sections: Section | None) -> tuple[Section, ...]:
    return tuple(section for section in sections if section is not None)


def house_style(info: WorkshopInfo) -> HouseStyle:
    """The colours of the organisation; those that are no colour stay ours."""
    usual = HouseStyle()
    primary, accent = info.primary_colour, info.accent_colour
    return HouseStyle(
        primary if _COLOUR.fullmatch(primary) else usual.primary, accent if _COLOUR.fullmatch(accent) else usual.accent
    )
