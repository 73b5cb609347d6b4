"""A command: a function on the open transaction, with the words for undo. The only way to change a workshop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlmodel import Session, SQLModel

from workshop_app.errors import WorldError
from workshop_app.i18n import N_

P = ParamSpec("P")
T = TypeVar("T")
Row = TypeVar("Row", bound=SQLModel)


class RefusedError(WorldError):
    """What was asked cannot be done; nothing has changed."""


class GoneError(RefusedError):
    """What a command is about is not there: an undo has taken it away meanwhile."""

    def __init__(self) -> None:
        super().__init__(N_("This is no longer there. It may have been undone."))


@dataclass(frozen=True)
class Command(Generic[P, T]):
    """What `Desk.run` takes. `label` (a message id) is what undo calls it; without one it is not undone. `removes`: it
    may take many answers away at once."""

    function: Callable[Concatenate[Session, P], T]
    label: str
    removes: bool = False


def command(label: str, removes: bool = False) -> Callable[[Callable[Concatenate[Session, P], T]], Command[P, T]]:
    """Make an undoable command of a function."""
    return lambda function: Command(function, label, removes)


def unjournaled(function: Callable[Concatenate[Session, P], T]) -> Command[P, T]:
    """Make a command that undo passes over: position, reveal, drafts, clock, erasure."""
    return Command(function, "")


def found(db: Session, entity: type[Row], row_id: str) -> Row:
    """The row with this id. Raises GoneError."""
    row = db.get(entity, row_id)
    if row is None:
        raise GoneError
    return row


def change(row: SQLModel, fields: Mapping[str, object]) -> None:
    """Set fields of a row, texts without white space around them; '' where nothing can be is nothing.

    A name that the row does not have is a mistake of ours.
    """
    columns = SQLModel.metadata.tables[str(type(row).__tablename__)].columns
    for name, value in fields.items():
        if name not in columns or name == "id":
            raise AttributeError(f"{type(row).__name__} has no field {name!r}")
        kept = value.strip() if isinstance(value, str) else value
        setattr(row, name, None if kept == "" and columns[name].nullable else kept)
