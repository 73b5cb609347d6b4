"""Taking down a half-typed text: what it becomes and the end of its draft are one transaction."""

from typing import ParamSpec, TypeVar

from sqlmodel import Session

from workshop_app.facilitation import stage
from workshop_app.facilitation.command import Command

P = ParamSpec("P")
T = TypeVar("T")


def taken_down(what: Command[P, T], round_id: str, prompt_id: str, strand: str) -> Command[P, T]:
    """The same command, which also drops the draft of a place. Undo brings back no draft."""

    def run(db: Session, /, *args: P.args, **kwargs: P.kwargs) -> T:
        result = what.function(db, *args, **kwargs)
        stage.keep_draft.function(db, round_id, prompt_id, strand, "")
        return result

    return Command(run, what.label)
