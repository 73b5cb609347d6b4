"""From the start of the process to the first painted window: home with a thousand sessions, beside a bare window."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import CLOCK_MONOTONIC, clock_gettime

from tests.benchmarks.row import Row
from tests.benchmarks.sessions import make_session

_TIMES = 9
_SESSIONS = 1000
# Each program says when it has painted, and ends at once.
_PAINTED = "print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True); os._exit(0)"
_BARE = f"""
import os, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        {_PAINTED}
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
_HOME = f"""
import os, sys, time
from workshop_app.cli import main
from workshop_app.desktop import shell
painted = shell.Shell.paintEvent
def paint(self, event):
    painted(self, event)
    {_PAINTED}
shell.Shell.paintEvent = paint
main(["--data-dir", sys.argv[1]])
"""


def measure() -> list[Row]:
    """The ratio with an index of all sessions, and with none yet. Both programs by turns, with compiled modules."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        _fill(data / "sessions")
        without_index = _ratio(data, forget_index=True)
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
    from workshop_app.paths import data_paths
    from workshop_app.storage.index import SessionIndex

    paths = data_paths(data)
    index = SessionIndex(paths.sessions, paths.index)
    for path in index.outdated():
        index.refresh(path)
    index.save()


def _ratio(data: Path, forget_index: bool = False) -> float:
    bare, home = [], []
    for _ in range(_TIMES):
        if forget_index:
            (data / "sessions" / "index.json").unlink(missing_ok=True)
        bare.append(_seconds(_BARE))
        home.append(_seconds(_HOME, str(data)))
    # The first run may compile.
    return median(home[1:]) / median(bare[1:])


def _seconds(program: str, *arguments: str) -> float:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = clock_gettime(CLOCK_MONOTONIC)
    command = [sys.executable, "-c", program, *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(said.stdout.split()[-1]) - start
