"""Bars of an answer: a name, a length, a fill that differs in pattern too, and the number."""

from functools import lru_cache

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection.boxes import Box, ShapeBox, Stage
from workshop_app.desktop.projection.scene import PATTERNS, Bar, Pattern
from workshop_app.desktop.projection.typeset import BODY, HEADING
from workshop_app.desktop.theme import BeamPalette
from workshop_app.model.colour import GRAPHIC_CONTRAST, contrast, mix


def bars_height(stage: Stage, count: int) -> float:
    """The height that a number of bars takes."""
    return _pitch(stage, count) * count


def result_bars(stage: Stage, bars: tuple[Bar, ...], total: int, area: QRectF) -> list[Box]:
    """The bars below each other, as long as their part of the total."""
    pixels, pitch = stage.size(45), _pitch(stage, len(bars))
    full = max(total, sum(bar.count for bar in bars), 1)
    names = max((stage.typesetter.width(bar.label, BODY, pixels) for bar in bars), default=0) + 1
    names = min(max(names, stage.px(174)), area.width() * 0.4)
    numbers = stage.typesetter.width("888", HEADING, stage.size(54))
    left = area.left() + names + stage.px(40)
    room = area.right() - numbers - stage.px(30) - left
    boxes: list[Box] = []
    for place, bar in enumerate(bars):
        row = QRectF(area.left(), area.top() + place * pitch, area.width(), pitch)
        name = QRectF(row.left(), row.top(), names, pitch)
        count = QRectF(row.right() - numbers, row.top(), numbers, pitch)
        boxes.append(stage.line(bar.label, BODY, pixels, name, stage.palette.text, kind="content"))
        boxes.append(stage.line(str(bar.count), HEADING, stage.size(54), count, stage.palette.text, "right", "content"))
        if bar.count:
            length = max(room * bar.count / full, stage.px(16))
            rect = QRectF(left, row.center().y() - stage.px(29), length, stage.px(58))
            boxes.append(option_shape(stage, rect, bar.pattern, bar.strength))
    return boxes


def option_shape(stage: Stage, rect: QRectF, pattern: Pattern, strength: float | None = None) -> ShapeBox:
    """A shape filled as its option: the place of the pattern gives the colour, or on a scale of scores its strength."""
    scored = strength is not None
    colour = shade(stage.palette, strength) if scored else stage.palette.options[PATTERNS.index(pattern)]
    radius = min(stage.px(8), rect.height() / 4)
    if pattern == "outline":
        width = min(stage.px(4), rect.height() / 5)
        return ShapeBox(rect, stage.palette.card, colour if scored else stage.palette.frame, width, radius)
    return ShapeBox(rect, colour, radius=radius, pattern=pattern)


@lru_cache(maxsize=64)
def shade(palette: BeamPalette, strength: float) -> str:
    """The main colour, paler for a lower score; always told from its ground."""
    shares = [n / 20 for n in range(13)]
    full = palette.options[0]
    seen = [share for share in shares if contrast(mix(full, palette.ground, share), palette.ground) >= GRAPHIC_CONTRAST]
    return mix(full, palette.ground, max(seen, default=0.0) * (1 - strength))


def _pitch(stage: Stage, count: int) -> float:
    return stage.px(97 if count < 4 else 80)
