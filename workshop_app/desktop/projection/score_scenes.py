"""Scenes of scores: the spread of a self-scan, positions now and wanted."""

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.bars import option_shape
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, TextBox, within
from workshop_app.desktop.projection.rows import Rows, ground, heading, hint, paged, parted, text_box
from workshop_app.desktop.projection.typeset import BODY, HEADING, STRONG, Block

_HIGHEST_LABEL = 0.65
"""The part of the height that the name of a position may take; a longer one is cut."""
_TRACK = 0.427
"""The part of the width that the scale of a spread takes."""


def spread(stage: Stage, scene: scenes.Spread) -> Pages:
    """Each statement with the reach of its scores and their mean; the marked ones in a warm colour."""
    boxes, area = heading(stage, scene.heading, stage.area)
    below, area = hint(stage, scene.hint, area)
    pad = stage.px(22)
    numbers = stage.typesetter.width("8,8", HEADING, stage.size(48)) + stage.px(60)
    track = 0 if scene.hidden else area.width() * _TRACK
    if scene.rows and not scene.hidden:
        ends = QRectF(area.right() - numbers - track, area.top(), track, stage.px(44))
        below += _ends(stage, scene, ends)
        area = area.adjusted(0, ends.height(), 0, 0)
    width = area.width() if scene.hidden else area.width() - track - numbers - stage.px(40)

    parts = parted(stage, scene.rows, lambda row: row.label, width, area.height() - 2 * pad)

    def blocks(number: int, pixels: int) -> list[Block]:
        return [stage.typesetter.set(parts[number][1], BODY, pixels, width)]

    def height(number: int, pixels: int) -> float:
        return blocks(number, pixels)[0].height + 2 * pad

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        row, _, first = parts[number]
        inner = QRectF(rect.left(), rect.top() + pad, width, 0)
        text = text_box(inner, blocks(number, pixels)[0], stage.palette.text)
        placed: list[Box] = [*ground(stage, rect, marked=False), text]
        if scene.hidden or not first:
            return placed
        scale = QRectF(rect.right() - numbers - track, rect.top(), track, rect.height())
        value = QRectF(rect.right() - numbers, rect.top(), numbers, rect.height())
        size = stage.size(48)
        placed.append(stage.line(row.value, HEADING, size, value, stage.palette.text, "right", "content"))
        return [*placed, *_reach(stage, scene, row, scale)]

    return paged(stage, [*boxes, *below], area, Rows(len(parts), blocks, height, place), 56)


def _ends(stage: Stage, scene: scenes.Spread, rect: QRectF) -> list[Box]:
    """The scores between which all stand, above the ends of their scale."""
    low, high = (f"{score:g}" for score in (scene.lowest, scene.highest))
    size, colour = stage.label_size(32), stage.palette.muted
    inner = rect.adjusted(stage.px(6), 0, -stage.px(6), 0)
    return [
        stage.line(low, STRONG, size, inner, colour),
        stage.line(high, STRONG, size, inner, colour, "right"),
    ]


def _reach(stage: Stage, scene: scenes.Spread, row: scenes.SpreadRow, scale: QRectF) -> list[Box]:
    colours, middle = stage.palette, scale.center().y()
    thin, thick, disc = stage.px(14), stage.px(30), stage.px(32)
    track = QRectF(scale.left(), middle - thin / 2, scale.width(), thin)
    boxes: list[Box] = [ShapeBox(track, fill=colours.todo, radius=thin / 2)]
    if not row.value:
        return boxes

    def at(score: float) -> float:
        part = (score - scene.lowest) / ((scene.highest - scene.lowest) or 1)
        return scale.left() + thick / 2 + (scale.width() - thick) * min(max(part, 0.0), 1.0)

    left, right = at(row.low) - thick / 2, at(row.high) + thick / 2
    boxes.append(ShapeBox(QRectF(left, middle - thick / 2, right - left, thick), fill=colours.reach, radius=thick / 2))
    colour = colours.warm if row.highlighted else colours.text
    ring = disc + stage.px(18)
    for size, fill, line in ((ring, colours.ground, colour), (disc, colour, "")):
        spot = QRectF(at(row.mean) - size / 2, middle - size / 2, size, size)
        boxes.append(ShapeBox(spot, fill, line, stage.px(4), size / 2))
    return boxes


def choice(stage: Stage, scene: scenes.Choice) -> Pages:
    """Each position with two bars: how many are there now, how many want to be."""
    boxes, area = heading(stage, scene.heading, stage.area)
    below, area = hint(stage, scene.hint, area)
    if not scene.hidden:
        names, area = _legend(stage, scene, area)
        below += names
    pad = stage.px(18)
    width = area.width() * (1.0 if scene.hidden else 0.56)
    parts = parted(stage, scene.rows, lambda row: row.text, width, area.height() * (0.95 - _HIGHEST_LABEL))
    full = max((max(row.now, row.wanted) for row in scene.rows), default=0) or 1

    def blocks(number: int, pixels: int) -> list[Block]:
        row, text, first = parts[number]
        name, high = row.label if first else "", area.height() * _HIGHEST_LABEL
        label = within(stage.typesetter, name, STRONG, pixels, width, high)
        return [label, stage.typesetter.set(text, BODY, pixels, width)]

    def height(number: int, pixels: int) -> float:
        least = 2 * _bar_pitch(stage) if parts[number][2] and not scene.hidden else 0
        return max(sum(block.height for block in blocks(number, pixels)), least) + 2 * pad

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        row, _, first = parts[number]
        placed: list[Box] = ground(stage, rect, marked=False)
        inner = QRectF(rect.left(), rect.top() + pad, width, 0)
        for block, colour in zip(blocks(number, pixels), (stage.palette.text, stage.palette.muted), strict=True):
            placed.append(text_box(inner, block, colour))
            inner.translate(0, block.height)
        if scene.hidden or not first:
            return placed
        right = rect.adjusted(width + stage.px(40), 0, 0, 0)
        return [*placed, *_two_bars(stage, row, full, right)]

    return paged(stage, [*boxes, *below], area, Rows(len(parts), blocks, height, place), 52)


def _bar_pitch(stage: Stage) -> float:
    return stage.size(46) * 1.15


def _legend(stage: Stage, scene: scenes.Choice, area: QRectF) -> tuple[list[Box], QRectF]:
    """What the two bars mean, above the column of bars."""
    boxes: list[Box] = []
    size, swatch = stage.smallest, stage.px(34)
    left = area.left() + area.width() * 0.56 + stage.px(40)
    for label, pattern in ((scene.now_label, scenes.PATTERNS[0]), (scene.wanted_label, scenes.PATTERNS[1])):
        row = QRectF(left, area.top(), area.right() - left, stage.px(60))
        boxes.append(option_shape(stage, QRectF(left, row.center().y() - swatch / 2, swatch, swatch), pattern))
        words = row.adjusted(swatch + stage.px(14), 0, 0, 0)
        text = stage.line(label, BODY, size, words, stage.palette.text, kind="content")
        boxes.append(
            TextBox(text.rect.adjusted(0, 0, text.block.width - words.width() + 1, 0), text.block, text.colour)
        )
        left = words.left() + text.block.width + stage.px(44)
    return boxes, area.adjusted(0, stage.px(68), 0, 0)


def _two_bars(stage: Stage, row: scenes.ChoiceRow, full: int, rect: QRectF) -> list[Box]:
    boxes: list[Box] = []
    size, pitch = stage.size(46), _bar_pitch(stage)
    numbers = stage.typesetter.width("888", HEADING, size) + stage.px(10)
    top = rect.center().y() - pitch
    for place, count in enumerate((row.now, row.wanted)):
        line = QRectF(rect.left(), top + place * pitch, rect.width(), pitch)
        number = line.adjusted(line.width() - numbers, 0, 0, 0)
        boxes.append(stage.line(str(count), HEADING, size, number, stage.palette.text, "right", "content"))
        if count:
            length = max((line.width() - numbers - stage.px(20)) * count / full, stage.px(12))
            bar = QRectF(line.left(), line.center().y() - pitch * 0.32, length, pitch * 0.64)
            boxes.append(option_shape(stage, bar, scenes.PATTERNS[place]))
    return boxes
