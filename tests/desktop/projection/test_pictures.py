"""Every scene as it is really drawn, light and dark, at three sizes: margins kept, readable, nothing cut through."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF

from tests.desktop.projection.drawn import SIZES, drawn, faults, in_palette, painted
from tests.desktop.projection.samples import EXTREME, TYPICAL
from workshop_app.desktop.projection.boxes import ShapeBox, TextBox
from workshop_app.desktop.projection.frame import Frame, House, PaletteName
from workshop_app.desktop.projection.layout import Layouts
from workshop_app.desktop.projection.scene import Scene
from workshop_app.model.colour import contrast

KINDS = {name: sample for name, sample in EXTREME.items() if name.startswith(("short", "long", "most"))}
COLOURS = {
    "yellow": House("#FFD500", "#FFF200"),
    "white": House("#FFFFFF", "#FFFFFF"),
    "black": House("#000000", "#000000"),
    "grey": House("#808080", "#9A9A9A"),
    "red": House("#E30613", "#FF9900"),
    "deep": House("#0B0B5E", "#5E0B3A"),
}
BRANDED = (
    "quote",
    "wall",
    "beneath",
    "question",
    "principles",
    "selfscan",
    "moved",
    "five_options",
    "grid",
    "matrix_4",
)

by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}")
by_palette = pytest.mark.parametrize("palette", ["light", "dark"])


@pytest.fixture(scope="module")
def layouts() -> Layouts:
    return Layouts()


def check(scene: Scene, frame: Frame, size: QSizeF, layouts: Layouts) -> None:
    found = [fault for page in drawn(scene, frame, size, layouts) for fault in faults(page)]
    assert found == []


@by_size
@by_palette
@pytest.mark.parametrize("name", [name for name in TYPICAL if name != "black"])
def test_a_scene_is_drawn_well(name: str, palette: PaletteName, size: QSizeF, layouts: Layouts) -> None:
    scene, frame = TYPICAL[name]
    check(scene, in_palette(frame, palette), size, layouts)


@by_size
@by_palette
@pytest.mark.parametrize("name", KINDS)
def test_the_shortest_and_the_most_is_drawn_well(
    name: str, palette: PaletteName, size: QSizeF, layouts: Layouts
) -> None:
    scene, frame = KINDS[name]
    check(scene, in_palette(frame, palette), size, layouts)


@by_palette
@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("name", BRANDED)
def test_every_house_style_can_be_read(name: str, colours: str, palette: PaletteName, layouts: Layouts) -> None:
    scene, frame = TYPICAL[name]
    check(scene, replace(in_palette(frame, palette), house=COLOURS[colours]), SIZES[1], layouts)


def test_the_check_sees_what_is_wrong(layouts: Layouts) -> None:
    scene, frame = TYPICAL["wall"]
    (page,) = drawn(scene, frame, SIZES[2], layouts)
    texts = [box for box in page.boxes if isinstance(box, TextBox)]
    card = next(box for box in page.boxes if isinstance(box, ShapeBox) and box.line)
    wrong = {
        "contrast": replace(texts[-1], colour="#AAB5BC"),
        "half over": replace(texts[-1], rect=texts[-1].rect.translated(0, card.rect.height() * 0.7)),
        "margin": replace(texts[-1], rect=texts[-1].rect.translated(-SIZES[2].width() * 0.6, 0)),
    }
    for name, box in wrong.items():
        boxes = [box if each is texts[-1] else each for each in page.boxes]
        found = list(faults(painted(boxes, page.frame, SIZES[2], layouts)))
        assert any(name in fault for fault in found), (name, found)


@by_palette
@pytest.mark.parametrize("colours", ["", *COLOURS])
def test_a_pattern_can_be_seen_on_every_colour(colours: str, palette: PaletteName, layouts: Layouts) -> None:
    for name in ("four_options", "five_options", "quote"):
        scene, frame = TYPICAL[name]
        house = COLOURS.get(colours, House())
        (page,) = drawn(scene, replace(in_palette(frame, palette), house=house), SIZES[0], layouts)
        bars = [box for box in page.boxes if isinstance(box, ShapeBox) and box.pattern != "solid"]
        assert bars
        for bar in bars:
            inner = bar.rect.adjusted(8, 8, -8, -8).toAlignedRect()
            crop = page.picture.crop((inner.left(), inner.top(), inner.right(), inner.bottom()))
            counted = crop.getcolors(crop.width * crop.height) or []
            seen = ["#{:02X}{:02X}{:02X}".format(*colour) for _, colour in counted if isinstance(colour, tuple)]
            assert max(contrast(one, seen[0]) for one in seen) > 1.2, (name, bar.pattern, bar.fill)


PROGRAM = """
from tests.desktop.projection.drawn import SIZES, drawn, faults
from tests.desktop.projection.samples import TYPICAL
from workshop_app.desktop.application import dress, make_application
from workshop_app.desktop.projection.layout import Layouts
from workshop_app.i18n import Language
from workshop_app.paths import resources
app = make_application()
dress(app, resources(), Language.load())
for name in ("question", "quote", "pause"):
    print(*(fault for page in drawn(*TYPICAL[name], SIZES[0], Layouts()) for fault in faults(page)))
"""


def test_the_program_draws_the_largest_letters_too() -> None:
    said = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.split() == []
