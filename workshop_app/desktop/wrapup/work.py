"""Long work that tells how far it is and which files it made, and can be called off."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal


class CalledOffError(Exception):
    """The work was called off; it has left nothing behind."""


class Work(QObject):
    """One piece of work, done in another thread. `made` are the files that it has written until now.

    Signals: `progressed(int)` with the part that is done, in percent, where the windows live.
    """

    progressed = Signal(int)
    _told = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._called_off = Event()
        self._percent = -1
        self.made: list[Path] = []
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def call_off(self) -> None:
        """Let it end as soon as it tells how far it is."""
        self._called_off.set()

    def progress(self, done: int, total: int) -> None:
        """Called by the work, in its thread. Raises CalledOffError when it should end."""
        if self._called_off.is_set():
            raise CalledOffError
        percent = 100 * done // max(total, 1)
        if percent != self._percent:
            self._percent = percent
            self._told.emit(percent)
