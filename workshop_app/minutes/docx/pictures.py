"""The pictures of the charts in the Word document, as PNG files with three pixels to the point."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop_app.minutes.charts import BarChart, BarRow, SpreadChart, SpreadRow
from workshop_app.minutes.docx.markup import one_line
from workshop_app.minutes.matrix import Matrix
from workshop_app.minutes.pdf.colours import INK, MUTED, RULE, WHITE, Palette
from workshop_app.model.colour import mix
from workshop_app.model.values import MATRIX_STEPS

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_SHARP = 3
BAR = (140.0, 12.0)
"""Points of a picture in a row of a chart."""
MATRIX = (400.0, 250.0)


def bar(chart: BarChart, row: BarRow, colours: Palette) -> bytes:
    """A bar in parts; each next part is lighter, and stands apart from the one before it."""
    image, pen = _blank(*BAR)
    wide, high = (length * _SHARP for length in BAR)
    x = 0.0
    for at, count in enumerate(row.counts):
        width = wide * count / max(chart.scale, 1)
        if count:
            fill = mix(colours.graphic, WHITE, min(0.26 * at, 0.8))
            box = (x, 2, max(x + width - 3, x + 1), high - 2)
            pen.rectangle(box, fill=fill, outline=colours.graphic, width=2)
            _hatch(pen, box, at, colours.graphic)
        x += width
    return _png(image)


def spread(chart: SpreadChart, row: SpreadRow, colours: Palette) -> bytes:
    """The range as a thick line on an axis, the mean as a dot; the score of one organisation as a diamond."""
    image, pen = _blank(*BAR)
    wide, high = (length * _SHARP for length in BAR)
    middle, edge = high / 2, 6 * _SHARP

    def across(score: float) -> float:
        return float(edge + (wide - 2 * edge) * (score - chart.low) / max(chart.high - chart.low, 1))

    pen.line((edge, middle, wide - edge, middle), fill=RULE, width=2)
    for score in range(chart.low, chart.high + 1):
        pen.line((across(score), middle - 6, across(score), middle + 6), fill=MUTED, width=2)
    pen.line((across(row.lowest), middle, across(row.highest), middle), fill=colours.graphic, width=8)
    x, r = across(row.mean), 12
    pen.ellipse((x - r, middle - r, x + r, middle + r), fill=colours.graphic, outline=WHITE, width=2)
    if row.own is not None:
        x, r = across(row.own), 14
        pen.polygon(((x - r, middle), (x, middle - r), (x + r, middle), (x, middle + r)), fill=colours.accent_text)
    return _png(image)


def dots(count: int, colours: Palette) -> bytes:
    """Votes as dots in fives, at most three rows of twenty-five."""
    rows = min(3, max(1, -(-count // 25)))
    image, pen = _blank(BAR[0], 6.0 * rows)
    for at in range(min(count, rows * 25)):
        row, column = divmod(at, 25)
        x, y = column * 15 + column // 5 * 8, row * 18 + 2
        pen.ellipse((x, y, x + 13, y + 13), fill=colours.accent_text)
    return _png(image)


def matrix(block: Matrix, colours: Palette, fonts: Path) -> bytes:
    """The frame with its two middle lines and the points, each with its name or number."""
    from PIL.ImageFont import truetype

    image, pen = _blank(*MATRIX)
    wide, high = (length * _SHARP for length in MATRIX)
    face = truetype(str(fonts / "SourceSans3-Regular.ttf"), 9 * _SHARP)
    pen.rectangle((2, 2, wide - 3, high - 3), outline=MUTED, width=3)
    pen.line((wide / 2, 0, wide / 2, high), fill=RULE, width=3)
    pen.line((0, high / 2, wide, high / 2), fill=RULE, width=3)
    for at, name in enumerate(block.quadrants[:4]):
        right, below = at < 2, bool(at % 2)
        place = (wide - 14 if right else 14, high - 12 if below else 10)
        shown = _fitting(pen, one_line(name), face, wide / 2 - 30)
        pen.text(place, shown, fill=MUTED, font=face, anchor=("r" if right else "l") + ("d" if below else "a"))
    for number, point in enumerate(block.points, 1):
        x, y = (wide * (point.across - 0.5) / MATRIX_STEPS, high * (MATRIX_STEPS + 0.5 - point.up) / MATRIX_STEPS)
        pen.ellipse((x - 13, y - 13, x + 13, y + 13), fill=colours.graphic, outline=WHITE, width=3)
        label = one_line(point.label) if len(block.points) <= 15 else str(number) if point.label else ""
        shown = _fitting(pen, label, face, wide / 3)
        left = x + 20 + pen.textlength(shown, font=face) > wide
        pen.text((x - 18 if left else x + 18, y), shown, fill=INK, font=face, anchor="rm" if left else "lm")
    return _png(image)


def _fitting(pen: "ImageDraw", text: str, face: Any, width: float) -> str:
    shown = text[:80]
    while len(shown) > 1 and pen.textlength(shown, font=face) > width:
        shown = shown[: len(shown) * 4 // 5].rstrip() + "…" if len(shown) > 5 else shown[:-1]
    return shown


def _hatch(pen: "ImageDraw", box: tuple[float, float, float, float], option: int, colour: str) -> None:
    """Lines that tell parts apart without colour: none, upright, level."""
    left, top, right, bottom = box
    if option % 3 == 1:
        for x in range(int(left) + 9, int(right) - 2, 9):
            pen.line((x, top, x, bottom), fill=colour, width=1)
    elif option % 3 == 2:
        for y in range(int(top) + 8, int(bottom) - 2, 8):
            pen.line((left, y, right, y), fill=colour, width=1)


def _blank(width: float, height: float) -> tuple[Any, "ImageDraw"]:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (round(width * _SHARP), round(height * _SHARP)), WHITE)
    return image, ImageDraw.Draw(image)


def _png(image: Any) -> bytes:
    out = BytesIO()
    image.convert("P", palette=1, colors=32).save(out, "PNG")
    return out.getvalue()
