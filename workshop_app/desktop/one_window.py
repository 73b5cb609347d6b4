"""A session is open in one window: a second start on it brings that window to the front.

The two starts talk through a local socket of this user, named after the file; there is no port on any network.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500


def _name(path: Path) -> str:
    return f"samenspraak-{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]}"


class RaiseListener(QObject):
    """Waits for other starts on an open session.

    Signals: `asked()` when there was one: the window belongs in front.
    """

    asked = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # What a crash left behind: the file is locked by this start, so nobody else is listening.
        QLocalServer.removeServer(_name(path))
        self._server.listen(_name(path))

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnectFromServer()
            caller.deleteLater()
            self.asked.emit()


def bring_to_front(path: Path) -> bool:
    """Ask the window in which this session is open to come to the front. Whether there is one on this computer."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    there = socket.waitForConnected(_PATIENCE_MS)
    socket.abort()
    return there
