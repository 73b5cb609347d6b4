"""Writing a file in one piece: afterwards there is the old one or the new one, never half of one."""

import contextlib
import os
import re
import time
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

_PART = re.compile(r"\.~([0-9a-f]{16}|.*\.samenspraak)\.tmp|\.~[0-9a-f]{16}\.samenspraak")
"""Parts of this module, and those of copies of a session."""
_ABANDONED = 3600.0


def write_atomic(path: Path, data: bytes) -> Path:
    """Write a file that may be there already, and return its path. Raises OSError; the file is then as it was."""
    return _write(data, path, [path])


def deliver(path: Path, data: bytes) -> Path:
    """Write a file for people, and return the path that was really written.

    When another program holds the file open and lets nobody replace it, the new one is beside it: "verslag (2).pdf".
    What earlier writings into the folder left behind is cleared away. Raises OSError; all files are then as they were.
    """
    sweep(path.parent)
    return _write(data, path, chain([path], _free_names(path)))


def sweep(folder: Path, seconds: float = _ABANDONED) -> None:
    """Remove what was left by writings that were cut off longer ago than this. What cannot be removed stays."""
    with contextlib.suppress(OSError):
        for left in folder.iterdir():
            with contextlib.suppress(OSError):
                if _PART.fullmatch(left.name) and time.time() - left.stat().st_mtime > seconds:
                    left.unlink()


def _free_names(path: Path) -> Iterable[Path]:
    beside = (path.with_stem(f"{path.stem} ({number})") for number in range(2, 100))
    return (name for name in beside if not name.exists())


def _write(data: bytes, wanted: Path, targets: Iterable[Path]) -> Path:
    folder = wanted.parent
    part = folder / f".~{os.urandom(8).hex()}.tmp"
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path = _replace(part, targets)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            # Nobody asked for the part.
            error.filename = str(wanted)
        raise
    sync_folder(folder)
    return path


def _replace(part: Path, targets: Iterable[Path]) -> Path:
    """Give the part the first of the names that lets itself be replaced."""
    refused = OSError("no name was given")
    for target in targets:
        try:
            os.replace(part, target)
        except PermissionError as error:
            refused = error
        else:
            return target
    raise refused


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut. Raises OSError."""
    # So that the new name survives a power cut; Windows does this by itself and has no way to ask for it.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
