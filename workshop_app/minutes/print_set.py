"""What a room without a beamer gets on paper, as values: name signs, ballots, cards for quotes and tables."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.i18n import N_, Language
from workshop_app.minutes.build import LANGUAGE_TAGS, house_style
from workshop_app.minutes.document import HouseStyle
from workshop_app.minutes.images import Image
from workshop_app.minutes.sections.photos import logos
from workshop_app.minutes.wording import quoted, round_name
from workshop_app.model.names import name_key
from workshop_app.model.views import GroupView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import ItemForm
from workshop_app.storage.names import safe_file_name


class Part(StrEnum):
    """What can be printed; the value is a message id."""

    SIGNS = N_("Name signs")
    BALLOTS = N_("Ballots")
    QUOTES = N_("Cards with quotes")
    TABLES = N_("Cards for the tables")


@dataclass(frozen=True, slots=True)
class NameSign:
    """A sheet that is folded and stands on the table."""

    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class BallotRound:
    """A round on the ballot: a box for each item and option. `how` says where the crosses go."""

    title: str
    question: str
    how: str
    options: tuple[str, ...]
    items: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A quote large on a card; `kicker` is the round."""

    text: str
    kicker: str


@dataclass(frozen=True, slots=True)
class TableCard:
    """Who sits at a table, as name and organisation, and what it works on."""

    kicker: str
    name: str
    task: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PrintSet:
    """All that is printed. `copies` is the number of ballots; the other texts are those on every ballot."""

    title: str
    lang: str
    created: datetime
    style: HouseStyle
    logos: tuple[Image, ...]
    signs: tuple[NameSign, ...]
    ballots: tuple[BallotRound, ...]
    copies: int
    quotes: tuple[QuoteCard, ...]
    tables: tuple[TableCard, ...]
    heading: str
    ballot_heading: str
    ballot_note: str
    item_heading: str
    box: str


def countable(view: WorkshopView) -> dict[Part, int]:
    """How many there are of each part: people, rounds with a scale, quotes, tables."""
    return {
        Part.SIGNS: len(view.participants),
        Part.BALLOTS: len(_scaled(view)),
        Part.QUOTES: sum(len(known.items) for known in _quoting(view)),
        Part.TABLES: sum(len(known.groups) for known in view.script),
    }


def print_set(
    view: WorkshopView, parts: Collection[Part], copies: int, created: datetime, language: Language
) -> PrintSet:
    """These parts, in the language of the workshop, with so many ballots."""
    _, info = language.gettext, view.info
    heading = _("{title}: print set").format(title=info.title)
    people = sorted(view.participants, key=lambda person: name_key(person.name))
    signs = (NameSign(person.name, view.organisation_name(person.organisation_id)) for person in people)
    return PrintSet(
        title=info.title,
        lang=LANGUAGE_TAGS[language.code],
        created=created,
        style=house_style(info),
        logos=logos(view, language),
        signs=tuple(signs) if Part.SIGNS in parts else (),
        ballots=tuple(_ballot(known, view, language) for known in _scaled(view)) if Part.BALLOTS in parts else (),
        copies=max(copies, 1),
        quotes=tuple(_quotes(view, language)) if Part.QUOTES in parts else (),
        tables=tuple(_tables(view)) if Part.TABLES in parts else (),
        heading=heading,
        ballot_heading=_("Ballot"),
        ballot_note=_("Do not write your name on it."),
        item_heading=_("What do you think?"),
        box=_("box"),
    )


def print_name(view: WorkshopView, language: Language) -> str:
    """The name of the file."""
    print_set = language.gettext("print set")
    return safe_file_name(f"{view.info.day} {view.info.title}"[:60] + f" - {print_set}", ".pdf")


def _scaled(view: WorkshopView) -> tuple[RoundView, ...]:
    return tuple(known for known in view.script if KINDS[known.kind].scale and known.items)


def _quoting(view: WorkshopView) -> tuple[RoundView, ...]:
    return tuple(known for known in view.script if KINDS[known.kind].item_form is ItemForm.QUOTE)


def _ballot(known: RoundView, view: WorkshopView, language: Language) -> BallotRound:
    _, kind = language.gettext, KINDS[known.kind]
    scale = kind.scale
    is_quote = kind.item_form is ItemForm.QUOTE
    across = bool(scale and scale.across)
    return BallotRound(
        title=_titled(known, view, language),
        question=known.question,
        how=_("One cross in each column.") if across else _("One cross in each row."),
        options=tuple(_(option.label) for option in scale.options) if scale else (),
        items=tuple(quoted(item.text) if is_quote else item.text for item in known.items),
        quoted=is_quote,
    )


def _quotes(view: WorkshopView, language: Language) -> Iterator[QuoteCard]:
    for known in _quoting(view):
        for item in known.items:
            yield QuoteCard(quoted(item.text), _titled(known, view, language))


def _tables(view: WorkshopView) -> Iterator[TableCard]:
    people = {person.id: person for person in view.participants}
    for known in view.script:
        for group in known.groups:
            seated = [people[seat.participant_id] for seat in group.seats if seat.participant_id in people]
            listed = sorted(seated, key=lambda person: name_key(person.name))
            names = tuple((person.name, view.organisation_name(person.organisation_id)) for person in listed)
            yield TableCard(known.title, group.name, _task(known, group), names)


def _task(known: RoundView, group: GroupView) -> str:
    """The prompt that a table works on; the question of the round when all tables have the same one."""
    prompt = known.prompt(group.prompt_id)
    return prompt.text if prompt else known.question


def _titled(known: RoundView, view: WorkshopView, language: Language) -> str:
    name = round_name(known, view, language)
    return known.title if name == known.title else f"{name}: {known.title}"
