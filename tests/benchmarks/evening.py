"""A session of four hours: two thousand commands with both windows open, at a clock of its own, in its own process."""

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import thread_time
from typing import TYPE_CHECKING

from tests.benchmarks.row import Row

if TYPE_CHECKING:
    from workshop_app.desktop.bridge import Bridge
    from workshop_app.desktop.console.window import ConsoleWindow
    from workshop_app.facilitation.desk import Desk

COMMANDS = 2_000
HOURS = 4
_TENTH = COMMANDS // 10
_STEP_MINUTES = HOURS * 60 / COMMANDS


def measure() -> list[Row]:
    """Memory, the clock and the repaints of the projection over the whole session."""
    told = whole_evening()
    return [
        Row("four hours: memory at the end, to after the first tenth", told["last"] / told["first"], 1.1, "×"),
        Row("four hours: repaint of the projection (p99)", told["p99"], 16, "ms"),
        Row("four hours: what all rounds together differ from the clock", told["drift"], 1, "s"),
    ]


def whole_evening() -> dict[str, float]:
    """Run it in a process of its own; `first` and `last` are MB, `p99` and `slowest` ms, `drift` s, with `repaints`."""
    command = [sys.executable, "-m", "tests.benchmarks.evening"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(said.stdout.splitlines()[-1])
    return told


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def _live() -> None:
    """Lead a room for four hours; print what was measured."""
    # Only here: who measures must not have windows in its own process.
    from workshop_app.desktop import plain_imports

    plain_imports.restore()
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QWidget

    from tests.benchmarks.windows import come_to_rest, opened
    from tests.workshops import Clock
    from workshop_app.desktop import open_session
    from workshop_app.desktop.console.window import ConsoleWindow
    from workshop_app.facilitation.desk import Desk

    class Repaints(QObject):
        """Times every painting of a widget, in ms of our own: what else the computer does comes on top."""

        def __init__(self, widget: QWidget) -> None:
            super().__init__()
            self.taken: list[float] = []
            self._within = False
            widget.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is not QEvent.Type.Paint or self._within:
                return False
            self._within, start = True, thread_time()
            watched.event(event)
            self._within = False
            self.taken.append((thread_time() - start) * 1000)
            return True

    clock, first = Clock(), 0.0
    # Whatever sits down at a file from here on goes by this clock.
    setattr(open_session, "Desk", partial(Desk, now=clock.now, monotonic=clock.monotonic))  # noqa: B010 - no export
    with tempfile.TemporaryDirectory() as name, opened(Path(name), 0) as (app, shell):
        console = shell.currentWidget()
        assert isinstance(console, ConsoleWindow)
        assert shell.session
        bridge, room = shell.session.bridge, getattr(shell.session, "room", None)
        assert room is not None
        repaints = Repaints(room.window)
        began, spent = clock.seconds, _spent(bridge.desk)
        for number in range(COMMANDS):
            _one_command(number, bridge, console)
            clock.pass_minutes(_STEP_MINUTES)
            console._tick()
            app.processEvents()
            # An event loop that runs does this by itself.
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            if number + 1 == _TENTH:
                come_to_rest(app, shell)
                first = _resident()
        come_to_rest(app, shell)
        drift = abs(_spent(bridge.desk) - spent - (clock.seconds - began))
        told = {"first": first, "last": _resident(), "drift": drift, "repaints": len(repaints.taken)}
        told |= {"p99": quantiles(repaints.taken, n=100)[98], "slowest": max(repaints.taken)}
        print(json.dumps(told))


def _spent(desk: "Desk") -> float:
    return sum(desk.elapsed(known.id) for known in desk.view.script)


def _one_command(number: int, bridge: "Bridge", console: "ConsoleWindow") -> None:
    from workshop_app.facilitation import capturing, counting, script, stage

    quotes = next(each for each in bridge.view.script if each.kind == "resistance")
    item = quotes.items[number % len(quotes.items)].id
    match number % 10:
        case 0 | 4:
            text = f"Wij weten niet wie er mag tekenen, en dat is lastig ({number})"
            bridge.attempt(capturing.contribute, quotes.id, "beneath", text, item)
        case 1 | 2 | 5:
            bridge.attempt(counting.set_count, item, "yes", number % 20 + 1)
        case 3:
            bridge.undo()
        case 6:
            bridge.redo()
        case 7:
            bridge.attempt(stage.hold, frozen=not bridge.view.stage.frozen)
        case 8:
            bridge.attempt(stage.hold, black=not bridge.view.stage.black)
        case _:
            # Within the rounds: before and after them no round's time passes.
            places = [place for place in script.places(bridge.view) if place.round_id]
            bridge.attempt(stage.go, places[number * 7 % len(places)], bridge.desk.now())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _live()
