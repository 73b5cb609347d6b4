"""That an erasure has begun: a note beside the folder of backups of its session, until all is done; it outlives a
program that is ended in between."""

from contextlib import suppress
from pathlib import Path

from workshop_app.storage.atomic import write_atomic

_NOTE = ".~{name}.erasing"


def begin(folder: Path, record: str = "") -> None:
    """Note it of the session with this folder of backups; `record` is what is kept of it when the whole session goes.
    Where nothing can be written, it is not remembered."""
    with suppress(OSError):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomic(_place(folder), record.encode())


def is_begun(folder: Path) -> bool:
    """Whether it was noted, of something in the session."""
    return _place(folder).exists() and not record_of(folder)


def record_of(folder: Path) -> str:
    """What is kept of a session that goes as a whole; '' when only something of it goes."""
    try:
        return _place(folder).read_text("utf-8", "replace")
    except OSError:
        return ""


def end(folder: Path) -> None:
    """All is done."""
    with suppress(OSError):
        _place(folder).unlink(missing_ok=True)


def begun(backups: Path) -> list[Path]:
    """The folders, in the folder of all backups, of which it was noted."""
    before, after = _NOTE.split("{name}")
    names = (note.name.removeprefix(before).removesuffix(after) for note in backups.glob(_NOTE.format(name="*")))
    return sorted(backups / name for name in names)


def _place(folder: Path) -> Path:
    return folder.with_name(_NOTE.format(name=folder.name))
