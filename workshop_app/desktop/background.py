"""Long work in a thread of its own, its result back where the windows live."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from workshop_app.storage.patience import Errands

T = TypeVar("T")


class Background(QObject):
    """One thread that does one piece of work at a time, in the order in which it was asked for. No signals to use."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = Errands("background")
        self._stopped = False
        # Queued: it is sent from the other thread.
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._errands.close)

    def run(self, work: Callable[[], T], answer: Callable[[T], object], failed: Callable[[Exception], object]) -> None:
        """Do the work in the thread, then call `answer` here with its result, or `failed` with what it raised."""
        if not self._stopped:
            self._errands.submit(partial(self._do, work, answer, failed))

    def stop(self, seconds: float | None = None) -> None:
        """Drop what has not begun and wait for what has, at most so long; nothing is answered any more."""
        self._stopped = True
        self._errands.stop(seconds)

    def _do(self, work: Callable[[], T], answer: Callable[[T], object], failed: Callable[[Exception], object]) -> None:
        if self._stopped:
            return
        try:
            told: Callable[[], object] = partial(answer, work())
        except Exception as error:
            told = partial(failed, error)
        self._ended.emit(told)

    def _tell(self, told: Callable[[], object]) -> None:
        if not self._stopped:
            told()
