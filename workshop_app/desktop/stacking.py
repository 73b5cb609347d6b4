"""Which of two windows lies above the other, as an order to the window managers of X; elsewhere nothing is done.

Raising a window lasts until the window manager thinks otherwise. A window that is transient for another one is kept
above it by every window manager, wherever it moves the two.
"""

import ctypes
from contextlib import suppress

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_TRANSIENT_FOR = 68
"""WM_TRANSIENT_FOR, which has this number in every X server."""


def tie(above: QWidget, below: QWidget) -> None:
    """Keep one window above the other."""
    if display := _display():
        with suppress(OSError):
            x11 = ctypes.CDLL("libX11.so.6")
            x11.XSetTransientForHint(display, _id(above), _id(below))
            x11.XFlush(display)


def untie(above: QWidget) -> None:
    """Let the window stand by itself again."""
    if display := _display():
        with suppress(OSError):
            x11 = ctypes.CDLL("libX11.so.6")
            x11.XDeleteProperty(display, _id(above), ctypes.c_ulong(_TRANSIENT_FOR))
            x11.XFlush(display)


def _display() -> ctypes.c_void_p | None:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication) or app.platformName() != "xcb":
        return None
    # The class of the answer is known on X alone.
    return ctypes.c_void_p(getattr(app.nativeInterface(), "display")())  # noqa: B009


def _id(window: QWidget) -> ctypes.c_ulong:
    return ctypes.c_ulong(int(window.winId()))
