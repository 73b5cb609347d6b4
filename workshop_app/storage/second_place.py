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
from workshop_app.storage import backups, faults, patience
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
        """Whether it can be reached now. One that does not answer is not there."""
        try:
            return patience.within(self.root.is_dir)
        except OSError:
            return False

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
                made = _brought(path, self.root / folder.name / path.name)
                if not path.exists():
                    # Erased meanwhile, and whoever did that may have looked here before it came.
                    made.unlink()
                backups.thin(made.parent, made)
        except _ELSEWHERE as error:
            raise faults.StorageError(_NOT_DELIVERED, name=self.root) from error
        return len(missing)

    def owe(self, name: str) -> None:
        """Remember that the backups of a session must go from here."""
        with suppress(OSError):
            self._remember(list(dict.fromkeys([*self._owed(), self._debt(name)])))

    def drop(self, name: str) -> bool:
        """Delete the backups of a session: now, or when the place is back. Whether they are gone."""
        # First: what is not remembered is never done.
        self.owe(name)
        try:
            return patience.within(lambda: self._pay({*self._owed(), self._debt(name)}))
        except TimeoutError:
            return False

    def replace_all(self, kept: Path) -> None:
        """Have only the one backup that an erasure left in the first place, now or later."""
        if self.drop(kept.parent.name):
            with suppress(faults.StorageError, TimeoutError):
                patience.within(lambda: self.deliver(kept.parent))

    def settle(self) -> None:
        """Delete what is owed, as far as that can be done now. What is newer comes again with the next delivery."""
        if owed := self._owed():
            self._pay(set(owed))

    def _pay(self, owed: set[str]) -> bool:
        if not self.is_there:
            return False
        try:
            for folder in self.root.iterdir():
                if folder.is_dir() and self._debt(folder.name) in owed:
                    _drop(folder)
            ours = {debt for debt in owed if debt.startswith(self._debt(""))}
            # More may be owed since.
            self._remember([debt for debt in self._owed() if debt not in ours])
        except OSError:
            return False
        return True

    def _debt(self, name: str) -> str:
        """What stands for the backups of a session here: another stick does not have them."""
        return f"{_digest(str(self.root))}/{_digest(name) if name else ''}"

    def _owed(self) -> list[str]:
        try:
            return list(map(str, json.loads(self.owed.read_bytes())))
        except (OSError, ValueError, TypeError, RecursionError):
            return []

    def _remember(self, owed: list[str]) -> None:
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


def _drop(folder: Path) -> None:
    unfinished = backups.part_of(folder / f"*{SESSION_SUFFIX}").name
    for path in (*backups.existing(folder), *folder.glob(unfinished)):
        path.unlink()
    if not os.listdir(folder):
        folder.rmdir()


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
