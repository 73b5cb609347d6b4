"""The house style on the beamer: colours that can be read whatever they are, logos that stay in their place."""

import io
from dataclasses import replace
from typing import get_args

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, QSizeF
from pytestqt.qtbot import QtBot

from workshop_app.desktop.projection.boxes import ImageBox, TextBox
from workshop_app.desktop.projection.canvas import SceneCanvas
from workshop_app.desktop.projection.frame import Frame, House, Logo, PaletteName
from workshop_app.desktop.projection.house import palette_of
from workshop_app.desktop.projection.layout import lay_out, spoken
from workshop_app.desktop.projection.scene import Agenda, AgendaRow, Question, Welcome
from workshop_app.desktop.projection.typeset import Typesetter
from workshop_app.desktop.theme import BEAM_PALETTES
from workshop_app.model.colour import contrast

COLOURS = ("#000000", "#FFFFFF", "#FFD400", "#C2185B", "#00FF00", "#808080", "#0B5563", "#123456")


def a_logo(size: tuple[int, int], alt: str = "Gemeente Lindevoort") -> Logo:
    file = io.BytesIO()
    Image.new("RGB", size, "red").save(file, "PNG")
    return Logo(file.getvalue(), *size, alt)


@pytest.mark.parametrize("name", get_args(PaletteName))
@pytest.mark.parametrize("primary", COLOURS)
@pytest.mark.parametrize("accent", COLOURS)
def test_text_and_shapes_stand_out_whatever_the_colours(name: PaletteName, primary: str, accent: str) -> None:
    palette = palette_of(Frame(palette=name, house=House(primary, accent)))
    assert min(contrast(text, ground) for text, ground in palette.text_pairs()) >= 4.5
    assert min(contrast(shape, palette.ground) for shape in (*palette.options, palette.done, palette.warm)) >= 3


def test_our_own_colours_stay_as_they_are() -> None:
    assert palette_of(Frame()) is BEAM_PALETTES["light"]
    assert palette_of(Frame(house=House("#0B5563", "#B45309"))) is BEAM_PALETTES["light"]


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 768)])
def test_logos_stand_at_the_foot_first_and_last_and_in_the_header_between(qtbot: QtBot, size: tuple[int, int]) -> None:
    logos = (a_logo((600, 100)), a_logo((30, 900), "Regio"), a_logo((2000, 1)))
    house = House("#C2185B", "#FFD400", logos, "Gemeente Lindevoort " * 9)
    screen, typesetter = QRectF(0, 0, *size), Typesetter()
    agenda = Agenda("Dit gaan we doen", tuple(AgendaRow("13:30", f"Ronde {n}") for n in range(30)))
    for scene in (Welcome("Samen verder"), agenda):
        boxes = lay_out(scene, Frame(region="Rijnkust", house=house), QSizeF(*size), typesetter).boxes
        pictures = [box for box in boxes if isinstance(box, ImageBox)]
        assert len(pictures) == 3
        assert all(screen.contains(box.rect) and box.rect.top() > 0.85 * size[1] for box in pictures)
        texts = [box.rect for box in boxes if isinstance(box, TextBox)]
        assert not any(box.rect.intersects(text) for box in pictures for text in texts)
        assert "Gemeente Lindevoort\nRegio" in spoken(boxes)
    frame = Frame(
        number="3", title="Zuchten " * 30, region="Rijnkust", progress=(1.0, 0.5), house=house, palette="petrol"
    )
    boxes = lay_out(Question("Onze vraag", "Waarom?"), frame, QSizeF(*size), typesetter).boxes
    (emblem,) = (box for box in boxes if isinstance(box, ImageBox))
    assert screen.contains(emblem.rect)
    assert emblem.rect.bottom() < 0.15 * size[1]
    assert not any(emblem.rect.intersects(box.rect) for box in boxes if isinstance(box, TextBox))


def test_a_broken_logo_leaves_its_place_empty(qtbot: QtBot) -> None:
    canvas = SceneCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(640, 360)
    canvas.show()
    good = House(logos=(a_logo((60, 20)),))
    for house in (good, replace(good, logos=(Logo(b"no picture", 60, 20),))):
        canvas.show_scene(Welcome("Samen verder"), Frame(house=house))
        assert not canvas.grab().isNull()
