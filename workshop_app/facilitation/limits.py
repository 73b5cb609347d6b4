"""The limits of texts, as the columns state them, held before a transaction ends."""

from collections.abc import Iterable

from sqlmodel import SQLModel

from workshop_app.facilitation.command import RefusedError
from workshop_app.i18n import N_
from workshop_app.model.text import running_text
from workshop_app.storage.watch import RowChange


def tidy(text: str) -> str:
    """Text as it is kept, without white space around it; see `running_text`."""
    return running_text(text).strip()


def hold(changes: Iterable[RowChange]) -> None:
    """Look at what a command has written. Raises RefusedError when a text is too long."""
    for change in changes:
        columns = SQLModel.metadata.tables[change.table].columns
        for name, value in (change.after or {}).items():
            limit = getattr(columns[name].type, "length", None)
            if limit and isinstance(value, str) and len(value) > limit:
                raise RefusedError(
                    N_("This text has {length} characters; at most {limit} fit. Nothing was saved: make it shorter."),
                    length=len(value),
                    limit=limit,
                )
