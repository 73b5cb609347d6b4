"""Scenes as they are really drawn: a picture of every page, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PIL import Image
from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from workshop_app.desktop.projection.boxes import Box, ShapeBox, TextBox
from workshop_app.desktop.projection.frame import Frame, PaletteName
from workshop_app.desktop.projection.house import palette_of
from workshop_app.desktop.projection.layout import Layouts
from workshop_app.desktop.projection.paint import paint
from workshop_app.desktop.projection.scene import Scene
from workshop_app.desktop.projection.typeset import HEADING, QUOTE, TITLE
from workshop_app.model.colour import contrast

SIZES = (QSizeF(1920, 1080), QSizeF(1280, 800), QSizeF(1024, 768))
AA, AAA = 4.5, 7.0
_PROMPTS = (HEADING, QUOTE, TITLE)
_GROUND = 0.08
"""The part of the place of a text from which on a colour is its ground, not the edge of a letter."""
_SIDES, _ENDS = 0.04, 0.025
"""The safe margins: of the width left and right (letters hang a little into the twentieth that is kept), and of the
height above and below."""


@dataclass(frozen=True)
class Drawn:
    """One page: its picture, and the boxes that it was painted from."""

    picture: Image.Image
    boxes: list[Box]
    frame: Frame


def in_palette(frame: Frame, palette: PaletteName) -> Frame:
    """The frame in a light or dark room; a question keeps its own ground."""
    return frame if frame.palette == "petrol" else replace(frame, palette=palette)


def drawn(scene: Scene, frame: Frame, size: QSizeF, layouts: Layouts) -> Iterator[Drawn]:
    """The first page and the last one."""
    last = layouts.of(scene, replace(frame, page=0), size).pages - 1
    for page in sorted({0, last}):
        shown = replace(frame, page=page)
        yield painted(layouts.of(scene, shown, size).boxes, shown, size, layouts)


def painted(boxes: list[Box], frame: Frame, size: QSizeF, layouts: Layouts) -> Drawn:
    """A page made of these boxes."""
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(palette_of(frame).ground)
    with QPainter(image) as painter:
        paint(painter, boxes, layouts.typesetter)
    whole = image.width(), image.height()
    return Drawn(Image.frombuffer("RGB", whole, bytes(image.constBits()), "raw", "BGRX", 0, 1), boxes, frame)


def faults(page: Drawn) -> Iterator[str]:
    """What is outside the margins, what cannot be read well, and what lies half over something else."""
    yield from _outside(page)
    for number, box in enumerate(page.boxes):
        if isinstance(box, TextBox) and any(box.block.lines):
            yield from _unreadable(page, box)
            yield from _half_over(box, page.boxes[:number], page.boxes[number + 1 :])


def _outside(page: Drawn) -> Iterator[str]:
    width, height = page.picture.size
    side, end = round(width * _SIDES), round(height * _ENDS)
    ground = palette_of(page.frame).ground
    for name, strip in {
        "left": (0, 0, side, height),
        "right": (width - side, 0, width, height),
        "above": (0, 0, width, end),
        "below": (0, height - end, width, height),
    }.items():
        colours = page.picture.crop(strip).getcolors()
        if colours is None or [_named(colour) for _, colour in colours] != [ground]:
            yield f"something is drawn outside the margin {name}"


def _unreadable(page: Drawn, box: TextBox) -> Iterator[str]:
    """A text in colours that are too near to each other, as they are in the picture."""
    words = f"{box.block.text[:30]!r}"
    place = _ink(box)
    crop = page.picture.crop((place.left(), place.top(), place.right() + 1, place.bottom() + 1))
    counted = {_named(colour): count for count, colour in crop.getcolors(crop.width * crop.height) or ()}
    if not counted.get(box.colour.upper()):
        yield f"{words} is not there in its colour {box.colour}"
    prompt = box.kind == "content" and box.block.face in _PROMPTS and box.colour == palette_of(page.frame).text
    needed = AAA if prompt else AA
    for ground, count in counted.items():
        if ground == box.colour.upper() or count < _GROUND * crop.width * crop.height:
            continue
        ratio = contrast(box.colour, ground)
        if ratio < needed:
            yield f"{words} in {box.colour} on {ground} has a contrast of {ratio:.1f}"


def _half_over(box: TextBox, below: list[Box], above: list[Box]) -> Iterator[str]:
    """A text that a card, a bar or a line cuts through. Of a line of text the letters count, not the air around."""
    ink = QRectF(_ink(box))
    air = (box.block.line_height - box.block.pixels * 0.75) / 2
    ink.adjust(1, air, -1, -air)
    seen: list[ShapeBox] = []
    for shape in below:
        if isinstance(shape, ShapeBox):
            # What lies under a card on which the text stands cannot be seen.
            seen = [shape] if shape.fill and shape.rect.contains(ink) else [*seen, shape]
    for shape in (*seen, *(shape for shape in above if isinstance(shape, ShapeBox))):
        if shape.rect.intersects(ink) and not shape.rect.contains(ink):
            yield f"{box.block.text[:30]!r} lies half over a shape at {shape.rect.getRect()}"


def _ink(box: TextBox) -> QRect:
    width, room = box.block.width, box.rect.width() - box.block.width
    indent = {"left": 0.0, "centre": room / 2, "right": room}[box.align]
    return QRectF(box.rect.left() + indent, box.rect.top(), max(width, 1.0), box.block.height).toAlignedRect()


def _named(colour: object) -> str:
    assert isinstance(colour, tuple)
    return "#{:02X}{:02X}{:02X}".format(*colour)
