"""From the start of the process to the first painted window: home with a thousand sessions, beside a bare window.

Both programs run as they are. Qt itself tells when a window has been painted whole, in a category of its log.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.row import Row
from tests.benchmarks.sessions import make_session
from workshop_app.paths import data_paths
from workshop_app.storage.index import SessionIndex

_TIMES = 11
_SESSIONS = 1_000
_PAINTED = b"Flushing"
_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1440, 900)
window.show()
app.exec()
"""


def measure() -> list[Row]:
    """The ratio with an index of all sessions, and with none yet. Both programs by turns, with compiled modules."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        _fill(data / "sessions")
        without_index = _ratio(data)
        _index(data)
        return [
            Row(f"first window with {_SESSIONS} sessions, to a bare window", _ratio(data), 2, "×"),
            Row("first window when the index is made anew, to a bare window", without_index, 2, "×"),
        ]


def _fill(folder: Path) -> None:
    first = folder / "0000.samenspraak"
    make_session(first, 5)
    for number in range(1, _SESSIONS):
        shutil.copyfile(first, folder / f"{number:04}.samenspraak")


def _index(data: Path) -> None:
    paths = data_paths(data)
    index = SessionIndex(paths.sessions, paths.index)
    for path in index.outdated():
        index.refresh(path)
    index.save()


def _ratio(data: Path) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.widgets.painting.info=true",
        "PYTHONPYCACHEPREFIX": str(data / "compiled"),
    }
    ratios = []
    for _ in range(1 + _TIMES):
        bare = _seconds([sys.executable, "-c", _BARE], environment)
        home = _seconds([sys.executable, "-m", "workshop_app", "--data-dir", str(data)], environment)
        ratios.append(home / bare)
    # The first run compiles.
    return median(ratios[1:])


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    start = perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment) as program:
        assert program.stderr is not None
        painted = any(_PAINTED in line for line in program.stderr)
        taken = perf_counter() - start
        # Before it does anything more, such as writing an index.
        program.kill()
    if not painted:
        raise RuntimeError("the program ended before it had painted a window")
    return taken
