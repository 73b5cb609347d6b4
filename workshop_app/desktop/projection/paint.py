"""Paints boxes: shapes with their patterns, and lines of text."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from workshop_app.desktop.projection.boxes import Box, ImageBox, ShapeBox, TextBox
from workshop_app.desktop.projection.typeset import Typesetter
from workshop_app.model.colour import contrast

_CAPITALS = 0.66
"""Height of capitals in proportion to the size of the font, of both families."""
_PATTERN_CONTRAST = 2.4


def paint(painter: QPainter, boxes: list[Box], typesetter: Typesetter) -> None:
    """Paint the boxes in their order, in the coordinates they were laid out in."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for box in boxes:
        if isinstance(box, TextBox):
            _paint_text(painter, box, typesetter)
        elif isinstance(box, ImageBox):
            size = painter.deviceTransform().mapRect(box.rect).size().toSize()
            painter.drawImage(box.rect, _image(box.data, size.width(), size.height()))
        else:
            _paint_shape(painter, box)


def reach(box: Box) -> QRectF:
    """Where painting a box can leave ink: letters stand out of their lines a little."""
    beyond = box.block.pixels / 3 if isinstance(box, TextBox) else 2.0
    return box.rect.adjusted(-beyond, -beyond, beyond, beyond)


def differing(before: list[Box], after: list[Box]) -> Iterator[QRectF]:
    """The parts of the layout that have to be painted when one page follows another."""
    for old, new in zip_longest(before, after):
        if old != new:
            yield from (reach(box) for box in (old, new) if box is not None)


def _paint_text(painter: QPainter, box: TextBox, typesetter: Typesetter) -> None:
    block = box.block
    painter.setFont(typesetter.font(block.face, block.pixels))
    painter.setPen(QColor(box.colour))
    # The middle of the capitals stands in the middle of the line.
    baseline = box.rect.top() + (block.line_height + _CAPITALS * block.pixels) / 2
    for number, line in enumerate(block.lines):
        room = box.rect.width() - typesetter.width(line, block.face, block.pixels)
        indent = {"left": block.hang if number else 0.0, "centre": room / 2, "right": room}[box.align]
        painter.drawText(QPointF(box.rect.left() + indent, baseline), line)
        baseline += block.line_height


@lru_cache(maxsize=16)
def _image(data: bytes, width: int, height: int) -> QImage:
    """The picture in a file, with as many pixels as are painted."""
    how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    image = QImage.fromData(data)
    return image if image.isNull() else image.scaled(max(width, 1), max(height, 1), *how)


def _paint_shape(painter: QPainter, box: ShapeBox) -> None:
    half = box.line_width / 2 if box.line else 0
    outline = box.rect.adjusted(half, half, -half, -half)
    painter.setPen(QPen(QColor(box.line), box.line_width) if box.line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    if box.radius:
        painter.drawRoundedRect(outline, box.radius, box.radius)
    else:
        painter.drawRect(outline)
    pattern = _PATTERNS.get(box.pattern)
    if pattern:
        _inside(painter, box, lambda: pattern(painter, box.rect, QColor(_over(box.fill))))
    if box.edge:
        painter.save()
        painter.setClipRect(QRectF(box.rect.topLeft(), QSizeF(box.radius * 0.85, box.rect.height())))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(box.edge))
        painter.drawRoundedRect(box.rect, box.radius, box.radius)
        painter.restore()


def _inside(painter: QPainter, box: ShapeBox, draw: Callable[[], None]) -> None:
    path = QPainterPath()
    path.addRoundedRect(box.rect, box.radius, box.radius)
    painter.save()
    painter.setClipPath(path)
    draw()
    painter.restore()


@lru_cache(maxsize=64)
def _over(fill: str) -> str:
    """The colour of a pattern over a fill: white, or black where white would not be seen."""
    return "white" if contrast(fill, "#FFFFFF") >= _PATTERN_CONTRAST else "black"


def _stripes(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    step = max(6.0, min(rect.height() * 0.7, 40.0))
    colour.setAlpha(56)
    painter.setPen(QPen(colour, step * 0.5))
    x = rect.left() - rect.height()
    while x < rect.right() + step:
        painter.drawLine(QPointF(x, rect.bottom() + step), QPointF(x + rect.height() + 2 * step, rect.top() - step))
        x += step * 1.4


def _dots(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    step = max(5.0, min(rect.height() / 3, 20.0))
    painter.setPen(Qt.PenStyle.NoPen)
    colour.setAlpha(150)
    painter.setBrush(colour)
    y = rect.top() + step / 2
    while y < rect.bottom():
        x = rect.left() + step / 2
        while x < rect.right():
            painter.drawEllipse(QPointF(x, y), step * 0.2, step * 0.2)
            x += step
        y += step


def _lines(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    step = max(5.0, min(rect.height() / 3, 20.0))
    colour.setAlpha(110)
    painter.setPen(QPen(colour, step * 0.25))
    y = rect.top() + step / 2
    while y < rect.bottom():
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        y += step


_PATTERNS: dict[str, Callable[[QPainter, QRectF, QColor], None]] = {"stripes": _stripes, "dots": _dots, "lines": _lines}
