"""Text set in lines: the largest size that fits, even line lengths, no lonely last word, long words broken."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

from workshop_app.desktop.projection.breaking import even_breaks, largest_size, line_breaks
from workshop_app.desktop.theme import SANS, SERIF


@dataclass(frozen=True)
class Face:
    """A font without its size; ``spacing`` is the distance of lines in proportion to the size."""

    family: str
    weight: int
    spacing: float = 1.22


BODY = Face(SANS, 400)
STRONG = Face(SANS, 600)
HEADING = Face(SANS, 700, 1.14)
QUOTE = Face(SERIF, 400, 1.16)
TITLE = Face(SERIF, 600, 1.12)

_CACHED_WORDS = 20_000
_CACHED_BLOCKS = 4_000
_CACHED_SIZES = 100
_BALANCED_LINES = 8
_SMALLER_FOR_A_LINE_LESS = 0.8
_HYPHEN = "\u2010"
"""Ends a part of a broken word; typed hyphens are another sign."""
_VOWELS = "aeiouyáéíóúàèëïöüâêîôû"
# A syllable of Dutch usually begins with one consonant before a vowel.
_SYLLABLE = re.compile(rf"(?<=[{_VOWELS}\w])(?=[^\W\d_{_VOWELS}][{_VOWELS}])", re.IGNORECASE)
# Signs that turn the direction of what follows, or steer a terminal; letters joined on purpose stay joined.
_UNWANTED = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Block:
    """Lines of one text in one font."""

    lines: tuple[str, ...]
    face: Face
    pixels: int
    width: float
    """Of the longest line."""
    broken: bool = False
    """Whether a word was wider than a line and had to be broken."""

    @property
    def line_height(self) -> float:
        """From one line to the next."""
        return self.face.spacing * self.pixels

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.line_height * len(self.lines)

    @property
    def text(self) -> str:
        """All lines as one, broken words whole again."""
        return " ".join(self.lines).replace(f"{_HYPHEN} ", "")

    def part(self, first: int, last: int) -> "Block":
        """Some of the lines."""
        return replace(self, lines=self.lines[first:last])


def clean(text: str) -> str:
    """One line of text, without signs that do not show."""
    return " ".join(_UNWANTED.sub("", text).split())


def quoted(text: str) -> str:
    """The text between quotation marks."""
    return f"“{clean(text)}”"


class Heights(dict[str, float]):
    """The heights of texts, whose own line breaks count, each worked out when it is asked for first."""

    def __init__(self, typesetter: "Typesetter", face: Face, pixels: int, width: float) -> None:
        super().__init__()
        self._typesetter, self._setting = typesetter, (face, pixels, width)

    def __missing__(self, text: str) -> float:
        height = sum(self._typesetter.set(line, *self._setting).height for line in text.split("\n"))
        if len(self) > _CACHED_BLOCKS:
            self.clear()
        self[text] = height
        return height


class Typesetter:
    """Sets text in lines and remembers what it set; one for each window that shows scenes."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[Face, int], tuple[QFont, QFontMetricsF]] = {}
        self._words: dict[tuple[Face, int, str], float] = {}
        self._blocks: dict[tuple[str, Face, int, float], Block] = {}
        self._heights: dict[tuple[Face, int, float], Heights] = {}

    def font(self, face: Face, pixels: int) -> QFont:
        """The font to paint with."""
        return self._font(face, pixels)[0]

    def width(self, text: str, face: Face, pixels: int) -> float:
        """Of one line, in pixels."""
        key = (face, pixels, text)
        known = self._words.get(key)
        if known is None:
            if len(self._words) > _CACHED_WORDS:
                self._words.clear()
            known = self._words[key] = self._font(face, pixels)[1].horizontalAdvance(text)
        return known

    def set(self, text: str, face: Face, pixels: int, width: float) -> Block:
        """The text in as few lines as the width allows, all about as long."""
        key = (text, face, pixels, width)
        known = self._blocks.get(key)
        if known is None:
            if len(self._blocks) > _CACHED_BLOCKS:
                self._blocks.clear()
            known = self._blocks[key] = self._set(text, face, pixels, width)
        return known

    def heights(self, face: Face, pixels: int, width: float) -> "Heights":
        """The heights of texts in a font and a width."""
        key = (face, pixels, width)
        if key not in self._heights:
            if len(self._heights) > _CACHED_SIZES:
                self._heights.clear()
            self._heights[key] = Heights(self, face, pixels, width)
        return self._heights[key]

    def fit(
        self, text: str, face: Face, width: float, height: float, largest: float, smallest: float, lines: int = 99
    ) -> Block:
        """The text at the largest size that fits width, height and number of lines; else, too high, at the smallest."""

        def fits(pixels: int) -> bool:
            block = self.set(text, face, pixels, width)
            return block.height <= height and len(block.lines) <= lines and not block.broken

        block = self.set(text, face, largest_size(fits, largest, smallest), width)
        return self._with_fewer_lines(text, block, width, smallest)

    def _with_fewer_lines(self, text: str, block: Block, width: float, smallest: float) -> Block:
        """The text with a line less where that costs little of its size."""
        lines, least = len(block.lines) - 1, max(smallest, block.pixels * _SMALLER_FOR_A_LINE_LESS)
        if not 1 <= lines <= _BALANCED_LINES or least > block.pixels:
            return block
        pixels = largest_size(
            lambda size: len(self.set(text, block.face, size, width).lines) <= lines, block.pixels, least
        )
        smaller = self.set(text, block.face, pixels, width)
        return smaller if len(smaller.lines) <= lines else block

    def _font(self, face: Face, pixels: int) -> tuple[QFont, QFontMetricsF]:
        known = self._fonts.get((face, pixels))
        if known is None:
            font = QFont(face.family)
            font.setPixelSize(pixels)
            font.setWeight(QFont.Weight(face.weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            known = self._fonts[face, pixels] = (font, QFontMetricsF(font))
        return known

    def _set(self, text: str, face: Face, pixels: int, width: float) -> Block:
        def measure(line: str) -> float:
            return self.width(line, face, pixels)

        whole = clean(text).split()
        words = [piece for word in whole for piece in _broken(word, width, measure)]
        widths = [measure(word) for word in words]
        space = measure(" ")
        breaks = line_breaks(widths, space, width)
        if 1 < len(breaks) <= _BALANCED_LINES:
            breaks = even_breaks(widths, space, width)
        breaks = _without_lonely_word(breaks, widths, space, width)
        ends = [*breaks[1:], len(words)]
        lines = tuple(" ".join(words[first:last]) for first, last in zip(breaks, ends, strict=False))
        return Block(lines, face, pixels, max(map(measure, lines), default=0.0), len(words) > len(whole))


def _without_lonely_word(breaks: list[int], widths: Sequence[float], space: float, limit: float) -> list[int]:
    """Give a last line of one word company from the line above, where that line can miss it."""
    if len(breaks) < 2 or breaks[-1] != len(widths) - 1 or breaks[-1] - breaks[-2] < 3:
        return breaks
    if widths[-2] + space + widths[-1] > limit:
        return breaks
    return [*breaks[:-1], breaks[-1] - 1]


def _broken(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The word, or its parts with hyphens when it is wider than the column."""
    pieces: list[str] = []
    while word and measure(word) > width:
        room = next((place for place in range(len(word) - 1, 1, -1) if measure(word[:place] + _HYPHEN) <= width), 1)
        syllables = [match.start() for match in _SYLLABLE.finditer(word) if 2 < match.start() <= room]
        place = syllables[-1] if syllables else room
        pieces.append(word[:place] + ("" if word[place - 1] in "-/–" else _HYPHEN))
        word = word[place:]
    return [*pieces, word] if word else pieces
