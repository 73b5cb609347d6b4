"""Everything that there is of a session: in its file, the backups in both places, and the files made of it."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from workshop_app.errors import WorldError
from workshop_app.facilitation.opening import (
    backup_folder,
    erase_backups,
    erase_file,
    open_session,
    require_closed,
)
from workshop_app.i18n import N_
from workshop_app.paths import SESSION_SUFFIX, DataPaths
from workshop_app.storage import backups, faults, unfinished
from workshop_app.storage.atomic import sweep
from workshop_app.storage.erasures import Erasure, from_text, record, to_text
from workshop_app.storage.glance import glance
from workshop_app.storage.made_files import MadeFiles
from workshop_app.storage.second_place import SecondPlace

COUNTED = (
    "participant",
    "organisation",
    "contribution",
    "response",
    "decision",
    "action",
    "parked_item",
    "picture",
    "draft",
    "journal",
)
"""The tables that hold what people brought in, and what of it could be undone."""
_CUT_OFF = N_("Erasing it was cut off the last time. It is still in the list: erase it again.")
_RESPONSIBLE = "SELECT name FROM organisation JOIN workshop ON workshop.responsible = organisation.name"
_TEMPORARY = "samenspraak-*"
_IN_USE = 60.0
"""Seconds; another window may be reading one now."""


@dataclass(frozen=True, slots=True)
class Remnants:
    """What was found of a session. `counts` are rows by table (none when the file cannot be read), `backups` and
    `second` how many copies are in the first place and in the second (None when that is away), `made` the files that
    were made of it and are there, `away` those that cannot be reached or are gone. `responsible` is the organisation,
    when it is one of those in the session; else it might be a person."""

    path: Path
    counts: dict[str, int]
    backups: int
    second: int | None
    made: tuple[Path, ...]
    away: tuple[Path, ...]
    responsible: str = ""


def remnants_of(path: Path, paths: DataPaths, second: SecondPlace | None) -> Remnants:
    """Look for everything that there is of a session of this computer."""
    folder = backup_folder(paths.backups, path)
    made = MadeFiles(paths.made).of(path)
    there = tuple(each for each in made if each.is_file())
    copies: int | None = 0
    if second:
        copies = len(second.existing(folder.name)) if second.is_there else None
    found = Remnants(
        path, {}, len(backups.existing(folder)), copies, there, tuple(each for each in made if each not in there)
    )
    with suppress(faults.StorageError), glance(path) as db:
        return replace(found, counts=_counted(db), responsible=responsible_in(db))
    return found


def _counted(db: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables hold that hold any."""
    rows = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}  # noqa: S608 - ours
    return {name: number for name, number in rows.items() if number}


def responsible_in(db: sqlite3.Connection) -> str:
    """The responsible organisation, when it is one of those in the session."""
    row = db.execute(_RESPONSIBLE).fetchone()
    return str(row[0]) if row else ""


def erase_remnants(
    found: Remnants, files: Iterable[Path], paths: DataPaths, second: SecondPlace | None, at: datetime
) -> Erasure:
    """Erase a session everywhere, with these of the files that were made of it; a record without content stays.

    Raises StorageError when it is open elsewhere, or when something of it cannot be deleted. Its file goes last: home
    still shows a session of which anything is left on this computer, however this was cut off.
    """
    require_closed(found.path)
    folder = backup_folder(paths.backups, found.path)
    left = len(found.away) + (not found.path.exists())
    copies = found.backups + (found.second or 0)
    erasure = Erasure(at, False, found.counts, copies, 0, left, found.responsible)
    unfinished.begin(folder, to_text(erasure))
    if second:
        second.owe(folder.name)
    gone = delete_files(files)
    MadeFiles(paths.made).drop(found.path, gone)
    sweep_left({each.parent for each in found.made}, paths)
    with suppress(OSError):
        # It may name the session that was open last.
        paths.settings.with_name(f"{paths.settings.name}.bak").unlink(missing_ok=True)
    erase_backups(found.path, paths.backups)
    settled = second.drop(folder.name) if second else True
    erasure = replace(erasure, files=len(gone), left=left + len(found.made) - len(gone) + (not settled))
    unfinished.begin(folder, to_text(erasure))
    erase_file(found.path)
    _end(found.path, erasure, paths)
    return erasure


def _end(path: Path, erasure: Erasure, paths: DataPaths) -> None:
    """The session is gone: keep the record, and no memory of where things were."""
    with suppress(OSError):
        record(paths.erasures, erasure)
    MadeFiles(paths.made).drop(path)
    unfinished.end(backup_folder(paths.backups, path))


def finish_erasures(paths: DataPaths, second: SecondPlace | None) -> tuple[tuple[Path, WorldError], ...]:
    """Finish what a program began that was ended in the middle of erasing. Sessions of which something is still to be
    erased, and why that is not done now."""
    kept_from: list[tuple[Path, WorldError]] = []
    for folder in unfinished.begun(paths.backups):
        path = paths.sessions / f"{folder.name}{SESSION_SUFFIX}"
        try:
            if whole := from_text(unfinished.record_of(folder)):
                _finish_whole(path, whole, paths)
            else:
                with open_session(path, paths.sessions, paths.backups) as file:
                    file.second = second
                    file.scrub()
        except WorldError as error:
            kept_from.append((path, error))
    return tuple(kept_from)


def _finish_whole(path: Path, erasure: Erasure, paths: DataPaths) -> None:
    if path.exists():
        # Only a person decides to go on.
        unfinished.end(backup_folder(paths.backups, path))
        raise WorldError(_CUT_OFF)
    _end(path, erasure, paths)


def delete_files(files: Iterable[Path]) -> tuple[Path, ...]:
    """Delete files that were made of a session; those that are gone then."""
    gone = []
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)
            gone.append(path)
    return tuple(gone)


def sweep_left(folders: Iterable[Path], paths: DataPaths) -> None:
    """Delete what a program left that was ended in the middle of reading or writing: private copies, and files that
    were half written in our own folders and in these."""
    for folder in {paths.home, paths.sessions, *folders}:
        sweep(folder, _IN_USE)
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(_TEMPORARY):
            if folder.is_dir() and time.time() - folder.stat().st_mtime > _IN_USE:
                shutil.rmtree(folder, ignore_errors=True)
