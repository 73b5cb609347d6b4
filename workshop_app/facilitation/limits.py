"""The limits of texts and numbers, as the columns state them, held before a transaction ends."""

from collections.abc import Iterable

from sqlmodel import SQLModel

from workshop_app.facilitation.command import RefusedError
from workshop_app.i18n import N_
from workshop_app.model.entities import range_of
from workshop_app.model.text import running_text
from workshop_app.storage.watch import RowChange


def tidy(text: str) -> str:
    """Text as it is kept, without white space around it; see `running_text`."""
    return running_text(text).strip()


def hold(changes: Iterable[RowChange]) -> None:
    """Look at what a command has written. Raises RefusedError when a text is too long or a number too large.

    A file that holds such a thing would be taken for damaged.
    """
    for change in changes:
        columns = SQLModel.metadata.tables[change.table].columns
        for name, value in (change.after or {}).items():
            if isinstance(value, int):
                _hold_number(value, *range_of(change.table, name))
                continue
            limit = getattr(columns[name].type, "length", None)
            if limit and isinstance(value, str) and len(value) > limit:
                raise RefusedError(
                    N_("This text has {length} characters; at most {limit} fit. Nothing was saved: make it shorter."),
                    length=len(value),
                    limit=limit,
                )


def _hold_number(value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise RefusedError(
            N_("The number {value} does not fit here; it goes from {low} to {high}. Nothing was saved."),
            value=value,
            low=low,
            high=high,
        )
