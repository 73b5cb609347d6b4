"""The scene of small groups at their tables: who sits where."""

from collections.abc import Callable

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, Stage, cut, single
from workshop_app.desktop.projection.rows import Rows, ground, heading, invitation, paged, text_box
from workshop_app.desktop.projection.scene import Seating
from workshop_app.desktop.projection.typeset import BODY, STRONG, Block, Face

_NAMES = Face(BODY.family, 400, 1.16)
"""Names stand closer together than sentences."""
_MOST_LINES = 3
"""Of one name."""


def tables(stage: Stage, scene: scenes.Tables) -> Pages:
    """A row for each table: its name, and who sits there beside each other, a name never broken where there is room."""
    boxes, area = heading(stage, scene.heading, stage.area)
    if not scene.tables:
        return single([*boxes, *invitation(stage, scene.hint, area)])
    return _rows(stage, boxes, area, scene.tables)


def _split(seating: Seating, fits: Callable[[Seating], bool]) -> list[Seating]:
    """A table, or its parts where it is higher than a page."""
    parts, people = [], list(seating.people)
    while len(people) > 1 and not fits(Seating(seating.name, tuple(people))):
        most = next((n for n in range(len(people) - 1, 1, -1) if fits(Seating(seating.name, tuple(people[:n])))), 1)
        parts.append(Seating(seating.name, tuple(people[:most])))
        people = people[most:]
    return [*parts, Seating(seating.name, tuple(people))]


def _rows(stage: Stage, around: list[Box], area: QRectF, seatings: tuple[Seating, ...]) -> Pages:
    pad, gap = stage.px(12), stage.px(44)

    def label(seating: Seating, pixels: int) -> Block:
        widest = max(stage.typesetter.width(each.name, STRONG, pixels) for each in seatings) + 1
        width = min(widest, area.width() * 0.3)
        return cut(stage.typesetter, stage.typesetter.set(seating.name, STRONG, pixels, width), _MOST_LINES, width)

    def people(seating: Seating, pixels: int) -> tuple[float, list[tuple[float, float, Block]]]:
        """The height of all names, and where each stands."""
        widest = max(label(each, pixels).width for each in seatings)
        left, top, x = widest + gap, 0.0, widest + gap
        width, line, placed = area.width() - left, 0.0, []
        for person in seating.people:
            block = cut(stage.typesetter, stage.typesetter.set(person, _NAMES, pixels, width), _MOST_LINES, width)
            if x > left and x + block.width > area.width():
                x, top, line = left, top + line, 0.0
            placed.append((x, top, block))
            x, line = x + block.width + gap, max(line, block.height)
        return top + line, placed

    def row_height(seating: Seating, pixels: int) -> float:
        return max(people(seating, pixels)[0], label(seating, pixels).height) + 2 * pad

    parts = [
        part
        for seating in seatings
        for part in _split(seating, lambda each: row_height(each, stage.smallest) <= area.height())
    ]

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        seating, inner = parts[number], rect.adjusted(0, pad, 0, -pad)
        name, placed = label(seating, pixels), people(seating, pixels)[1]
        boxes = [*ground(stage, rect, marked=False), text_box(inner, name, stage.palette.accent)]
        for x, top, block in placed:
            where = QRectF(inner.left() + x, inner.top() + top, block.width + 1, block.height)
            boxes.append(text_box(where, block, stage.palette.text))
        return boxes

    rows = Rows(
        count=len(parts),
        blocks=lambda number, pixels: [label(parts[number], pixels)],
        height=lambda number, pixels: row_height(parts[number], pixels),
        place=place,
    )
    return paged(stage, around, area, rows, 54)
