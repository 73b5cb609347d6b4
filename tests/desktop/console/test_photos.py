"""Photos of flip charts: chosen, pasted, described and taken away by keyboard."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from tests.desktop.console.conftest import CHECKIN, QUOTES, Console, OpenConsole
from tests.desktop.keyboard import part, press, write
from workshop_app.desktop.console.photo_dialog import DescribeDialog
from workshop_app.desktop.console.photos import PhotoStrip
from workshop_app.facilitation import stage
from workshop_app.model.views import PictureView, Place


@pytest.fixture
def console(open_console: OpenConsole) -> Console:
    made = open_console(QUOTES, CHECKIN)
    made.go("resistance")
    return made


def flap(folder: Path) -> Path:
    path = folder / "flap.jpg"
    Image.new("RGB", (800, 600), "wheat").save(path)
    return path


def described(console: Console, words: str, *keys: str) -> None:
    console.qtbot.waitUntil(lambda: bool(console.window.findChildren(DescribeDialog)))
    dialog = console.window.findChildren(DescribeDialog)[-1]
    console.qtbot.waitUntil(dialog.isActiveWindow)
    write(words)
    press(*keys)
    console.window.activateWindow()
    console.qtbot.waitUntil(console.window.isActiveWindow)


def choose(console: Console, path: Path) -> None:
    press("F11")
    dialog = part(console.window, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def photos(console: Console) -> tuple[PictureView, ...]:
    return console.view.photos(console.round("resistance").id)


def test_a_photo_is_chosen_described_and_shown_under_the_panel(console: Console, tmp_path: Path) -> None:
    strip = part(console.window, PhotoStrip)
    assert not strip.isVisible()
    choose(console, flap(tmp_path))
    described(console, "Flap met vier zuchten", "Return")
    (photo,) = photos(console)
    assert (photo.description, photo.width) == ("Flap met vier zuchten", 800)
    assert strip.isVisible()
    strip.list.setFocus()
    press("Return")
    described(console, ", aan de muur", "Return")
    assert photos(console)[0].description.endswith(", aan de muur")
    strip.list.setFocus()
    press("Delete")
    assert photos(console) == ()
    assert not strip.isVisible()
    press("Ctrl+Z")
    assert photos(console)[0].data == photo.data


def test_a_photo_is_deleted_for_good_after_asking(console: Console, tmp_path: Path) -> None:
    choose(console, flap(tmp_path))
    described(console, "", "Return")
    strip = part(console.window, PhotoStrip)
    strip.list.setFocus()
    press("Shift+Delete")
    assert "Photo without a description" in console.answers.asked[0].text
    assert photos(console) == ()
    assert console.desk.undo() is None


def test_what_is_not_saved_is_not_added(console: Console, tmp_path: Path) -> None:
    choose(console, flap(tmp_path))
    described(console, "Toch niet", "Esc")
    assert photos(console) == ()


def test_a_picture_on_the_clipboard_is_pasted_and_text_is_not_disturbed(console: Console, tmp_path: Path) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("gewone tekst")
    console.window.take_focus()
    press("Ctrl+V")
    assert console.window.capture.editor.toPlainText() == "gewone tekst"
    clipboard.setImage(QImage(str(flap(tmp_path))))
    press("Ctrl+V")
    described(console, "", "Return")
    assert len(photos(console)) == 1
    assert console.window.capture.editor.toPlainText() == "gewone tekst"
    clipboard.clear()


def test_a_broken_photo_and_one_without_a_round_are_told(console: Console, tmp_path: Path) -> None:
    broken = tmp_path / "stuk.jpg"
    broken.write_bytes(flap(tmp_path).read_bytes()[:300])
    choose(console, broken)
    assert "picture" in console.window.banner.text
    console.window.activateWindow()
    console.qtbot.waitUntil(console.window.isActiveWindow)
    console.desk.run(stage.go, Place(), console.desk.now())
    press("F11")
    assert console.window.banner.text == "A photo belongs to a round. Go to its round first."
