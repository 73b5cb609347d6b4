"""A process that opens hostile files in every way in which the program does, and says what came of it.

python -m tests.storage.hostile MODEL FOLDER FIRST LAST

Prints JSON: how often each outcome came, what should not have happened, the longest seconds and the most megabytes.
"""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.storage.mutations import VICTIM, Mutation
from workshop_app.errors import WorldError
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.rescue import backups_of
from workshop_app.model.views import WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.storage.checking import check
from workshop_app.storage.faults import StorageError
from workshop_app.storage.index_entry import read_entry
from workshop_app.storage.salvage import salvage
from workshop_app.storage.session_file import SessionFile

NAME = "avond.samenspraak"
MOST_MEGABYTES = 1_500
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "ctypes.", "sqlite3.load")
_SALVAGED = 9
"""Every so many-th is salvaged too: that takes longest."""


class Trial:
    """One mutation after the other, with eyes on what else happens."""

    def __init__(self, model: bytes, folder: Path) -> None:
        self.root, self.folder = folder, folder / "sessions"
        self.folder.mkdir()
        self.victim = folder / VICTIM
        self.model = model
        self.outcomes: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.slowest = (0.0, "")
        self._now = "warming up"
        self._watching = False
        sys.addaudithook(self._audit)
        (self.folder / NAME).write_bytes(model)
        self.view = self._opened()
        salvage(self.folder / NAME, self.folder / "new.samenspraak", KINDS)

    def run(self, seed: int) -> None:
        """Everything that the program may do with a file that it finds."""
        for left in self.folder.iterdir():
            left.unlink()
        self.victim.write_bytes(b"Blijf hiervan af.\n")
        mutation = Mutation(seed, self.model)
        path = self.folder / NAME
        mutation.write(path)
        self._now = f"{mutation.name} {seed}"
        self._watching = True
        began = time.monotonic()
        self._try("entry", lambda: read_entry(path))
        self._try("check", lambda: check(path))
        self._try("backups", lambda: backups_of(path, self.root))
        if seed % _SALVAGED == 0:
            self._try("salvage", lambda: salvage(path, self.folder / "new.samenspraak", KINDS))
        # Last, as it may play back a journal.
        view = self._try("open", self._opened)
        self.slowest = max(self.slowest, (time.monotonic() - began, self._now))
        self._watching = False
        self.outcomes[f"{mutation.name}: {'opened' if view else 'refused'}"] += 1
        if view and mutation.damage and view != self.view:
            self.wrong.append(f"{self._now}: opened with other content")
        if self.victim.read_bytes() != b"Blijf hiervan af.\n":
            self.wrong.append(f"{self._now}: wrote to another file")

    def _opened(self) -> WorkshopView:
        with SessionFile.open(self.folder / NAME) as file:
            desk = Desk(file)
            view = desk.view
            with suppress(WorldError):
                desk.undo()
            return view

    def _try(self, what: str, work: Callable[[], object]) -> object:
        try:
            return work()
        except StorageError as error:
            if not str(error).endswith(".") or "\n" in str(error):
                self.wrong.append(f"{self._now}: {what}: no sentence: {error}")
        except Exception as error:
            self.wrong.append(f"{self._now}: {what}: {type(error).__name__}: {str(error)[:200]}")
        if not self.victim.exists():
            self.wrong.append(f"{self._now}: {what}: deleted another file")
            self.victim.write_bytes(b"Blijf hiervan af.\n")
        return None

    def _audit(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._watching:
            return
        if event.startswith(_FORBIDDEN) and event != "socket.gethostname":
            self.wrong.append(f"{self._now}: {event} {arguments!r:.100}")
        writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
        if writes and not isinstance(arguments[0], int) and not str(arguments[0]).startswith(str(self.root)):
            self.wrong.append(f"{self._now}: writes to {arguments[0]}")


def main(model: Path, folder: Path, first: int, last: int) -> None:
    megabytes = MOST_MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (megabytes, megabytes))
    trial = Trial(model.read_bytes(), folder)
    for seed in range(first, last):
        trial.run(seed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        json.dumps(
            {"outcomes": trial.outcomes, "wrong": trial.wrong, "slowest": trial.slowest, "megabytes": peak},
            ensure_ascii=False,
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
