"""Pictures from files in the PDF: photos as figures with a caption, logos on a white ground."""

from functools import cached_property
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from workshop_app.minutes.images import Image, Photo
from workshop_app.minutes.pdf.colours import WHITE
from workshop_app.minutes.pdf.layout import Flow, headed
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.pictures import Picture
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import WIDTH, varied
from workshop_app.minutes.pdf.text import one_line

HIGHEST = 330.0
LOGO_HEIGHT, LOGO_WIDTH = 30.0, 108.0
PAD = 7.0
"""Points of white around a logo."""

_POINTS_A_PIXEL = 72 / 100
_SHARP = 300 / 72
"""Pixels a point of a logo."""


class ImageFlowable(Picture):
    """A picture in its own proportions, `width` by `height` points, on a white plate when it has a `pad`."""

    def __init__(self, image: Image, width: float, height: float, node: Node | None, pad: float = 0) -> None:
        super().__init__(height + 2 * pad, node)
        self._image, self._size, self._pad = image, (width, height), pad
        self.width = width + 2 * pad

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its own size, whatever there is."""
        return self.width, self.height

    def paint(self, canvas: Any) -> None:
        """Draw the plate and the picture."""
        if self._pad:
            canvas.setFillColor(HexColor(WHITE))
            canvas.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        canvas.drawImage(self._reader, self._pad, self._pad, *self._size, mask="auto")

    @cached_property
    def _reader(self) -> ImageReader:
        return reader(self._image) if not self._pad else small_reader(self._image, *self._size)


def reader(image: Image) -> ImageReader:
    """The picture as it is."""
    return ImageReader(BytesIO(image.data))


def small_reader(image: Image, width: float, height: float) -> ImageReader:
    """The picture with no more pixels than its size in points needs."""
    from PIL import Image as Images

    with Images.open(BytesIO(image.data)) as opened:
        most = (max(round(width * _SHARP), 1), max(round(height * _SHARP), 1))
        opened.thumbnail(most, Images.Resampling.LANCZOS)
        return ImageReader(opened.copy())


def fitted(image: Image, width: float, height: float) -> tuple[float, float]:
    """The size in points of a picture that fits, not coarser than 100 pixels an inch."""
    scale = min(width / image.width, height / image.height, _POINTS_A_PIXEL)
    return image.width * scale, image.height * scale


def logo_size(image: Image, width: float = LOGO_WIDTH, height: float = LOGO_HEIGHT) -> tuple[float, float]:
    """The size in points of a logo."""
    scale = min(width / image.width, height / image.height)
    return image.width * scale, image.height * scale


def _figure(image: Image, node: Node) -> Node | None:
    """The element of a picture; none for what is only decoration."""
    return node.add("Figure", alt=image.alt) if one_line(image.alt) else None


def set_photo(photo: Photo, place: Place) -> Flow:
    """The picture with its caption under it, on one page."""
    part = place.node.add("Div")
    figure = ImageFlowable(photo.image, *fitted(photo.image, WIDTH, HIGHEST), _figure(photo.image, part))
    figure.spaceBefore, figure.spaceAfter, figure.hAlign = 8, 4, "LEFT"
    caption = place.under(part).paragraph(photo.caption, varied(place.styles.caption, spaceBefore=2, spaceAfter=12))
    return headed([figure], [caption])


def set_logo(image: Image, place: Place) -> ImageFlowable:
    """A logo on a white plate, as a figure of the place."""
    return ImageFlowable(image, *logo_size(image), _figure(image, place.node), PAD)
