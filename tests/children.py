"""Other processes for tests: with fewer rights, with less room on the disk, or simply not this one."""

import os
import resource
import subprocess
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

NOBODY = 65534


def run_python(code: str, *arguments: object) -> str:
    """What a fresh interpreter prints for this code, which finds the arguments in `sys.argv[1:]`."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def as_nobody(work: Callable[[], str]) -> str:
    """What this returns in a process that may not write everywhere; root may. What it imports must be loaded."""
    return _forked(work, lambda: os.setresuid(NOBODY, NOBODY, NOBODY) if os.geteuid() == 0 else None)


def with_small_files(work: Callable[[], str], limit: int) -> str:
    """What this returns in a process whose files cannot grow beyond this many bytes, as on a disk that fills up."""
    return _forked(work, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))


def _forked(work: Callable[[], str], first: Callable[[], object]) -> str:
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # Later Pythons warn of threads; the child runs nothing but this work.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            first()
            answer = work()
        except BaseException:
            answer = traceback.format_exc()
        os.write(writer, answer.encode("utf-8", "replace"))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer
