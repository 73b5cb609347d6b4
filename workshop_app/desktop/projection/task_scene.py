"""The scene of small groups at work: what the tables do, and one clock for all of them."""

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import LARGE, Box, Pages, Stage, single, within
from workshop_app.desktop.projection.rows import Rows, ground, heading, paged, parted, text_box, upper
from workshop_app.desktop.projection.text_scenes import clock
from workshop_app.desktop.projection.typeset import BODY, HEADING, STRONG, Block

_AIR = 0.12
"""Above and below a row, in proportion to the size of its text."""


def task(stage: Stage, scene: scenes.Task) -> Pages:
    """The task above a large clock; where tables have their own, rows below the clock, which is on every page."""
    return _below_clock(stage, scene) if scene.rows else single(_alone(stage, scene))


def _alone(stage: Stage, scene: scenes.Task) -> list[Box]:
    area = stage.area.adjusted(0, stage.px(20), 0, 0)
    text = stage.fitted(scene.heading, HEADING, upper(area, 0.5), 110)
    low = area.adjusted(0, text.height + stage.px(30), 0, 0)
    digits = clock(stage, scene.seconds, low.adjusted(0, 0, -low.width() * 0.4, 0))
    beside = low.adjusted(digits.width + stage.px(48), 0, 0, 0)
    words = stage.fitted(scene.until, BODY, beside, LARGE, lines=2)
    middle = low.height() - (digits.height + words.height) / 2
    return [
        text_box(area, text, stage.palette.text),
        text_box(low.adjusted(0, low.height() - digits.height, 0, 0), digits, stage.palette.accent),
        text_box(beside.adjusted(0, middle, 0, 0), words, stage.palette.muted),
    ]


def _below_clock(stage: Stage, scene: scenes.Task) -> Pages:
    area = stage.area
    high = upper(area, 0.23)
    right = high.adjusted(high.width() * 0.68, 0, 0, 0)
    words = stage.fitted(scene.until, BODY, right, 46, lines=1)
    digits = clock(stage, scene.seconds, right.adjusted(0, 0, 0, -words.height))
    title, below = heading(stage, scene.heading, area.adjusted(0, 0, -area.width() * 0.36, 0))
    boxes: list[Box] = [
        *title,
        text_box(right, digits, stage.palette.accent, "right"),
        text_box(right.adjusted(0, digits.height, 0, 0), words, stage.palette.muted, "right"),
    ]
    area.setTop(max(below.top(), high.bottom() + stage.px(24)))
    return _rows(stage, boxes, area, scene.rows)


def _rows(stage: Stage, around: list[Box], area: QRectF, rows: tuple[scenes.TaskRow, ...]) -> Pages:
    gap = stage.px(32)

    def names(pixels: int) -> float:
        """The width of the labels: what they need, up to almost half."""
        widest = max(stage.typesetter.width(row.label, STRONG, pixels) for row in rows) + 1
        return min(widest, area.width() * 0.45)

    narrowest = area.width() - names(stage.smallest) - gap
    parts = parted(stage, rows, lambda row: row.text, narrowest, area.height() - stage.smallest)

    def blocks(number: int, pixels: int) -> tuple[Block, Block]:
        row, part, first = parts[number]
        wide = names(pixels)
        high = area.height() - 2 * _AIR * pixels
        label = within(stage.typesetter, row.label if first else "", STRONG, pixels, wide, high)
        return label, stage.typesetter.set(part, BODY, pixels, area.width() - wide - gap)

    def height(number: int, pixels: int) -> float:
        return max(block.height for block in blocks(number, pixels)) + 2 * _AIR * pixels

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        label, text = blocks(number, pixels)
        inner = rect.adjusted(0, _AIR * pixels, 0, 0)
        return [
            *ground(stage, rect, marked=False),
            text_box(inner.adjusted(0, 0, names(pixels) - inner.width(), 0), label, stage.palette.accent),
            text_box(inner.adjusted(names(pixels) + gap, 0, 0, 0), text, stage.palette.text),
        ]

    return paged(stage, around, area, Rows(len(parts), blocks, height, place), 56)
