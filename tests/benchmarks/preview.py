"""The pages in the wrap-up: how soon they follow an edit, and how long the window stands still meanwhile.

Each session in a process of its own, which holds what a wrap-up holds: the windows, the file and the pages.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from PySide6.QtWidgets import QApplication

from tests.benchmarks.peak import peak_megabytes
from tests.benchmarks.row import Row
from tests.benchmarks.sessions import make_session
from tests.benchmarks.windows import application
from tests.workshops import reopened
from workshop_app.desktop.application import dress
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.wrapup.window import WrapUpWindow
from workshop_app.facilitation import preparing
from workshop_app.facilitation.demo import make_demo
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import Language
from workshop_app.mail.handover import Handover, Outcome
from workshop_app.paths import resources

_TIMES = 5
_MANY = 5_000


def measure() -> list[Row]:
    """The demo, and a session of five thousand answers."""
    with TemporaryDirectory() as name:
        many, demo = Path(name) / "many.samenspraak", Path(name) / "demo.samenspraak"
        make_session(many, _MANY)
        make_demo(demo)
        return [*_rows("5,000 answers", many, 6.0), *_rows("the demo", demo, 1.0)]


def _rows(what: str, file: Path, bar: float) -> list[Row]:
    command = [sys.executable, "-m", "tests.benchmarks.preview", str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, still, peak = (float(word) for word in said.stdout.split()[-3:])
    return [
        Row(f"pages follow an edit: {what}", seconds, bar, "s"),
        Row(f"longest standstill of the window meanwhile: {what}", still, 33, "ms"),
        Row(f"most memory of the wrap-up: {what}", peak, 250, "MB"),
    ]


def _live(file: Path) -> None:
    """Edit a few times; print the seconds until the pages follow, the longest standstill and the most memory."""
    dress(application(), resources(), Language.load())
    with _wrap_up(file) as (desk, window):
        taken = [_follow(desk, window, f"Zo was het {n}.") for n in range(_TIMES)]
    still = max(longest for _, longest in taken) * 1000
    print(median(seconds for seconds, _ in taken), still, peak_megabytes())


@contextmanager
def _wrap_up(path: Path) -> Iterator[tuple[Desk, WrapUpWindow]]:
    with reopened(path) as desk:
        bridge = Bridge(desk, Language.load())
        nowhere = Handover(Outcome.NEITHER)
        window = WrapUpWindow(bridge, path.parent, lambda _draft, _eml: nowhere, lambda _file: nowhere)
        window.resize(1440, 900)
        window.show()
        _wait(window)
        yield desk, window
        window.close()


def _follow(desk: Desk, window: WrapUpWindow, summary: str) -> tuple[float, float]:
    """Seconds until the pages in sight show an edit, and the longest that the window was busy in between."""
    start = perf_counter()
    desk.run(preparing.edit_workshop, summary=summary)
    longest = _wait(window)
    return perf_counter() - start, longest


def _wait(window: WrapUpWindow) -> float:
    """Until new pages are in sight; the longest turn of the loop of events."""
    made: list[int] = []
    connection = window.laid_out.connect(made.append)
    longest = 0.0
    while not made or len(window.pages.shown) < len(window.pages.in_sight):
        start = perf_counter()
        QApplication.processEvents()
        longest = max(longest, perf_counter() - start)
        sleep(0.001)
    window.laid_out.disconnect(connection)
    return longest


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _live(Path(sys.argv[1]))
