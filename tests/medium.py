"""A slow or a lying disk for a child process: a little library that stands between it and the system."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def medium(folder: Path, sync_ms: int = 0, loses: Path | None = None) -> dict[str, str]:
    """The environment of a process with such a disk; skips the test where none can be made.

    Each sync takes `sync_ms` longer; while the file `loses` is there, what is written to a session is lost.
    """
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("a compiler and Linux are needed for this")
    library = folder / "medium.so"
    source = Path(__file__).with_suffix(".c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    environment = {"LD_PRELOAD": str(library), "MEDIUM_SYNC_MS": str(sync_ms)}
    return environment | ({"MEDIUM_LOSES": str(loses)} if loses else {})
