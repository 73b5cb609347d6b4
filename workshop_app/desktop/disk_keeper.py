"""The room on the disk while a session is open: some is kept for the last sentences, and too little is said in time."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from workshop_app.desktop.bridge import Bridge
from workshop_app.i18n import N_

LOW = 50_000_000
"""Bytes below which it is said: backups, minutes and photos of an evening take some tens of millions."""
_EVERY = 60_000

_LITTLE = N_("Only {n} MB are free on this disk. Make room before the session begins to need it.")
_SPENT = N_(
    "The disk is full. This was saved in a little room that was kept for it. Make room now, or save a copy in another "
    "place: Ctrl+Shift+S."
)
_AGAIN = N_("There is room on the disk again.")


class DiskKeeper(QObject):
    """Keeps the reserve of an open session. What it has to say goes through `bridge.noticed`. No signals."""

    def __init__(
        self,
        bridge: Bridge,
        parent: QObject | None = None,
        free: Callable[[Path], int] = lambda p: shutil.disk_usage(p).free,
    ) -> None:
        """`free` gives the bytes that are free where a folder is."""
        super().__init__(parent)
        self._bridge, self._free = bridge, free
        self._low = self._spent = False
        # Queued: what a page shows when something is saved comes before it.
        bridge.saved.connect(self._after_saving, Qt.ConnectionType.QueuedConnection)
        self.timer = QTimer(self, interval=_EVERY)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Keep the reserve if it can be kept, and say it when there is little room."""
        file = self._bridge.desk.file
        kept = file.reserve.keep()
        if kept and self._spent:
            self._spent = False
            self._tell("green", _AGAIN)
        with suppress(OSError):
            free = self._free(file.path.parent)
            was_low, self._low = self._low, free < LOW
            if self._low and not was_low and not self._spent:
                self._tell("amber", _LITTLE, n=free // 1_000_000)

    def stop(self) -> None:
        """Look no more."""
        self.timer.stop()

    def _after_saving(self) -> None:
        reserve = self._bridge.desk.file.reserve
        # Where it can be kept again at once, the disk was full for a moment only.
        if reserve.spent and not self._spent and not reserve.keep():
            self._spent = True
            self._tell("red", _SPENT)

    def _tell(self, level: str, words: str, **values: object) -> None:
        self._bridge.noticed.emit(level, self._bridge.language.gettext(words).format(**values))
