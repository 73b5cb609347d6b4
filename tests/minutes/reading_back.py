"""Reading a document of minutes back: every string in it, and its sections by heading."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

from workshop_app.i18n import Language
from workshop_app.minutes.build import MinutesOptions, build_minutes
from workshop_app.minutes.document import Document, Section
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.reading import words
from workshop_app.model.views import WorkshopView
from workshop_app.rounds.template import GlossaryTerm

ENGLISH = Language.load("en")
CREATED = datetime(2026, 11, 12, 16, 30, tzinfo=UTC)


PARTICIPANTS, PUBLICATION, CHATHAM = map(Edition, (Audience.PARTICIPANTS, Audience.PUBLICATION, Audience.CHATHAM))


def built(
    view: WorkshopView,
    *terms: GlossaryTerm,
    final: bool = False,
    edition: Edition = PARTICIPANTS,
    language: Language = ENGLISH,
) -> Document:
    """The minutes in English."""
    return build_minutes(view, MinutesOptions(CREATED, final, edition), language, terms)


def strings(value: object) -> Iterator[str]:
    """Every string in a value, wherever it stands: what is printed, read aloud, or kept in the file's properties."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)


def sections(document: Document) -> Iterator[Section]:
    """Every section, those inside others too."""
    pending = list(document.sections)
    while pending:
        section = pending.pop(0)
        yield section
        pending[:0] = [block for block in section.blocks if isinstance(block, Section)]


def section(document: Document, heading: str) -> Section:
    """The section with that heading."""
    return next(each for each in sections(document) if each.heading == heading)


def text(document: Document, heading: str) -> str:
    """All words of a section, a line for each text."""
    return "\n".join(filter(None, words(section(document, heading))))
