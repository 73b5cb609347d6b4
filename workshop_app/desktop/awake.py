"""No screensaver and no sleep while the room looks along, through what the platform has for that.

Where nothing works the screen goes dark as it would have done; nobody is told, as nobody could help it then.
"""

import logging
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    import subprocess

_PATIENCE_MS = 3_000
_CONNECTION = "samenspraak-awake"
_SAVER = "org.freedesktop.ScreenSaver"
_SAVER_PATH = "/org/freedesktop/ScreenSaver"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2

_log = logging.getLogger(__name__)

Start = Callable[[list[str]], "subprocess.Popen[bytes]"]
SetState = Callable[[int], int]


class Hold(Protocol):
    """One way to keep a computer awake."""

    def take(self) -> bool:
        """Keep it awake from now on. Whether that was possible, as far as is known yet."""

    def release(self) -> None:
        """Let it sleep again."""


def start_quietly(command: list[str]) -> "subprocess.Popen[bytes]":
    """Start a program of the platform without its words. Raises OSError when it is not there."""
    import subprocess

    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603 - named below, no shell


class ByProgram:
    """A program that keeps the computer awake as long as it runs; it ends with ours."""

    def __init__(self, command: list[str], start: Start = start_quietly) -> None:
        self._command, self._start = command, start
        self._process: subprocess.Popen[bytes] | None = None

    def take(self) -> bool:
        """Start it."""
        try:
            self._process = self._start(self._command)
        except OSError as error:
            _log.debug("nothing keeps the screen awake: %s", error)
            return False
        return True

    def release(self) -> None:
        """End it; these programs have nothing to put away."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


class ByThreadState:
    """What Windows keeps for the thread that asks, which must be the same one each time."""

    def __init__(self, set_state: SetState | None = None) -> None:
        self._set_state = set_state or _windows_state()

    def take(self) -> bool:
        """Ask for system and display."""
        done = self._set_state is not None and self._set_state(_CONTINUOUS | _SYSTEM | _DISPLAY) != 0
        if not done:
            _log.debug("Windows does not keep the screen awake")
        return done

    def release(self) -> None:
        """Ask for nothing more."""
        if self._set_state is not None:
            self._set_state(_CONTINUOUS)


class ByDesktop(QObject):
    """The screensaver of a Linux desktop, asked over D-Bus without waiting; else what systemd has.

    The connection is its own: closing it is what releases, as it does when the program dies. No signals.
    """

    def __init__(self, why: str, otherwise: Hold, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._why, self._otherwise = why, otherwise
        self._asked: QObject | None = None

    def take(self) -> bool:
        """Ask the screensaver; its answer comes later."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        # Without an address Qt would start a bus of its own.
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return self._otherwise.take()
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if not bus.isConnected():
            return self._otherwise.take()
        message = QDBusMessage.createMethodCall(_SAVER, _SAVER_PATH, _SAVER, "Inhibit")
        message.setArguments(["Samenspraak", self._why])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _PATIENCE_MS), self)
        watcher.finished.connect(self._answered)
        self._asked = watcher
        return True

    def _answered(self, watcher: QObject) -> None:
        from PySide6.QtDBus import QDBusPendingCallWatcher

        if watcher is self._asked and isinstance(watcher, QDBusPendingCallWatcher) and watcher.isError():
            _log.debug("no screensaver to ask: %s", watcher.error().message())
            self._otherwise.take()

    def release(self) -> None:
        """Close the connection, and what took its place."""
        if self._asked is not None:
            from PySide6.QtDBus import QDBusConnection

            self._asked.deleteLater()
            self._asked = None
            QDBusConnection.disconnectFromBus(_CONNECTION)
        self._otherwise.release()


def hold_for(why: str, platform: str = sys.platform, pid: int | None = None) -> Hold:
    """The way of this platform. `why` is what the desktop may show; `pid` is ours, with which a program ends."""
    own = str(pid or os.getpid())
    if platform == "win32":
        return ByThreadState()
    if platform == "darwin":
        return ByProgram(["caffeinate", "-d", "-i", "-w", own])
    waiting = ["tail", f"--pid={own}", "-f", "/dev/null"]
    return ByDesktop(why, ByProgram(["systemd-inhibit", "--what=idle", "--who=Samenspraak", f"--why={why}", *waiting]))


def _windows_state() -> SetState | None:
    if sys.platform == "win32":
        import ctypes

        call = ctypes.windll.kernel32.SetThreadExecutionState
        call.argtypes, call.restype = [ctypes.c_uint], ctypes.c_uint
        return lambda flags: int(call(flags))
    return None
