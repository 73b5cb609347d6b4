"""Another scene on the beamer: laid out and painted, with texts that were never set before."""

from statistics import quantiles
from time import perf_counter

from PySide6.QtWidgets import QApplication

from tests.benchmarks.row import Row
from tests.benchmarks.windows import Paintings, application
from tests.desktop.offscreen import BEAMER, set_screens
from tests.desktop.projection.samples import TYPICAL
from workshop_app.desktop.application import dress
from workshop_app.desktop.projection.window import ProjectionWindow
from workshop_app.i18n import Language
from workshop_app.paths import resources

_TIMES = 8


def measure() -> list[Row]:
    """The 99th percentile over every kind of scene, in milliseconds."""
    app = application()
    dress(app, resources(), Language.load())
    set_screens(BEAMER)
    taken = [seconds for _ in range(1 + _TIMES) for seconds in _all_scenes(app)]
    # The first time letters are drawn that Qt then keeps.
    p99 = quantiles(taken[len(TYPICAL) :], n=100)[98]
    return [Row("another scene at 1920x1080, laid out and painted (p99)", p99 * 1000, 16, "ms")]


def _all_scenes(app: QApplication) -> list[float]:
    # A window of its own: what another one set before is not known to it.
    window = ProjectionWindow("")
    window.setGeometry(0, 0, BEAMER.width, BEAMER.height)
    window.show()
    app.processEvents()
    painted = Paintings(window)
    taken = []
    for scene, frame in TYPICAL.values():
        before, start = painted.count, perf_counter()
        window.show_scene(scene, frame)
        while painted.count == before:
            app.processEvents()
        taken.append(perf_counter() - start)
    window.close()
    return taken
