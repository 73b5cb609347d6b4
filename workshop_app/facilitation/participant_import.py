"""Participants from a spreadsheet or a CSV file: who can be taken, and what is wrong with which line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workshop_app.errors import WorldError
from workshop_app.facilitation.participant_columns import Columns, Field, ParticipantTable, field_of, participant_table
from workshop_app.facilitation.table_text import Row, decoded, table_rows
from workshop_app.facilitation.workbook import FILE_LIMIT, is_workbook, sheets_in
from workshop_app.i18n import N_, Language
from workshop_app.model.text import is_email_address, single_line
from workshop_app.model.values import TITLE_LIMIT

LINE_LIMIT = 2_000
"""People in one list."""

_TITLES = 20
_NO_COLUMN = {
    Field.ORGANISATION: N_("There is no column for the municipality or organisation. It stays empty."),
    Field.ROLE: N_("There is no column for the role. It stays empty."),
    Field.EMAIL: N_("There is no column for the e-mail address. It stays empty."),
}
_ROLES = re.compile(r"\s*[;|\n]\s*")


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
    """What a list gives, to be confirmed before anybody is added. `organisations`: when it has no names of people."""

    good: tuple[ParticipantLine, ...]
    problems: tuple[LineProblem, ...]
    organisations: tuple[str, ...] = ()


Known = Iterable[tuple[str, str]]
"""The names, each with its organisation, that are in the session already."""


def tables_in_file(path: Path) -> tuple[ParticipantTable, ...]:
    """The lists in a CSV file or a workbook, the likeliest first.

    Raises WorldError for a file that is no such list, OSError for one that cannot be read.
    """
    return tables_in_bytes(_content(path))


def tables_in_bytes(data: bytes) -> tuple[ParticipantTable, ...]:
    """The lists in the content of a file. Raises WorldError when there is none."""
    if not is_workbook(data):
        return tables_in_text(decoded(data))
    tables = [participant_table(sheet.rows[:_MOST], sheet.name, sheet.hidden) for sheet in sheets_in(data)]
    found = sorted((table for table in tables if table.rows), key=lambda table: (table.hidden, not table.headings))
    if not found:
        raise _nobody()
    return tuple(found)


def tables_in_text(text: str) -> tuple[ParticipantTable, ...]:
    """The list in pasted cells, with headings or without. Raises WorldError when there is none."""
    rows = tuple(islice(table_rows(text, lambda cell: field_of(cell) is not None), _MOST))
    if not rows:
        raise _nobody()
    return (participant_table(rows),)


def participants_from_file(path: Path, known: Known = ()) -> ParticipantImport:
    """Read a CSV file or the first fitting sheet of a workbook; it has headings.

    Raises WorldError for a file that is no such list, OSError for one that cannot be read.
    """
    return participants_from_bytes(_content(path), known)


def participants_from_bytes(data: bytes, known: Known = ()) -> ParticipantImport:
    """Read the content of such a file. Raises WorldError when it is no such list."""
    table = tables_in_bytes(data)[0]
    if table.headings is None or not has_name(table.columns):
        raise _no_name()
    return taken_from(table, table.columns, known)


def has_name(columns: Columns) -> bool:
    """Whether there is a column for names."""
    return not {Field.NAME, Field.FIRST, Field.SURNAME}.isdisjoint(columns)


def taken_from(table: ParticipantTable, columns: Columns, known: Known = ()) -> ParticipantImport:
    """Who can be taken when the columns hold this, and what is wrong with which line."""
    remarks = tuple(_remarks(table, columns))
    if not has_name(columns):
        return ParticipantImport((), remarks, _organisations(table, columns))
    # The line of everyone met so far; 0 for those who were there before.
    seen = {_key(name, organisation): 0 for name, organisation in known}
    good: list[ParticipantLine] = []
    problems: list[LineProblem] = []
    for row in table.rows[:LINE_LIMIT]:
        person = _person(row, columns)
        problem = _problem(row, person, columns, seen)
        if problem:
            problems.append(problem)
        if problem is None or problem.taken:
            good.append(person)
            seen[_key(person.name, person.organisation)] = row.line_no
    for row in table.rows[LINE_LIMIT:][:1]:
        reason = N_("Only the first {limit} lines are taken. This line and what follows are left out.")
        problems.append(LineProblem(row.line_no, row.text, reason, values=(("limit", LINE_LIMIT),)))
    return ParticipantImport(tuple(good), (*remarks, *problems))


_MOST = LINE_LIMIT + _TITLES


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)


def _remarks(table: ParticipantTable, columns: Columns) -> Iterator[LineProblem]:
    for row in table.above:
        yield LineProblem(row.line_no, row.text, N_("This stands above the headings."))
    first = table.headings
    if first is None:
        wide = next((row for row in table.rows if len(row.cells) > len([each for each in columns if each])), None)
        if wide:
            reason = N_("Only four columns are used: name, municipality or organisation, role and e-mail address.")
            yield LineProblem(wide.line_no, wide.text, reason, taken=True)
        return
    unused = ", ".join(cell for cell, field in zip(first.cells, columns, strict=False) if cell and field is None)
    if unused:
        reason = N_("These columns are not used: {columns}.")
        yield LineProblem(first.line_no, first.text, reason, taken=True, values=(("columns", unused),))
    for field, reason in _NO_COLUMN.items():
        if field not in columns:
            yield LineProblem(first.line_no, first.text, reason, taken=True)


def _organisations(table: ParticipantTable, columns: Columns) -> tuple[str, ...]:
    named = (_person(row, columns).organisation[:TITLE_LIMIT] for row in table.rows[:LINE_LIMIT])
    return tuple({name.casefold(): name for name in named if name}.values())


def _person(row: Row, columns: Columns) -> ParticipantLine:
    cells: dict[Field, list[str]] = {field: [] for field in Field}
    for cell, field in zip(row.cells, columns, strict=False):
        if field and cell:
            cells[field].append(cell)
    name, first, surname = cells[Field.NAME], cells[Field.FIRST], cells[Field.SURNAME]
    if first or surname:
        # Beside a first name alone, the column "name" is the surname.
        name = [*first, *cells[Field.PARTICLE], *(surname or name)]
    roles = (role for cell in cells[Field.ROLE] for role in _ROLES.split(cell))
    return ParticipantLine(
        row.line_no,
        " ".join(name),
        " ".join(cells[Field.ORGANISATION]),
        ", ".join({role.casefold(): role for role in roles if role}.values()),
        " ".join(cells[Field.EMAIL]),
    )


def _problem(
    row: Row, person: ParticipantLine, columns: Columns, seen: dict[tuple[str, str], int]
) -> LineProblem | None:
    def told(reason: str, *, taken: bool = False, **values: object) -> LineProblem:
        return LineProblem(row.line_no, row.text, reason, taken, tuple(values.items()))

    unknown = any(at < len(columns) and columns[at] for at in row.unknown)
    if row.broken:
        return told(N_("A quotation mark is missing or in a wrong place."))
    if not person.name:
        return told(_NO_OUTCOME if unknown else N_("There is no name."))
    if max(map(len, (person.name, person.organisation, person.role, person.email))) > TITLE_LIMIT:
        return told(N_("A cell is longer than {limit} characters."), limit=TITLE_LIMIT)
    earlier = seen.get(_key(person.name, person.organisation))
    if earlier == 0:
        return told(N_("{name} is already in the session."), name=person.name)
    if earlier:
        return told(N_("{name} is on line {line} too."), name=person.name, line=earlier)
    if unknown:
        return told(_NO_OUTCOME, taken=True)
    if person.email and not is_email_address(person.email):
        reason = N_("This e-mail address does not look right: {address}. It is kept as it is.")
        return told(reason, taken=True, address=person.email)
    return None


_NO_OUTCOME = N_("A cell holds a formula whose outcome was not saved. Open the workbook, save it, and try again.")


def _key(name: str, organisation: str) -> tuple[str, str]:
    return single_line(name).casefold(), single_line(organisation).casefold()


def _nobody() -> WorldError:
    return WorldError(N_("There are no participants in this list."))


def _no_name() -> WorldError:
    return WorldError(
        N_(
            "There is no column for the name. The first line needs the headings: "
            "name, municipality or organisation, role, e-mail address."
        )
    )
