"""Rows under a heading: the largest size at which all fit on one page, else at the smallest size on several."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection.boxes import Align, Box, Pages, ShapeBox, Stage, TextBox, cut
from workshop_app.desktop.projection.breaking import even_breaks, largest_size
from workshop_app.desktop.projection.typeset import BODY, HEADING, Block, Face

_LONG = 240
"""Texts shorter than this are never higher than a page."""


@dataclass(frozen=True)
class Rows:
    """Rows with heights that follow the size of their text; ``place`` gives the boxes of one row in its rectangle."""

    count: int
    height: Callable[[int, int], float]
    """Of row number, at a size in pixels."""
    place: Callable[[int, int, QRectF], list[Box]]
    """Boxes of row number, at a size in pixels, in a rectangle."""
    gap: float = 0
    focus: int = 0
    """The row whose page is shown first."""


def text_box(rect: QRectF, block: Block, colour: str, align: Align = "left") -> TextBox:
    """A block of content at the top of a rectangle."""
    return TextBox(QRectF(rect.left(), rect.top(), rect.width(), block.height), block, colour, align)


def heading(stage: Stage, text: str, area: QRectF, largest: float = 66) -> tuple[list[Box], QRectF]:
    """The boxes of a heading at the top of an area, and the area below it."""
    if not text:
        return [], area
    block = stage.typesetter.fit(text, HEADING, area.width(), area.height() * 0.3, stage.px(largest), stage.smallest, 2)
    most = max(1, int(area.height() * 0.45 / block.line_height))
    block = cut(stage.typesetter, block, most, area.width())
    box = text_box(area, block, stage.palette.text)
    return [box], area.adjusted(0, block.height + stage.px(30), 0, 0)


def hint(stage: Stage, text: str, area: QRectF) -> tuple[list[Box], QRectF]:
    """A line that says what to do, at the bottom; and the area above it."""
    if not text:
        return [], area
    block = stage.typesetter.set(text, BODY, stage.size(46), area.width())
    block = cut(stage.typesetter, block, 2, area.width())
    box = text_box(area.adjusted(0, area.height() - block.height, 0, 0), block, stage.palette.muted)
    return [box], area.adjusted(0, 0, 0, -(block.height + stage.px(20)))


def invitation(stage: Stage, text: str, area: QRectF) -> list[Box]:
    """What stands below a heading as long as there is nothing else."""
    block = stage.typesetter.fit(text, BODY, area.width(), area.height(), stage.px(64), stage.smallest)
    block = cut(stage.typesetter, block, max(1, int(area.height() / block.line_height)), area.width())
    return [text_box(area, block, stage.palette.muted)] if text else []


def paged(stage: Stage, around: list[Box], area: QRectF, rows: Rows, largest: float) -> Pages:
    """The rows in the area, with the boxes around them on every page."""

    def heights(pixels: int) -> list[float]:
        return [rows.height(place, pixels) for place in range(rows.count)]

    def fits(pixels: int) -> bool:
        reached = -rows.gap
        for place in range(rows.count):
            reached += rows.gap + rows.height(place, pixels)
            if reached > area.height():
                return False
        return True

    pixels = largest_size(fits, stage.px(largest), stage.smallest)
    starts = even_breaks(heights(pixels), rows.gap, area.height()) or [0]
    ends = [*starts[1:], rows.count]

    def boxes(page: int) -> list[Box]:
        placed, top = list(around), area.top()
        for number in range(starts[page], ends[page]):
            height = rows.height(number, pixels)
            placed += rows.place(number, pixels, QRectF(area.left(), top, area.width(), height))
            top += height + rows.gap
        return placed

    focus = next((page for page, end in enumerate(ends) if rows.focus < end), 0)
    return Pages(len(starts), boxes, focus)


def pieces(stage: Stage, text: str, face: Face, width: float, height: float) -> list[str]:
    """The text, or its parts where it is too long for one page at the smallest size."""
    if len(text) < _LONG:
        return [text]
    block = stage.typesetter.set(text, face, stage.smallest, width)
    most = max(1, int(height / block.line_height))
    return [block.part(first, first + most).text for first in range(0, len(block.lines), most)] or [text]


def ground(stage: Stage, rect: QRectF, *, marked: bool) -> list[Box]:
    """What stands behind a row of a list: a thin line below, and a colour when it is marked."""
    thin = max(1.0, stage.px(2))
    line = ShapeBox(QRectF(rect.left(), rect.bottom() - thin / 2, rect.width(), thin), fill=stage.palette.rule)
    return [ShapeBox(rect, fill=stage.palette.marked), line] if marked else [line]
