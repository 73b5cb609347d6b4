"""The print set, by keyboard: which parts, how many ballots, and where the file is."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.conftest import ExpectedLogs
from tests.desktop.keyboard import focus, part, press, rewrite, tab_until
from workshop_app.desktop.prepare.print_dialog import PrintDialog
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.minutes.pdf import print_set


def offered(qtbot: QtBot, window: PrepareWindow) -> PrintDialog:
    press("Ctrl+P")
    dialog = part(window, PrintDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def save(window: PrepareWindow, path: Path) -> None:
    press("Return")
    dialog = part(window, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    window.activateWindow()


def test_parts_are_chosen_and_the_file_is_where_it_was_meant(
    qtbot: QtBot, window: PrepareWindow, tmp_path: Path
) -> None:
    offered(qtbot, window)
    assert focus().property("text") == "Name signs · 4"
    press("Space")
    tab_until("Number of ballots")
    rewrite("3")
    save(window, tmp_path / "print.pdf")
    banner = part(window, Banner)
    qtbot.waitUntil(lambda: banner.text == "Saved as print.pdf.", timeout=20_000)
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "print.pdf").pages]
    # Two ballots on a page, four quotes on a page.
    assert len(pages) == 3
    assert "De regio is ver weg." in pages[0]
    assert not any("Anna de Wit" in page for page in pages)


def test_nothing_chosen_is_nothing_to_save(qtbot: QtBot, window: PrepareWindow) -> None:
    dialog = offered(qtbot, window)
    press("Space", "Tab", "Space")
    while focus().property("text") != "Cards with quotes · 2":
        press("Tab")
    press("Space", "Return")
    assert dialog.isVisible()
    press("Esc")
    assert not window.findChildren(QFileDialog)


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, window: PrepareWindow, tmp_path: Path) -> None:
    offered(qtbot, window)
    save(window, tmp_path / "weg" / "print.pdf")
    qtbot.waitUntil(lambda: "print.pdf" in part(window, Banner).text, timeout=20_000)


def test_a_fault_of_ours_is_told_and_logged(
    qtbot: QtBot, window: PrepareWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_logs: ExpectedLogs
) -> None:
    monkeypatch.setattr(print_set, "render_print_set", lambda *_: 1 / 0)
    expected_logs.allow("The print set could not be made")
    offered(qtbot, window)
    save(window, tmp_path / "print.pdf")
    qtbot.waitUntil(lambda: part(window, Banner).text.startswith("The print set could not be made."), timeout=20_000)
