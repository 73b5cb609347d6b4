"""Scenes of cards: the wall of quotes, and what the room says under a heading."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, Pages, ShapeBox, Stage, single, within
from workshop_app.desktop.projection.breaking import largest_size, line_breaks
from workshop_app.desktop.projection.rows import Rows, heading, hint, invitation, paged, pieces, text_box
from workshop_app.desktop.projection.typeset import BODY, QUOTE, STRONG, Block, Face, quoted

_HIGHEST_TAG = 0.7
"""The part of the height that the word above a card may take; a longer one is cut."""
_QUOTES, _EASY = 60.0, 45.0
"""The largest size of quotes on the wall, and the one that is large enough where larger would cost lines."""


def wall(stage: Stage, scene: scenes.Wall) -> Pages:
    """Quotes in two columns, equally high in a row; the chosen ones marked."""
    boxes, area = heading(stage, scene.question, stage.area, 60)
    gap, pad, numbers = stage.px(20), stage.px(21), stage.across(78)
    width = (area.width() - gap) / 2
    inner = width - numbers - stage.across(28)
    quotes = [
        scenes.WallQuote(quote.number, part, quote.chosen)
        for quote in scene.quotes
        for part in pieces(stage, quoted(quote.text), QUOTE, inner, area.height() - 2 * pad)
    ]
    pairs = [quotes[first : first + 2] for first in range(0, len(quotes), 2)]

    def block(quote: scenes.WallQuote, pixels: int) -> Block:
        return stage.typesetter.set(quote.text, QUOTE, pixels, inner)

    def place(number: int, pixels: int, rect: QRectF) -> list[Box]:
        boxes: list[Box] = []
        for column, quote in enumerate(pairs[number]):
            card = QRectF(rect.left() + column * (width + gap), rect.top(), width, rect.height())
            boxes += _quote(stage, quote, block(quote, pixels), card, numbers, pad)
        return boxes

    rows = Rows(
        count=len(pairs),
        blocks=lambda number, pixels: [block(quote, pixels) for quote in pairs[number]],
        height=lambda number, pixels: max(block(quote, pixels).height for quote in pairs[number]) + 2 * pad,
        place=place,
        gap=gap,
    )
    return paged(stage, boxes, area, rows, _largest(stage, quotes, block))


def _largest(stage: Stage, quotes: list[scenes.WallQuote], block: Callable[[scenes.WallQuote, int], Block]) -> float:
    """The largest size, for 1080 pixels, at which no quote takes a third line, or one more, that it can do without."""
    least = stage.size(_EASY)
    most = [max(2, len(block(quote, least).lines)) for quote in quotes]

    def fits(pixels: int) -> bool:
        return all(len(block(quote, pixels).lines) <= lines for quote, lines in zip(quotes, most, strict=True))

    return largest_size(fits, stage.px(_QUOTES), least) / stage.px(1)


def _quote(stage: Stage, quote: scenes.WallQuote, block: Block, card: QRectF, numbers: float, pad: float) -> list[Box]:
    colours = stage.palette
    line = QRectF(card.left() + stage.across(6), card.top() + pad, numbers - stage.across(8), block.line_height)
    text = card.adjusted(numbers, pad, -stage.across(28), 0)
    return [
        _card(stage, card, marked=quote.chosen, thick=5),
        stage.line(quote.number, STRONG, stage.smallest, line, colours.accent, "centre", "content"),
        text_box(text, block, colours.text),
    ]


def _card(stage: Stage, rect: QRectF, *, marked: bool, thick: float, edge: str = "") -> ShapeBox:
    colours, radius = stage.palette, stage.px(14)
    if marked:
        return ShapeBox(rect, colours.marked, colours.marked_line, max(1.0, stage.px(thick)), radius, edge=edge)
    return ShapeBox(rect, colours.card, colours.card_line, max(1.0, stage.px(2)), radius, edge=edge)


class _Spot(NamedTuple):
    """Where a card stands: its page and column, and its distance from the top."""

    page: int
    column: int
    top: float


def cards(stage: Stage, scene: scenes.Cards) -> Pages:
    """Cards in two columns, each below the shorter one, so that a new card moves no other."""
    boxes, area = _context(stage, scene)
    if not scene.cards:
        return single([*boxes, *invitation(stage, scene.hint, area)])
    below, area = hint(stage, scene.hint, area)
    boxes += below
    columns = 1 if len(scene.cards) == 1 else 2
    gap, pad, left = stage.px(30), stage.px(26), stage.across(43)
    width = (area.width() - gap * (columns - 1)) / columns
    inner = width - left - pad
    tags = {
        tag: within(stage.typesetter, tag, STRONG, stage.smallest, inner, area.height() * _HIGHEST_TAG)
        for tag in {card.tag for card in scene.cards}
    }
    highest = area.height() - 2 * pad - max(tag.height for tag in tags.values())
    low = stage.typesetter.heights(BODY, stage.smallest, inner)
    texts = [
        part
        for card in scene.cards
        for part in ([card] if low[card.text] <= highest else _parts(stage, card, inner, highest))
    ]

    def blocks(card: scenes.NoteCard, pixels: int) -> list[Block]:
        lines = [stage.typesetter.set(line, BODY, pixels, inner) for line in card.text.split("\n")]
        return [tags[card.tag], *lines] if card.tag else lines

    def heights(pixels: int) -> list[float]:
        known = stage.typesetter.heights(BODY, pixels, inner)
        return [known[card.text] + 2 * pad + tags[card.tag].height for card in texts]

    def spots(pixels: int) -> list[_Spot]:
        return _masonry(heights(pixels), columns, gap, area.height())

    # Forty cards never fit on one page: no size but the smallest has to be tried.
    few = len(texts) <= 40
    largest = stage.px(54) if few else stage.smallest

    def fits(size: int) -> bool:
        whole = not any(block.broken for card in texts for block in blocks(card, size))
        return whole and spots(size)[-1].page == 0

    pixels = largest_size(fits, largest, stage.smallest)
    placed, high = spots(pixels), heights(pixels)

    def page(number: int) -> list[Box]:
        shown = list(boxes)
        for card, spot, height in zip(texts, placed, high, strict=True):
            if spot.page == number:
                x = area.left() + spot.column * (width + gap)
                rect = QRectF(x, area.top() + spot.top, width, height)
                shown += _note(stage, card, blocks(card, pixels), rect, left, pad)
        return shown

    newest = max((place for place, card in enumerate(texts) if card.newest), default=0)
    return Pages(placed[-1].page + 1, page, placed[newest].page)


def _parts(stage: Stage, card: scenes.NoteCard, width: float, highest: float) -> list[scenes.NoteCard]:
    """The card, or its parts where it is too high for one page at the smallest size."""
    lines = [part for line in card.text.split("\n") for part in pieces(stage, line, BODY, width, highest)]
    if len(lines) == 1:
        return [card]
    heights = [stage.typesetter.set(line, BODY, stage.smallest, width).height for line in lines]
    breaks = line_breaks(heights, 0, highest)
    ends = [*breaks[1:], len(lines)]
    return [card._replace(text="\n".join(lines[first:last])) for first, last in zip(breaks, ends, strict=True)]


def _masonry(heights: list[float], columns: int, gap: float, room: float) -> list[_Spot]:
    spots: list[_Spot] = []
    page, filled = 0, [0.0] * columns
    for height in heights:
        # One column or two; this is asked of hundreds of cards after every line.
        column = 0 if filled[0] <= filled[-1] else 1
        if filled[column] and filled[column] + height > room:
            page, filled, column = page + 1, [0.0] * columns, 0
        spots.append(_Spot(page, column, filled[column]))
        filled[column] += height + gap
    return spots


def _context(stage: Stage, scene: scenes.Cards) -> tuple[list[Box], QRectF]:
    """The prompt above the heading, and the area below both."""
    area = stage.area
    if not scene.context:
        return heading(stage, scene.heading, area)
    face: Face = QUOTE if scene.context_is_quote else BODY
    text = quoted(scene.context) if scene.context_is_quote else scene.context
    above = stage.fitted(text, face, area, 54, lines=2)
    boxes, below = heading(stage, scene.heading, area.adjusted(0, above.height + stage.px(28), 0, 0))
    return [text_box(area, above, stage.palette.muted), *boxes], below


def _note(stage: Stage, card: scenes.NoteCard, blocks: list[Block], rect: QRectF, left: float, pad: float) -> list[Box]:
    colours = stage.palette
    boxes: list[Box] = [_card(stage, rect, marked=card.newest, thick=2, edge=colours.done)]
    inner = rect.adjusted(left, pad, -pad, 0)
    if card.tag:
        boxes.append(text_box(inner, blocks[0], colours.accent))
        inner.setTop(inner.top() + blocks[0].height)
    for block in blocks[1:] if card.tag else blocks:
        boxes.append(text_box(inner, block, colours.text))
        inner.setTop(inner.top() + block.height)
    return boxes
