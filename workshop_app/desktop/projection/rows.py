"""Rows under a heading: the largest size at which all fit on one page, else at the smallest size on several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection.boxes import LARGE, Align, Box, Pages, ShapeBox, Stage, TextBox
from workshop_app.desktop.projection.breaking import even_breaks, largest_size
from workshop_app.desktop.projection.typeset import BODY, HEADING, Block, Face

T = TypeVar("T")

_SHORT = 60
"""Texts up to this length are never higher than a page."""


@dataclass(frozen=True)
class Rows:
    """Rows whose heights follow the size of their text. The functions take the number of a row and a size in pixels."""

    count: int
    blocks: Callable[[int, int], Sequence[Block]]
    """The texts of a row."""
    height: Callable[[int, int], float]
    """The height of a row."""
    place: Callable[[int, int, QRectF], list[Box]]
    """The boxes of a row in its rectangle."""
    gap: float = 0
    focus: int = 0
    """The row whose page is shown first."""


def text_box(rect: QRectF, block: Block, colour: str, align: Align = "left") -> TextBox:
    """A block of content at the top of a rectangle."""
    return TextBox(QRectF(rect.left(), rect.top(), rect.width(), block.height), block, colour, align)


def heading(stage: Stage, text: str, area: QRectF, largest: float = LARGE) -> tuple[list[Box], QRectF]:
    """The boxes of a heading at the top of an area, and the area below it."""
    if not text:
        return [], area
    high = upper(area, 0.2)
    block = stage.typesetter.fit(text, HEADING, high.width(), high.height(), stage.px(largest), stage.smallest)
    if len(block.lines) > 2:
        block = stage.fitted(text, HEADING, upper(area, 0.45), 0)
    box = text_box(area, block, stage.palette.text)
    return [box], area.adjusted(0, block.height + stage.px(30), 0, 0)


def upper(area: QRectF, part: float) -> QRectF:
    """The upper part of an area."""
    return QRectF(area.left(), area.top(), area.width(), area.height() * part)


def hint(stage: Stage, text: str, area: QRectF) -> tuple[list[Box], QRectF]:
    """A line that says what to do, at the bottom; and the area above it."""
    if not text:
        return [], area
    block = stage.fitted(text, BODY, area, 46, lines=2)
    box = text_box(area.adjusted(0, area.height() - block.height, 0, 0), block, stage.palette.muted)
    return [box], area.adjusted(0, 0, 0, -(block.height + stage.px(20)))


def invitation(stage: Stage, text: str, area: QRectF) -> list[Box]:
    """What stands below a heading as long as there is nothing else."""
    return [text_box(area, stage.fitted(text, BODY, area, LARGE), stage.palette.muted)] if text else []


def paged(stage: Stage, around: list[Box], area: QRectF, rows: Rows, largest: float) -> Pages:
    """The rows in the area, with the boxes around them on every page: as few pages as can be, then as large as fits."""

    def heights(pixels: int) -> list[float]:
        return [rows.height(place, pixels) for place in range(rows.count)]

    def breaks(pixels: int) -> list[int]:
        return even_breaks(heights(pixels), rows.gap, area.height()) or [0]

    most = len(breaks(stage.smallest))

    def fits(pixels: int) -> bool:
        whole = not any(block.broken for place in range(rows.count) for block in rows.blocks(place, pixels))
        return whole and max(heights(pixels), default=0) <= area.height() and len(breaks(pixels)) <= most

    pixels = largest_size(fits, stage.px(largest), stage.smallest)
    starts = breaks(pixels)
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
    if len(text) <= _SHORT:
        return [text]
    block = stage.typesetter.set(text, face, stage.smallest, width)
    most = max(1, int(height / block.line_height))
    if len(block.lines) <= most:
        return [text]
    return [block.part(first, first + most).text for first in range(0, len(block.lines), most)]


def parted(
    stage: Stage, items: Sequence[T], text: Callable[[T], str], width: float, height: float
) -> list[tuple[T, str, bool]]:
    """Each item with its text; one that is too long for a page comes in parts. The last value tells the first part."""
    return [
        (item, part, index == 0)
        for item in items
        for index, part in enumerate(pieces(stage, text(item), BODY, width, height))
    ]


def ground(stage: Stage, rect: QRectF, *, marked: bool) -> list[Box]:
    """What stands behind a row of a list: a thin line below, and a colour when it is marked."""
    thin = max(1.0, stage.px(2))
    line = ShapeBox(QRectF(rect.left(), rect.bottom() - thin / 2, rect.width(), thin), fill=stage.palette.rule)
    return [ShapeBox(rect, fill=stage.palette.marked), line] if marked else [line]
