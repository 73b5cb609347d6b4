"""A mistake of our own costs nothing that was typed, ends nothing, and is written down without a word of anybody."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.session_files import make_dialogue
from workshop_app.desktop.crash import CrashGuard
from workshop_app.facilitation.looking import view_of
from workshop_app.paths import data_paths

PROGRAM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from workshop_app import bootstrap
from workshop_app.i18n import Language
from workshop_app.paths import data_paths

def type_and_fail():
    (shell,) = [each for each in QApplication.topLevelWidgets() if type(each).__name__ == "Shell"]
    QTest.keyClick(shell, Qt.Key.Key_F5)
    console = shell.currentWidget()
    console.forward(); console.forward()
    QTest.keyClicks(console.capture.editor, "geheim antwoord")
    QTimer.singleShot(0, lambda: fail(shell, console))

def fail(shell, console):
    how = sys.argv[3]
    if how not in ("kill", "twice"):
        QTimer.singleShot(300, lambda: look(shell, console))
    if how == "fault":
        import faulthandler
        faulthandler._sigsegv()
    if how == "abort":
        os.abort()
    if how == "kill":
        # What was typed is a draft within a second.
        QTimer.singleShot(1000, lambda: os.kill(os.getpid(), 9))
        return
    if how == "thread":
        import threading
        threading.Thread(target=raising).start()
        return
    if how == "paint":
        global painted
        painted = Painted()
        painted.show()
        return
    if how == "unraisable":
        Gone()
        return
    if how == "dialog":
        console.copy_requested.emit()
        print(type(QApplication.activeModalWidget()).__name__)
    if how == "twice":
        QTimer.singleShot(0, lambda: again(shell, console))
    if how == "transaction":
        with shell.session.file.transaction() as db:
            raising()
    raising()

def again(shell, console):
    QTimer.singleShot(300, lambda: look(shell, console))
    raise LookupError("geheim antwoord")

def raising():
    how = sys.argv[3]
    if how == "params":
        from sqlalchemy.exc import IntegrityError
        raise IntegrityError("INSERT geheim antwoord", {"text": "geheim antwoord"}, ValueError("geheim antwoord"))
    if how == "chained":
        try:
            {}["geheim antwoord"]
        except KeyError as error:
            error.add_note("geheim antwoord")
            raise RuntimeError("geheim antwoord") from error
    raise ValueError("geheim antwoord")

class Painted(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(5, self.update)
        raising()

class Gone:
    def __del__(self):
        raising()

def look(shell, console):
    print(console.banner.text)
    dialog = QApplication.activeModalWidget()
    if dialog:
        dialog.reject()
    shell.close()
    QApplication.exit(3 if shell.isVisible() else 0)

QTimer.singleShot(0, lambda: QTimer.singleShot(0, type_and_fail))
QTimer.singleShot(0, lambda: QTimer.singleShot(20000, lambda: os._exit(4)))
sys.exit(bootstrap.run(Path(sys.argv[2]), data_paths(Path(sys.argv[1])), Language.load()))
"""


def slowly(*values: str) -> ParameterSet:
    """Each starts the whole program."""
    return pytest.param(*values, marks=pytest.mark.slow)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return make_dialogue(data_paths(tmp_path).sessions)


def start(session: Path, data: Path, how: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(data), str(session), how],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=40,
    )


def drafts(session: Path) -> list[str]:
    return [draft.text for draft in view_of(session).drafts]


@pytest.mark.parametrize(
    "how", ["params", slowly("error"), slowly("chained"), "paint", slowly("dialog"), slowly("transaction")]
)
def test_an_error_is_told_and_costs_nothing_and_no_word_of_it_is_written(
    session: Path, tmp_path: Path, how: str
) -> None:
    done = start(session, tmp_path, how)
    assert done.returncode == 0, done.stderr
    assert "Er ging iets mis in het programma zelf" in done.stdout
    assert drafts(session) == ["geheim antwoord"]
    (report,) = data_paths(tmp_path).logs.iterdir()
    text = report.read_text("utf-8")
    assert " in raising" in text
    assert "SQLite" in text
    assert "geheim" not in text + done.stderr


@pytest.mark.slow
def test_two_of_them_are_two_reports(session: Path, tmp_path: Path) -> None:
    done = start(session, tmp_path, "twice")
    assert done.returncode == 0, done.stderr
    first, second = (path.read_text("utf-8") for path in sorted(data_paths(tmp_path).logs.iterdir()))
    assert first.splitlines()[-1] == "builtins.ValueError"
    assert second.splitlines()[-1] == "builtins.LookupError"
    assert "geheim" not in first + second + done.stderr
    assert drafts(session) == ["geheim antwoord"]


def test_one_before_there_is_a_window_leaves_a_report_and_one_sentence(session: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_START, str(tmp_path), str(session)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=40,
    )
    assert done.returncode == 1
    (report,) = data_paths(tmp_path).logs.glob("fout-*")
    assert " in dress" in report.read_text("utf-8")
    assert "geheim" not in report.read_text("utf-8") + done.stderr
    assert str(report) in done.stderr
    assert "Traceback" not in done.stderr


NO_START = """
import sys
from pathlib import Path
from workshop_app import bootstrap
from workshop_app.i18n import Language
from workshop_app.paths import data_paths

def dress(*_):
    raise ValueError("geheim antwoord")

bootstrap.dress = dress
sys.exit(bootstrap.run(Path(sys.argv[2]), data_paths(Path(sys.argv[1])), Language.load()))
"""


@pytest.mark.parametrize("how", ["thread", slowly("unraisable")])
def test_one_that_nobody_waits_for_is_written_down_too(session: Path, tmp_path: Path, how: str) -> None:
    done = start(session, tmp_path, how)
    assert done.returncode == 0, done.stderr
    (report,) = data_paths(tmp_path).logs.iterdir()
    assert " in raising" in report.read_text("utf-8")
    assert "geheim" not in report.read_text("utf-8") + done.stderr
    assert drafts(session) == ["geheim antwoord"]


@pytest.mark.parametrize(
    ("how", "said"), [("fault", "Segmentation fault"), slowly("abort", "Aborted"), slowly("kill", "")]
)
def test_a_program_that_is_ended_says_so_at_the_next_start(session: Path, tmp_path: Path, how: str, said: str) -> None:
    assert start(session, tmp_path, how).returncode < 0
    logs = data_paths(tmp_path).logs
    (left,) = logs.iterdir()
    assert said in left.read_text("utf-8")
    assert "geheim" not in left.read_text("utf-8")
    told: list[object] = []
    guard = CrashGuard(logs, lambda: None, told.append)
    guard.install()
    assert guard.stopped_before
    guard.end()
    reports = list(logs.iterdir())
    assert len(reports) == bool(said)
    if how == "kill":
        assert drafts(session) == ["geheim antwoord"]
    again = CrashGuard(logs, lambda: None, told.append)
    again.install()
    assert not again.stopped_before
    again.end()


def test_another_that_still_runs_has_not_stopped(tmp_path: Path) -> None:
    first = CrashGuard(tmp_path, lambda: None, lambda _report: None)
    (tmp_path / f"gestopt-{os.getppid()}.txt").write_text("")
    first.install()
    assert not first.stopped_before
    first.end()
    assert [path.name for path in tmp_path.iterdir()] == [f"gestopt-{os.getppid()}.txt"]


def test_after_a_kill_one_key_goes_on(session: Path, tmp_path: Path) -> None:
    """The program that starts again says so, and the button that goes on has the keyboard."""
    assert start(session, tmp_path, "kill").returncode == -signal.SIGKILL
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=40,
    )
    assert done.returncode == 0, done.stderr
    told, text = done.stdout.splitlines()
    assert "Het programma stopte de vorige keer vanzelf" in told
    assert text == "geheim antwoord"


AGAIN = """
import os, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from workshop_app import bootstrap
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.i18n import Language
from workshop_app.paths import data_paths

def go_on():
    (shell,) = [each for each in QApplication.topLevelWidgets() if type(each).__name__ == "Shell"]
    if not shell.home._sidebar.resume.isVisible():
        QTimer.singleShot(50, go_on)
        return
    print(shell.home.findChild(Banner).text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTimer.singleShot(300, lambda: look(shell))

def look(shell):
    print(shell.currentWidget().capture.editor.toPlainText())
    shell.close()
    QApplication.exit(0)

QTimer.singleShot(0, go_on)
QTimer.singleShot(0, lambda: QTimer.singleShot(20000, lambda: os._exit(4)))
sys.exit(bootstrap.run(None, data_paths(Path(sys.argv[1])), Language.load()))
"""
