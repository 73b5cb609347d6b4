"""What the columns of a list of participants hold: read from its headings, or guessed from its cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.facilitation.table_text import Row
from workshop_app.i18n import N_

_LOOKED_AT = 15
"""Rows among which the headings are looked for: titles may stand above them."""


class Field(StrEnum):
    """What a column can hold; the value is a message id."""

    NAME = N_("name")
    FIRST = N_("first name")
    PARTICLE = N_("prefix of the surname")
    SURNAME = N_("surname")
    ORGANISATION = N_("municipality or organisation")
    ROLE = N_("role")
    EMAIL = N_("e-mail address")


_IN_ORDER = (Field.NAME, Field.ORGANISATION, Field.ROLE, Field.EMAIL)
"""What columns without headings are supposed to hold."""

_HEADINGS: Mapping[Field, str] = {
    Field.NAME: "naam namen name names naamdeelnemer deelnemer participant volledigenaam fullname "
    "voorenachternaam naamenachternaam contactpersoon displayname weergavenaam",
    Field.FIRST: "voornaam voornamen roepnaam firstname givenname forename voorletters initialen initials",
    Field.PARTICLE: "tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels tussenv tv infix prefix",
    Field.SURNAME: "achternaam familienaam surname lastname familyname geslachtsnaam",
    Field.ORGANISATION: "gemeente organisatie gemeenteorganisatie gemeenteoforganisatie organisatiegemeente "
    "organisatieofgemeente gemeentenaam organisatienaam naamorganisatie naamgemeente municipality organisation "
    "organization company bedrijf bedrijfsnaam instelling werkgever",
    Field.ROLE: "rol rollen functie functies functietitel functieomschrijving rolfunctie functierol "
    "nevenfunctie nevenfuncties role roles jobtitle position titel function portefeuille",
    Field.EMAIL: "email emailadres emailaddress mail mailadres emailaddresses emailwerk",
}
_BY_HEADING = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split()}

Columns = tuple[Field | None, ...]
"""What each column holds, from the left."""


@dataclass(frozen=True, slots=True)
class ParticipantTable:
    """A list as it was found: its rows without the headings, and what its columns seem to hold. `name` is that of the
    sheet; `above` are the rows over the headings."""

    name: str
    headings: Row | None
    above: tuple[Row, ...]
    rows: tuple[Row, ...]
    columns: Columns
    hidden: bool = False

    def sample(self, at: int) -> str:
        """The first cell of a column that holds something."""
        return next((row.cells[at] for row in self.rows if at < len(row.cells) and row.cells[at]), "")

    def heading(self, at: int) -> str:
        """The heading of a column, '' without one."""
        return self.headings.cells[at] if self.headings and at < len(self.headings.cells) else ""


def field_of(heading: str) -> Field | None:
    """What a column with this heading holds, if it is one of ours. Capitals, spaces and hyphens do not matter."""
    plain = re.sub("[^a-z0-9]", "", heading.casefold())
    # "Rol 2" is a role as well; "Gemeente 2" may be what somebody called a municipality.
    numbered = _BY_HEADING.get(plain.rstrip("0123456789"))
    return _BY_HEADING.get(plain) or (numbered if numbered is Field.ROLE else None)


def participant_table(rows: Sequence[Row], name: str = "", hidden: bool = False) -> ParticipantTable:
    """The list in these rows. A row near the top with two headings, or one for names or organisations, has them all."""
    at = _heading_row(rows)
    width = max((len(row.cells) for row in rows), default=0)
    if at is None:
        return ParticipantTable(name, None, (), tuple(rows), _guessed(rows, width), hidden)
    cells = rows[at].cells
    columns = tuple(field_of(cells[place]) if place < len(cells) else None for place in range(width))
    return ParticipantTable(name, rows[at], tuple(rows[:at]), tuple(rows[at + 1 :]), _once(columns), hidden)


def assigned(columns: Columns, at: int, field: Field | None) -> Columns:
    """The columns with another field in one of them; a column that held that field holds nothing any more."""
    free = field in (None, Field.ROLE)
    return tuple(
        field if place == at else each if free or each is not field else None for place, each in enumerate(columns)
    )


def _heading_row(rows: Sequence[Row]) -> int | None:
    found = [{field_of(cell) for cell in row.cells} - {None} for row in rows[:_LOOKED_AT]]
    best = max(range(len(found)), key=lambda at: len(found[at]), default=None)
    if best is None or not (len(found[best]) > 1 or found[best] & {Field.NAME, Field.ORGANISATION}):
        return None
    return best


def _once(columns: Columns) -> Columns:
    """Each field in its first column only; there may be several roles."""
    return tuple(
        None if field in columns[:at] and field is not Field.ROLE else field for at, field in enumerate(columns)
    )


def _guessed(rows: Sequence[Row], width: int) -> Columns:
    """Most cells of the column with addresses hold an @; the others come in our order."""
    filled = [[row.cells[at] for row in rows if len(row.cells) > at and row.cells[at]] for at in range(width)]
    addresses = (at for at, cells in enumerate(filled) if sum("@" in cell for cell in cells) * 2 > len(cells))
    email = next(addresses, _IN_ORDER.index(Field.EMAIL))
    others = iter(_IN_ORDER[:-1])
    return tuple(Field.EMAIL if at == email else next(others, None) for at in range(width))
