"""The picture of a matrix: a frame with two middle lines, its corners, and points with names or numbers."""

from collections.abc import Iterator
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from workshop_app.minutes.document import shortened
from workshop_app.minutes.matrix import Matrix
from workshop_app.minutes.pdf.colours import MUTED, RULE, WHITE
from workshop_app.minutes.pdf.layout import MOST_KEPT, Flow, headed
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.paragraphs import paragraph
from workshop_app.minutes.pdf.pictures import Picture
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import varied
from workshop_app.minutes.pdf.text import one_line
from workshop_app.model import label_places as places
from workshop_app.model.values import MATRIX_STEPS

HEIGHT = 208.0
_LEFT, _BELOW, _LINE = 92.0, 16.0, 11.5
_NARROW = 400.0
"""Points; in less the words around it get less room, and more lines."""
_SIZE, _NUMBER_SIZE = 8.5, 7.5
_RADIUS, _NUMBERED = 4.0, 8.0
_LONGEST = 60


def set_matrix(matrix: Matrix, place: Place) -> Flow:
    """The picture under its caption."""
    part = place.node.add("Div")
    figure = MatrixPicture(matrix, place, part.add("Figure", alt=one_line(matrix.alt) or "–"))
    figure.spaceBefore, figure.spaceAfter = 4, 10
    caption = matrix.caption.strip()
    heads: Flow = [place.under(part).paragraph(caption, place.styles.group)] if caption else []
    # A long one may itself go on over pages.
    return headed(heads, [figure]) if len(caption) < MOST_KEPT else [*heads, figure]


class MatrixPicture(Picture):
    """A matrix over the width of the text."""

    def __init__(self, matrix: Matrix, place: Place, node: Node) -> None:
        super().__init__(HEIGHT, node)
        self._matrix, self._place = matrix, place

    @property
    def _box(self) -> places.Box:
        return places.Box(self._left, self._below, self.width - 1, self.height - 1)

    @property
    def _left(self) -> float:
        return _LEFT if self.width > _NARROW else 62.0

    @property
    def _below(self) -> float:
        return _BELOW if self.width > _NARROW else 2 * _LINE + 4

    def paint(self, canvas: Any) -> None:
        """Draw the frame, the words around it, the points and their names."""
        frame = self._box
        middle_x, middle_y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        canvas.setStrokeColor(HexColor(MUTED))
        canvas.setLineWidth(0.8)
        canvas.roundRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top, 4)
        canvas.saveState()
        canvas.setStrokeColor(HexColor(RULE))
        canvas.setDash(3, 2)
        canvas.line(frame.left, middle_y, frame.right, middle_y)
        canvas.line(middle_x, frame.top, middle_x, frame.bottom)
        canvas.restoreState()
        self._write_around(canvas)
        self._draw_points(canvas)

    def _write_around(self, canvas: Any) -> None:
        frame, half = self._box, (self._box.right - self._box.left) / 2
        quarter = (frame.bottom - frame.top) / 4
        low, high = self._matrix.across
        lines = self._below - 4
        for text, x, align in ((low, frame.left, 0), (high, frame.left + half + 4, 2)):
            self._write(canvas, text, x, lines / 2 - _LINE, half - 4, align, high=lines)
        for text, y in ((self._matrix.up[1], frame.bottom - quarter), (self._matrix.up[0], frame.top + quarter)):
            self._write(canvas, text, 0, y - _LINE, self._left - 8, 2, high=2 * quarter)
        for number, name in enumerate(self._matrix.quadrants):
            box = self._corner(number, half)
            self._write(canvas, name, box.left, box.top, box.right - box.left, 0 if number > 1 else 2, MUTED)

    def _corner(self, number: int, half: float) -> places.Box:
        frame = self._box
        left = frame.left + 6 if number > 1 else frame.left + half + 4
        top = frame.top + 4 if number % 2 else frame.bottom - 4 - _LINE
        return places.Box(left, top, left + half - 10, top + _LINE)

    def _write(
        self,
        canvas: Any,
        text: str,
        x: float,
        y: float,
        width: float,
        align: int = 0,
        colour: str = "",
        high: float = 0,
    ) -> None:
        """Words in a box from its lower left corner; on one line unless it may be `high`."""
        base = self._place.styles.chart_head
        style = varied(
            base, fontSize=_SIZE, leading=_LINE, alignment=align, **({"textColor": colour} if colour else {})
        )
        shown = one_line(shortened(text, _LONGEST))
        while True:
            words = paragraph(shown, style, self._place.look.fonts)
            _, height = words.wrapOn(canvas, width, 1e6)
            if height <= max(high, _LINE * 1.2) or len(shown) < 4:
                break
            shown = shown[: len(shown) * 3 // 4].rstrip() + "…"
        words.drawOn(canvas, x, y if not high else y + _LINE - height / 2)

    def _draw_points(self, canvas: Any) -> None:
        points = self._matrix.points
        named = any(point.label for point in points)
        spots = self._spots(_RADIUS)
        sizes = [(self._width(point.label), _LINE) if point.label else (0.0, 0.0) for point in points]
        labels = places.label_places(spots, sizes, _RADIUS + 1.5, self._box, self._names) if named else []
        if labels is None:
            spots = self._spots(_NUMBERED)
        radius = _NUMBERED if labels is None else _RADIUS
        colour = HexColor(self._place.look.colours.graphic)
        canvas.setStrokeColor(colour)
        canvas.setFillColor(HexColor(WHITE) if labels is None else colour)
        for spot in spots:
            canvas.circle(spot.x, spot.y, radius - 0.5, stroke=1, fill=1)
        for box, text, size in self._words(labels, spots):
            style = varied(self._place.styles.cell, fontSize=size, leading=_LINE, alignment=1)
            words = paragraph(one_line(shortened(text, _LONGEST)), style, self._place.look.fonts)
            words.wrapOn(canvas, box.right - box.left, 1e6)
            words.drawOn(canvas, box.left, box.top)

    def _words(
        self, labels: list[places.Box] | None, spots: list[places.Spot]
    ) -> Iterator[tuple[places.Box, str, float]]:
        for number, spot in enumerate(spots):
            if labels is None:
                box = places.Box(spot.x - 12, spot.y - _LINE / 2, spot.x + 12, spot.y + _LINE / 2)
                yield box, str(number + 1), _NUMBER_SIZE
            elif labels and self._matrix.points[number].label:
                yield labels[number], self._matrix.points[number].label, _SIZE

    @property
    def _names(self) -> list[places.Box]:
        half = (self._box.right - self._box.left) / 2
        boxes = []
        for number, name in enumerate(self._matrix.quadrants):
            box, width = self._corner(number, half), min(self._width(name), half - 10)
            left = box.left if number > 1 else box.right - width
            boxes.append(places.Box(left, box.top, left + width, box.bottom))
        return boxes

    def _width(self, text: str) -> float:
        """As wide as a name may come out; signs from another font are wider than most."""
        shown = shortened(text, _LONGEST)
        plain = shown.isascii()
        return float(stringWidth(shown, "SansBold", _SIZE)) + 8 if plain else len(shown) * _SIZE + 8

    def _spots(self, radius: float) -> list[places.Spot]:
        frame = self._box
        left, right, low, high = frame.left + 18, frame.right - 18, frame.top + 30, frame.bottom - 30
        wanted = [
            places.Spot(
                left + (point.across - 1) / (MATRIX_STEPS - 1) * (right - left),
                low + (point.up - 1) / (MATRIX_STEPS - 1) * (high - low),
            )
            for point in self._matrix.points
        ]
        return places.spread_out(
            wanted, radius, [self._field(point.across, point.up) for point in self._matrix.points], self._names
        )

    def _field(self, across: int, up: int) -> places.Box:
        """The quarter that a point stays in."""
        frame, middle = self._box, (MATRIX_STEPS + 1) / 2
        x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        return places.Box(
            x if across > middle else frame.left,
            y if up > middle else frame.top,
            x if across < middle else frame.right,
            y if up < middle else frame.bottom,
        )
