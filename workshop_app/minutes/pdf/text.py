"""Text that any keyboard can make, as paragraph markup that asks only for glyphs there are.

A missing glyph is not a cosmetic fault: .notdef in a PDF breaks PDF/UA-1 (7.21.8) and PDF/A. This is also the one place
where text is escaped, so what people type as markup is printed as they typed it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from workshop_app.minutes.pdf.fonts import MISSING, Fonts

SPOKEN = "="
RIGHT_TO_LEFT = "<"
DECORATION = "decoration"
END = "end"

# Only what Unicode has given a direction: the bidi algorithm knows nothing else.
_RTL_LETTERS = "".join(
    chr(code)
    for block in (range(0x590, 0x900), range(0xFB1D, 0xFE00), range(0xFE70, 0xFEFD))
    for code in block
    if unicodedata.bidirectional(chr(code)) in ("R", "AL", "AN", "NSM")
)
_BETWEEN = r"[ \d.,:;!?()«»“”„\"'’‘/%\u060c\u066a-\u066c\u200c-\u200f–—-]"
"""What takes the direction of the words around it, and figures."""
_RTL = re.compile(rf"[{_RTL_LETTERS}]+(?:{_BETWEEN}+[{_RTL_LETTERS}]+)*")
_RTL_WHOLE = re.compile(rf"{_BETWEEN}*{_RTL.pattern}{_BETWEEN}*")
"""The same where all of the text runs from right to left, so that what stands before and after it does too."""
_SPACES = re.compile("( +)")
_LINE_ENDS = re.compile(r"\s*?(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\s*")
# Controls, bidi overrides, joiners, variation selectors, skin tones, tags: nothing to draw, and they hide other text.
_DROPPED = dict.fromkeys(
    [
        *range(0x20),
        *range(0x7F, 0xA0),
        0xAD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        *range(0x1F3FB, 0x1F400),
        0xFFFE,
        0xFFFF,
        *range(0xE0000, 0xE1000),
    ]
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph set differently. Empty fields: as the paragraph.

    `color` is "#RRGGBB". `link` is a target. `spoken` is read instead of the text; `decoration` is not read at all.
    """

    text: str
    font: str = ""
    size: float = 0
    color: str = ""
    link: str = ""
    spoken: str = ""
    decoration: bool = False


def clean(text: str) -> str:
    """The text composed, with line feeds between its lines, without empty lines and without what cannot be printed."""
    if text.isascii() and text.isprintable():
        return text
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ").split("\n")
    kept = "\n".join(line.translate(_DROPPED) for line in lines)
    # A lone surrogate is no character: it could not even be written to the file.
    return unicodedata.normalize("NFC", kept.encode("utf-8", "replace").decode())


def one_line(text: str) -> str:
    """The text cleaned, its white space single spaces."""
    return " ".join(clean(text).split())


def is_right_to_left(text: str) -> bool:
    """Whether all letters of the text, and there are some, are read from right to left."""
    return any(map(str.isalpha, text)) and all(
        unicodedata.bidirectional(letter) in ("R", "AL") for letter in text if letter.isalpha()
    )


def markup(runs: Iterable[Run], font: str, fonts: Fonts) -> str:
    """The runs as markup for a paragraph set in `font`."""
    return "".join(_run(run, font, fonts) for run in runs)


def _run(run: Run, font: str, fonts: Fonts) -> str:
    face = run.font or font
    text = clean(run.text)
    if run.spoken or run.decoration:
        marked = _span(_pieces(text, face, fonts), DECORATION if run.decoration else SPOKEN + one_line(run.spoken))
    else:
        marked = "".join(_spoken_pieces(text, face, fonts))
    attributes = f' name="{run.font}"' if run.font else ""
    attributes += f' size="{run.size:g}"' if run.size else ""
    attributes += f' color="{run.color}"' if run.color else ""
    if attributes:
        marked = f"<font{attributes}>{marked}</font>"
    return f"<a href={quoteattr(run.link)}><u>{marked}</u></a>" if run.link else marked


def _span(inner: str, label: str) -> str:
    return f'<onDraw name="span" label={quoteattr(label)}/>{inner}<onDraw name="span" label="{END}"/>'


def _spoken_pieces(text: str, font: str, fonts: Fonts) -> Iterator[str]:
    """The text; what is drawn otherwise than it is written (right to left, or as a box) carries what was written."""
    if text.isascii():  # which every font of the text has
        yield _escaped(text)
        return
    at = 0
    for match in (_RTL_WHOLE if is_right_to_left(text) else _RTL).finditer(text):
        yield from _left_to_right(text[at : match.start()], font, fonts)
        for part in _SPACES.split(match.group()):
            if part.isspace() or not part:
                yield part
            else:
                yield _span(_pieces(_as_seen(part), "Arabic", fonts, font), RIGHT_TO_LEFT + part)
        at = match.end()
    yield from _left_to_right(text[at:], font, fonts)


def _left_to_right(text: str, font: str, fonts: Fonts) -> Iterator[str]:
    glyphs = fonts.glyphs(font)
    others = {character for character in set(text) - {"\n"} if ord(character) not in glyphs}
    unknown = {character for character in others if _drawn(character, font, fonts)[1] is None}
    for boxed, characters in groupby(text, unknown.__contains__) if unknown else [(False, text)]:
        piece = "".join(characters)
        marked = _pieces(piece, font, fonts)
        yield _span(marked, SPOKEN + piece) if boxed else marked


def _as_seen(text: str) -> str:
    """Right-to-left text with its letters joined, in the order in which they stand on the line."""
    import arabic_reshaper
    from bidi.algorithm import get_display

    return str(get_display(arabic_reshaper.reshape(text), base_dir="R"))


def _drawn(character: str, font: str, fonts: Fonts) -> tuple[str, str | None]:
    """What is drawn for a character, and in which font; no font if only a box can stand for it."""
    face = fonts.for_character(character, font)
    if face is not None:
        return character, face
    glyphs = fonts.glyphs(font)
    apart = "".join(part for part in unicodedata.normalize("NFKD", character) if ord(part) in glyphs)
    return (apart, font) if apart else (MISSING, None)


def _pieces(text: str, font: str, fonts: Fonts, surrounding: str = "") -> str:
    """Escaped text, in the fonts that have its characters; `surrounding` is the font that needs no naming."""
    surrounding = surrounding or font
    glyphs = fonts.glyphs(font)
    if font == surrounding and all(ord(character) in glyphs for character in set(text) - {"\n"}):
        return _escaped(text)
    drawn = (("\n", surrounding) if character == "\n" else _drawn(character, font, fonts) for character in text)
    box_font = fonts.for_character(MISSING, font)
    out = []
    for face, group in groupby(drawn, lambda piece: piece[1] or box_font):
        piece = _escaped("".join(character for character, _ in group))
        out.append(piece if face == surrounding else f'<font name="{face}">{piece}</font>')
    return "".join(out)


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
