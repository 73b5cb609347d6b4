"""The scene of rows with their state: principles, topics of a checklist, topics that are sorted."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.bars import option_shape
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, TextBox, within
from workshop_app.desktop.projection.rows import Rows, ground, heading, hint, paged, parted, text_box
from workshop_app.desktop.projection.typeset import BODY, HEADING, STRONG, Block

_HIGHEST_CHIP = 0.5
"""The part of the height that the word of a state may take; a longer one is cut."""


def state_list(stage: Stage, scene: scenes.StateList) -> Pages:
    """Rows with a column for each option and for dots, as far as there are any; a word of the state below the text."""
    boxes, area = heading(stage, scene.heading, stage.area)
    below, area = hint(stage, scene.hint, area)
    columns = _columns(stage, scene, area)
    if columns:
        head = QRectF(area.left(), area.top(), area.width(), stage.px(56))
        boxes += _head(stage, columns, head)
        area = area.adjusted(0, head.height(), 0, 0)
    left = min((column.left for column in columns), default=area.right())
    pad = stage.px(20)
    width = left - area.left() - pad - (stage.px(36) if columns else pad)

    def chip(text: str) -> Block:
        return within(stage.typesetter, text, STRONG, stage.smallest, width, area.height() * _HIGHEST_CHIP)

    highest = max((chip(f"{scene.chip_label}: {row.chip}").height for row in scene.rows), default=0)
    parts = parted(stage, scene.rows, lambda row: row.text, width, area.height() - 2 * pad - highest)

    def blocks(number: int, pixels: int) -> list[Block]:
        row, text, first = parts[number]
        state = ": ".join(filter(None, (scene.chip_label, row.chip))) if first and row.chip else ""
        below = [chip(state)] if state else []
        return [stage.typesetter.set(text, BODY, pixels, width), *below]

    def height(number: int, pixels: int) -> float:
        least = stage.size(50) * 1.2 + stage.px(22) if columns else 0
        return max(sum(block.height for block in blocks(number, pixels)), least) + 2 * pad

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        row, _, first = parts[number]
        lines = blocks(number, pixels)
        inner = rect.adjusted(pad, (rect.height() - sum(block.height for block in lines)) / 2, 0, 0)
        inner.setWidth(width)
        placed: list[Box] = ground(stage, rect, marked=row.highlighted)
        for block, colour in zip(lines, (stage.palette.text, stage.palette.accent), strict=False):
            placed.append(text_box(inner, block, colour))
            inner.setTop(inner.top() + block.height)
        return placed + (_cells(stage, columns, row, rect) if first else [])

    focus = next((number for number, part in enumerate(parts) if part[0].highlighted), 0)
    return paged(stage, [*boxes, *below], area, Rows(len(parts), blocks, height, place, focus=focus), 56)


@dataclass(frozen=True)
class _Column:
    """A column right of the text: an option by its place in the scale, or the dots when that is None."""

    label: str
    left: float
    width: float
    option: int | None


def _columns(stage: Stage, scene: scenes.StateList, area: QRectF) -> list[_Column]:
    named: list[tuple[str, int | None]] = []
    if any(row.counts is not None for row in scene.rows):
        named += [(label, place) for place, label in enumerate(scene.options)]
    if any(row.dots is not None for row in scene.rows):
        named.append((scene.dots_label, None))
    columns: list[_Column] = []
    right = area.right()
    for label, option in reversed(named):
        wide = stage.typesetter.width(label, STRONG, stage.label_size(32)) + stage.px(68)
        width = max(stage.across(150), min(wide, area.width() * 0.6 / len(named)))
        right -= width
        columns.insert(0, _Column(label, right, width, option))
    return columns


def _head(stage: Stage, columns: list[_Column], rect: QRectF) -> list[Box]:
    boxes: list[Box] = []
    thick, swatch = max(1.0, stage.px(4)), stage.px(26)
    for column in columns:
        cell = QRectF(column.left, rect.top(), column.width - stage.px(14), rect.height() - 2 * thick)
        spot = QRectF(cell.left(), cell.center().y() - swatch / 2, swatch, swatch)
        if column.option is None:
            boxes.append(ShapeBox(spot, fill=stage.palette.warm, radius=swatch / 2))
        else:
            boxes.append(option_shape(stage, spot, _pattern(column.option)))
        words = cell.adjusted(stage.px(38), 0, 0, 0)
        boxes.append(stage.line(column.label, STRONG, stage.label_size(32), words, stage.palette.muted))
    line = QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick)
    return [*boxes, ShapeBox(line, fill=stage.palette.done)]


def _pattern(option: int) -> scenes.Pattern:
    return scenes.PATTERNS[option % len(scenes.PATTERNS)]


def _cells(stage: Stage, columns: list[_Column], row: scenes.StateRow, rect: QRectF) -> list[Box]:
    boxes: list[Box] = []
    for column in columns:
        cell = QRectF(column.left, rect.top(), column.width - stage.px(14), rect.height())
        if column.option is not None and row.counts is not None:
            boxes += _count(stage, cell, row.counts, column.option)
        elif column.option is None and row.dots is not None:
            boxes.append(_number(stage, cell, row.dots))
    return boxes


def _number(stage: Stage, cell: QRectF, number: int) -> TextBox:
    """A number a little above the middle: there is a bar below most."""
    place = cell.translated(0, -stage.px(12))
    return stage.line(str(number), HEADING, stage.size(50), place, stage.palette.text, kind="content")


def _count(stage: Stage, cell: QRectF, counts: tuple[int, ...], option: int) -> list[Box]:
    """The number above a small bar: its part of all answers."""
    count = counts[option] if option < len(counts) else 0
    number, height = _number(stage, cell, count), stage.px(18)
    track = QRectF(cell.left(), number.rect.bottom() + stage.px(4), cell.width(), height)
    boxes: list[Box] = [number, ShapeBox(track, fill=stage.palette.todo, radius=height / 4)]
    if count:
        part = QRectF(track)
        part.setWidth(max(track.width() * count / sum(counts), height / 2))
        boxes.append(option_shape(stage, part, _pattern(option)))
    return boxes
