"""Memory over a session: two thousand commands with both windows open, in a process of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.row import Row

_COMMANDS = 2_000
_TENTH = _COMMANDS // 10


def measure() -> list[Row]:
    """Growth after the first tenth, and the size at the end (resident, MB)."""
    said = subprocess.run([sys.executable, "-m", "tests.benchmarks.memory"], capture_output=True, text=True, check=True)
    first, last = (float(word) for word in said.stdout.split()[-2:])
    return [
        Row("memory after 2,000 commands, to after the first 200", last / first, 1.1, "×"),
        Row("memory after 2,000 commands", last, 160, "MB"),
    ]


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def _live() -> None:
    """Take down, count, undo, redo and walk; print the memory after a tenth and at the end."""
    # Only here: who measures must not have windows in its own process.
    from workshop_app.desktop import plain_imports

    plain_imports.restore()
    from PySide6.QtCore import QEvent

    from tests.benchmarks.windows import come_to_rest, opened
    from workshop_app.desktop.console.window import ConsoleWindow
    from workshop_app.facilitation import capturing, counting, script

    first = 0.0
    with tempfile.TemporaryDirectory() as name, opened(Path(name), 0) as (app, shell):
        console = shell.currentWidget()
        assert isinstance(console, ConsoleWindow)
        assert shell.session is not None
        bridge = shell.session.bridge
        quotes = next(each for each in bridge.view.script if each.kind == "resistance")
        for number in range(_COMMANDS):
            item = quotes.items[number % len(quotes.items)].id
            match number % 8:
                case 0 | 4:
                    text = f"Wij weten niet wie er mag tekenen, en dat is lastig ({number})"
                    bridge.attempt(capturing.contribute, quotes.id, "beneath", text, item)
                case 1 | 2 | 5:
                    bridge.attempt(counting.set_count, item, "yes", number % 20 + 1)
                case 3:
                    bridge.undo()
                case 6:
                    bridge.redo()
                case _:
                    standing = script.standing(bridge.view)
                    (console.back if standing == script.THANKS else console.forward)()
            app.processEvents()
            # An event loop that runs does this by itself.
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            if number + 1 == _TENTH:
                come_to_rest(app, shell)
                first = _resident()
        come_to_rest(app, shell)
        print(first, _resident())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _live()
