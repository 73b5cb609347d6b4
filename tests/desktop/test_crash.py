"""A mistake of our own costs nothing that was typed, ends nothing, and is written down without a word of anybody."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.session_files import make_dialogue
from workshop_app.facilitation.looking import view_of
from workshop_app.paths import data_paths

PROGRAM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
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
    QTimer.singleShot(50, lambda: look(shell, console))
    if sys.argv[3] == "fault":
        import faulthandler
        faulthandler._sigsegv()
    raise ValueError("geheim antwoord")

def look(shell, console):
    print(console.banner.text)
    shell.close()
    QApplication.exit(3 if shell.isVisible() else 0)

QTimer.singleShot(0, lambda: QTimer.singleShot(0, type_and_fail))
QTimer.singleShot(0, lambda: QTimer.singleShot(20000, lambda: os._exit(4)))
sys.exit(bootstrap.run(Path(sys.argv[2]), data_paths(Path(sys.argv[1])), Language.load()))
"""


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


def test_an_error_is_told_and_the_program_goes_on(session: Path, tmp_path: Path) -> None:
    done = start(session, tmp_path, "error")
    assert done.returncode == 0, done.stderr
    assert "Er ging iets mis in het programma zelf" in done.stdout
    assert drafts(session) == ["geheim antwoord"]


def test_its_report_says_where_and_nothing_that_was_said(session: Path, tmp_path: Path) -> None:
    done = start(session, tmp_path, "error")
    (report,) = data_paths(tmp_path).logs.iterdir()
    text = report.read_text("utf-8")
    assert "builtins.ValueError" in text
    assert " in fail" in text
    assert "geheim" not in text + done.stderr
    assert "SQLite" in text


def test_a_fault_below_is_found_at_the_next_start(session: Path, tmp_path: Path) -> None:
    assert start(session, tmp_path, "fault").returncode != 0
    again = start(session, tmp_path, "error")
    assert again.returncode == 0
    reports = sorted(data_paths(tmp_path).logs.iterdir())
    assert len(reports) == 2
    assert "Segmentation fault" in reports[0].read_text("utf-8")
