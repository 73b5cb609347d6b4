"""A session that is open in one window is not opened in a second one: the first comes to the front."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication

from tests.desktop.walking import Facilitator
from tests.session_files import make_dialogue

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workshop_app import bootstrap
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.i18n import Language
from workshop_app.paths import data_paths

def look():
    (shell,) = [each for each in QApplication.topLevelWidgets() if type(each).__name__ == "Shell"]
    print([each.text for each in shell.home.findChildren(Banner)], flush=True)
    QApplication.exit(0)

QTimer.singleShot(0, lambda: QTimer.singleShot(200, look))
sys.exit(bootstrap.run(Path(sys.argv[2]), data_paths(Path(sys.argv[1])), Language.load()))
"""


def second_start(me: Facilitator, path: Path) -> str:
    """What a second start on this session says at home."""
    process = QProcess()
    process.setWorkingDirectory(str(Path(__file__).parents[2]))
    with me.qtbot.waitSignal(process.finished, timeout=30_000):
        process.start(sys.executable, ["-c", SECOND, str(me.paths.home), str(path)])
    return bytes(process.readAllStandardOutput().data()).decode()


def test_the_first_window_comes_to_the_front(me: Facilitator, qapp: QApplication) -> None:
    path = make_dialogue(me.paths.sessions)
    me.sit_down(qapp)
    me.shell.open(path)
    me.shell.showMinimized()
    said = second_start(me, path)
    assert "is al open in een ander venster van Samenspraak" in said
    me.qtbot.waitUntil(lambda: not me.shell.windowState() & Qt.WindowState.WindowMinimized)
    me.shell.close()
    assert second_start(me, path) == "[]\n"


def test_a_file_from_elsewhere_is_not_copied_in_twice(me: Facilitator, qapp: QApplication, tmp_path: Path) -> None:
    path = make_dialogue(tmp_path / "stick")
    me.sit_down(qapp)
    me.shell.open(path)
    me.shell.showMinimized()
    assert "is al open in een ander venster van Samenspraak" in second_start(me, path)
    me.qtbot.waitUntil(lambda: not me.shell.windowState() & Qt.WindowState.WindowMinimized)
    assert [each.name for each in me.paths.sessions.glob("*.samenspraak")] == [path.name]
    me.shell.close()
