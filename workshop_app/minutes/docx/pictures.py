"""The pictures of the charts in the Word document, as PNG files."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from workshop_app.minutes.charts import BarChart, BarRow, SpreadChart, SpreadRow
from workshop_app.minutes.pdf.colours import MUTED, RULE, WHITE, Palette
from workshop_app.model.colour import mix

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SHARP = 3
"""Pixels to the point."""
BAR = (140.0, 12.0)
KEY = (18.0, 8.0)
"""Points of a picture in a row of a chart, and of what explains its parts in the head."""


def bar(chart: BarChart, row: BarRow, colours: Palette) -> bytes:
    """A bar in parts, each apart from the one before it. A sum shows the patterns of its options in layers."""
    image, pen = blank(*BAR)
    wide, high = (length * SHARP for length in BAR)
    x, option = 0.0, 0
    for count, (_, options) in zip(row.counts, row.cells, strict=True):
        width, layer = wide * count / max(chart.scale, 1), (high - 4) / options
        for at in range(options if count else 0):
            top = 2 + layer * at
            _fill(pen, (x, top, max(x + width - 3, x + 1), top + layer), option + at, colours)
        x, option = x + width, option + options
    return as_png(image)


def key(option: int, colours: Palette) -> bytes:
    """A small box in the pattern of an option."""
    image, pen = blank(*KEY)
    _fill(pen, (3, 3, KEY[0] * SHARP - 4, KEY[1] * SHARP - 4), option, colours)
    return as_png(image)


def _fill(pen: "ImageDraw", box: tuple[float, float, float, float], option: int, colours: Palette) -> None:
    """A box in the pattern of an option: each next one is lighter."""
    fill = mix(colours.graphic, WHITE, min(0.26 * option, 0.8))
    pen.rectangle(box, fill=fill, outline=colours.graphic, width=2)
    _hatch(pen, box, option, colours.graphic)


def spread(chart: SpreadChart, row: SpreadRow, colours: Palette) -> bytes:
    """The range as a thick line on an axis, the mean as a dot; the score of one organisation as a diamond."""
    image, pen = blank(*BAR)
    wide, high = (length * SHARP for length in BAR)
    middle, edge = high / 2, 6 * SHARP

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
    return as_png(image)


def dots(count: int, colours: Palette) -> bytes:
    """Votes as dots in fives, at most three rows of twenty-five."""
    rows = min(3, max(1, -(-count // 25)))
    image, pen = blank(BAR[0], 6.0 * rows)
    for at in range(min(count, rows * 25)):
        row, column = divmod(at, 25)
        x, y = column * 15 + column // 5 * 8, row * 18 + 2
        pen.ellipse((x, y, x + 13, y + 13), fill=colours.accent_text)
    return as_png(image)


def _hatch(pen: "ImageDraw", box: tuple[float, float, float, float], option: int, colour: str) -> None:
    """Lines that tell parts apart without colour: none, upright, level."""
    left, top, right, bottom = box
    if option % 3 == 1:
        for x in range(int(left) + 9, int(right) - 2, 9):
            pen.line((x, top, x, bottom), fill=colour, width=1)
    elif option % 3 == 2:
        for y in range(int(top) + 8, int(bottom) - 2, 8):
            pen.line((left, y, right, y), fill=colour, width=1)


def blank(width: float, height: float) -> tuple[Any, "ImageDraw"]:
    """A white picture of so many points, and a pen for it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (round(width * SHARP), round(height * SHARP)), WHITE)
    return image, ImageDraw.Draw(image)


def as_png(image: Any) -> bytes:
    """The picture as a small file."""
    out = BytesIO()
    image.convert("P", palette=1, colors=32).save(out, "PNG")
    return out.getvalue()
