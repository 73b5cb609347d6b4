"""The program as it is, which also prints what it shows: who watches learns what it called saved before it was killed.

python -m tests.desktop.watched_program DATA SESSION [typing]

Prints a line of JSON for each COMMIT when the window has been told of it, and for each key that arrived in the line;
the moments are of the monotonic clock that all processes share. With `typing` it presses the keys itself.
"""

import json
import re
import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desktop.walking import texts_of
from workshop_app import bootstrap
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.shell import Shell
from workshop_app.i18n import Language
from workshop_app.paths import data_paths

SENTENCE = "zin {n} is gezegd"
"""What is typed: numbered, so that nothing can go missing unseen."""

_SAID = re.compile(SENTENCE.format(n=r"\d+"))


class Watcher(QObject):
    """Tells what the console shows, from when it is there."""

    def __init__(self, typing: bool) -> None:
        super().__init__()
        self._typing = typing
        self._look = QTimer(self, interval=5)
        self._look.timeout.connect(self._find)
        self._look.start()
        self._said = ""

    def _find(self) -> None:
        shells = [each for each in QApplication.topLevelWidgets() if isinstance(each, Shell)]
        if not shells or not shells[0].session or not shells[0].isActiveWindow():
            return
        page = shells[0].currentWidget()
        if page and page.isVisible() and type(page).__name__ != self._said:
            self._said = type(page).__name__
            _say(page=self._said)
            if self._typing and self._said == "PrepareWindow":
                QTest.keyClick(shells[0], Qt.Key.Key_F5)
        if isinstance(page, ConsoleWindow):
            self._look.stop()
            self._watch(shells[0], page)

    def _watch(self, shell: Shell, console: ConsoleWindow) -> None:
        assert shell.session
        editor = console.capture.editor
        shell.session.bridge.saved.connect(lambda _moment: self._tell_saved(console))
        editor.textChanged.connect(lambda: _say(typed=editor.toPlainText()))
        if self._typing:
            self._keys = (key for n in count(1) for key in (*SENTENCE.format(n=n), "\r"))
            if shell.session.bridge.view.stage.place.round_id == "":
                QTest.keyClick(shell, Qt.Key.Key_PageDown)
                QTest.keyClick(shell, Qt.Key.Key_PageDown)
            self._press = QTimer(self, interval=2)
            self._press.timeout.connect(lambda: QTest.keyClicks(editor, next(self._keys)))
            self._press.start()

    def _tell_saved(self, console: ConsoleWindow) -> None:
        # Who was connected before has set its words by now.
        texts = texts_of(console)
        shown = {said for text in texts if text != console.capture.editor.toPlainText() for said in _SAID.findall(text)}
        _say(saved=any(text.startswith("✓") for text in texts), shown=sorted(shown))


def _say(**what: object) -> None:
    print(json.dumps({"at": time.monotonic(), **what}), flush=True)


def main(data: Path, session: Path, typing: bool) -> None:
    """Run the program, which is not touched, and watch it from when its application runs."""
    started: list[Watcher] = []
    QTimer.singleShot(0, lambda: started.append(Watcher(typing)))
    sys.exit(bootstrap.run(session, data_paths(data), Language.load()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), "typing" in sys.argv[3:])
