"""Whether sessions can be kept here: the folder can be written, lies on this computer, and there is room."""

import os
import shutil
import tempfile
from pathlib import Path

from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.i18n import Language

_MEGABYTE = 1_000_000
_ENOUGH = 1_000 * _MEGABYTE


def can_write(folder: Path) -> bool:
    """Whether a file can be made here and reaches the disk; nothing of it stays."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"samenspraak")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True


def look_at_folder(folder: Path, language: Language) -> Finding:
    """The line of the room check about writing."""
    _ = language.gettext
    if can_write(folder):
        return Finding(Verdict.GOOD, _("Sessions can be saved in {folder}.").format(folder=folder))
    todo = _("Nothing can be kept like this. Free the disk, or ask your IT department for a folder you may write in.")
    return Finding(Verdict.ATTEND, _("Nothing can be saved in {folder}.").format(folder=folder), todo)


def look_at_space(folder: Path, language: Language) -> Finding:
    """The line of the room check about free space."""
    _ = language.gettext
    free = shutil.disk_usage(folder if folder.exists() else folder.anchor).free
    return judge_space(free, language)


def judge_space(free: int, language: Language) -> Finding:
    """Whether so many bytes are enough: a session takes a few megabytes, its backups ten times that."""
    _ = language.gettext
    amount = f"{language.number(free / (1_000 * _MEGABYTE), 1)} GB"
    if free >= _ENOUGH:
        return Finding(Verdict.GOOD, _("{amount} free.").format(amount=amount))
    todo = _("Empty the recycle bin, or move large files elsewhere.")
    return Finding(Verdict.ATTEND, _("Only {amount} free.").format(amount=amount), todo)
