"""The scene of options against criteria: as many columns on a page as can be read, and the total on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, TextBox, single, within
from workshop_app.desktop.projection.rows import Rows, ground, heading, hint, paged, parted, text_box
from workshop_app.desktop.projection.typeset import BODY, HEADING, STRONG, Block
from workshop_app.model.weighed import DIVIDED

_TEXTS = 0.32
"""The most of the width that the options take."""
_WIDEST_NAME = 0.11
"""The most of the width that one long word of a criterion may claim; a longer one is broken."""
_HIGHEST_HEAD = 0.35
"""The most of the height that the names of criteria take; longer ones are cut."""
_NAME_SIZE = 36


def grid(stage: Stage, scene: scenes.Grid) -> Pages:
    """A row for each option, a column for each criterion; where voices differ most is framed and has a sign."""
    boxes, area = heading(stage, scene.heading, stage.area, 50)
    below, area = hint(stage, scene.hint, area)
    around = [*boxes, *below]
    if not scene.rows:
        return single(around)
    return _Grid(stage, scene, area).pages(around)


@dataclass(frozen=True)
class _Grid:
    """A grid on its stage: the columns are shared out over as many pages as they need."""

    stage: Stage
    scene: scenes.Grid
    area: QRectF

    def pages(self, around: list[Box]) -> Pages:
        """Every part of the columns for the first rows, then for those of the next page."""
        parts = [self._part(around, columns) for columns in self._shared_out()]
        count = len(parts)
        return Pages(
            parts[0].count * count, lambda page: parts[page % count].boxes(min(page // count, parts[0].count - 1))
        )

    def _part(self, around: list[Box], columns: range) -> Pages:
        below = self.area.adjusted(0, self._head_height, 0, 0)
        width = self._text_width - 2 * self._pad
        parts = parted(self.stage, self.scene.rows, lambda row: row.text, width, below.height() - 2 * self._pad)

        def blocks(number: int, pixels: int) -> list[Block]:
            return [self.stage.typesetter.set(parts[number][1], BODY, pixels, width)]

        def height(number: int, pixels: int) -> float:
            return max(blocks(number, pixels)[0].height, self._score_size * 1.25) + 2 * self._pad

        def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
            row, _, first = parts[number]
            text = blocks(number, pixels)[0]
            inner = rect.adjusted(self._pad, (rect.height() - text.height) / 2, 0, 0)
            inner.setWidth(width)
            placed = [*ground(self.stage, rect, marked=False), text_box(inner, text, self.stage.palette.text)]
            return placed + (self._scores(row, columns, rect) if first else [])

        head = self._head(columns) if self.scene.criteria else []
        return paged(self.stage, [*around, *head], below, Rows(len(parts), blocks, height, place), 54)

    @property
    def _pad(self) -> float:
        return self.stage.px(10)

    @property
    def _score_size(self) -> int:
        return self.stage.size(50)

    @property
    def _text_width(self) -> float:
        longest = max(self.stage.typesetter.width(row.text, BODY, self.stage.smallest) for row in self.scene.rows)
        most = self.area.width() * (_TEXTS if self.scene.criteria else 1)
        return min(longest + 1 + 2 * self._pad, most)

    @property
    def _name_size(self) -> int:
        return self.stage.label_size(_NAME_SIZE)

    @property
    def _total_width(self) -> float:
        """Of the column of totals: its name and its longest number."""
        if not self.scene.criteria:
            return 0
        setter = self.stage.typesetter
        name = setter.width(self.scene.total_label, STRONG, self._name_size)
        longest = max(setter.width(row.total or "+8,8", HEADING, self._score_size) for row in self.scene.rows)
        return max(name, longest) + 2 * self._pad

    def _shared_out(self) -> Sequence[range]:
        """The places of the criteria on each page: as few pages as can be, all about as full."""
        count = len(self.scene.criteria)
        room = self.area.width() - self._text_width - self._total_width
        fitting = max(1, int(room / self._least_width()))
        while fitting > 1 and any(self._name(name, room / fitting).broken for name in self.scene.criteria):
            fitting -= 1
        pages = max(1, ceil(count / fitting))
        each = ceil(count / pages)
        return [range(first, min(first + each, count)) for first in range(0, count, each or 1)] or [range(0)]

    def _least_width(self) -> float:
        setter = self.stage.typesetter
        words = [word for name in self.scene.criteria for word in name.split()]
        longest = max((setter.width(word, STRONG, self._name_size) for word in words), default=0.0)
        score = max(setter.width(f"{cell} {DIVIDED}", HEADING, self._score_size) for cell in self._all_scores())
        return max(min(longest, self.area.width() * _WIDEST_NAME), score) + 2 * self._pad

    def _all_scores(self) -> list[str]:
        return [cell for row in self.scene.rows for cell in row.cells] or [""]

    def _columns(self, columns: range, top: float, height: float) -> list[QRectF]:
        """Where the cells of these criteria stand, and behind them the total."""
        left, right = self.area.left() + self._text_width, self.area.right() - self._total_width
        width = (right - left) / max(len(columns), 1)
        cells = [QRectF(left + n * width, top, width, height) for n in range(len(columns))]
        return [*cells, QRectF(right, top, self._total_width, height)]

    def _name(self, text: str, width: float) -> Block:
        high = self.area.height() * _HIGHEST_HEAD
        return within(self.stage.typesetter, text, STRONG, self._name_size, width - self._pad, high)

    @property
    def _head_height(self) -> float:
        """Of the names of all criteria, so that rows stand at the same height on every page."""
        if not self.scene.criteria:
            return 0
        tallest = [self._name(self.scene.total_label, self._total_width).height]
        for columns in self._shared_out():
            cells = self._columns(columns, 0, 0)
            names = zip(columns, cells, strict=False)
            tallest += [self._name(self.scene.criteria[n], cell.width()).height for n, cell in names]
        return max(tallest) + 2 * self._pad

    def _head(self, columns: range) -> list[Box]:
        stage, thick = self.stage, max(1.0, self.stage.px(4))
        bottom = self.area.top() + self._head_height
        names = [*(self.scene.criteria[n] for n in columns), self.scene.total_label]
        boxes: list[Box] = [
            ShapeBox(QRectF(self.area.left(), bottom - thick, self.area.width(), thick), stage.palette.done)
        ]
        for name, cell in zip(names, self._columns(columns, self.area.top(), self._head_height), strict=True):
            block = self._name(name, cell.width())
            where = cell.adjusted(0, cell.height() - block.height - self._pad, 0, 0)
            boxes.append(TextBox(where, block, stage.palette.muted, "centre", "label"))
        return boxes

    def _scores(self, row: scenes.GridRow, columns: range, rect: QRectF) -> list[Box]:
        if self.scene.hidden or not self.scene.criteria:
            return []
        stage, boxes = self.stage, list[Box]()
        *cells, last = self._columns(columns, rect.top(), rect.height())
        for n, cell in zip(columns, cells, strict=True):
            divided = n in row.divided
            if divided:
                frame = cell.adjusted(self._pad / 2, self._pad / 2, -self._pad / 2, -self._pad / 2)
                boxes.append(
                    ShapeBox(frame, stage.palette.marked, stage.palette.marked_line, stage.px(4), stage.px(10))
                )
            words = f"{row.cells[n]} {DIVIDED}" if divided else row.cells[n]
            boxes.append(stage.line(words, BODY, self._score_size, cell, stage.palette.text, "centre", "content"))
        boxes.append(stage.line(row.total, HEADING, self._score_size, last, stage.palette.text, "centre", "content"))
        return boxes
