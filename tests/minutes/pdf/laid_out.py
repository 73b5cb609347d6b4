"""Reads the pages of minutes as they were laid out, and tells what a typographer would send back."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from workshop_app.minutes.pdf.styles import BOTTOM, HEIGHT, PAGE_HEIGHT, TOP

LEAST_FILLED = 0.45
"""The part of a page that is used, of every page that is not the last before a chapter."""
LEAST_CARRIED = 18.0
"""Points of what goes on over a page, before a next heading: two lines."""
_HEAD, _FOOT = PAGE_HEIGHT - TOP + 8, BOTTOM - 4
_MIDDLE = 290.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text or a drawing on a page; sizes in points from the lower left corner."""

    left: float
    low: float
    high: float
    font: str = ""
    size: float = 0.0
    text: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it is set as a heading: of a chapter, a round, a part or a group."""
        return ("Serif4-SemiBold" in self.font and self.size > 16) or ("Sans3-Bold" in self.font and self.size > 12)

    @property
    def is_chapter(self) -> bool:
        """Whether it is the heading of a chapter."""
        return self.is_heading and self.size > 20

    @property
    def is_bold(self) -> bool:
        """Whether it is set as a heading of any kind: over a group, over the columns of a table."""
        return self.is_heading or ("Bold" in self.font and self.size >= 9)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands between the band and the footer of a page, from the top down."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> tuple[Piece, ...]:
        """Only the text."""
        return tuple(piece for piece in self.pieces if piece.text.strip())

    @property
    def filled(self) -> float:
        """The part of the height that is used."""
        return (_HEAD - min((piece.low for piece in self.pieces), default=_HEAD)) / HEIGHT


def pages(pdf: bytes) -> list[Page]:
    """The pages after the first one, which has a design of its own."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return [
            Page(at + 1, tuple(sorted(_pieces(document[at]), key=lambda p: (-round(p.high), p.left))))
            for at in range(1, len(document))
        ]


def _pieces(page: pypdfium2.PdfPage) -> Iterator[Piece]:
    textpage = page.get_textpage()
    for thing in page.get_objects():
        left, low, _right, high = thing.get_bounds()
        if low < _FOOT or high > _HEAD + 6 or high - low > HEIGHT * 0.98:
            continue
        if thing.type != raw.FPDF_PAGEOBJ_TEXT:
            yield Piece(left, low, high)
            continue
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(thing, size)
        yield Piece(left, low, high, _font(thing), size.value, _text(thing, textpage))


def _font(thing: pypdfium2.PdfObject) -> str:
    font = raw.FPDFTextObj_GetFont(thing)
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode()


def _text(thing: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(thing, textpage, None, 0)
    buffer = ctypes.create_string_buffer(length * 2)
    raw.FPDFTextObj_GetText(thing, textpage, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")


def complaints(pdf: bytes) -> list[str]:
    """What is wrong with the pages, a sentence each; nothing when they are balanced."""
    made = pages(pdf)
    found = [*_emptiness(made)]
    for page in made:
        found += _foot(page)
    for page in made[1:]:
        found += _head(page)
    return found


def _emptiness(made: list[Page]) -> Iterator[str]:
    for page, after in pairwise(made):
        first = next(iter(after.words), None)
        if page.filled < LEAST_FILLED and not (first and first.is_chapter):
            yield f"page {page.number} is {page.filled:.0%} full"


def _foot(page: Page) -> Iterator[str]:
    """The last line of every column must not be a heading."""
    for side in (True, False):
        column = [piece for piece in page.words if (piece.left < _MIDDLE) == side]
        lowest = min((piece.low for piece in column), default=0.0)
        last = sorted((p for p in column if p.low < lowest + 4), key=lambda p: p.left)
        if last and last[0].is_heading:
            yield f"page {page.number} ends with the heading {last[0].text!r}"
    lowest = min((piece.low for piece in page.words), default=0.0)
    last = sorted((p for p in page.words if p.low < lowest + 4), key=lambda p: p.left)
    if last and last[0].left < _MIDDLE and all(piece.is_bold for piece in last):
        yield f"page {page.number} ends with {' '.join(p.text for p in last)!r}"


def _head(page: Page) -> Iterator[str]:
    """What goes on from the page before is more than a line or two before the next heading."""
    words = page.words
    first = next((piece for piece in words if piece.is_heading), None)
    if not words or words[0].is_bold or (first and first.high > words[0].low):
        return
    end = first.high if first else min(piece.low for piece in words)
    carried = [piece for piece in page.pieces if piece.high > end + 1]
    height = max(page.pieces[0].high, words[0].high) - min((piece.low for piece in carried), default=end)
    if height < LEAST_CARRIED:
        yield f"page {page.number} begins with {height:.0f} points of {words[0].text!r}"
