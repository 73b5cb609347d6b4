"""Backups while a session is open: now and then when something changed, and when it is closed."""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop_app.errors import WorldError
from workshop_app.storage.session_file import SessionFile

log = logging.getLogger(__name__)

EVERY_MINUTES = 10


class BackupKeeper(QObject):
    """Makes a backup every ten minutes in which something was committed. The copy is written here, in a few
    milliseconds; it is verified in a thread.

    Signals: `failed(WorldError)` when one could not be made; the session itself is saved all the same.
    """

    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, file: SessionFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="backup")
        self._work: Future[Path] | None = None
        # Queued: it is sent from the other thread.
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.timer = QTimer(self, interval=EVERY_MINUTES * 60_000)
        self.timer.timeout.connect(self.make)
        self.timer.start()

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
            self._work = self._thread.submit(finish)
            self._work.add_done_callback(self._ended.emit)

    def make_last(self) -> WorldError | None:
        """Make the one before the session is closed, and wait for it. What kept it from being made; the session may
        stay open then, and this can be asked again."""
        if self._work and self._work.exception():
            self._file.changed_since_backup = True
        if not self._file.changed_since_backup:
            return None
        try:
            self._file.backup()
        except WorldError as error:
            return error
        return None

    def stop(self) -> None:
        """Make no more."""
        self.timer.stop()
        self._thread.shutdown(wait=True)

    def _tell(self, work: Future[Path]) -> None:
        error = work.exception()
        if error is None:
            return
        # The next one is made although nothing changes meanwhile.
        self._file.changed_since_backup = True
        if isinstance(error, WorldError):
            self.failed.emit(error)
        else:
            log.error("A backup could not be verified", exc_info=error)
