"""Who has a session open: a note beside the file while it is, for another computer that finds it locked.

The note locks nothing. The lock is the system's own and falls with the program, so a note that a crash left behind is
never asked for; the next opening writes over it.
"""

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

_LONGEST = 1_000
"""Bytes that are read: anybody may have put something there."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person at a computer, and the moment (UTC) since when."""

    user: str
    host: str
    since: str

    @classmethod
    def here(cls) -> Self:
        """Whoever works here, now."""
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):
            user = ""
        return cls(user, socket.gethostname(), datetime.now(UTC).isoformat(timespec="minutes"))

    @property
    def is_here(self) -> bool:
        """Whether it is this computer."""
        return self.host == socket.gethostname()

    @property
    def moment(self) -> datetime:
        """Since when."""
        return datetime.fromisoformat(self.since)


def note(path: Path) -> None:
    """Note that this computer has the file open. Where nothing can be written, nobody is told."""
    with suppress(OSError):
        descriptor = os.open(_place(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(Holder.here()), file)


def forget(path: Path) -> None:
    """The file is closed."""
    with suppress(OSError):
        _place(path).unlink(missing_ok=True)


def holder_of(path: Path) -> Holder | None:
    """Who has a locked file open, as far as they said so."""
    try:
        with _place(path).open("rb") as file:
            told = json.loads(file.read(_LONGEST))
        holder = Holder(*(str(told[name])[:80] for name in ("user", "host", "since")))
        return holder if holder.moment.tzinfo else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place(path: Path) -> Path:
    return path.with_name(f".~{path.name}.open")
