"""Reading what changed in the folder of sessions, in slices so short that the window can be used meanwhile."""

from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.storage.index import SessionIndex

_SLICE = 0.008
"""Seconds of reading session files before the window may do something else."""
_SHOWN_EVERY = 25
"""Slices after which there is something new to show."""


class IndexReader(QObject):
    """Brings the index up to date. Signals: `progressed` now and then, and at the end."""

    progressed = Signal()

    def __init__(self, index: SessionIndex, parent: QObject) -> None:
        super().__init__(parent)
        self._index = index
        self._outdated: list[Path] = []
        self._slices = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_some)

    def start(self) -> None:
        """Look which files changed, and read them."""
        self._outdated = list(self._index.outdated())
        self._slices = 0
        self._timer.start()

    def stop(self) -> None:
        """Stop reading; what was read is kept."""
        self._timer.stop()
        self._index.save()

    def _read_some(self) -> None:
        end = perf_counter() + _SLICE
        while self._outdated and perf_counter() < end:
            self._index.refresh(self._outdated.pop(0))
        self._slices += 1
        if not self._outdated:
            self.stop()
        if not self._outdated or self._slices % _SHOWN_EVERY == 0:
            self.progressed.emit()
