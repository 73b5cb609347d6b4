"""The picture of a matrix in the Word document: its frame, its corners, and points that never cover each other."""

from pathlib import Path

from workshop_app.minutes.document import shortened
from workshop_app.minutes.docx.markup import one_line
from workshop_app.minutes.docx.pictures import SHARP, as_png, blank
from workshop_app.minutes.matrix import Matrix, MatrixPoint
from workshop_app.minutes.pdf.colours import INK, MUTED, RULE, WHITE, Palette
from workshop_app.model import label_places as places
from workshop_app.model.values import MATRIX_STEPS

WIDTH, HEIGHT = 400.0, 250.0
"""Points on the page."""
_WIDE, _HIGH = WIDTH * SHARP, HEIGHT * SHARP
_LETTER, _LINE, _RADIUS, _NUMBERED = 27, 36, 13, 24
"""Pixels."""
_LONGEST = 60


def matrix_picture(matrix: Matrix, colours: Palette, fonts: Path) -> bytes:
    """A PNG file: points with their names, or with numbers where not all names fit."""
    return _Drawing(matrix, colours, fonts).png()


class _Drawing:
    """Draws one matrix."""

    def __init__(self, matrix: Matrix, colours: Palette, fonts: Path) -> None:
        from PIL.ImageFont import truetype

        self._matrix, self._colours = matrix, colours
        self._image, self._pen = blank(WIDTH, HEIGHT)
        self._face = truetype(str(fonts / "SourceSans3-Regular.ttf"), _LETTER)
        self._corners = [self._corner(number, name) for number, name in enumerate(matrix.quadrants)]

    def png(self) -> bytes:
        """The picture as a file."""
        self._draw_frame()
        self._draw_points()
        return as_png(self._image)

    def _draw_frame(self) -> None:
        pen = self._pen
        pen.rectangle((2, 2, _WIDE - 3, _HIGH - 3), outline=MUTED, width=3)
        pen.line((_WIDE / 2, 0, _WIDE / 2, _HIGH), fill=RULE, width=3)
        pen.line((0, _HIGH / 2, _WIDE, _HIGH / 2), fill=RULE, width=3)
        for name, box in zip(self._matrix.quadrants, self._corners, strict=True):
            self._write(name, box, MUTED)

    def _draw_points(self) -> None:
        points = self._matrix.points
        frame, taken = places.Box(4, 4, _WIDE - 4, _HIGH - 4), self._corners
        spots = self._spots(_RADIUS)
        labels: list[places.Box] | None = []
        if any(point.label for point in points):
            sizes = [(self._length(point.label), _LINE) if point.label else (0.0, 0.0) for point in points]
            labels = places.label_places(spots, sizes, _RADIUS + 5, frame, taken)
        if labels is None:
            for number, spot in enumerate(self._spots(_NUMBERED), 1):
                self._dot(spot, _NUMBERED, WHITE)
                self._pen.text((spot.x, spot.y), str(number), fill=INK, font=self._face, anchor="mm")
            return
        for spot in spots:
            self._dot(spot, _RADIUS, self._colours.graphic)
        for point, box in zip(points, labels, strict=False):
            self._write(point.label, box, INK)

    def _dot(self, spot: places.Spot, radius: float, fill: str) -> None:
        box = spot.box(radius)
        around = (box.left, box.top, box.right, box.bottom)
        self._pen.ellipse(around, fill=fill, outline=self._colours.graphic, width=3)

    def _write(self, text: str, box: places.Box, colour: str) -> None:
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        self._pen.text(middle, self._fitting(text, box.right - box.left), fill=colour, font=self._face, anchor="mm")

    def _fitting(self, text: str, width: float) -> str:
        shown = _shown(text)
        while len(shown) > 1 and self._pen.textlength(shown, font=self._face) > width:
            shown = f"{shown[: len(shown) * 4 // 5].rstrip()}…" if len(shown) > 5 else shown[:-1]
        return shown

    def _length(self, text: str) -> float:
        return self._pen.textlength(_shown(text), font=self._face) + 2

    def _corner(self, number: int, name: str) -> places.Box:
        """Where the name of a corner stands: right above, right below, left above, left below."""
        width = min(self._length(name), _WIDE / 2 - 30)
        left = 14 if number > 1 else _WIDE - 14 - width
        top = _HIGH - 10 - _LINE if number % 2 else 10.0
        return places.Box(left, top, left + width, top + _LINE)

    def _spots(self, radius: float) -> list[places.Spot]:
        points = self._matrix.points
        wanted = [
            places.Spot(
                _WIDE * (point.across - 0.5) / MATRIX_STEPS, _HIGH * (MATRIX_STEPS + 0.5 - point.up) / MATRIX_STEPS
            )
            for point in points
        ]
        return places.spread_out(wanted, radius, [_quarter(point) for point in points], self._corners)


def _quarter(point: MatrixPoint) -> places.Box:
    """Where a point may be moved about: it never comes into another quarter."""
    middle = (MATRIX_STEPS + 1) / 2
    return places.Box(
        _WIDE / 2 if point.across > middle else 0,
        _HIGH / 2 if point.up < middle else 0,
        _WIDE / 2 if point.across < middle else _WIDE,
        _HIGH / 2 if point.up > middle else _HIGH,
    )


def _shown(text: str) -> str:
    return shortened(one_line(text), _LONGEST)
