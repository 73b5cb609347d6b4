"""Writing a file in one piece: afterwards there is the old one or the new one, never half of one."""

import contextlib
import os
from pathlib import Path


def write_atomic(path: Path, data: bytes) -> Path:
    """Write a file that may be there already, and return its path. Raises OSError; the file is then as it was."""
    part = path.with_name(f".~{os.urandom(8).hex()}.tmp")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return path


def _sync_folder(folder: Path) -> None:
    # So that the new name survives a power cut; Windows does this by itself and has no way to ask for it.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
