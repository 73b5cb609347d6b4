"""A second place for backups, on a stick or a share, that is there sometimes; what is owed to it is remembered."""

import hashlib
import json
import os
import platform
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workshop_app.i18n import N_
from workshop_app.paths import SESSION_SUFFIX
from workshop_app.storage import backups, faults
from workshop_app.storage.atomic import write_atomic

_FOLDER = "Samenspraak-reservekopieën"
_NOT_DELIVERED = N_("Backups could not be delivered to {name}. They are on this computer, and the session is saved.")
_ELSEWHERE = (*faults.WORLD_ERRORS, faults.StorageError)


def choose(folder: Path) -> Path:
    """Make the second place in a folder that a person chose, and return where it is. Raises StorageError.

    This computer gets a folder of its own: another one that uses the same stick does not touch it. A stick that is not
    there has no such folder, even where an empty one stands in its place.
    """
    root = folder / _FOLDER / (platform.node() or "computer")
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomic(root / ".~proef", b"").unlink()
    except OSError as error:
        raise faults.no_backup(folder, error) from error
    return root


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder `root`, with a folder in it for each session. The file `owed` remembers, by digests that tell nothing,
    of which sessions the backups still have to go there."""

    root: Path
    owed: Path

    @property
    def is_there(self) -> bool:
        """Whether it can be reached now."""
        return self.root.is_dir()

    def existing(self, name: str) -> list[Path]:
        """The backups of the session with this name (of its folder of backups), newest first."""
        return backups.existing(self.root / name)

    def missing(self, folder: Path) -> list[Path]:
        """The backups in the first place that are not here, oldest first."""
        here = {path.name for path in self.existing(folder.name)}
        return sorted(path for path in backups.existing(folder) if path.name not in here)

    def deliver(self, folder: Path) -> int:
        """Bring what is missing of the backups in the first place, each verified. How many. Raises StorageError."""
        try:
            self.settle()
            missing = self.missing(folder)
            for path in missing:
                backups.thin(self.root / folder.name, _brought(path, self.root / folder.name / path.name))
        except _ELSEWHERE as error:
            raise faults.StorageError(_NOT_DELIVERED, name=self.root) from error
        return len(missing)

    def drop_older(self, name: str, moment: str) -> bool:
        """Delete the backups of a session that were made before a moment (as `backups.named` has it): now, or when the
        place is back. Whether they are gone."""
        owed = [*self._owed(), (_digest(name), moment)]
        with suppress(OSError):
            # First: what is not remembered is never done.
            self._remember(owed)
        self.settle()
        return (_digest(name), moment) not in self._owed()

    def replace_all(self, kept: Path) -> None:
        """Bring the one backup that an erasure left in the first place, and delete the others, now or later."""
        with suppress(faults.StorageError):
            self.deliver(kept.parent)
        self.drop_older(kept.parent.name, kept.stem)

    def settle(self) -> None:
        """Delete what is owed, as far as that can be done now."""
        owed = self._owed()
        if not owed or not self.is_there:
            return
        with suppress(OSError):
            for folder in self.root.iterdir():
                for digest, moment in owed:
                    if folder.is_dir() and _digest(folder.name) == digest:
                        _drop(folder, moment)
            self._remember([])

    def _owed(self) -> list[tuple[str, str]]:
        try:
            return [(str(digest), str(moment)) for digest, moment in json.loads(self.owed.read_bytes())]
        except (OSError, ValueError, TypeError, RecursionError):
            return []

    def _remember(self, owed: list[tuple[str, str]]) -> None:
        if owed:
            self.owed.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(self.owed, json.dumps(owed).encode())
        else:
            self.owed.unlink(missing_ok=True)


def _brought(source: Path, target: Path) -> Path:
    target.parent.mkdir(exist_ok=True, mode=0o700)
    part = backups.part_of(target)
    try:
        part.touch(mode=0o600)
        shutil.copyfile(source, part)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return backups.Copy(part, target).finish()


def _drop(folder: Path, moment: str) -> None:
    unfinished = backups.part_of(folder / f"*{SESSION_SUFFIX}").name
    for path in (*(each for each in backups.existing(folder) if each.stem < moment), *folder.glob(unfinished)):
        path.unlink()
    if not os.listdir(folder):
        folder.rmdir()


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
