"""Backups while a session is open: now and then when something changed, before much goes, and when it is closed."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop_app.errors import WorldError
from workshop_app.storage import patience
from workshop_app.storage.session_file import SessionFile

log = logging.getLogger(__name__)

EVERY_MINUTES = 10
LOOK_EVERY_MINUTES = 1
"""How often is looked whether the second place is back."""
_APART = 60.0
"""Seconds between two backups before something is taken away: what was said in between, undo has."""


class BackupKeeper(QObject):
    """Makes a backup every ten minutes in which something was committed, and brings each to the second place. The copy
    is written here, in a few milliseconds; it is verified and brought in a thread.

    Signals: `failed(WorldError)` when one could not be made; the session itself is saved all the same.
    `second_changed(bool)` when the second place turns out to be away, and when it is back and has everything.
    """

    failed = Signal(object)
    second_changed = Signal(bool)
    _ended = Signal(object)
    _brought = Signal(bool)

    def __init__(
        self, file: SessionFile, parent: QObject | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._file, self._monotonic = file, monotonic
        self._verifying, self._bringing = patience.Errands("backup"), patience.Errands("second place")
        self._work: Future[Path] | None = None
        self._delivery: Future[None] | None = None
        self._made_at = monotonic()
        self._second_is_there = True
        # Queued: they are sent from the other thread.
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._brought.connect(self._tell_of_second, Qt.ConnectionType.QueuedConnection)
        self.timer = QTimer(self, interval=EVERY_MINUTES * 60_000)
        self.timer.timeout.connect(self.make)
        self.timer.start()
        self.looking = QTimer(self, interval=LOOK_EVERY_MINUTES * 60_000)
        self.looking.timeout.connect(self._look)
        self.looking.start()
        self._bring()

    def make(self) -> None:
        """Make one now, if something changed after the last one."""
        if not self._file.changed_since_backup:
            return
        try:
            finish = self._file.begin_backup()
        except WorldError as error:
            self.failed.emit(error)
            return
        if finish:
            self._made_at = self._monotonic()
            self._work = self._verifying.submit(finish)
            self._work.add_done_callback(self._ended.emit)

    def make_before_removal(self) -> None:
        """Something with answers is about to be taken away, though undo can bring it back: make one first."""
        if self._monotonic() - self._made_at >= _APART:
            self.make()

    def make_last(self) -> WorldError | None:
        """Make the one before the session is closed, and wait for it. What kept it from being made; the session may
        stay open then, and this can be asked again."""
        if self._work and self._work.exception():
            self._file.changed_since_backup = True
        try:
            if self._file.owes_scrub:
                self._file.scrub()
            if not self._file.changed_since_backup:
                return None
            self._file.backup()
        except WorldError as error:
            return error
        self._bring()
        return None

    def stop(self) -> None:
        """Make no more; wait for what is being verified, and for a while for what is being brought: home goes on with
        that."""
        self.timer.stop()
        self.looking.stop()
        self._verifying.stop(None)
        self._bringing.stop(patience.SECONDS)

    def _look(self) -> None:
        # A place that does not answer is not asked again before it has.
        if self._delivery is None or self._delivery.done():
            self._bring()

    def _bring(self) -> None:
        if self._file.second:
            self._delivery = self._bringing.submit(self._deliver)

    def _deliver(self) -> None:
        try:
            self._brought.emit(self._file.deliver())
        except WorldError:
            self._brought.emit(False)

    def _tell_of_second(self, is_there: bool) -> None:
        if is_there != self._second_is_there:
            self._second_is_there = is_there
            self.second_changed.emit(is_there)

    def _tell(self, work: Future[Path]) -> None:
        error = work.exception()
        if error is None:
            self._bring()
            return
        # The next one is made although nothing changes meanwhile.
        self._file.changed_since_backup = True
        if isinstance(error, WorldError):
            self.failed.emit(error)
        else:
            log.error("A backup could not be verified", exc_info=error)
