"""The pages: their frames, the band on top from page 2, the footer with the number."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from workshop_app.minutes.document import Furniture, shortened
from workshop_app.minutes.pdf.canvas import TaggedCanvas
from workshop_app.minutes.pdf.colours import RULE
from workshop_app.minutes.pdf.cover import HERO_TOP, draw_cover
from workshop_app.minutes.pdf.paragraphs import paragraph
from workshop_app.minutes.pdf.photos import logo_size, small_reader
from workshop_app.minutes.pdf.styles import (
    BOTTOM,
    HEIGHT,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    WIDTH,
    Look,
    varied,
)

BAND = 30.0
RIGHT = 2
LONGEST_LEFT, LONGEST_RIGHT, LONGEST_NUMBER = 90, 60, 40
Logo: TypeAlias = tuple[Any, float, float]
"""A picture that can be drawn, its width and its height in points."""

BARE = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}


def page_templates(furniture: Furniture, look: Look, hero_height: float) -> list[PageTemplate]:
    """The first page with its two frames, and the pages after it."""
    foot = PAGE_HEIGHT - hero_height
    hero = Frame(MARGIN, foot, WIDTH, hero_height - HERO_TOP, id="hero", **BARE)
    outcome = Frame(MARGIN, BOTTOM - 8, WIDTH, max(foot - BOTTOM - 10, 10), id="outcome", **BARE)
    later = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, id="later", **BARE)

    logos = [(small_reader(logo, *size), *size) for logo in furniture.logos for size in (logo_size(logo, 54, 16),)]

    def first_page(canvas: TaggedCanvas, _: BaseDocTemplate) -> None:
        draw_cover(canvas, look, hero_height)
        _draw_footer(canvas, furniture, look, logos)

    def later_page(canvas: TaggedCanvas, _: BaseDocTemplate) -> None:
        _draw_band(canvas, furniture, look)
        _draw_footer(canvas, furniture, look, logos)

    return [
        PageTemplate("first", [hero, outcome], onPage=first_page),
        PageTemplate("later", [later], onPage=later_page),
    ]


def _draw_band(canvas: TaggedCanvas, furniture: Furniture, look: Look) -> None:
    with canvas.artifact("Header"):
        canvas.setFillColor(HexColor(look.colours.brand))
        canvas.rect(0, PAGE_HEIGHT - BAND, PAGE_WIDTH, BAND, stroke=0, fill=1)
        baseline = PAGE_HEIGHT - 22
        _write(canvas, look, shortened(furniture.band_left, LONGEST_RIGHT), look.styles.band, baseline)
        right = varied(look.styles.band, alignment=RIGHT)
        _write(canvas, look, shortened(furniture.band_right, LONGEST_RIGHT), right, baseline)


def _draw_logos(canvas: TaggedCanvas, logos: Sequence[Logo]) -> float:
    """Draw the logos of the footer, and return how far they go, in points."""
    at = 0.0
    for reader, width, height in logos:
        canvas.drawImage(reader, MARGIN + at, 34 - height / 2, width, height, mask="auto")
        at += width + 8
    return at


def _draw_footer(canvas: TaggedCanvas, furniture: Furniture, look: Look, logos: Sequence[Logo]) -> None:
    style, page = look.styles.footer, canvas.getPageNumber()

    def number(late: Any) -> None:
        text = shortened(furniture.page, LONGEST_NUMBER)
        text = text.replace("{page}", str(page)).replace("{total}", str(late.page_count))
        _write(late, look, text, varied(style, alignment=RIGHT), 31)

    with canvas.artifact("Footer"):
        canvas.setStrokeColor(HexColor(RULE))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, 46, PAGE_WIDTH - MARGIN, 46)
        at = _draw_logos(canvas, logos)
        room = LONGEST_LEFT - round(at / 4.4)
        _write(canvas, look, shortened(furniture.footer, room), varied(style, leftIndent=at), 31)
        canvas.late(number)


def _write(canvas: Any, look: Look, text: str, style: Any, y: float) -> None:
    line = paragraph(text, style, look.fonts)
    line.wrapOn(canvas, WIDTH, 1e6)
    line.drawOn(canvas, MARGIN, y)
