"""The scene of small groups at their tables: who sits where."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, Stage, cut, single
from workshop_app.desktop.projection.rows import Rows, ground, heading, invitation, paged, text_box
from workshop_app.desktop.projection.scene import Seating
from workshop_app.desktop.projection.typeset import NAME, STRONG, Block

_NAMES = replace(NAME, spacing=1.16)
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
    seats = _Seats(stage, area.width(), seatings)
    parts = [
        part
        for seating in seatings
        for part in _split(seating, lambda each: seats.height(each, stage.smallest) <= area.height())
    ]
    rows = Rows(
        count=len(parts),
        blocks=lambda number, pixels: [seats.name(parts[number], pixels)],
        height=lambda number, pixels: seats.height(parts[number], pixels),
        place=lambda number, pixels, rect: seats.place(parts[number], pixels, rect),
    )
    return paged(stage, around, area, rows, 54)


class _Seats:
    """The row of a table at a size of text in pixels: its name at the left, those who sit there in the lines beside."""

    def __init__(self, stage: Stage, width: float, seatings: tuple[Seating, ...]) -> None:
        self._stage, self._width, self._seatings = stage, width, seatings
        self._pad, self._gap = stage.px(12), stage.px(44)

    def name(self, seating: Seating, pixels: int) -> Block:
        """The name of a table."""
        setter = self._stage.typesetter
        widest = max(setter.width(each.name, STRONG, pixels) for each in self._seatings) + 1
        width = min(widest, self._width * 0.3)
        return cut(setter, setter.set(seating.name, STRONG, pixels, width), _MOST_LINES, width)

    def height(self, seating: Seating, pixels: int) -> float:
        """The height of a row."""
        return max(self._people(seating, pixels)[0], self.name(seating, pixels).height) + 2 * self._pad

    def place(self, seating: Seating, pixels: int, rect: QRectF) -> list[Box]:
        """The boxes of a row."""
        palette, inner = self._stage.palette, rect.adjusted(0, self._pad, 0, -self._pad)
        name = text_box(inner, self.name(seating, pixels), palette.accent)
        people = [
            text_box(QRectF(inner.left() + x, inner.top() + y, block.width + 1, block.height), block, palette.text)
            for x, y, block in self._people(seating, pixels)[1]
        ]
        return [*ground(self._stage, rect, marked=False), name, *people]

    def _people(self, seating: Seating, pixels: int) -> tuple[float, list[tuple[float, float, Block]]]:
        """The height of all names, and where each stands."""
        setter = self._stage.typesetter
        left = max(self.name(each, pixels).width for each in self._seatings) + self._gap
        x, top, line, placed = left, 0.0, 0.0, []
        width = self._width - left
        for person in seating.people:
            block = cut(setter, setter.set(person, _NAMES, pixels, width), _MOST_LINES, width)
            if x > left and x + block.width > self._width:
                x, top, line = left, top + line, 0.0
            placed.append((x, top, block))
            x, line = x + block.width + self._gap, max(line, block.height)
        return top + line, placed
