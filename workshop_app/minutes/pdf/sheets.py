"""Pages that are filled by hand: cards in their places, and text as large as fits in one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from workshop_app.minutes.pdf.colours import RULE
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.layout import Flow, stacked
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.paragraphs import Para, paragraph
from workshop_app.minutes.pdf.styles import varied
from workshop_app.minutes.pdf.text import Run

_STEP = 0.93
_LEADING = 1.16


@dataclass(frozen=True, slots=True)
class Card:
    """What stands in a rectangle of the page, in points from its left and its foot.

    `flow` stands under each other, in the middle of the height when `middle`. `turned`: upside down. `paint` draws what
    is around it, with the corner of the card as origin.
    """

    x: float
    y: float
    width: float
    height: float
    flow: Flow
    pad: float = 34.0
    middle: bool = False
    turned: bool = False
    paint: Callable[[Any, float, float], None] | None = None


class Sheet(Flowable):
    """A page with cards; it takes all of its frame. `cuts` are dashed lines, as x1, y1, x2, y2."""

    def __init__(
        self,
        width: float,
        height: float,
        cards: Sequence[Card],
        cuts: Sequence[tuple[float, float, float, float]] = (),
    ) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._cards, self._cuts = cards, cuts

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines, then the cards in their order."""
        canvas = self.canv
        canvas.saveState()
        canvas.setDash(3, 4)
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(HexColor(RULE))
        for line in self._cuts:
            canvas.line(*line)
        canvas.restoreState()
        for card in self._cards:
            self._draw(card)

    def _draw(self, card: Card) -> None:
        canvas = self.canv
        canvas.saveState()
        if card.turned:
            canvas.translate(card.x + card.width, card.y + card.height)
            canvas.rotate(180)
        else:
            canvas.translate(card.x, card.y)
        if card.paint:
            card.paint(canvas, card.width, card.height)
        width = card.width - 2 * card.pad
        free = card.height - 2 * card.pad - stacked(card.flow, width, canvas)
        top, after = card.height - card.pad - (free / 2 if card.middle else 0), 0.0
        for at, flowable in enumerate(card.flow):
            _, height = flowable.wrapOn(canvas, width, 1e6)
            top -= height + (max(after, flowable.getSpaceBefore()) if at else 0)
            flowable.drawOn(canvas, card.pad, top)
            after = flowable.getSpaceAfter()
        canvas.restoreState()


def fitted(
    text: str | Sequence[Run],
    style: ParagraphStyle,
    width: float,
    height: float,
    fonts: Fonts,
    node: Node | None,
    *,
    least: float = 9.0,
) -> Para:
    """The text in the size of the style, or the largest below it in which it fits and no word is broken.

    At the least size words may be broken; text that is still too high then is set smaller until it fits.
    """
    words = (text if isinstance(text, str) else " ".join(run.text for run in text)).split()
    size = style.fontSize
    while True:
        made = paragraph(text, varied(style, fontSize=size, leading=size * _LEADING), fonts, node)
        whole = all(stringWidth(word, style.fontName, size) <= width for word in words)
        if (made.wrap(width, 1e6)[1] <= height and (whole or size <= least)) or size < 1:
            return made
        size *= _STEP
