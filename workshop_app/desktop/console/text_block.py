"""Text broken into lines of a width, with parts in their own font and colour; long words break anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

_LINE_BREAK = "\u2028"
_GAP = "\u2002"


@dataclass(frozen=True)
class Part:
    """Words in one font and colour."""

    words: str
    font: QFont
    colour: str


def text_block(parts: Sequence[Part], width: float) -> QTextLayout:
    """The parts after each other, broken into lines; empty ones fall away. The first sets the height of the lines."""
    shown = [part for part in parts if part.words]
    text, formats = "", []
    for part in shown:
        text += _GAP if text else ""
        words = part.words.replace("\n", _LINE_BREAK)
        formats.append(_format(_units(text), _units(words), part))
        text += words
    block = QTextLayout(text, shown[0].font if shown else QFont())
    # Else each painting shapes the text again.
    block.setCacheEnabled(True)
    block.setFormats(formats)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    block.setTextOption(option)
    block.beginLayout()
    top = 0.0
    while (line := block.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    block.endLayout()
    return block


def _units(text: str) -> int:
    """The length as Qt counts it: a sign like an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _format(start: int, length: int, part: Part) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setFont(part.font)
    style.setForeground(QColor(part.colour))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, style
    return found
