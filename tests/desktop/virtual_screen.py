"""A screen and a keyboard of X that no person sees, for the program as a whole in a process of its own."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

MISSING = [tool for tool in ("Xvfb", "xdotool") if not shutil.which(tool)]
"""The tools that a virtual screen needs and that are not there."""


@contextmanager
def virtual_screen(size: str = "1440x900") -> Iterator[dict[str, str]]:
    """The environment for programs that are to appear on it."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout
    try:
        yield {"DISPLAY": f":{server.stdout.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.communicate()
