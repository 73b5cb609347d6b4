"""The drawings in charts: bars in parts with patterns, spreads on an axis, and the key that explains a pattern."""

from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from workshop_app.minutes.charts import BarRow, SpreadRow
from workshop_app.minutes.pdf.colours import RULE, WHITE, Palette
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.model.colour import mix

ROW_HEIGHT = 14.0


class Picture(Flowable):
    """A drawing as wide as its place. With a node it is a figure with an alternative text, else decoration."""

    def __init__(self, height: float, node: Node | None = None) -> None:
        super().__init__()
        self.height, self.node = height, node

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The width that there is."""
        self.width = width
        return self.width, self.height

    def paint(self, canvas: Any) -> None:
        """Draw it on the canvas, from (0, 0) to (width, height)."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw it for its node."""
        canvas = self.canv
        if self.node is None or not canvas.first_time(self):
            self.paint(canvas)
            return
        corners = canvas.absolutePosition(0, 0), canvas.absolutePosition(self.width, self.height)
        self.node.bbox = (*corners[0], *corners[1])
        with canvas.tagged(self.node):
            self.paint(canvas)


class Bar(Picture):
    """A bar in parts; `scale` is what fills the width. A sum shows the patterns of its options in layers."""

    def __init__(self, row: BarRow, scale: int, colours: Palette, node: Node) -> None:
        super().__init__(ROW_HEIGHT, node)
        self._row, self._scale, self._colours = row, max(scale, 1), colours

    def paint(self, canvas: Any) -> None:
        """Draw the parts from the left, over a faint track."""
        canvas.setFillColor(HexColor(self._colours.pale))
        canvas.rect(0, 1, self.width, self.height - 2, stroke=0, fill=1)
        x, option = 0.0, 0
        for count, (_, options) in zip(self._row.counts, self._row.cells, strict=True):
            length = self.width * count / self._scale
            high = (self.height - 2) / options
            for at in range(options if length else 0):
                _filled(canvas, x, 1 + high * (options - 1 - at), length, high, option + at, self._colours)
            x, option = x + length, option + options


class Key(Picture):
    """A small box in the pattern of an option, at the right end of its place."""

    def __init__(self, option: int, colours: Palette) -> None:
        super().__init__(12)
        self._option, self._colours = option, colours

    def paint(self, canvas: Any) -> None:
        """Draw the box."""
        _filled(canvas, self.width - 18, 2, 18, 8, self._option, self._colours)


class Across(Flowable):
    """A line of text over its own cell and those beside it, `room` points together."""

    room = 0.0

    def __init__(self, text: Any) -> None:
        super().__init__()
        self._text = text

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The width of the cell."""
        self.width, self.height = width, self._text.wrapOn(self.canv, max(width, self.room), height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw it over the cells."""
        self._text.drawOn(self.canv, 0, 0)


class Axis(Picture):
    """The figures over a spread; `write` draws one of them in a given width, and gives its height."""

    def __init__(self, low: int, high: int, write: Callable[[Any, str, float, float], None]) -> None:
        super().__init__(12)
        self._low, self._high, self._write = low, high, write

    def paint(self, canvas: Any) -> None:
        """Write the figures over their lines."""
        for value in range(self._low, self._high + 1):
            x = _position(value, self._low, self._high, self.width)
            self._write(canvas, str(value), x - 10, 20)


class Spread(Picture):
    """A range as a bar, the mean as a dot and one's own score as a diamond, on an axis from low to high."""

    def __init__(self, row: SpreadRow, axis: tuple[int, int], colours: Palette, node: Node) -> None:
        super().__init__(ROW_HEIGHT, node)
        self._row, self._axis, self._colours = row, axis, colours

    def _x(self, value: float) -> float:
        return _position(value, *self._axis, self.width)

    def paint(self, canvas: Any) -> None:
        """Draw the lines of the axis, the bar, the dot."""
        middle = self.height / 2
        canvas.setStrokeColor(HexColor(RULE))
        canvas.setLineWidth(0.7)
        for value in range(self._axis[0], self._axis[1] + 1):
            canvas.line(self._x(value), -4, self._x(value), self.height + 4)
        start, end = (self._x(value) for value in (self._row.lowest, self._row.highest))
        canvas.setFillColor(HexColor(mix(self._colours.graphic, WHITE, 0.72)))
        canvas.setStrokeColor(HexColor(self._colours.graphic))
        canvas.roundRect(start - 4, middle - 4, end - start + 8, 8, 4, stroke=1, fill=1)
        canvas.setFillColor(HexColor(self._colours.accent_text))
        canvas.setStrokeColor(HexColor(WHITE))
        canvas.setLineWidth(1.2)
        canvas.circle(self._x(self._row.mean), middle, 5.2, stroke=1, fill=1)
        if self._row.own is not None:
            self._diamond(canvas, self._x(self._row.own), middle)

    def _diamond(self, canvas: Any, x: float, y: float) -> None:
        canvas.setFillColor(HexColor(self._colours.title))
        diamond = canvas.beginPath()
        diamond.moveTo(x - 5.6, y)
        for across, up in ((0, 5.6), (5.6, 0), (0, -5.6)):
            diamond.lineTo(x + across, y + up)
        diamond.close()
        canvas.drawPath(diamond, stroke=1, fill=1)


def _position(value: float, low: int, high: int, width: float) -> float:
    return 12 + (width - 24) * (min(max(value, low), high) - low) / max(high - low, 1)


def _filled(canvas: Any, x: float, y: float, width: float, height: float, option: int, colours: Palette) -> None:
    """A box in the pattern of an option: shade and pattern differ, so that neither has to carry the meaning alone."""
    shade = (0.0, 0.4, 0.82, 1.0, 0.62)[option % 5]
    fill = HexColor(mix(colours.graphic, WHITE, shade))
    line = HexColor(WHITE if shade < 0.5 else colours.graphic)
    canvas.saveState()
    box = canvas.beginPath()
    box.rect(x, y, width, height)
    canvas.setFillColor(fill)
    canvas.setStrokeColor(line)
    canvas.setLineWidth(0.8)
    canvas.clipPath(box, stroke=0, fill=1)
    for x1, y1, x2, y2 in _pattern(option % 5, width, height):
        canvas.line(x + x1, y + y1, x + x2, y + y2)
    canvas.restoreState()
    canvas.setStrokeColor(HexColor(colours.graphic))
    canvas.setLineWidth(0.7)
    canvas.rect(x, y, width, height, stroke=1, fill=0)


def _pattern(option: int, width: float, height: float) -> list[tuple[float, float, float, float]]:
    """The lines of a pattern: none, rising, dotted, lying, upright."""
    if option == 1:
        return [(at - height, 0, at, height) for at in _steps(0, width + height, 5)]
    if option == 2:
        return [(x, y, x + 1.1, y) for y in _steps(2, height, 4) for x in _steps(2, width, 4)]
    if option == 3:
        return [(0, y, width, y) for y in _steps(2, height, 3)]
    if option == 4:
        return [(x, 0, x, height) for x in _steps(2, width, 3.5)]
    return []


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + at * step for at in range(int((end - start) / step) + 1)]
