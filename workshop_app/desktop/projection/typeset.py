"""Text set in lines: the largest size that fits, even line lengths, no lonely last word, long words broken."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from PySide6.QtGui import QFont, QFontMetricsF

from workshop_app.desktop.projection.breaking import even_breaks, largest_size, line_breaks
from workshop_app.desktop.theme import SANS, SERIF


@dataclass(frozen=True)
class Face:
    """A font without its size; ``spacing`` is the distance of lines in proportion to the size.

    ``hyphens``: never (a name keeps its letters), only in a word that is wider than its column, or also where lines of
    a narrow column would be very uneven.
    """

    family: str
    weight: int
    spacing: float = 1.22
    hyphens: Literal["never", "needed", "even"] = "needed"


BODY = Face(SANS, 400, hyphens="even")
STRONG = Face(SANS, 600)
NAME = Face(SANS, 400, hyphens="never")
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
_NARROW = 18
"""Columns up to this width, in the size of their text, may have hyphens."""
_UNEVEN = 0.66
"""A line shorter than this part of the longest looks ragged."""
_SHORTEST_END = 0.4
"""The part of a column that the rest of a word fills at least, when it stands alone on the last line."""
_DASH = "– "
"""Begins each line of a theme."""
_JOINTS = "-/–"
"""Signs in a word after which a line may end."""
_QUOTATION_MARKS = '“”„"«»'
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
    """Whether a word was wider than a line and had to be broken, or the text is cut."""
    source: str = ""
    """The text as one line, where these are all of its lines."""
    hang: float = 0
    """How far the lines after the first stand in, behind a dash."""

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
        return self.source or " ".join(self.lines).replace(f"{_HYPHEN} ", "")

    def part(self, first: int, last: int) -> "Block":
        """Some of the lines."""
        return replace(self, lines=self.lines[first:last], source="")


def clean(text: str) -> str:
    """One line of text, without signs that do not show."""
    return " ".join(_UNWANTED.sub("", text).split())


def quoted(text: str) -> str:
    """The text between quotation marks, also when somebody typed them already."""
    return f"“{clean(text).strip(_QUOTATION_MARKS)}”"


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
        hang = measure(_DASH) if text.startswith(_DASH) else 0.0
        width -= hang
        words = [piece for word in whole for piece in _broken(word, width, measure, face.hyphens != "never")]
        lines = _in_lines(words, width, measure)
        if face.hyphens == "even" and width < _NARROW * pixels:
            lines = _less_ragged(words, lines, width, measure)
        widest = max(map(measure, lines), default=0.0)
        return Block(tuple(lines), face, pixels, widest + hang, len(words) > len(whole), " ".join(whole), hang)


def _in_lines(words: list[str], width: float, measure: Callable[[str], float]) -> list[str]:
    """The words in as few lines as they need, a few lines all about as long."""
    widths, space = [measure(word) for word in words], measure(" ")
    breaks = line_breaks(widths, space, width)
    if 1 < len(breaks) <= _BALANCED_LINES:
        breaks = even_breaks(widths, space, width)
    breaks = _without_lonely_word(breaks, widths, space, width)
    return [" ".join(words[first:last]) for first, last in pairwise([*breaks, len(words)])]


def _without_lonely_word(breaks: list[int], widths: Sequence[float], space: float, limit: float) -> list[int]:
    """Give a last line of one word company from the line above, where that line can miss it."""
    if len(breaks) < 2 or breaks[-1] != len(widths) - 1 or breaks[-1] - breaks[-2] < 3:
        return breaks
    if widths[-2] + space + widths[-1] > limit:
        return breaks
    return [*breaks[:-1], breaks[-1] - 1]


def _less_ragged(words: list[str], lines: list[str], width: float, measure: Callable[[str], float]) -> list[str]:
    """The lines; where one is far shorter than another, full lines instead, long words hyphenated if that helps."""
    if not _is_ragged(lines, measure):
        return lines
    for hyphened in (False, True):
        filled = _filled(words, width, measure, hyphened=hyphened)
        if len(filled) <= len(lines) and not _is_ragged(filled, measure) and _ends_well(filled, width, measure):
            return filled
    return lines


def _is_ragged(lines: list[str], measure: Callable[[str], float]) -> bool:
    lengths = [measure(line) for line in lines]
    return any(length < _UNEVEN * max(lengths) for length in lengths[:-1])


def _ends_well(lines: list[str], width: float, measure: Callable[[str], float]) -> bool:
    """Whether the last line is more than a short part of a word."""
    alone = lines[-2].endswith(_HYPHEN) and " " not in lines[-1]
    return not alone or measure(lines[-1]) > width * _SHORTEST_END


def _filled(words: list[str], width: float, measure: Callable[[str], float], *, hyphened: bool) -> list[str]:
    """Each line as full as it can be: where it would be short, the next word may begin on it."""
    lines, line = [], ""
    for word in words:
        longer = f"{line} {word}".strip()
        if measure(longer) <= width:
            line = longer
            continue
        short = hyphened and measure(line) < _UNEVEN * width
        head = _head(word, measure, width - measure(f"{line} ")) if short else ""
        lines.append(f"{line} {head}{_HYPHEN}" if head else line)
        line = word[len(head) :]
    return [*lines, line]


def _head(word: str, measure: Callable[[str], float], room: float) -> str:
    """The longest beginning of a word for which there is room with a hyphen; '' when there is none."""
    # The patterns of Dutch are not loaded before a word needs them.
    from workshop_app.desktop.projection.hyphens import hyphenations

    heads = (word[:place] for place in reversed(hyphenations(word)))
    return next((head for head in heads if measure(head + _HYPHEN) <= room), "")


def _broken(word: str, width: float, measure: Callable[[str], float], hyphened: bool) -> list[str]:
    """The word, or its parts when it is wider than the column: at a hyphen or slash, between syllables, else anywhere.

    A name is broken without a sign that does not belong to it.
    """
    sign = _HYPHEN if hyphened else ""
    pieces: list[str] = []
    while word and measure(word) > width:
        room = next((place for place in range(len(word) - 1, 1, -1) if measure(word[:place] + sign) <= width), 1)
        joint = max(word.rfind(each, 3, room) for each in _JOINTS) + 1
        head = "" if joint or not hyphened else _head(word, measure, width)
        place = joint or len(head) or room
        pieces.append(word[:place] + (sign if place != joint else ""))
        word = word[place:]
    return [*pieces, word] if word else pieces
