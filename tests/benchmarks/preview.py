"""The pages in the wrap-up: how soon they follow an edit, and how long the window stands still meanwhile."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from PySide6.QtWidgets import QApplication

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
    dress(application(), resources(), Language.load())
    with TemporaryDirectory() as name:
        folder = Path(name)
        make_session(folder / "many.samenspraak", _MANY)
        make_demo(folder / "demo.samenspraak")
        rows = []
        for what, file, bar in (("5,000 answers", "many", 6.0), ("the demo", "demo", 1.0)):
            with _wrap_up(folder / f"{file}.samenspraak") as (desk, window):
                taken = [_follow(desk, window, f"Zo was het {n}.") for n in range(_TIMES)]
            rows.append(Row(f"pages follow an edit: {what}", median(seconds for seconds, _ in taken), bar, "s"))
            still = max(longest for _, longest in taken) * 1000
            rows.append(Row(f"longest standstill of the window meanwhile: {what}", still, 33, "ms"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, Row("most memory of the process until then", peak, 250, "MB")]


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
