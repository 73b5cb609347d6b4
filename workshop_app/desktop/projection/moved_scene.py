"""The scene of what moved: each item with a bar of the previous time, one of now, and which way it went."""

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage
from workshop_app.desktop.projection.rows import Rows, ground, heading, paged, parted, text_box
from workshop_app.desktop.projection.typeset import BODY, HEADING, STRONG, Block

_TEXTS = 0.42
"""The part of the width that the items take."""
_LABELS = 32


def moved(stage: Stage, scene: scenes.Moved) -> Pages:
    """A row for each item; the word of where it went is there once the result of now is."""
    boxes, area = heading(stage, scene.heading, stage.area)
    if not scene.rows:
        return paged(stage, boxes, area, Rows(0, lambda *_: [], lambda *_: 0, lambda *_: []), 50)
    columns = _Columns(stage, scene, area)
    boxes += columns.head()
    below = area.adjusted(0, stage.px(56), 0, 0)
    pad = stage.px(16)
    parts = parted(stage, scene.rows, lambda row: row.text, columns.text.width(), below.height() - 2 * pad)

    def blocks(number: int, pixels: int) -> list[Block]:
        return [stage.typesetter.set(parts[number][1], BODY, pixels, columns.text.width())]

    def height(number: int, pixels: int) -> float:
        return max(blocks(number, pixels)[0].height, 2 * columns.pitch if parts[number][2] else 0) + 2 * pad

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        row, _, first = parts[number]
        text = blocks(number, pixels)[0]
        where = QRectF(columns.text.left(), rect.center().y() - text.height / 2, columns.text.width(), text.height)
        placed = [*ground(stage, rect, marked=False), text_box(where, text, stage.palette.text)]
        return placed + (columns.results(row, rect) if first else [])

    return paged(stage, boxes, below, Rows(len(parts), blocks, height, place), 50)


class _Columns:
    """Where number, text, bars, results and the way stand in all rows."""

    def __init__(self, stage: Stage, scene: scenes.Moved, area: QRectF) -> None:
        setter = stage.typesetter
        self._stage, self._scene, self._area = stage, scene, area
        self._size = stage.size(45)
        self.pitch = self._size * 1.2
        gap = stage.across(30)
        words = [row.moved for row in scene.rows]
        results = [text for row in scene.rows for text in (row.before_text, row.now_text)]
        way = min(max(setter.width(word, STRONG, self._size) for word in words) + 1, area.width() * 0.2)
        number = min(max(setter.width(text, HEADING, self._size) for text in results) + 1, area.width() * 0.2)
        count = setter.width("88", HEADING, self._size) + stage.px(16)
        self.text = QRectF(area.left() + count, 0, area.width() * _TEXTS - count, 0)
        self._count = QRectF(area.left(), 0, count, 0)
        self._way = QRectF(area.right() - way, 0, way, 0)
        right = self._way.left() - (gap if way > 1 else 0)
        self._number = QRectF(right - number, 0, number, 0)
        left = self.text.right() + gap
        self._bar = QRectF(left, 0, max(self._number.left() - gap - left, 1.0), 0)

    def head(self) -> list[Box]:
        """What the bars measure, what each of the two is, and a line below."""
        stage, colours, thick = self._stage, self._stage.palette, max(1.0, self._stage.px(4))
        row = QRectF(self._area.left(), self._area.top(), self._area.width(), stage.px(56) - 2 * thick)
        size, swatch = stage.label_size(_LABELS), stage.px(26)
        measure = QRectF(self.text.left(), row.top(), self.text.width(), row.height())
        boxes: list[Box] = [stage.line(self._scene.measure, STRONG, size, measure, colours.muted)]
        left = self._bar.left()
        for name, fill in ((self._scene.before_label, colours.reach), (self._scene.now_label, colours.done)):
            spot = QRectF(left, row.center().y() - swatch / 2, swatch, swatch)
            left += swatch + stage.px(12)
            width = min(stage.typesetter.width(name, STRONG, size) + 1, self._area.right() - left)
            words = QRectF(left, row.top(), width, row.height())
            boxes += [self._bar_shape(spot, fill), stage.line(name, STRONG, size, words, colours.muted)]
            left += width + stage.px(40)
        line = QRectF(row.left(), row.bottom() + thick, row.width(), thick)
        return [*boxes, ShapeBox(line, fill=colours.done)]

    def results(self, row: scenes.MovedRow, rect: QRectF) -> list[Box]:
        """The number of the item, its bars with their results, and the way."""
        stage, colours = self._stage, self._stage.palette
        top = rect.center().y() - self.pitch
        upper = QRectF(0, top, 0, self.pitch)
        boxes: list[Box] = [self._cell(self._count, rect, row.number, colours.accent)]
        boxes += self._result(upper, row.before, row.before_text, colours.reach)
        if row.now is not None:
            boxes += self._result(upper.translated(0, self.pitch), row.now, row.now_text, colours.done)
        if row.moved:
            boxes.append(stage.line(row.moved, STRONG, self._size, _at(self._way, rect), colours.text, kind="content"))
        return boxes

    def _cell(self, column: QRectF, rect: QRectF, text: str, colour: str) -> Box:
        return self._stage.line(text, HEADING, self._size, _at(column, rect), colour, kind="content")

    def _result(self, line: QRectF, part: float, text: str, fill: str) -> list[Box]:
        stage, number = self._stage, _at(self._number, line)
        words = stage.line(text, BODY, self._size, number, stage.palette.text, "right", "content")
        if not part:
            return [words]
        length = max(self._bar.width() * min(part, 1.0), stage.px(8))
        bar = QRectF(self._bar.left(), line.center().y() - self.pitch * 0.3, length, self.pitch * 0.6)
        return [words, self._bar_shape(bar, fill)]

    def _bar_shape(self, rect: QRectF, fill: str) -> ShapeBox:
        """The bar of the previous time has an outline: the two are not told apart by colour alone."""
        stage = self._stage
        line = stage.palette.done if fill == stage.palette.reach else ""
        radius = min(stage.px(8), rect.height() / 4, rect.width() / 2)
        return ShapeBox(rect, fill, line, max(1.0, stage.px(3)) if line else 0, radius)


def _at(column: QRectF, row: QRectF) -> QRectF:
    return QRectF(column.left(), row.top(), column.width(), row.height())
