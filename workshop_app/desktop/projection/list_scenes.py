"""Scenes that are lists: welcome with its facts, agenda, lines revealed one by one."""

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import LARGE, Box, Pages, ShapeBox, Stage, cut, one_line, within
from workshop_app.desktop.projection.rows import Rows, ground, heading, paged, pieces, text_box, upper
from workshop_app.desktop.projection.typeset import BODY, STRONG, TITLE, Block

_AIR = 0.28
"""What is left free in a row of the agenda, in proportion to the size of its text."""


def welcome(stage: Stage, scene: scenes.Welcome) -> Pages:
    """A large title, and below it what is noted, by whom, how long it is kept and whom to ask."""
    # What happens with what is said should be seen at once: the title makes room for it.
    for largest in (120, 100, 84):
        pages = _welcome(stage, scene, largest)
        if pages.count == 1:
            break
    return pages


def _welcome(stage: Stage, scene: scenes.Welcome, largest: float) -> Pages:
    area = stage.area
    title = stage.fitted(scene.title, TITLE, upper(area, 0.36), largest)
    boxes: list[Box] = [text_box(area, title, stage.palette.text)]
    area = area.adjusted(0, title.height + stage.px(14), 0, 0)
    if scene.subtitle:
        subtitle = stage.fitted(scene.subtitle, BODY, area, 50, lines=2)
        boxes.append(text_box(area, subtitle, stage.palette.muted))
        area = area.adjusted(0, subtitle.height, 0, 0)
    area = area.adjusted(0, stage.px(30), 0, 0)
    return _facts(stage, boxes, area, scene.facts)


def _facts(stage: Stage, boxes: list[Box], area: QRectF, facts: tuple[scenes.Fact, ...]) -> Pages:
    names = area.width() * 0.27
    gap, pad = stage.px(40), stage.px(14)

    def blocks(number: int, pixels: int) -> tuple[Block, Block]:
        label = cut(stage.typesetter, stage.typesetter.set(facts[number].label, STRONG, pixels, names), 2, names)
        text = stage.typesetter.set(facts[number].text, BODY, pixels, area.width() - names - gap)
        return label, cut(stage.typesetter, text, 6, area.width() - names - gap)

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        label, text = blocks(number, pixels)
        row = rect.adjusted(0, pad, 0, 0)
        thin = QRectF(rect.left(), rect.top(), rect.width(), max(1.0, stage.px(2)))
        left = QRectF(row.left(), row.top(), names, row.height())
        right = row.adjusted(names + gap, 0, 0, 0)
        return [
            ShapeBox(thin, fill=stage.palette.rule),
            text_box(left, label, stage.palette.accent),
            text_box(right, text, stage.palette.text),
        ]

    rows = Rows(
        count=len(facts),
        blocks=blocks,
        height=lambda number, pixels: max(block.height for block in blocks(number, pixels)) + 2 * pad,
        place=place,
    )
    return paged(stage, boxes, area, rows, 54)


def agenda(stage: Stage, scene: scenes.Agenda) -> Pages:
    """The rounds with their times; the current one marked."""
    boxes, area = heading(stage, scene.heading, stage.area)
    current = next((place for place, row in enumerate(scene.rows) if row.current), 0)

    pad = stage.px(20)

    def columns(pixels: int, rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Where time, title and minutes stand."""
        times = stage.typesetter.width("88:88", STRONG, pixels) + 1
        minutes = max(stage.typesetter.width(row.minutes, BODY, pixels) for row in scene.rows) + 1
        left, right = rect.left() + pad, rect.right() - pad
        title = QRectF(left + times + 2 * pad, rect.top(), right - minutes - left - times - 3 * pad, rect.height())
        return (
            QRectF(left, rect.top(), times, rect.height()),
            title,
            QRectF(right - minutes, rect.top(), minutes, rect.height()),
        )

    def blocks(number: int, pixels: int) -> list[Block]:
        row, width = scene.rows[number], columns(pixels, area)[1].width()
        face = STRONG if row.current else BODY
        return [within(stage.typesetter, row.title, face, pixels, width, area.height() - pixels * _AIR)]

    def height(number: int, pixels: int) -> float:
        return max(blocks(number, pixels)[0].height, pixels * BODY.spacing) + pixels * _AIR

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        row, colours = scene.rows[number], stage.palette
        time, title, minutes = columns(pixels, rect)
        text = blocks(number, pixels)[0]
        return [
            *ground(stage, rect, marked=row.current),
            stage.line(row.time, STRONG, pixels, time, colours.accent, kind="content"),
            text_box(title.adjusted(0, (rect.height() - text.height) / 2, 0, 0), text, colours.text),
            stage.line(row.minutes, BODY, pixels, minutes, colours.muted, "right", "content"),
        ]

    return paged(stage, boxes, area, Rows(len(scene.rows), blocks, height, place, focus=current), 56)


def reveal_list(stage: Stage, scene: scenes.RevealList) -> Pages:
    """Numbered lines that keep their places until they are revealed; the last revealed is marked."""
    boxes, area = heading(stage, scene.heading, stage.area)
    last = max((place for place, item in enumerate(scene.items) if item.revealed), default=-1)
    done = all(item.revealed for item in scene.items)
    note_boxes, area = _note(stage, scene.note, area)
    if done:
        boxes += note_boxes
    pad, numbers = stage.px(24), stage.px(96)
    width = area.width() - numbers - pad
    parts = [
        (str(place + 1) if not index else "", part, place)
        for place, item in enumerate(scene.items)
        for index, part in enumerate(pieces(stage, item.text, BODY, width, area.height() - 2 * pad))
    ]

    def blocks(number: int, pixels: int) -> list[Block]:
        return [stage.typesetter.set(parts[number][1], BODY, pixels, width)]

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        figure, _, item = parts[number]
        shown = scene.items[item].revealed
        colours = stage.palette
        line = QRectF(rect.left() + pad, rect.top() + pad, numbers - pad, 0)
        figures = one_line(stage.typesetter, figure, STRONG, pixels, numbers)
        behind = ground(stage, rect, marked=shown and item == last and not done)
        if not shown:
            return [*behind, text_box(line, figures, colours.muted)]
        text = text_box(rect.adjusted(numbers, pad, -pad, 0), blocks(number, pixels)[0], colours.text)
        return [*behind, text_box(line, figures, colours.accent), text]

    rows = Rows(
        count=len(parts),
        blocks=blocks,
        height=lambda number, pixels: blocks(number, pixels)[0].height + 2 * pad,
        place=place,
        focus=next((number for number, part in enumerate(parts) if part[2] == max(last, 0)), 0),
    )
    return paged(stage, boxes, area, rows, LARGE)


def _note(stage: Stage, text: str, area: QRectF) -> tuple[list[Box], QRectF]:
    if not text:
        return [], area
    block = stage.fitted(text, STRONG, area, 48, lines=3)
    low = area.adjusted(0, area.height() - block.height, 0, 0)
    return [text_box(low, block, stage.palette.accent)], area.adjusted(0, 0, 0, -block.height - stage.px(24))
