"""Every sample scene on the beamer: laid out anew and painted, painted whole again, and while it fades in.

In time of the processor: painting waits for nothing, and what else the machine does is left out.
"""

import gc
from collections.abc import Iterator
from statistics import quantiles
from time import thread_time

from PySide6.QtWidgets import QApplication

from tests.benchmarks.row import Row
from tests.benchmarks.windows import Paintings, application
from tests.desktop.offscreen import BEAMER, set_screens
from tests.desktop.projection.samples import TYPICAL
from workshop_app.desktop.application import dress
from workshop_app.desktop.projection import hyphens
from workshop_app.desktop.projection.window import ProjectionWindow
from workshop_app.i18n import Language
from workshop_app.paths import resources

_TIMES = 8


def measure() -> list[Row]:
    """The 99th percentiles over every kind of scene, in milliseconds."""
    app = application()
    dress(app, resources(), Language.load())
    set_screens(BEAMER)
    # As the program does before a session is open: what is loaded then is not looked through for garbage again.
    hyphens.hyphenations("samenwerking")
    gc.freeze()
    # The first time letters are drawn that Qt then keeps.
    list(_new_scenes(app))
    return [
        Row(f"{what} at 1920x1080 (p99)", quantiles(list(taken), n=100)[98] * 1000, 16, "ms")
        for what, taken in (
            ("another scene, laid out and painted", (each for _ in range(_TIMES) for each in _new_scenes(app))),
            ("a whole scene painted again", (each for _ in range(_TIMES) for each in _repaintings(app))),
            ("a picture of a scene that fades in", _fades(app)),
        )
    ]


def _window(app: QApplication, *, fades: bool) -> ProjectionWindow:
    # A window of its own: what another one set before is not known to it.
    window = ProjectionWindow("")
    window.fade.on = fades
    window.setGeometry(0, 0, BEAMER.width, BEAMER.height)
    window.show()
    app.processEvents()
    return window


def _new_scenes(app: QApplication) -> Iterator[float]:
    window = _window(app, fades=False)
    painted = Paintings(window)
    for scene, frame in TYPICAL.values():
        before, start = painted.count, thread_time()
        window.show_scene(scene, frame)
        while painted.count == before:
            app.processEvents()
        yield thread_time() - start
    window.close()


def _repaintings(app: QApplication) -> Iterator[float]:
    window = _window(app, fades=False)
    for scene, frame in TYPICAL.values():
        window.show_scene(scene, frame)
        start = thread_time()
        window.repaint()
        yield thread_time() - start
    window.close()


def _fades(app: QApplication) -> Iterator[float]:
    window = _window(app, fades=True)
    for scene, frame in TYPICAL.values():
        window.show_scene(scene, frame)
        while window.fade.is_running:
            start = thread_time()
            window.repaint()
            yield thread_time() - start
            app.processEvents()
    window.close()
