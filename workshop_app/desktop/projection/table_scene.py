"""The scene of outcomes: decisions and actions in rows under their columns."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, cut, single
from workshop_app.desktop.projection.rows import Rows, ground, heading, invitation, paged, pieces, text_box
from workshop_app.desktop.projection.typeset import BODY, HEADING, STRONG, Block

_SHARES = {1: (1.0,), 2: (0.7, 0.3), 3: (0.54, 0.23, 0.23), 4: (0.46, 0.2, 0.17, 0.17)}
"""Parts of the width for a number of columns."""
_MOST_LINES = 6


@dataclass(frozen=True)
class _Line:
    """A row as it is set: under the columns of its section, which are shown when it is the first of a section."""

    row: scenes.TableRow
    columns: tuple[str, ...]
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
    width = _cells(stage, area, len(section.columns))[0].width()
    for row in section.rows:
        first, *others = row.cells
        for index, part in enumerate(pieces(stage, first, BODY, width, area.height() - stage.px(140))):
            cells = (part, *(others if not index else [""] * len(others)))
            shown = scenes.TableRow(row.code if not index else "", cells, row.newest)
            lines.append(_Line(shown, section.columns, opens=not lines))
    return lines


def _cells(stage: Stage, rect: QRectF, count: int) -> list[QRectF]:
    """The columns of a row, after the one of the codes."""
    gap, left = stage.px(36), rect.left() + stage.px(130)
    room = rect.right() - left - gap * (count - 1)
    cells: list[QRectF] = []
    for share in _SHARES.get(count, (1 / count,) * count):
        cells.append(QRectF(left, rect.top(), room * share, rect.height()))
        left += room * share + gap
    return cells


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
        cells = self.lines[number].row.cells
        widths = [cell.width() for cell in _cells(self.stage, self.area, len(cells))]
        blocks = [
            self.stage.typesetter.set(text, BODY, pixels, width) for text, width in zip(cells, widths, strict=True)
        ]
        others = [
            cut(self.stage.typesetter, block, _MOST_LINES, width)
            for block, width in zip(blocks[1:], widths[1:], strict=True)
        ]
        return [blocks[0], *others]

    def _height(self, number: int, pixels: int) -> float:
        text = max(block.height for block in self._blocks(number, pixels)) + 2 * self._pad
        return text + (self._head_height + self._gap if self._opens_below_others(number) else 0)

    def _opens_below_others(self, number: int) -> bool:
        return number > 0 and self.lines[number].opens

    def _place(self, number: int, pixels: int, rect: QRectF) -> list[Box]:
        head = QRectF(rect.left(), rect.top() - self._head_height, rect.width(), self._head_height)
        first_of_page = rect.top() <= self._below_head().top() + 0.5
        if not first_of_page and self.lines[number].opens:
            head.moveTop(rect.top() + self._gap)
        boxes = self._head(self.lines[number].columns, head) if first_of_page or self.lines[number].opens else []
        row = QRectF(rect)
        if self._opens_below_others(number):
            row.setHeight(rect.height() - self._head_height - self._gap)
            row.moveTop(rect.top() if first_of_page else head.bottom())
        return boxes + self._row(number, pixels, row)

    def _head(self, columns: tuple[str, ...], rect: QRectF) -> list[Box]:
        colours, pixels = self.stage.palette, self.stage.label_size(32)
        thick = max(1.0, self.stage.px(4))
        line = QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick)
        names = [
            self.stage.line(name, STRONG, pixels, cell, colours.muted)
            for name, cell in zip(
                columns, _cells(self.stage, rect.adjusted(0, 0, 0, -thick * 2), len(columns)), strict=True
            )
        ]
        return [*names, ShapeBox(line, fill=colours.done)]

    def _row(self, number: int, pixels: int, rect: QRectF) -> list[Box]:
        row, colours = self.lines[number].row, self.stage.palette
        inner = rect.adjusted(0, self._pad, 0, -self._pad)
        blocks = self._blocks(number, pixels)
        code = QRectF(rect.left() + self.stage.px(20), inner.top(), self.stage.px(104), blocks[0].line_height)
        texts = [
            text_box(cell, block, colours.text)
            for cell, block in zip(_cells(self.stage, inner, len(blocks)), blocks, strict=True)
        ]
        return [
            *ground(self.stage, rect, marked=row.newest),
            self.stage.line(row.code, HEADING, pixels, code, colours.accent, kind="content"),
            *texts,
        ]
