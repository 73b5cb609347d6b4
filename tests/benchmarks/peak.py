"""The most memory that this process has held.

Not `ru_maxrss`: a process begins with that of the one that started it.
"""

import re
from math import nan
from pathlib import Path


def peak_megabytes() -> float:
    """In megabytes; nan where that cannot be asked."""
    status = Path("/proc/self/status")
    found = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE) if status.exists() else None
    return int(found[1]) / 1024 if found else nan
