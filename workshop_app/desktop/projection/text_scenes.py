"""Scenes of one text: a prompt with its result, a question, a statement, a break, thanks."""

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.bars import bars_height, result_bars
from workshop_app.desktop.projection.boxes import LARGE, Box, Pages, Stage, TextBox, single
from workshop_app.desktop.projection.rows import Rows, heading, paged, pieces, text_box, upper
from workshop_app.desktop.projection.typeset import BODY, HEADING, QUOTE, STRONG, TITLE, Block, Face
from workshop_app.model.text import dotted

_FEW_LETTERS, _LARGER = 24, 1.4
"""A word or two may be larger than a sentence."""
_GUTTER = 99
"""What stands left of a quote: its mark, and the number by which the room calls it."""


def prompt(stage: Stage, scene: scenes.Prompt) -> Pages:
    """The text as large as fits above its result; a quote with its mark."""
    area = stage.area.adjusted(0, stage.px(44), 0, 0)
    boxes: list[Box] = []
    beside = scene.number if scene.is_quote and not scene.kicker else ""
    kicker = "" if beside else dotted((scene.number, scene.kicker))
    if kicker:
        boxes, area = _kicker(stage, kicker, area)
        # The mark of a quote stands high.
        area.setTop(area.top() + (stage.px(22) if scene.is_quote else 0))
    room = QRectF(area)
    if scene.result is not None or scene.hint:
        below = bars_height(stage, max(scene.reserve, len(scene.result or ())))
        room.setBottom(area.bottom() - stage.px(30) - below - stage.px(36))
        low = QRectF(area.left(), room.bottom() + stage.px(36), area.width(), below)
        boxes += _answer(stage, scene, low)
    if scene.is_quote:
        boxes.append(_opening_mark(stage, room))
        number = QRectF(room.left(), room.top() + stage.px(142), stage.px(_GUTTER - 14), stage.size(46))
        boxes += [stage.line(beside, STRONG, stage.size(46), number, stage.palette.accent, "centre", "content")]
        room.setLeft(room.left() + stage.px(_GUTTER))
    if scene.detail:
        return _explained(stage, boxes, scene, room)
    return _text_pages(stage, boxes, scene.text, QUOTE if scene.is_quote else HEADING, room, 124)


def _explained(stage: Stage, boxes: list[Box], scene: scenes.Prompt, room: QRectF) -> Pages:
    """A short text with its explanation below it."""
    face = QUOTE if scene.is_quote else HEADING
    text = stage.fitted(scene.text, face, upper(room, 0.55), 100)
    below = room.adjusted(0, text.height + stage.px(20), 0, 0)
    above = [*boxes, text_box(room, text, stage.palette.text)]
    return _text_pages(stage, above, scene.detail, BODY, below, 60, stage.palette.muted)


def question(stage: Stage, scene: scenes.Question) -> Pages:
    """The question large, a word above it saying whose it is."""
    boxes, area = _kicker(stage, scene.kicker, stage.area.adjusted(0, stage.px(96), 0, 0))
    return _text_pages(stage, boxes, scene.text, HEADING, area, 128)


def statement(stage: Stage, scene: scenes.Statement) -> Pages:
    """A title above paragraphs."""
    kicker, area = _kicker(stage, scene.kicker, stage.area)
    title, area = heading(stage, scene.title, area)
    boxes = [*kicker, *title]
    return _paragraphs(stage, boxes, area, scene.paragraphs, 64)


def thanks(stage: Stage, scene: scenes.Thanks) -> Pages:
    """A large word of thanks, and lines below it."""
    area = stage.area.adjusted(0, stage.px(40), 0, 0)
    block = stage.fitted(scene.title, TITLE, upper(area, 0.45), 128)
    title = text_box(area, block, stage.palette.text)
    area.setTop(area.top() + block.height + stage.px(40))
    return _paragraphs(stage, [title], area, scene.lines, 60)


def countdown(stage: Stage, scene: scenes.Countdown) -> Pages:
    """The time that is left, as large as it goes."""
    boxes, area = heading(stage, scene.heading, stage.area, 80)
    digits = clock(stage, scene.seconds, upper(area, 0.72))
    boxes.append(text_box(area, digits, stage.palette.accent))
    if scene.until:
        low = area.adjusted(0, digits.height + stage.px(16), 0, 0)
        boxes.append(text_box(low, stage.fitted(scene.until, BODY, low, LARGE), stage.palette.text))
    return single(boxes)


def clock(stage: Stage, seconds: int, area: QRectF) -> Block:
    """Minutes and seconds as large as fits; the size stays the same while the digits change."""
    minutes, rest = divmod(max(0, seconds), 60)
    text = f"{minutes}:{rest:02}"
    face = Face(STRONG.family, 700, 1.0)
    widest = "8" * (len(text) - 3) + ":88"
    size = stage.typesetter.fit(widest, face, area.width(), area.height(), stage.px(460), stage.smallest).pixels
    return stage.typesetter.set(text, face, size, area.width())


def _kicker(stage: Stage, text: str, area: QRectF) -> tuple[list[Box], QRectF]:
    if not text:
        return [], area
    block = stage.fitted(text, BODY, area, 46, lines=2)
    box = text_box(area, block, stage.palette.accent)
    return [box], area.adjusted(0, block.height + stage.px(14), 0, 0)


def _answer(stage: Stage, scene: scenes.Prompt, area: QRectF) -> list[Box]:
    if scene.result is not None:
        return result_bars(stage, scene.result, scene.total, area)
    block = stage.fitted(scene.hint, BODY, area, 60)
    middle = area.adjusted(0, (area.height() - block.height) / 2, 0, 0)
    return [text_box(middle, block, stage.palette.muted)]


def _opening_mark(stage: Stage, room: QRectF) -> TextBox:
    # The sign hangs high: in a line half as high as usual it begins at the top.
    block = stage.typesetter.set("“", Face(QUOTE.family, 600, 0.5), stage.size(216), stage.width)
    rect = QRectF(room.left() - stage.px(6), room.top() + 0.12 * block.pixels, block.width, block.height)
    return TextBox(rect, block, stage.palette.accent, kind="label")


def _text_pages(
    stage: Stage, boxes: list[Box], text: str, face: Face, room: QRectF, largest: float, colour: str = ""
) -> Pages:
    largest *= _LARGER if len(text) <= _FEW_LETTERS else 1
    block = stage.typesetter.fit(text, face, room.width(), room.height(), stage.px(largest), stage.smallest)
    most = max(1, int(room.height() / block.line_height))
    parts = [block.part(first, first + most) for first in range(0, len(block.lines), most)]

    def page(number: int) -> list[Box]:
        return [*boxes, text_box(room, parts[number], colour or stage.palette.text)]

    return Pages(len(parts), page) if parts else single(boxes)


def _paragraphs(stage: Stage, boxes: list[Box], area: QRectF, texts: tuple[str, ...], largest: float) -> Pages:
    parts = [part for text in texts for part in pieces(stage, text, BODY, area.width(), area.height())]

    def blocks(number: int, pixels: int) -> list[Block]:
        return [stage.typesetter.set(parts[number], BODY, pixels, area.width())]

    rows = Rows(
        count=len(parts),
        blocks=blocks,
        height=lambda number, pixels: blocks(number, pixels)[0].height,
        place=lambda number, pixels, rect: [text_box(rect, blocks(number, pixels)[0], stage.palette.text)],
        gap=stage.px(28),
    )
    return paged(stage, boxes, area, rows, largest)
