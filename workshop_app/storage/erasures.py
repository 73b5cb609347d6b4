"""The record that something was erased: when, how much of what, on whose decision. Never what it was."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

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
        rows = [Erasure(**(row | {"at": datetime.fromisoformat(row["at"])})) for row in json.loads(file.read_bytes())]
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return ()
    return tuple(reversed(rows))


def record(file: Path, erasure: Erasure) -> None:
    """Add one to the record. Raises OSError."""
    known = [*reversed(erasures(file)), erasure]
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, json.dumps([asdict(each) for each in known], default=datetime.isoformat, indent=1).encode())
