"""Mistakes of our own: save first, then write down where it happened, without a word that anybody typed."""

import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

_REPORT = "fout-{moment:%Y%m%dT%H%M%S%f}.txt"
_STOPPED = "gestopt-{pid}.txt"
_KEEP = 20


class CrashGuard:
    """Stands behind all windows of one start.

    What happens in the middle of a key or a click ends there, and the program goes on; `save` is called first, then
    `tell` with the report; the same mistake is told once. When the process itself is ended (a fault in a library), the
    stack of that moment is in a file. `stopped_before` says at the next start that this one did not end as it should.
    """

    def __init__(self, logs: Path, save: Callable[[], object], tell: Callable[[Path | None], object]) -> None:
        self._logs, self._save, self._tell = logs, save, tell
        self._fault: IO[str] | None = None
        self._busy = False
        self._told: set[str] = set()
        self._mark = logs / _STOPPED.format(pid=os.getpid())
        self.stopped_before = False

    def install(self) -> None:
        """Begin. Where reports cannot be written, what happens is still caught and told."""
        with suppress(OSError):
            self._logs.mkdir(parents=True, exist_ok=True)
            for left in self._logs.glob(_STOPPED.format(pid="*")):
                self._look_at(left)
            self._fault = self._mark.open("w", encoding="utf-8")
            faulthandler.enable(self._fault)
        sys.excepthook = self._caught
        threading.excepthook = lambda told: self._write(told.exc_value, told.exc_traceback)
        sys.unraisablehook = lambda told: self._write(told.exc_value, told.exc_traceback)

    def end(self) -> None:
        """The program ends as it should."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        if self._fault:
            faulthandler.disable()
            self._fault.close()
            with suppress(OSError):
                self._mark.unlink()

    def _look_at(self, left: Path) -> None:
        """What another start left: it may still run; else it was ended, and its stack, if there is one, is a report."""
        if left != self._mark and _runs(left.stem.rpartition("-")[2]):
            return
        with suppress(OSError):
            if left.stat().st_size:
                left.replace(self._new_report())
            else:
                left.unlink()
            self.stopped_before = True

    def _caught(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            return
        # What goes wrong while saving or telling must not come back here.
        self._busy = True
        try:
            with suppress(Exception):
                self._save()
            # One that comes back with every painting must not fill the folder, nor the window.
            words = without_words(error, where)
            if words not in self._told:
                self._told.add(words)
                report = self._written(words)
                with suppress(Exception):
                    self._tell(report)
        finally:
            self._busy = False

    def _write(self, error: BaseException | None, where: TracebackType | None) -> None:
        """What nobody waits for: in another thread, or where it cannot be raised."""
        words = without_words(error, where)
        if words not in self._told:
            self._told.add(words)
            self._written(words)

    def _written(self, words: str) -> Path | None:
        import logging

        logging.getLogger(__name__).error(words)
        try:
            path = self._new_report()
            path.write_text(f"{_about()}\n\n{words}\n", encoding="utf-8")
        except OSError:
            return None
        return path

    def _new_report(self) -> Path:
        from datetime import UTC, datetime

        for old in sorted(self._logs.glob(_REPORT.split("{", 1)[0] + "*.txt"))[: -_KEEP + 1]:
            old.unlink(missing_ok=True)
        return self._logs / _REPORT.format(moment=datetime.now(UTC))


def _runs(pid: str) -> bool:
    """Whether a process is still there. On Windows its file cannot be deleted then, which says the same."""
    if sys.platform == "win32" or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def without_words(error: BaseException | None, where: TracebackType | None) -> str:
    """The way to an error: files, lines and kinds. Not its message, nor any value: these may be what people said."""
    import traceback

    lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(where)]
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


def _about() -> str:
    # Nothing of this is needed at a start that goes well.
    import platform
    import sqlite3
    from importlib.metadata import version

    from PySide6 import __version__ as qt

    return (
        f"Samenspraak {version('samenspraak')} · Python {platform.python_version()} · Qt {qt} · "
        f"SQLite {sqlite3.sqlite_version} · {platform.platform()}"
    )
