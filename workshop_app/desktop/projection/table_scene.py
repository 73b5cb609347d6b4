"""The scene of outcomes: decisions and actions in rows under their columns."""

from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, single
from workshop_app.desktop.projection.rows import Rows, ground, heading, invitation, paged, pieces, text_box
from workshop_app.desktop.projection.typeset import BODY, HEADING, NAME, STRONG, Block

_WIDEST = {2: (0.32,), 3: (0.27, 0.26), 4: (0.2, 0.2, 0.2)}
"""The most that the columns after the first may take of the width, for a number of columns."""
_NAME_SIZE = 32


@dataclass(frozen=True)
class _Columns:
    """The columns of a section: those after the first are as wide as their texts, up to a limit."""

    stage: Stage
    section: scenes.TableSection

    def cells(self, rect: QRectF, pixels: int) -> list[QRectF]:
        """Where the cells of a row stand, right of the code, when their text has this size."""
        gap, left = self.stage.px(36), rect.left() + self.stage.px(130)
        others = self._others(rect.right() - left, pixels)
        first = rect.right() - left - sum(others) - gap * len(others)
        cells: list[QRectF] = []
        for width in (first, *others):
            cells.append(QRectF(left, rect.top(), width, rect.height()))
            left += width + gap
        return cells

    def _others(self, room: float, pixels: int) -> list[float]:
        count = len(self.section.columns)
        limits = _WIDEST.get(count, (1 / count,) * (count - 1))
        return [min(self._natural(place, pixels), room * limit) for place, limit in enumerate(limits, 1)]

    def _natural(self, column: int, pixels: int) -> float:
        """The width of the longest text of a column."""
        setter = self.stage.typesetter
        name = setter.width(self.section.columns[column], STRONG, self.stage.label_size(_NAME_SIZE))
        return max([name, *(setter.width(row.cells[column], BODY, pixels) for row in self.section.rows)]) + 1


@dataclass(frozen=True)
class _Line:
    """A row as it is set: under the columns of its section, which are shown when it is the first of a section."""

    row: scenes.TableRow
    columns: _Columns
    opens: bool


def table(stage: Stage, scene: scenes.Table) -> Pages:
    """Rows under thin lines, the newest marked; each page begins with the names of the columns."""
    boxes, area = heading(stage, scene.heading, stage.area)
    lines = [line for section in scene.sections for line in _lines(stage, section, area)]
    if not lines:
        return single([*boxes, *invitation(stage, scene.hint, area)])
    return _TablePages(stage, area, lines).pages(boxes)


def _lines(stage: Stage, section: scenes.TableSection, area: QRectF) -> list[_Line]:
    lines: list[_Line] = []
    columns = _Columns(stage, section)
    widths = [cell.width() for cell in columns.cells(area, stage.smallest)]
    faces = BODY, *[NAME] * (len(widths) - 1)
    for row in section.rows:
        settings = zip(row.cells, faces, widths, strict=True)
        parts = [pieces(stage, text, face, width, area.height() - stage.px(140)) for text, face, width in settings]
        for index, cells in enumerate(zip_longest(*parts, fillvalue="")):
            shown = scenes.TableRow(row.code if not index else "", cells, row.newest)
            lines.append(_Line(shown, columns, opens=not lines))
    return lines


@dataclass(frozen=True)
class _TablePages:
    stage: Stage
    area: QRectF
    lines: list[_Line]

    def pages(self, around: list[Box]) -> Pages:
        newest = next((place for place, line in enumerate(self.lines) if line.row.newest), 0)
        rows = Rows(len(self.lines), self._blocks, self._height, self._place, focus=newest)
        return paged(self.stage, around, self._below_head(), rows, 54)

    def _below_head(self) -> QRectF:
        """Every page begins with the names of the columns."""
        return self.area.adjusted(0, self._head_height, 0, 0)

    @property
    def _head_height(self) -> float:
        return self.stage.px(56)

    @property
    def _gap(self) -> float:
        """Above the names of the columns of a next section."""
        return self.stage.px(24)

    @property
    def _pad(self) -> float:
        return self.stage.px(24)

    def _blocks(self, number: int, pixels: int) -> list[Block]:
        line, setter = self.lines[number], self.stage.typesetter
        widths = [cell.width() for cell in line.columns.cells(self.area, pixels)]
        first = setter.set(line.row.cells[0], BODY, pixels, widths[0])
        others = zip(line.row.cells[1:], widths[1:], strict=True)
        return [first, *(setter.set(text, NAME, pixels, width) for text, width in others)]

    def _height(self, number: int, pixels: int) -> float:
        text = max(block.height for block in self._blocks(number, pixels)) + 2 * self._pad
        return text + (self._head_height + self._gap if self._opens_below_others(number) else 0)

    def _opens_below_others(self, number: int) -> bool:
        return number > 0 and self.lines[number].opens

    def _place(self, number: int, pixels: int, rect: QRectF) -> list[Box]:
        line, row = self.lines[number], QRectF(rect)
        head = QRectF(rect.left(), rect.top() - self._head_height, rect.width(), self._head_height)
        first_of_page = rect.top() <= self._below_head().top() + 0.5
        if self._opens_below_others(number):
            row.setHeight(rect.height() - self._head_height - self._gap)
        if self._opens_below_others(number) and not first_of_page:
            head.moveTop(rect.top() + self._gap)
            row.moveTop(head.bottom())
        names = self._head(line.columns, pixels, head) if first_of_page or line.opens else []
        return [*names, *self._row(number, pixels, row)]

    def _head(self, columns: _Columns, pixels: int, rect: QRectF) -> list[Box]:
        colours, size = self.stage.palette, self.stage.label_size(_NAME_SIZE)
        thick = max(1.0, self.stage.px(4))
        line = QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick)
        cells = columns.cells(rect.adjusted(0, 0, 0, -thick * 2), pixels)
        names = zip(columns.section.columns, cells, strict=True)
        words = [self.stage.line(name, STRONG, size, cell, colours.muted) for name, cell in names]
        return [*words, ShapeBox(line, fill=colours.done)]

    def _row(self, number: int, pixels: int, rect: QRectF) -> list[Box]:
        line, colours = self.lines[number], self.stage.palette
        inner = rect.adjusted(0, self._pad, 0, -self._pad)
        blocks = self._blocks(number, pixels)
        code = QRectF(rect.left() + self.stage.px(20), inner.top(), self.stage.px(104), blocks[0].line_height)
        cells = zip(line.columns.cells(inner, pixels), blocks, strict=True)
        return [
            *ground(self.stage, rect, marked=line.row.newest),
            self.stage.line(line.row.code, HEADING, pixels, code, colours.accent, kind="content"),
            *(text_box(cell, block, colours.text) for cell, block in cells),
        ]
