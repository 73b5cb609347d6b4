"""The record that something was erased: when, how much of what, on whose decision. Never what it was."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from workshop_app.storage.atomic import write_atomic


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure. `person`: of one person throughout a session, else of a whole session. `counts` are rows by table;
    `left` counts what the program knew of and left, or could not reach. `responsible` is an organisation, or ''."""

    at: datetime
    person: bool
    counts: dict[str, int] = field(default_factory=dict)
    backups: int = 0
    files: int = 0
    left: int = 0
    responsible: str = ""


def erasures(file: Path) -> tuple[Erasure, ...]:
    """What was erased on this computer, the last one first. What cannot be read is left out."""
    try:
        rows = [_erasure(row) for row in json.loads(file.read_bytes())]
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return ()
    return tuple(reversed(rows))


def record(file: Path, erasure: Erasure) -> None:
    """Add one to the record. Raises OSError."""
    known = [*reversed(erasures(file)), erasure]
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, _written([asdict(each) for each in known]).encode())


def to_text(erasure: Erasure) -> str:
    """One erasure, to be recorded later."""
    return _written(asdict(erasure))


def from_text(text: str) -> Erasure | None:
    """The erasure that was written so, if it can be read."""
    try:
        return _erasure(json.loads(text))
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _erasure(row: dict[str, Any]) -> Erasure:
    return Erasure(**(row | {"at": datetime.fromisoformat(row["at"])}))


def _written(what: object) -> str:
    return json.dumps(what, default=datetime.isoformat, indent=1)
