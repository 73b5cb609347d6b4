"""That something was erased from a session and may still be in its backups: a note beside their folder, until they are
cleared. It outlives a program that is ended in between."""

from contextlib import suppress
from pathlib import Path

_NOTE = ".~{name}.erasing"


def begin(folder: Path) -> None:
    """Note it of the session with this folder of backups. Where nothing can be written, it is not remembered."""
    with suppress(OSError):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _place(folder).touch(mode=0o600)


def is_begun(folder: Path) -> bool:
    """Whether it was noted."""
    return _place(folder).exists()


def end(folder: Path) -> None:
    """They are cleared."""
    with suppress(OSError):
        _place(folder).unlink(missing_ok=True)


def begun(backups: Path) -> list[str]:
    """The names of the folders, in the folder of all backups, of which it was noted."""
    before, after = _NOTE.split("{name}")
    notes = backups.glob(_NOTE.format(name="*"))
    return sorted(note.name.removeprefix(before).removesuffix(after) for note in notes)


def _place(folder: Path) -> Path:
    return folder.with_name(_NOTE.format(name=folder.name))
