"""The look: readable everywhere, growing with the text size, and with a focus that can be seen."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workshop_app.desktop import fonts, theme
from workshop_app.model.colour import contrast
from workshop_app.paths import resources


@pytest.mark.parametrize(("text", "ground"), theme.TEXT_PAIRS)
def test_text_of_the_interface_is_readable(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("name", theme.BEAM_PALETTES)
def test_text_on_the_beamer_is_readable(name: str) -> None:
    palette = theme.BEAM_PALETTES[name]
    assert {pair: contrast(*pair) for pair in palette.text_pairs() if contrast(*pair) < 4.5} == {}
    assert contrast(palette.text, palette.ground) >= 7


@pytest.mark.parametrize("name", theme.BEAM_PALETTES)
def test_shapes_on_the_beamer_stand_out(name: str) -> None:
    palette = theme.BEAM_PALETTES[name]
    shapes = (palette.done, palette.warm, palette.frame, palette.marked_line, *palette.options)
    assert {colour for colour in shapes if contrast(colour, palette.ground) < 3} == set()


def test_the_focus_stands_out() -> None:
    assert contrast(theme.PETROL, theme.CARD) >= 3
    assert contrast(theme.AMBER_BRIGHT, theme.PETROL) >= 3
    assert contrast(theme.FIELD_LINE, theme.PAPER) >= 3


def test_the_stylesheet_names_no_colour_of_its_own() -> None:
    known = {value.upper() for value in vars(theme).values() if isinstance(value, str) and value.startswith("#")}
    assert {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", theme.stylesheet())} <= known


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    fonts.load(resources() / "fonts")
    theme.apply(qapp, resources() / "icons")
    return qapp


def test_everything_grows_with_the_text(dressed: QApplication, qtbot: QtBot) -> None:
    def sizes(scale: float) -> list[int]:
        theme.apply(dressed, resources() / "icons", scale)
        window = QWidget()
        qtbot.addWidget(window)
        heading, field, button = QLabel("Titel", window), QLineEdit(window), QPushButton("Toon", window)
        theme.mark(heading, role="title")
        for widget in (heading, field, button):
            widget.ensurePolished()
        return [widget.sizeHint().height() for widget in (heading, field, button)]

    usual, double = sizes(1.0), sizes(2.0)
    theme.apply(dressed, resources() / "icons")
    assert all(1.8 * small <= large <= 2.2 * small for small, large in zip(usual, double, strict=True))


@pytest.mark.parametrize("kind", ["", "primary", "link", "danger"])
def test_a_button_shows_its_focus_and_keeps_its_size(dressed: QApplication, qtbot: QtBot, kind: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QPushButton("Eerst", window)
    button = QPushButton("Toon", window)
    theme.mark(button, kind=kind)
    button.move(0, 60)
    window.show()
    qtbot.waitExposed(window)
    plain, size = button.grab().toImage(), button.sizeHint()
    button.setFocus()
    assert button.grab().toImage() != plain
    assert button.sizeHint() == size


@pytest.mark.usefixtures("qapp")
def test_fonts_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    assert fonts.load(resources() / "fonts") == []
    assert fonts.load(tmp_path) == list(fonts.FILES)


def test_every_role_has_a_font(dressed: QApplication) -> None:
    base = theme.base_font(2.0)
    assert theme.role_font("body", base).pixelSize() == 30
    assert theme.role_font("title", base).pixelSize() > theme.role_font("heading", base).pixelSize() > 30
    assert theme.role_font("quote", base).family() == theme.SERIF
