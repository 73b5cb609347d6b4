"""The scene of small groups at work: what the tables do, and one clock for all of them."""

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import LARGE, Box, Pages, Stage, single
from workshop_app.desktop.projection.rows import Rows, ground, paged, parted, text_box, upper
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
    title = stage.fitted(scene.heading, HEADING, high.adjusted(0, 0, -high.width() * 0.36, 0), LARGE)
    boxes: list[Box] = [
        text_box(high.adjusted(0, 0, -high.width() * 0.36, 0), title, stage.palette.text),
        text_box(right, digits, stage.palette.accent, "right"),
        text_box(right.adjusted(0, digits.height, 0, 0), words, stage.palette.muted, "right"),
    ]
    return _rows(stage, boxes, area.adjusted(0, high.height() + stage.px(24), 0, 0), scene.rows)


def _rows(stage: Stage, around: list[Box], area: QRectF, rows: tuple[scenes.TaskRow, ...]) -> Pages:
    gap = stage.px(32)

    def names(pixels: int) -> float:
        """The width of the labels: what they need, up to a third."""
        widest = max(stage.typesetter.width(row.label, STRONG, pixels) for row in rows) + 1
        return min(widest, area.width() * 0.33)

    narrowest = area.width() - names(stage.smallest) - gap
    parts = parted(stage, rows, lambda row: row.text, narrowest, area.height() - stage.smallest)

    def blocks(number: int, pixels: int) -> list[Block]:
        return [stage.typesetter.set(parts[number][1], BODY, pixels, area.width() - names(pixels) - gap)]

    def height(number: int, pixels: int) -> float:
        return max(blocks(number, pixels)[0].height, pixels * BODY.spacing) + 2 * _AIR * pixels

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        row, _, first = parts[number]
        inner = rect.adjusted(0, _AIR * pixels, 0, 0)
        label = QRectF(inner.left(), inner.top(), names(pixels), pixels * STRONG.spacing)
        name = stage.line(row.label, STRONG, pixels, label, stage.palette.accent, kind="content")
        return [
            *ground(stage, rect, marked=False),
            *([name] if first else []),
            text_box(inner.adjusted(names(pixels) + gap, 0, 0, 0), blocks(number, pixels)[0], stage.palette.text),
        ]

    return paged(stage, around, area, Rows(len(parts), blocks, height, place), 56)
