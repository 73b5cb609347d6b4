"""Forgetting one person throughout a session: off every list, and, as is chosen for each, out of every text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import Session, SQLModel, select

from workshop_app.facilitation import journal
from workshop_app.facilitation.command import found, unjournaled
from workshop_app.facilitation.erasing import forget_person
from workshop_app.model.columns import Words
from workshop_app.model.entities import CHOICES, UNDOABLE, UNJOURNALED, Participant
from workshop_app.storage.watch import key_columns, table_name

_SHORTEST = 3
"""Letters that a part of a name has at least, to be looked for by itself."""
# What the program itself writes there, and names nobody.
_NOT_TEXTS = frozenset({("picture", "data"), ("picture", "media_type"), ("earlier_score", "option")})
_NOT_COLUMNS = frozenset(
    {"key", "kind", "variant", "steps_off", "left_out", "voice", "option", "criterion", "strand", "step", "template_id"}
)
_ROWS = frozenset({"contribution", "decision", "action", "parked_item", "draft"})
"""Of these a row without its text is nothing."""
_NEVER_EMPTY = frozenset({("workshop", "title"), ("round", "title"), ("prompt", "text")})


class Fate(StrEnum):
    """What becomes of a text with the name in it."""

    KEEP = "keep"
    REPLACE = "replace"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Mention:
    """A text with the name of a person in it, or a part of that (`whole` is not): where it stands, and what it says."""

    table: str
    key: tuple[str, ...]
    column: str
    text: str
    whole: bool

    @property
    def proposed(self) -> Fate:
        """What most will want: the name replaced; a part of it may as well be another word."""
        return Fate.REPLACE if self.whole else Fate.KEEP


def mentions_of(db: Session, participant_id: str) -> tuple[Mention, ...]:
    """Every text with the name of a person in it, their address, or a part of the name. Raises GoneError."""
    person = found(db, Participant, participant_id)
    whole, parts = _patterns(person)
    return tuple(
        Mention(table, key, column, text, bool(whole.search(text)))
        for table, key, column, text in _texts(db, person.id)
        if whole.search(text) or parts.search(text)
    )


@unjournaled
def forget(db: Session, participant_id: str, fates: Mapping[Mention, Fate], neutral: str) -> None:
    """Forget a person throughout, and do with each text what was chosen; `neutral` stands in place of the name."""
    person = found(db, Participant, participant_id)
    patterns = _patterns(person)
    for mention, fate in fates.items():
        if fate is not Fate.KEEP:
            _settle(db, mention, fate, patterns, neutral)
    forget_person.function(db, participant_id)
    journal.clear(db)


def _settle(db: Session, mention: Mention, fate: Fate, patterns: Iterable[re.Pattern[str]], neutral: str) -> None:
    row = db.get(_ENTITIES[mention.table], mention.key if len(mention.key) > 1 else mention.key[0])
    # An earlier one may have taken it away.
    if row is None or getattr(row, mention.column) != mention.text:
        return
    if fate is Fate.DELETE and mention.table in _ROWS and mention.column == "text":
        db.delete(row)
        db.flush()
        return
    text = mention.text if fate is Fate.REPLACE or (mention.table, mention.column) in _NEVER_EMPTY else ""
    for pattern in patterns:
        text = pattern.sub(lambda _match: neutral, text)
    alone = text.strip() == neutral and mention.text.strip() != neutral and (mention.table, mention.column) in _NAMED
    # The neutral word may be longer than the name.
    limit = SQLModel.metadata.tables[mention.table].columns[mention.column].type.length  # type: ignore[attr-defined]
    setattr(row, mention.column, "" if alone else text[:limit])


def _patterns(person: Participant) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The whole name or the address, in any case; and the parts of the name as they are written."""
    whole = [r"\s+".join(map(re.escape, person.name.split())), re.escape(person.email.strip())]
    parts = [re.escape(part) for part in person.name.split() if len(part) >= _SHORTEST and part[0].isupper()]
    return _words(filter(None, whole), re.IGNORECASE), _words(parts)


def _words(forms: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    together = "|".join(forms)
    return re.compile(rf"(?<!\w)(?:{together})(?!\w)" if together else r"(?!)", flags)


def _texts(db: Session, but: str) -> Iterator[tuple[str, tuple[str, ...], str, str]]:
    """Every text that people may have written, but those of the person's own line."""
    for table, entity in _ENTITIES.items():
        columns = _columns(entity, table)
        for row in db.exec(select(entity)).all():
            key = tuple(str(getattr(row, name)) for name in key_columns(table))
            if table == table_name(Participant) and key == (but,):
                continue
            yield from ((table, key, name, getattr(row, name)) for name in columns if getattr(row, name))


def _columns(entity: type[SQLModel], table: str) -> Sequence[str]:
    known: Any = SQLModel.metadata.tables[table].columns
    return [
        column.name
        for column in known
        if isinstance(column.type, Words)
        and not column.primary_key
        and column.name not in _NOT_COLUMNS
        and (table, column.name) not in _NOT_TEXTS | CHOICES.keys()
    ]


_ENTITIES = {table_name(entity): entity for entity in (*UNDOABLE, *UNJOURNALED)}
_NAMED = frozenset({("workshop", "chair"), ("workshop", "note_taker"), ("workshop", "contact"), ("action", "owner")})
"""Where a name stands by itself: without it there is nothing."""
