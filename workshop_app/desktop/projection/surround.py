"""The header and footer around a scene: round, region, progress, time left, page."""

from PySide6.QtCore import QRectF

from workshop_app.desktop.projection.boxes import Box, ShapeBox, Stage
from workshop_app.desktop.projection.scene import Frame
from workshop_app.desktop.projection.typeset import BODY, STRONG

_HEADER_MIDDLE = 84
_FOOTER_MIDDLE = 1012


def surround(stage: Stage, frame: Frame, page: int, pages: int) -> list[Box]:
    """Everything around the scene."""
    return [*_header(stage, frame), *_footer(stage, frame, page, pages)]


def _header(stage: Stage, frame: Frame) -> list[Box]:
    boxes: list[Box] = []
    colours, middle, left = stage.palette, stage.px(_HEADER_MIDDLE), stage.margin
    right = stage.width - stage.margin
    if frame.region:
        pixels = stage.label_size(29)
        width = min(stage.typesetter.width(frame.region, STRONG, pixels) + 1, stage.width * 0.35)
        disc = stage.px(48)
        name = right - width
        boxes.append(stage.line(frame.region, STRONG, pixels, _row(name, middle, width), colours.muted))
        spot = QRectF(name - stage.px(14) - disc, middle - disc / 2, disc, disc)
        boxes.append(ShapeBox(spot, fill=colours.done, radius=disc / 2))
        right = spot.left() - stage.px(40)
    return boxes + _round(stage, frame, left, middle, right - left)


def _round(stage: Stage, frame: Frame, left: float, middle: float, width: float) -> list[Box]:
    boxes: list[Box] = []
    pixels, colour = stage.label_size(34), stage.palette.accent
    if frame.number:
        number = stage.typesetter.width(frame.number, STRONG, pixels) + 1
        boxes.append(stage.line(frame.number, STRONG, pixels, _row(left, middle, number), colour))
        left, width = left + number + stage.px(14), width - number - stage.px(14)
    if frame.title:
        boxes.append(stage.line(frame.title, STRONG, pixels, _row(left, middle, width), colour))
    return boxes


def _row(left: float, middle: float, width: float) -> QRectF:
    return QRectF(left, middle, width, 0)


def _footer(stage: Stage, frame: Frame, page: int, pages: int) -> list[Box]:
    boxes: list[Box] = []
    middle, right = stage.px(_FOOTER_MIDDLE), stage.width - stage.margin
    words = " · ".join(filter(None, (f"{page + 1} / {pages}" if pages > 1 else "", frame.remaining)))
    if words:
        pixels = stage.label_size(29)
        width = stage.typesetter.width(words, BODY, pixels) + 1
        boxes.append(stage.line(words, BODY, pixels, _row(right - width, middle, width), stage.palette.muted))
        right -= width + stage.px(34)
    return boxes + _progress(stage, frame.progress, middle, right)


def _progress(stage: Stage, fractions: tuple[float, ...], middle: float, right: float) -> list[Box]:
    if not fractions:
        return []
    boxes: list[Box] = []
    height, gap = stage.px(10), stage.px(14)
    step = (right - stage.margin + gap) / len(fractions)
    for place, fraction in enumerate(fractions):
        track = QRectF(stage.margin + place * step, middle - height / 2, step - gap, height)
        boxes.append(ShapeBox(track, fill=stage.palette.todo, radius=height / 2))
        done = QRectF(track)
        done.setWidth(track.width() * min(max(fraction, 0.0), 1.0))
        if done.width() > 0:
            boxes.append(ShapeBox(done, fill=stage.palette.done, radius=min(height / 2, done.width() / 2)))
    return boxes
