"""The house style, by keyboard: logos, colours and the line at the foot are in the file at once."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, part, press, rewrite, tab_to_button, tab_until
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.widgets.banner import Banner


@pytest.fixture
def window(window: PrepareWindow) -> PrepareWindow:
    """At the page of the house style."""
    press("Ctrl+Tab", "Ctrl+Tab")
    return window


def a_logo(folder: Path, colour: str) -> Path:
    path = folder / f"{colour}.png"
    Image.new("RGBA", (90, 30), colour).save(path)
    return path


def choose(window: PrepareWindow, path: Path) -> None:
    tab_to_button("+ Logo")
    press("Space")
    dialog = part(window, QFileDialog)
    dialog.selectFile(str(path))
    dialog.fileSelected.emit(str(path))
    dialog.close()
    window.activateWindow()
    QApplication.processEvents()


def descriptions(bridge: Bridge) -> list[str]:
    return [logo.description for logo in bridge.view.logos]


def test_logos_are_added_described_moved_and_removed(
    qtbot: QtBot, window: PrepareWindow, bridge: Bridge, tmp_path: Path
) -> None:
    for colour in ("red", "green", "blue"):
        choose(window, a_logo(tmp_path, colour))
        qtbot.waitUntil(window.isActiveWindow)
        assert focus().accessibleName() == "What it says, for who cannot see it"
        rewrite(f"Logo {colour}")
        press("Return")
    assert descriptions(bridge) == ["Logo red", "Logo green", "Logo blue"]
    line = focus()
    assert isinstance(line, QLineEdit)
    assert line.text() == "Logo blue"
    press("Alt+Up", "Alt+Up")
    assert descriptions(bridge) == ["Logo blue", "Logo red", "Logo green"]
    tab_to_button("Remove")
    press("Space")
    assert descriptions(bridge) == ["Logo red", "Logo green"]
    press("Ctrl+Z")
    assert descriptions(bridge) == ["Logo blue", "Logo red", "Logo green"]


def test_a_logo_is_pasted(qtbot: QtBot, window: PrepareWindow, bridge: Bridge, tmp_path: Path) -> None:
    tab_to_button("+ Logo")
    QGuiApplication.clipboard().setImage(QImage(str(a_logo(tmp_path, "red"))))
    press("Ctrl+V")
    qtbot.waitUntil(lambda: len(bridge.view.logos) == 1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_logo(tmp_path, "green")))])
    QGuiApplication.clipboard().setMimeData(data)
    tab_to_button("+ Logo")
    press("Ctrl+V")
    qtbot.waitUntil(lambda: len(bridge.view.logos) == 2)
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"GIF89a", "not a picture"), (bytes(40_000_000), "larger than 20 MB"), (None, "is not there any more")],
)
def test_what_cannot_be_used_is_told(
    window: PrepareWindow, bridge: Bridge, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "logo.png"
    if content:
        path.write_bytes(content)
    choose(window, path)
    assert words in part(window, Banner).text
    assert bridge.view.logos == ()


def test_the_line_at_the_foot_and_the_colours(window: PrepareWindow, bridge: Bridge) -> None:
    tab_until("Main colour")
    rewrite("#ffd400")
    press("Return")
    assert bridge.view.info.primary_colour == "#FFD400"
    words = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any("for areas and lines; text gets a darker shade" in each for each in words)
    tab_until("Line at the foot")
    rewrite("Gemeente Lindevoort · Postbus 12")
    press("Return")
    assert bridge.view.info.footer == "Gemeente Lindevoort · Postbus 12"


def test_the_picture_in_the_file_is_small_again(tmp_path: Path, window: PrepareWindow, bridge: Bridge) -> None:
    path = tmp_path / "groot.png"
    Image.effect_noise((2600, 1300), 3).save(path)
    choose(window, path)
    (logo,) = bridge.view.logos
    assert Image.open(io.BytesIO(logo.data)).size == (logo.width, logo.height) == (2000, 1000)
