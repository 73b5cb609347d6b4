"""Enter → committed → console and beamer painted again, with five hundred contributions in the round."""

import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks.row import Row
from tests.benchmarks.windows import Paintings, opened
from workshop_app.desktop.console.window import ConsoleWindow

_TIMES = 200
_WARM_UP = 10


def measure() -> list[Row]:
    """Median and 99th percentile, in milliseconds."""
    with tempfile.TemporaryDirectory() as name:
        taken = _captures(Path(name))
    return [
        Row("capture: Enter, committed, both windows painted (median)", median(taken) * 1000, 16, "ms"),
        Row("capture: Enter, committed, both windows painted (p99)", quantiles(taken, n=100)[98] * 1000, 33, "ms"),
    ]


def _captures(folder: Path) -> list[float]:
    taken = []
    with opened(folder, 500) as (app, shell):
        console = shell.currentWidget()
        assert isinstance(console, ConsoleWindow)
        assert shell.session is not None
        assert shell.session.room is not None
        editor = console.capture.editor
        painted = (Paintings(console.centre.prompts.list.viewport()), Paintings(shell.session.room.window))
        for number in range(_WARM_UP + _TIMES):
            editor.insertPlainText(f"Iets nieuws over de regio, nummer {number}")
            console.capture.keep()
            app.processEvents()
            before = [each.count for each in painted]
            start = perf_counter()
            QTest.keyClick(editor, Qt.Key.Key_Return)
            while any(each.count == count for each, count in zip(painted, before, strict=True)):
                app.processEvents()
            taken.append(perf_counter() - start)
    return taken[_WARM_UP:]
