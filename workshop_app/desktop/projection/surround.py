"""The header and footer around a scene: round, region, progress, time left, page."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from workshop_app.desktop.projection.boxes import Box, ImageBox, ShapeBox, Stage
from workshop_app.desktop.projection.frame import Frame, House, Logo
from workshop_app.desktop.projection.typeset import BODY, STRONG
from workshop_app.model.text import dotted

_HEADER_MIDDLE = 84
_FOOTER_MIDDLE = 1012
_HEADER_LOGO, _FOOTER_LOGO = (200.0, 56.0), (300.0, 76.0)
"""The most width and height of a logo."""
_PLATE = 10
"""White around a logo."""
_WHITE = "#FFFFFF"


def surround(stage: Stage, frame: Frame, page: int, pages: int) -> list[Box]:
    """Everything around the scene."""
    return [*_header(stage, frame), *_footer(stage, frame, page, pages)]


def _header(stage: Stage, frame: Frame) -> list[Box]:
    boxes: list[Box] = []
    middle, right = stage.px(_HEADER_MIDDLE), stage.width - stage.margin
    # On the first and last screens the logos stand at the foot.
    emblem = frame.house.logos[:1] if frame.progress else ()
    if frame.region:
        pixels = stage.label_size(29)
        width = min(stage.typesetter.width(frame.region, STRONG, pixels) + 1, stage.width * 0.35)
        right -= width
        boxes.append(stage.line(frame.region, STRONG, pixels, _row(right, middle, width), stage.palette.muted))
        right -= stage.px(14)
    for logo in emblem:
        box = _logo(stage, logo, right - stage.px(_PLATE), middle, _HEADER_LOGO)
        boxes += _on_plate(stage, [box])
        right = box.rect.left() - stage.px(_PLATE)
    if frame.region and not emblem:
        disc = stage.px(48)
        right -= disc
        spot = QRectF(right, middle - disc / 2, disc, disc)
        boxes.append(ShapeBox(spot, fill=stage.palette.done, radius=disc / 2))
    if boxes:
        right -= stage.px(40)
    return boxes + _round(stage, frame, stage.margin, middle, right - stage.margin)


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
    words = dotted((f"{page + 1} / {pages}" if pages > 1 else "", frame.remaining))
    if words:
        pixels = stage.label_size(29)
        width = stage.typesetter.width(words, BODY, pixels) + 1
        boxes.append(stage.line(words, BODY, pixels, _row(right - width, middle, width), stage.palette.muted))
        right -= width + stage.px(34)
    if not frame.progress:
        return boxes + _house(stage, frame.house, middle, right)
    return boxes + _progress(stage, frame.progress, middle, right)


def _house(stage: Stage, house: House, middle: float, right: float) -> list[Box]:
    """The logos and the line of the house style, from the left."""
    logos: list[ImageBox] = []
    left = stage.margin + (stage.px(_PLATE) if house.logos else 0)
    for logo in house.logos:
        width = _size(stage, logo, _FOOTER_LOGO).width()
        logos.append(_logo(stage, logo, left + width, middle, _FOOTER_LOGO))
        left += width + stage.px(36)
    boxes = _on_plate(stage, logos)
    if house.footer:
        pixels = stage.label_size(29)
        boxes.append(stage.line(house.footer, BODY, pixels, _row(left, middle, right - left), stage.palette.muted))
    return boxes


def _logo(stage: Stage, logo: Logo, right: float, middle: float, most: tuple[float, float]) -> ImageBox:
    """A logo that ends at ``right``."""
    size = _size(stage, logo, most)
    return ImageBox(QRectF(QPointF(right - size.width(), middle - size.height() / 2), size), logo.data, logo.alt)


def _size(stage: Stage, logo: Logo, most: tuple[float, float]) -> QSizeF:
    scale = min(stage.px(most[0]) / logo.width, stage.px(most[1]) / logo.height)
    return QSizeF(logo.width * scale, logo.height * scale)


def _on_plate(stage: Stage, logos: list[ImageBox]) -> list[Box]:
    """The logos, made for paper, on white where the ground is not."""
    out = stage.px(_PLATE)
    plates = [ShapeBox(box.rect.adjusted(-out, -out, out, out), fill=_WHITE, radius=out) for box in logos]
    return [*plates, *logos]


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
