"""Mistakes of our own: save first, then write down where it happened, without a word that anybody typed."""

import faulthandler
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

_REPORT = "fout-{moment:%Y%m%dT%H%M%S%f}.txt"
_STOPPED = "gestopt.txt"
_KEEP = 20


class CrashGuard:
    """Stands behind all windows of one start.

    What happens in the middle of a key or a click ends there, and the program goes on; `save` is called first, then
    `tell` with the report. When the process itself is ended (a fault in a library), the stack of that moment is in a
    file, and `stopped_before` says so at the next start.
    """

    def __init__(self, logs: Path, save: Callable[[], object], tell: Callable[[Path | None], object]) -> None:
        self._logs, self._save, self._tell = logs, save, tell
        self._fault: IO[str] | None = None
        self._busy = False
        self.stopped_before = False

    def install(self) -> None:
        """Begin. Where reports cannot be written, what happens is still caught and told."""
        with suppress(OSError):
            self._logs.mkdir(parents=True, exist_ok=True)
            stopped = self._logs / _STOPPED
            self.stopped_before = stopped.exists() and stopped.stat().st_size > 0
            if self.stopped_before:
                stopped.replace(self._new_report())
            self._fault = stopped.open("w", encoding="utf-8")
            faulthandler.enable(self._fault)
        sys.excepthook = self._caught
        threading.excepthook = lambda told: self._written(told.exc_value, told.exc_traceback)

    def end(self) -> None:
        """The program ends as it should."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._fault:
            faulthandler.disable()
            self._fault.close()
            with suppress(OSError):
                (self._logs / _STOPPED).unlink()

    def _caught(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            return
        # What goes wrong while saving or telling must not come back here.
        self._busy = True
        try:
            with suppress(Exception):
                self._save()
            report = self._written(error, where)
            with suppress(Exception):
                self._tell(report)
        finally:
            self._busy = False

    def _written(self, error: BaseException | None, where: TracebackType | None) -> Path | None:
        import logging

        words = without_words(error, where)
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
