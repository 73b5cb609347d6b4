"""Screens of Qt's offscreen platform, plugged and unplugged while a test runs.

It calls the plugin's own hook for tests (the native resource "setConfiguration"), which Python cannot reach through
PySide6, by its C++ symbol. That works on Linux only (AVAILABLE says so).

A trap: the plugin sorts the screens by name, and the first becomes the primary one.
"""

import ctypes
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument

AVAILABLE = sys.platform == "linux"

# QPlatformNativeInterface::nativeResourceForIntegration and its kin follow the destructors and the other virtual
# functions of QObject; the first of them stands at this place of the table.
_NATIVE_RESOURCE = 12


@dataclass(frozen=True)
class FakeScreen:
    """One screen: its place and size in pixels, and how many of them make one of the device."""

    name: str
    x: int
    y: int
    width: int
    height: int
    dpr: float = 1.0
    dpi: int = 96

    def configuration(self) -> dict[str, str | float]:
        """What the plugin reads."""
        return {
            "name": self.name,
            "x": self.x,
            "y": self.y,
            "width": self.width,
            "height": self.height,
            "dpr": self.dpr,
            "logicalDpi": self.dpi,
            "logicalBaseDpi": 96,
        }


LAPTOP = FakeScreen("a-laptop", 0, 0, 1440, 900)
BEAMER = FakeScreen("b-beamer", 1440, 0, 1920, 1080)


def set_screens(*screens: FakeScreen) -> None:
    """Make these the screens, at once: those that are gone are unplugged, the others added or changed."""
    configuration = {
        "synchronousWindowSystemEvents": True,
        "windowFrameMargins": False,
        "screens": [screen.configuration() for screen in screens],
    }
    document = QJsonDocument.fromJson(QByteArray(json.dumps(configuration).encode()))
    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    core, gui = (ctypes.CDLL(str(libraries / f"libQt6{part}.so.6")) for part in ("Core", "Gui"))

    native_interface = gui._ZN15QGuiApplication23platformNativeInterfaceEv  # QGuiApplication::platformNativeInterface()
    native_interface.restype = ctypes.c_void_p
    interface = native_interface()
    table = ctypes.cast(ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0], ctypes.POINTER(ctypes.c_void_p))
    native_resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(table[_NATIVE_RESOURCE])
    name = QByteArray(b"setConfiguration")
    set_configuration = native_resource(interface, shiboken6.getCppPointer(name)[0])
    if not set_configuration:
        raise RuntimeError("this is not the offscreen platform")

    value = (ctypes.c_void_p * 4)()  # room for the QJsonObject that the next call returns
    to_object = core._ZNK13QJsonDocument6objectEv  # QJsonDocument::object() const
    to_object.restype = ctypes.c_void_p
    to_object.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    to_object(ctypes.addressof(value), shiboken6.getCppPointer(document)[0])
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(set_configuration)(ctypes.addressof(value), interface)
