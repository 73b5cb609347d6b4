"""The typography of the minutes: sizes, leading and space in points, on A4 with margins of 20 mm."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from workshop_app.minutes.pdf.colours import INK, MUTED, Palette
from workshop_app.minutes.pdf.fonts import Fonts

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MARGIN = 56.7
TOP, BOTTOM = 66.0, 62.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

TITLE_SIZES = ((40, 45), (33, 38), (27, 32), (22, 27))


def style(font: str = "Sans", size: float = 10.5, leading: float = 15, color: str = INK, **more: Any) -> ParagraphStyle:
    """A style that leaves no single line of a paragraph on either page, and breaks words longer than a line."""
    bullets = {"bulletFontName": font, "bulletFontSize": size}
    breaks = {"allowWidows": 0, "allowOrphans": 0, "splitLongWords": 1}
    look = {"fontName": font, "fontSize": size, "leading": leading, "textColor": HexColor(color)}
    if "bulletColor" in more:
        more["bulletColor"] = HexColor(more["bulletColor"])
    return ParagraphStyle("style", **{**bullets, **breaks, **look, **more})


def varied(base: ParagraphStyle, **more: Any) -> ParagraphStyle:
    """The style with some things otherwise."""
    return ParagraphStyle("style", base, **more)


class Styles:
    """The named styles, in the colours of a palette."""

    def __init__(self, colours: Palette) -> None:
        title, accent = colours.title, colours.accent_text
        self.body = style(spaceAfter=7)
        self.lead = style("Serif", 13.5, 20.5, spaceAfter=12)
        self.note = style(size=9, leading=12.5, color=MUTED, spaceAfter=7)
        self.meta = style(size=9, leading=12.5, color=MUTED, spaceAfter=9)
        self.caption = style(size=9, leading=12.5, color=MUTED, spaceBefore=8, spaceAfter=5)
        self.title = style("SerifSemi", 40, 45, colours.on_brand, spaceAfter=13)
        self.kicker = style("SansBold", 11.5, 15, colours.kicker_on_brand, spaceAfter=5)
        self.organisation = style("SansBold", 15, 18, colours.on_brand)
        self.subtitle = style("Serif", 14.5, 20, colours.soft_on_brand)
        self.fact = style(size=11, leading=14.5, color=colours.on_brand)
        self.headings = {
            2: style("SerifSemi", 23, 28, title, spaceBefore=24, spaceAfter=8),
            3: style("SerifSemi", 17, 22, INK, spaceBefore=18, spaceAfter=5),
            4: style("SansBold", 12.5, 16, title, spaceBefore=14, spaceAfter=4),
        }
        self.panel_heading = style("SerifSemi", 16.5, 21, title, spaceBefore=14, spaceAfter=7)
        self.group = style("SansBold", 10.5, 14, title, spaceBefore=9, spaceAfter=3, keepWithNext=1)
        self.quote = style("SerifItalic", 16, 23, colours.deep, leftIndent=16, spaceBefore=15, spaceAfter=8)
        self.source = style(size=9, leading=12.5, color=MUTED, leftIndent=16, spaceAfter=8)
        self.callout = style("Serif", 13.5, 19.5, leftIndent=14, rightIndent=14, spaceBefore=26, spaceAfter=27)
        self.answer = style(size=9.8, leading=13.2, leftIndent=11, bulletIndent=1, spaceAfter=2.6, bulletColor=accent)
        self.bullet = style(leftIndent=14, bulletIndent=2, spaceAfter=4, bulletColor=accent)
        self.numbered = style(
            leftIndent=26, bulletIndent=2, spaceAfter=6, bulletFontName="SansBold", bulletColor=accent
        )
        self.decision = style(
            size=10.6, leading=14.4, leftIndent=30, bulletIndent=0, spaceAfter=8,
            bulletFontName="SerifSemi", bulletFontSize=15, bulletOffsetY=-1.8, bulletColor=accent,
        )  # fmt: skip
        self.first_action = style(
            size=10.3, leading=14, leftIndent=12, bulletIndent=1, spaceAfter=7.5, bulletColor=colours.accent_on_tint
        )
        self.head = style("SansBold", 9, 12, colours.on_brand)
        self.chart_head = style("SansBold", 9, 12, MUTED)
        self.cell = style(size=9.5, leading=12.8)
        self.number = style("SansBold", 9.5, 12.8, alignment=2)
        self.quoted = style("SerifItalic", 10, 13.2)
        self.figure = style(size=9.8, leading=13, color=MUTED)
        self.contents = style(size=10, leading=14, rightIndent=26, spaceAfter=2.5)
        self.contents_inner = style(size=9.4, leading=13, color=MUTED, leftIndent=10, rightIndent=26, spaceAfter=2)
        self.band = style("SansBold", 9, 11, colours.on_brand)
        self.footer = style(size=8.5, leading=11, color=MUTED)

    def heading(self, level: int) -> ParagraphStyle:
        """The style of a heading; 1 is the title."""
        return self.headings[min(level, 4)]


@dataclass(frozen=True)
class Look:
    """Everything a block needs to know about how it should look."""

    colours: Palette
    fonts: Fonts

    @cached_property
    def styles(self) -> Styles:
        """The styles in these colours."""
        return Styles(self.colours)
