"""Participants from a spreadsheet or a CSV file: who can be taken, and what is wrong with which line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workshop_app.errors import WorldError
from workshop_app.facilitation.table_text import SIZE_LIMIT, Row, decoded, table_rows
from workshop_app.i18n import N_, Language
from workshop_app.model.text import is_email_address, single_line
from workshop_app.model.values import TITLE_LIMIT

LINE_LIMIT = 2_000
"""People in one list."""

# The columns, in the order they are supposed to have when they carry no headings.
_FIELDS = ("name", "organisation", "role", "email")
_HEADINGS = {
    "naam": "name",
    "name": "name",
    "gemeente": "organisation",
    "organisatie": "organisation",
    "gemeenteorganisatie": "organisation",
    "municipality": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "rol": "role",
    "functie": "role",
    "role": "role",
    "email": "email",
    "emailadres": "email",
    "emailaddress": "email",
    "mail": "email",
}
_NO_COLUMN = {
    "organisation": N_("There is no column for the municipality or organisation. It stays empty."),
    "role": N_("There is no column for the role. It stays empty."),
    "email": N_("There is no column for the e-mail address. It stays empty."),
}


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """A person who can be taken, and the line that says so. Only the name is never empty."""

    line_no: int
    name: str
    organisation: str
    role: str
    email: str


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong with a line. `reason` is a message id, `values` fill its placeholders.

    `taken` says that the line is used all the same. `text` is the line itself, cut short.
    """

    line_no: int
    text: str
    reason: str
    taken: bool = False
    values: tuple[tuple[str, object], ...] = ()

    def explain(self, language: Language) -> str:
        """The reason as a sentence."""
        return language.gettext(self.reason).format(**dict(self.values))


@dataclass(frozen=True, slots=True)
class ParticipantImport:
    """What a list of participants gives, to be confirmed before anybody is added."""

    good: tuple[ParticipantLine, ...]
    problems: tuple[LineProblem, ...]


def participants_from_file(path: Path, known: Iterable[tuple[str, str]] = ()) -> ParticipantImport:
    """Read a CSV file with headings; `known` are the names, each with its organisation, that are there already.

    Raises WorldError for a file that is no such list, OSError for one that cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(SIZE_LIMIT + 1)
    return participants_from_bytes(data, known)


def participants_from_bytes(data: bytes, known: Iterable[tuple[str, str]] = ()) -> ParticipantImport:
    """Read the content of a CSV file with headings. Raises WorldError when it is no such list."""
    return _imported(decoded(data), known, headings_needed=True)


def participants_from_text(text: str, known: Iterable[tuple[str, str]] = ()) -> ParticipantImport:
    """Read pasted cells, with headings or without: then name, organisation, role, e-mail address.

    Raises WorldError when it is no such list.
    """
    return _imported(text, known, headings_needed=False)


def _imported(text: str, known: Iterable[tuple[str, str]], *, headings_needed: bool) -> ParticipantImport:
    rows = list(islice(table_rows(text, lambda cell: _field(cell) is not None), LINE_LIMIT + 2))
    if not rows:
        raise WorldError(N_("There are no participants in this list."))
    fields = [_field(cell) for cell in rows[0].cells]
    headed = headings_needed or "name" in fields or len(set(fields) - {None}) > 1
    columns = {name: fields.index(name) for name in _FIELDS if name in fields} if headed else _guessed(rows)
    if "name" not in columns:
        raise WorldError(
            N_(
                "There is no column for the name. The first line needs the headings: "
                "name, municipality or organisation, role, e-mail address."
            )
        )
    remarks = _remarks_on_headings(rows[0], columns) if headed else _remarks_on_width(rows)
    good, problems = _checked(rows[headed:], columns, known)
    return ParticipantImport(good, (*remarks, *problems))


def _field(heading: str) -> str | None:
    """What a column with this heading holds, if it is one of ours. Capitals, spaces and hyphens do not matter."""
    return _HEADINGS.get(re.sub("[^a-z]", "", heading.casefold()))


def _guessed(rows: list[Row]) -> dict[str, int]:
    """Columns without headings: most cells of the one with addresses hold an @, the others come in our order."""
    width = max(len(row.cells) for row in rows)
    filled = [[row.cells[at] for row in rows if len(row.cells) > at and row.cells[at]] for at in range(width)]
    addresses = (at for at, cells in enumerate(filled) if sum("@" in cell for cell in cells) * 2 > len(cells))
    email = next(addresses, _FIELDS.index("email"))
    return dict(zip(_FIELDS, (at for at in range(width) if at != email), strict=False)) | {"email": email}


def _remarks_on_headings(first: Row, columns: dict[str, int]) -> Iterator[LineProblem]:
    unused = ", ".join(cell for at, cell in enumerate(first.cells) if cell and at not in columns.values())
    if unused:
        reason = N_("These columns are not used: {columns}.")
        yield LineProblem(first.line_no, first.text, reason, taken=True, values=(("columns", unused),))
    for name, reason in _NO_COLUMN.items():
        if name not in columns:
            yield LineProblem(first.line_no, first.text, reason, taken=True)


def _remarks_on_width(rows: list[Row]) -> Iterator[LineProblem]:
    wide = next((row for row in rows if len(row.cells) > len(_FIELDS)), None)
    if wide:
        reason = N_("Only four columns are used: name, municipality or organisation, role and e-mail address.")
        yield LineProblem(wide.line_no, wide.text, reason, taken=True)


def _checked(
    rows: list[Row], columns: dict[str, int], known: Iterable[tuple[str, str]]
) -> tuple[tuple[ParticipantLine, ...], tuple[LineProblem, ...]]:
    # The line of everyone met so far; 0 for those who were there before.
    seen = {_key(name, organisation): 0 for name, organisation in known}
    good: list[ParticipantLine] = []
    problems: list[LineProblem] = []
    for row in rows[:LINE_LIMIT]:
        person = _person(row, columns)
        problem = _problem(row, person, seen)
        if problem:
            problems.append(problem)
        if problem is None or problem.taken:
            good.append(person)
            seen[_key(person.name, person.organisation)] = row.line_no
    for row in rows[LINE_LIMIT:][:1]:
        reason = N_("Only the first {limit} lines are taken. This line and what follows are left out.")
        problems.append(LineProblem(row.line_no, row.text, reason, values=(("limit", LINE_LIMIT),)))
    return tuple(good), tuple(problems)


def _person(row: Row, columns: dict[str, int]) -> ParticipantLine:
    places = (columns.get(name, len(row.cells)) for name in _FIELDS)
    return ParticipantLine(row.line_no, *(row.cells[at] if at < len(row.cells) else "" for at in places))


def _problem(row: Row, person: ParticipantLine, seen: dict[tuple[str, str], int]) -> LineProblem | None:
    def refused(reason: str, **values: object) -> LineProblem:
        return LineProblem(row.line_no, row.text, reason, values=tuple(values.items()))

    if row.broken:
        return refused(N_("A quotation mark is missing or in a wrong place."))
    if not person.name:
        return refused(N_("There is no name."))
    if max(map(len, (person.name, person.organisation, person.role, person.email))) > TITLE_LIMIT:
        return refused(N_("A cell is longer than {limit} characters."), limit=TITLE_LIMIT)
    earlier = seen.get(_key(person.name, person.organisation))
    if earlier == 0:
        return refused(N_("{name} is already in the session."), name=person.name)
    if earlier:
        return refused(N_("{name} is on line {line} too."), name=person.name, line=earlier)
    if person.email and not is_email_address(person.email):
        reason = N_("This e-mail address does not look right: {address}. It is kept as it is.")
        return LineProblem(row.line_no, row.text, reason, taken=True, values=(("address", person.email),))
    return None


def _key(name: str, organisation: str) -> tuple[str, str]:
    return single_line(name).casefold(), single_line(organisation).casefold()
