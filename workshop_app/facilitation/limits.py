"""The limits of texts, as the columns state them, held before anything is written."""

from sqlalchemy import String
from sqlmodel import Session, SQLModel

from workshop_app.facilitation.command import RefusedError
from workshop_app.i18n import N_

_UNSAFE = {code: None for code in range(32) if code not in (9, 10)} | dict.fromkeys(range(55296, 57344), 65533)


def tidy(text: str) -> str:
    """Text as it is kept: line ends as \\n, no control characters, no half characters, no white space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSAFE).strip()


def hold(db: Session) -> None:
    """Look at what is about to be written. Raises RefusedError when a text is too long."""
    for row in (*db.new, *db.dirty):
        if isinstance(row, SQLModel):
            _hold_row(row)


def _hold_row(row: SQLModel) -> None:
    table = SQLModel.metadata.tables[str(row.__tablename__)]
    for column in table.columns:
        limit = column.type.length if isinstance(column.type, String) else None
        value = getattr(row, column.name)
        if limit and isinstance(value, str) and len(value) > limit:
            raise RefusedError(
                N_("This text has {length} characters; at most {limit} fit. Nothing was saved: make it shorter."),
                length=len(value),
                limit=limit,
            )
