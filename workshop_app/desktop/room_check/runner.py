"""Runs the checks of the computer beside the windows; one that never answers is not waited for."""

from collections.abc import Callable, Mapping
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.desktop.room_check.finding import Finding

PATIENCE = 9.0
"""Seconds after which a check has no answer."""
_LOOK_MS = 40

Check = Callable[[], Finding]


class Runner(QObject):
    """Runs checks at the same time, each in a thread that the end of the program does not wait for.

    Signals: `found(str, Finding)` with the key of a check; `finished()` when all have answered or were given up.
    """

    found = Signal(str, object)
    finished = Signal()

    def __init__(self, without_answer: Finding, patience: float = PATIENCE, parent: QObject | None = None) -> None:
        """`without_answer` is the finding of a check that fails or takes more than `patience` seconds."""
        super().__init__(parent)
        self._without_answer, self._patience = without_answer, patience
        self._waiting: set[str] = set()
        self._until = 0.0
        self._answers: SimpleQueue[tuple[str, Finding]] = SimpleQueue()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self, checks: Mapping[str, Check]) -> None:
        """Run these; what is still busy from before is forgotten."""
        self._waiting = set(checks)
        self._until = monotonic() + self._patience
        # One queue for each time: what comes late from before ends up nowhere.
        self._answers = SimpleQueue()
        for key, check in checks.items():
            work = partial(_answer, key, check, self._without_answer, self._answers)
            Thread(target=work, name=f"room check: {key}", daemon=True).start()
        self._timer.start()

    def stop(self) -> None:
        """Tell nothing more."""
        self._timer.stop()
        self._waiting.clear()

    def _look(self) -> None:
        while self._waiting:
            try:
                key, finding = self._answers.get_nowait()
            except Empty:
                break
            self._waiting.discard(key)
            self.found.emit(key, finding)
        if self._waiting and monotonic() > self._until:
            for key in sorted(self._waiting):
                self.found.emit(key, self._without_answer)
            self._waiting.clear()
        if not self._waiting:
            self._timer.stop()
            self.finished.emit()


def _answer(key: str, check: Check, without_answer: Finding, answers: "SimpleQueue[tuple[str, Finding]]") -> None:
    try:
        finding = check()
    except Exception:
        finding = without_answer
    answers.put((key, finding))
