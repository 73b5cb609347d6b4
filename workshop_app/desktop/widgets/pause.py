"""The moment to save what is being typed: when the hands rest, and after a while also when they do not."""

from PySide6.QtCore import QObject, QTimer, Signal


class Pause(QObject):
    """Waits for a pause in typing. Signals: `over()` when it is time to save."""

    over = Signal()

    def __init__(self, rest: int, longest: int, parent: QObject | None = None) -> None:
        """Milliseconds without a key, and at most since the first one."""
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=rest)
        self._longest = QTimer(self, singleShot=True, interval=longest)
        for timer in (self._rest, self._longest):
            timer.timeout.connect(self._end)

    def key(self, longest: int | None = None) -> None:
        """A key was pressed. `longest` is what holds from here on."""
        self._rest.start()
        if longest is not None and longest != self._longest.interval():
            self._longest.setInterval(longest)
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """There is nothing to save any more."""
        self._rest.stop()
        self._longest.stop()

    def _end(self) -> None:
        self.stop()
        self.over.emit()
