"""The program as it is, leading a room; it tells which screens there are and where its windows stand.

python -m tests.desktop.led_program DATA SESSION

Prints a line of JSON whenever that changed. Reads lines: the name of a key to press in the window, or "quit".
"""

import json
import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from workshop_app.bootstrap import build
from workshop_app.desktop.application import make_application
from workshop_app.desktop.open_session import OpenSession
from workshop_app.desktop.shell import Shell
from workshop_app.i18n import Language
from workshop_app.paths import data_paths


class Keys(QObject):
    """Lines of the input, where the windows live."""

    pressed = Signal(str)

    def read(self) -> None:
        for line in sys.stdin:
            self.pressed.emit(line.strip())
        self.pressed.emit("quit")


class Teller(QObject):
    """Prints what stands where, when it changed."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._told = shell, ""
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self.tell)
        self._timer.start()

    def tell(self) -> None:
        session = self._shell.session
        room = session.room if isinstance(session, OpenSession) else None
        told = json.dumps(
            {
                "screens": {each.name(): each.geometry().getRect() for each in QGuiApplication.screens()},
                "console": _place(self._shell),
                "active": self._shell.isActiveWindow(),
                "beamer": room.status.beamer if room else "",
                "projection": _place(room.window) if room else None,
                "ratio": room.window.devicePixelRatioF() if room else 0,
                "laid out": [room.picture.layout_size().width(), room.picture.layout_size().height()] if room else None,
            }
        )
        if told != self._told:
            self._told = told
            print(told, flush=True)


def _place(window: QWidget) -> tuple[int, int, int, int] | None:
    place = window.geometry()
    return (place.x(), place.y(), place.width(), place.height()) if window.isVisible() else None


def main(data: Path, session: Path) -> None:
    app = make_application()
    shell, keys = build(app, data_paths(data), Language.load()), Keys()

    def press(key: str) -> None:
        if key == "quit":
            shell.close()
            app.quit()
        else:
            QTest.keySequence(shell.focusWidget() or shell, QKeySequence(key))

    keys.pressed.connect(press)
    shell.showMaximized()
    shell.open(session)
    teller = Teller(shell)
    Thread(target=keys.read, daemon=True).start()
    app.exec()
    teller.tell()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
