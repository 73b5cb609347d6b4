"""What stands where on the screen: texts and shapes with their places in pixels, and the stage that they stand on."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection.scene import Pattern
from workshop_app.desktop.projection.typeset import Block, Face, Typesetter
from workshop_app.desktop.theme import BeamPalette

Align = Literal["left", "centre", "right"]
Kind = Literal["content", "label"]
REFERENCE_WIDTH, REFERENCE_HEIGHT = 1920, 1080
SMALLEST_PART = 24
"""Content is never set smaller than the height of the screen divided by this."""
LARGE = 63
"""The largest size of most texts, for a screen of 1080 pixels high. From 64 pixels on, Qt fills the outlines of letters
at each painting: milliseconds for a line."""


@dataclass(frozen=True)
class TextBox:
    """Lines of text in a rectangle. Labels (header, footer, names of columns) may be smaller than content."""

    rect: QRectF
    block: Block
    colour: str
    align: Align = "left"
    kind: Kind = "content"


@dataclass(frozen=True)
class ShapeBox:
    """A rectangle with round corners: filled, outlined, patterned, or with a thick left edge in the colour ``edge``."""

    rect: QRectF
    fill: str = ""
    line: str = ""
    line_width: float = 0
    radius: float = 0
    pattern: Pattern = "solid"
    edge: str = ""


@dataclass(frozen=True)
class ImageBox:
    """A picture from a file that fills a rectangle. ``alt`` is what it says, for who cannot see it."""

    rect: QRectF
    data: bytes = field(repr=False)
    alt: str = ""


Box = TextBox | ShapeBox | ImageBox


@dataclass(frozen=True)
class Pages:
    """A scene in one or more pages. ``focus`` is the page of what is newest or marked; ``boxes`` places one page."""

    count: int
    boxes: Callable[[int], list[Box]]
    focus: int = 0


def single(boxes: list[Box]) -> Pages:
    """A scene that is one page."""
    return Pages(1, lambda _: boxes)


@dataclass(frozen=True)
class Stage:
    """The size of the screen, its colours, and who sets text on it. All measures are proportions of the size."""

    width: float
    height: float
    palette: BeamPalette
    typesetter: Typesetter

    def px(self, reference: float) -> float:
        """A length given for a screen of 1080 pixels high."""
        return reference * self.height / REFERENCE_HEIGHT

    def across(self, reference: float) -> float:
        """A horizontal distance given for a screen of 1920 pixels wide: less of it on a narrow screen."""
        return reference * self.width / REFERENCE_WIDTH

    @property
    def smallest(self) -> int:
        """The smallest size of content, in pixels."""
        return math.ceil(self.height / SMALLEST_PART)

    @property
    def margin(self) -> float:
        """Left and right of everything."""
        return self.width / 20

    @property
    def area(self) -> QRectF:
        """Where scenes stand: between header and footer."""
        top, bottom = self.px(146), self.px(962)
        return QRectF(self.margin, top, self.width - 2 * self.margin, bottom - top)

    def size(self, reference: float) -> int:
        """A size of content, given for 1080 pixels, never under the smallest."""
        return max(self.smallest, round(self.px(reference)))

    def label_size(self, reference: float) -> int:
        """A size of labels, given for 1080 pixels."""
        return max(1, round(self.px(reference)))

    def fitted(self, text: str, face: Face, rect: QRectF, largest: float, lines: int = 99) -> Block:
        """The text as large as fits a rectangle, ``largest`` being given for 1080 pixels; cut with … if need be."""
        block = self.typesetter.fit(text, face, rect.width(), rect.height(), self.px(largest), self.smallest, lines)
        return cut(self.typesetter, block, min(lines, max(1, int(rect.height() / block.line_height))), rect.width())

    def line(
        self,
        text: str,
        face: Face,
        pixels: int,
        rect: QRectF,
        colour: str,
        align: Align = "left",
        kind: Kind = "label",
    ) -> TextBox:
        """One line in the middle of the height of a rectangle, cut with … if it is too long."""
        block = one_line(self.typesetter, text, face, pixels, rect.width())
        top = rect.center().y() - block.height / 2
        return TextBox(QRectF(rect.left(), top, rect.width(), block.height), block, colour, align, kind)


def one_line(typesetter: Typesetter, text: str, face: Face, pixels: int, width: float) -> Block:
    """The text in one line, cut with … if it is wider."""
    block = typesetter.set(text, face, pixels, width)
    return block if len(block.lines) < 2 else cut(typesetter, block, 1, width)


def within(typesetter: Typesetter, text: str, face: Face, pixels: int, width: float, height: float) -> Block:
    """As much of the text as a height holds, one line at least; cut with … if there is more."""
    block = typesetter.set(text, face, pixels, width)
    return cut(typesetter, block, max(1, int(height / block.line_height)), width)


def cut(typesetter: Typesetter, block: Block, lines: int, width: float) -> Block:
    """The first lines of a block; the last ends in … when there were more."""
    if len(block.lines) <= lines:
        return block
    last = block.part(lines - 1, len(block.lines)).text
    while last and typesetter.width(last + "…", block.face, block.pixels) > width:
        last = last[:-1] if len(last) < 200 else last[: len(last) * 2 // 3]
    shown = (*block.lines[: lines - 1], last.rstrip(" ,;:.") + "…")
    widest = max(typesetter.width(line, block.face, block.pixels) for line in shown)
    return Block(shown, block.face, block.pixels, widest, broken=True)
