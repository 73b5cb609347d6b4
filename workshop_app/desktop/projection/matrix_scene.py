"""The scene of a matrix: axes with their ends, the names of the quarters, and points that nothing covers."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, TextBox, cut, one_line, single
from workshop_app.desktop.projection.rows import Rows, heading, paged
from workshop_app.desktop.projection.typeset import BODY, NAME, STRONG, Block
from workshop_app.model import label_places as places
from workshop_app.model.values import MATRIX_STEPS

_MIDDLE = (MATRIX_STEPS + 1) / 2
_DASHES = 60
_ENDS = 0.24
"""The most of the width that the ends of the upright axis take."""
_TWO_LINES = 0.62
"""The part of its length that a text of a few words needs to stand on two lines."""
_MOST_NAMED = 24
"""More names than this never find a place that can be read."""


def matrix(stage: Stage, scene: scenes.Matrix) -> Pages:
    """The matrix with a name beside each point; where those do not fit, with numbers, and who they are on the pages
    after it."""
    boxes, area = heading(stage, scene.heading, stage.area, 50)
    drawing = _Matrix(stage, scene, area)
    around = [*boxes, *drawing.axes()]
    labelled = drawing.labelled()
    if labelled is not None:
        return single([*around, *labelled])
    numbered = [*around, *drawing.numbered()]
    legend = _legend(stage, scene)
    return Pages(1 + legend.count, lambda page: legend.boxes(page - 1) if page else numbered)


@dataclass(frozen=True)
class _Matrix:
    """A matrix on its stage."""

    stage: Stage
    scene: scenes.Matrix
    area: QRectF

    @cached_property
    def _left(self) -> float:
        words = " ".join(self.scene.up).split()
        lengths = [self.stage.typesetter.width(word, STRONG, self.stage.smallest) for word in words]
        # An end of a few words stands on two lines.
        lengths += [_TWO_LINES * self.stage.typesetter.width(end, STRONG, self.stage.smallest) for end in self.scene.up]
        return min(max(lengths), self.area.width() * _ENDS) + self.stage.px(34) if words else 0

    @cached_property
    def _frame(self) -> QRectF:
        below = self.stage.smallest * STRONG.spacing + self.stage.px(10) if any(self.scene.across) else 0
        return self.area.adjusted(self._left, 0, 0, -below)

    def axes(self) -> list[Box]:
        """The frame, its middle lines, the ends of the axes and the names of the quarters."""
        frame, palette, thin = self._frame, self.stage.palette, max(1.0, self.stage.px(3))
        boxes: list[Box] = [ShapeBox(frame, palette.card, palette.frame, thin, self.stage.px(16))]
        boxes += self._dashes(thin)
        return [*boxes, *self._ends(), *self._names, *self._hint()]

    def _dashes(self, thin: float) -> list[Box]:
        frame, colour = self._frame, self.stage.palette.frame
        boxes: list[Box] = []
        for n in range(_DASHES):
            across, down = frame.width() / _DASHES, frame.height() / _DASHES
            lying = QRectF(frame.left() + n * across, frame.center().y() - thin / 2, across * 0.6, thin)
            upright = QRectF(frame.center().x() - thin / 2, frame.top() + n * down, thin, down * 0.6)
            boxes += [ShapeBox(lying, fill=colour), ShapeBox(upright, fill=colour)]
        return boxes

    def _ends(self) -> list[Box]:
        frame, stage, half = self._frame, self.stage, self._frame.height() / 2
        boxes: list[Box] = []
        column = QRectF(self.area.left(), 0, self._left - stage.px(34), 0)
        for text, top in ((self.scene.up[1], frame.top()), (self.scene.up[0], frame.top() + half)):
            block = stage.typesetter.set(text, STRONG, stage.smallest, column.width())
            block = cut(stage.typesetter, block, max(1, int(half / block.line_height)), column.width())
            place = QRectF(column.left(), top + (half - block.height) / 2, column.width(), block.height)
            boxes.append(TextBox(place, block, stage.palette.text, "centre"))
        row = QRectF(
            frame.left(), frame.bottom(), frame.width() / 2 - stage.px(10), self.area.bottom() - frame.bottom()
        )
        size, colour = stage.smallest, stage.palette.text
        boxes.append(stage.line(self.scene.across[0], STRONG, size, row, colour, kind="content"))
        row.translate(frame.width() / 2 + stage.px(10), 0)
        boxes.append(stage.line(self.scene.across[1], STRONG, size, row, colour, "right", "content"))
        return boxes

    @cached_property
    def _names(self) -> list[TextBox]:
        """The names of the quarters, each in its corner."""
        frame, stage, pad = self._frame, self.stage, self.stage.px(24)
        height = stage.smallest * STRONG.spacing
        boxes = []
        for number, name in enumerate(self.scene.quadrants):
            block = one_line(stage.typesetter, name, STRONG, stage.smallest, frame.width() / 2 - 2 * pad)
            left = frame.right() - pad - block.width - 1 if number < 2 else frame.left() + pad
            top = frame.bottom() - height - pad / 2 if number % 2 else frame.top() + pad / 2
            if block.text:
                boxes.append(TextBox(QRectF(left, top, block.width + 1, height), block, stage.palette.muted))
        return boxes

    def _hint(self) -> list[Box]:
        if not self.scene.hint:
            return []
        stage, frame = self.stage, self._frame
        block = one_line(stage.typesetter, self.scene.hint, BODY, stage.size(50), frame.width() * 0.8)
        place = QRectF(0, 0, block.width + stage.px(60), block.height + stage.px(30))
        place.moveCenter(frame.center())
        text = QRectF(place.left(), place.center().y() - block.height / 2, place.width(), block.height)
        palette = stage.palette
        return [
            ShapeBox(place, palette.card, palette.frame, max(1.0, stage.px(2)), stage.px(12)),
            TextBox(text, block, palette.text, "centre"),
        ]

    def labelled(self) -> list[Box] | None:
        """The points with their names, None when these do not all fit."""
        stage, radius = self.stage, self.stage.px(24)
        named = [n for n, point in enumerate(self.scene.points) if point.label]
        if len(named) > _MOST_NAMED:
            return None
        spots = self._spots(radius)
        boxes = [shape for spot in spots for shape in self._point(spot)]
        blocks = [one_line(stage.typesetter, self.scene.points[n].label, STRONG, stage.smallest, 1e6) for n in named]
        pad = stage.px(8)
        sizes = [(block.width + 2 * pad, block.line_height) for block in blocks]
        # Points without a name are in the way too.
        bare = [spots[n].box(radius) for n in range(len(spots)) if n not in named]
        taken = [*bare, *self._taken]
        found = places.label_places([spots[n] for n in named], sizes, radius, _box(self._frame), taken)
        if found is None:
            return None
        for place, block in zip(found, blocks, strict=True):
            rect = QRectF(QPointF(place.left, place.top), QPointF(place.right, place.bottom))
            # No dashes of a middle line run through a name.
            ground = rect.adjusted(pad / 2, 0, -pad / 2, 0)
            boxes += [ShapeBox(ground, stage.palette.card), TextBox(rect, block, stage.palette.text, "centre")]
        return boxes

    def numbered(self) -> list[Box]:
        """The points with a number inside."""
        stage, size = self.stage, self.stage.smallest
        widest = stage.typesetter.width(str(len(self.scene.points)), STRONG, size)
        radius = max(widest / 2 + stage.px(7), size * 0.62)
        boxes: list[Box] = []
        for number, spot in enumerate(self._spots(radius + stage.px(1)), start=1):
            disc = QRectF(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius)
            line = max(1.0, stage.px(3))
            boxes.append(ShapeBox(disc, stage.palette.card, stage.palette.accent, line, radius))
            boxes.append(stage.line(str(number), STRONG, size, disc, stage.palette.text, "centre", "content"))
        return boxes

    @property
    def _taken(self) -> list[places.Box]:
        return [_box(name.rect) for name in self._names]

    def _spots(self, radius: float) -> list[places.Spot]:
        frame, points = self._frame, self.scene.points
        inset = self.stage.smallest * STRONG.spacing + self.stage.px(20) + radius
        inner = frame.adjusted(self.stage.px(60), inset, -self.stage.px(60), -inset)
        wanted = [
            places.Spot(
                inner.left() + (point.across - 1) / (MATRIX_STEPS - 1) * inner.width(),
                inner.bottom() - (point.up - 1) / (MATRIX_STEPS - 1) * inner.height(),
            )
            for point in points
        ]
        return places.spread_out(wanted, radius, [self._field(point) for point in points], self._taken)

    def _field(self, point: scenes.MatrixPoint) -> places.Box:
        """The quarter of a point: moved aside, it never comes into another one."""
        box, middle = _box(self._frame), self._frame.center()
        return places.Box(
            middle.x() if point.across > _MIDDLE else box.left,
            middle.y() if point.up < _MIDDLE else box.top,
            middle.x() if point.across < _MIDDLE else box.right,
            middle.y() if point.up > _MIDDLE else box.bottom,
        )

    def _point(self, spot: places.Spot) -> list[Box]:
        stage, palette = self.stage, self.stage.palette
        ring, disc = stage.px(21), stage.px(15)
        around = QRectF(spot.x - ring, spot.y - ring, 2 * ring, 2 * ring)
        within = QRectF(spot.x - disc, spot.y - disc, 2 * disc, 2 * disc)
        line = max(1.0, stage.px(2))
        return [
            ShapeBox(around, palette.card, palette.accent, line, ring),
            ShapeBox(within, palette.accent, radius=disc),
        ]


def _box(rect: QRectF) -> places.Box:
    return places.Box(rect.left(), rect.top(), rect.right(), rect.bottom())


def _legend(stage: Stage, scene: scenes.Matrix) -> Pages:
    """Who the numbers are, in as many columns as their names leave room for."""
    boxes, area = heading(stage, scene.legend, stage.area)
    numbers = stage.typesetter.width("88", STRONG, stage.smallest) + stage.px(24)
    gap = stage.px(40)
    widest = max(stage.typesetter.width(point.label, NAME, stage.smallest) for point in scene.points)
    columns = next((n for n in (3, 2) if (area.width() - gap * (n - 1)) / n - numbers >= widest), 1)
    width = (area.width() - gap * (columns - 1)) / columns
    count = -(-len(scene.points) // columns)

    def in_row(row: int) -> range:
        return range(row, len(scene.points), count)

    def blocks(row: int, pixels: int) -> list[Block]:
        whole = [stage.typesetter.set(scene.points[n].label, NAME, pixels, width - numbers) for n in in_row(row)]
        most = int(area.height() / (BODY.spacing * pixels)) - 1
        return [cut(stage.typesetter, block, most, width - numbers) for block in whole]

    def height(row: int, pixels: int) -> float:
        return max(block.height for block in blocks(row, pixels)) + stage.px(6)

    def place(row: int, pixels: int, rect: QRectF) -> list[Box]:
        placed: list[Box] = []
        for column, (n, block) in enumerate(zip(in_row(row), blocks(row, pixels), strict=True)):
            left = rect.left() + column * (width + gap)
            number = stage.typesetter.set(str(n + 1), STRONG, pixels, numbers)
            placed.append(TextBox(QRectF(left, rect.top(), numbers, number.height), number, stage.palette.accent))
            name = QRectF(left + numbers, rect.top(), width - numbers, block.height)
            placed.append(TextBox(name, block, stage.palette.text))
        return placed

    return paged(stage, boxes, area, Rows(count, blocks, height, place), stage.smallest)
