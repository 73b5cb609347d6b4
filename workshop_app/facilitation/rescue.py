"""Ways on when a session file is damaged: what can be read of it, or a backup; each in a new file."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.facilitation.looking import view_of
from workshop_app.facilitation.opening import backup_folder, free_path
from workshop_app.model.views import WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.storage import backups, faults
from workshop_app.storage.atomic import write_atomic
from workshop_app.storage.glance import glance
from workshop_app.storage.salvage import Salvaged, salvage

_NAMED = "%Y%m%dT%H%M%S%f"
_ABOUT = """
SELECT (SELECT count(*) FROM contribution) + (SELECT count(*) FROM response),
  coalesce((SELECT title FROM round JOIN stage ON stage.round_id = round.id), '')
"""


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup to choose from: when it was made, in which round ('' for none), with how many answers and counts."""

    path: Path
    made: datetime
    round_title: str
    answers: int


def backups_of(path: Path, folder: Path) -> tuple[BackupInfo, ...]:
    """The backups of a session file, newest first; `folder` is that of all backups. What cannot be read is left out."""
    found = (_info(each) for each in backups.existing(backup_folder(folder, path)))
    return tuple(info for info in found if info)


def _info(path: Path) -> BackupInfo | None:
    try:
        made = datetime.strptime(path.stem, _NAMED).replace(tzinfo=UTC)
        with glance(path) as db:
            answers, round_title = db.execute(_ABOUT).fetchone()
    except (faults.StorageError, ValueError):
        return None
    return BackupInfo(path, made, str(round_title), int(answers))


def salvage_beside(path: Path, folder: Path) -> tuple[Path, Salvaged]:
    """Write what can be read of a damaged file to a new one among the sessions. Raises StorageError; then there is no
    new file. The damaged one stays as it is."""
    new = free_path(folder / path.name)
    return new, salvage(path, new, KINDS)


def legible(path: Path) -> tuple[WorkshopView, Salvaged]:
    """What can be read of a damaged file, to look at; nothing of it stays anywhere. Raises StorageError."""
    with tempfile.TemporaryDirectory(prefix="samenspraak-") as folder:
        copy = Path(folder) / path.name
        result = salvage(path, copy, KINDS)
        return view_of(copy), result


def restore_beside(backup: Path, path: Path, folder: Path) -> Path:
    """Copy a backup to a new name among the sessions; never over anything. Raises StorageError."""
    new = free_path(folder / path.name)
    try:
        write_atomic(new, backup.read_bytes())
        new.chmod(0o600)
    except OSError as error:
        raise faults.fault(error, new) from error
    return new
