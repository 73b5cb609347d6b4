"""A screensaver for tests, on the session bus of its environment; ends when its input does."""

import sys
from threading import Thread
from typing import Any, cast

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

NAME = "org.freedesktop.ScreenSaver"


# What the types of PySide6 say of it is not how it is called.
named: Any = cast(Any, ClassInfo)({"D-Bus Interface": NAME})


@named
class ScreenSaver(QObject):
    """Says what it is asked, and that whoever asked has left."""

    @Slot(str, str, result="uint")
    def Inhibit(self, who: str, why: str) -> int:  # noqa: N802 - the name on the bus
        print(f"inhibited: {who}, {why}", flush=True)
        return 7


def _tell_who_leaves(name: str, before: str, after: str) -> None:
    if name.startswith(":") and not after:
        print("released", flush=True)


def main() -> None:
    app = QCoreApplication([])
    bus, saver = QDBusConnection.sessionBus(), ScreenSaver()
    bus.interface().serviceOwnerChanged.connect(_tell_who_leaves)
    assert bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService(NAME)
    Thread(target=lambda: (sys.stdin.read(), app.quit()), daemon=True).start()
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
