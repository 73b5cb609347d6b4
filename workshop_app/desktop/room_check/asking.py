"""Asking a program of the platform something; it may be missing, refuse, or never answer."""

import os
import sys
from collections.abc import Callable

PATIENCE = 6.0
"""Seconds after which a program is taken not to answer."""

_NO_BLACK_WINDOW = 0x08000000

Ask = Callable[[list[str]], str | None]


def ask(command: list[str]) -> str | None:
    """What a program says; None when it is not there, fails or takes too long."""
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603 - our own commands, no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            creationflags=_NO_BLACK_WINDOW if sys.platform == "win32" else 0,
            env=os.environ | {"LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip()
