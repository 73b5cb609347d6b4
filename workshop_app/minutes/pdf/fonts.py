"""The fonts of the minutes, and which characters they can draw."""

from collections.abc import Container
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FILES = {
    "Sans": "SourceSans3-Regular.ttf",
    "SansItalic": "SourceSans3-Italic.ttf",
    "SansSemi": "SourceSans3-SemiBold.ttf",
    "SansBold": "SourceSans3-Bold.ttf",
    "Serif": "SourceSerif4-Regular.ttf",
    "SerifItalic": "SourceSerif4-Italic.ttf",
    "SerifSemi": "SourceSerif4-SemiBold.ttf",
    "SerifBold": "SourceSerif4-Bold.ttf",
    "Arabic": "NotoSansArabic-Regular.ttf",
    "Hebrew": "NotoSansHebrew-Regular.ttf",
    "Emoji": "NotoEmoji-Regular.ttf",
}
TEXT_FONTS = tuple(name for name in FILES if name not in ("Arabic", "Hebrew", "Emoji"))
FALLBACK = ("Sans", "Arabic", "Hebrew", "Emoji")
MISSING = "□"


class Fonts:
    """The fonts of a folder, by the names in `FILES`. ReportLab keeps them for the whole process.

    The fallback fonts of other scripts are read when a character first asks for them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._glyphs: dict[str, Container[int]] = {}
        for name in TEXT_FONTS:
            self._register(name)

    def _register(self, name: str) -> None:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(self._folder / FILES[name]), asciiReadable=0))

    def glyphs(self, name: str) -> Container[int]:
        """The code points that the font has."""
        if name not in self._glyphs:
            self._register(name)
            self._glyphs[name] = pdfmetrics.getFont(name).face.charToGlyph
        return self._glyphs[name]

    def for_character(self, character: str, font: str) -> str | None:
        """The first font that has the character, beginning with `font`; None if there is none."""
        code = ord(character)
        return next((name for name in (font, *FALLBACK) if code in self.glyphs(name)), None)

    def drawable(self, text: str, font: str) -> str:
        """The text for where only one font can be used, without what that font lacks; a dash if nothing is left."""
        glyphs = self.glyphs(font)
        return "".join(character for character in text if ord(character) in glyphs) or "–"
