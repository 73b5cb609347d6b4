"""The pages of the minutes as pictures, to read and to scroll through."""

from dataclasses import dataclass
from io import BytesIO

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from workshop_app.desktop.theme import CARD, DESK, INK, LINE, PETROL, RING, STEP
from workshop_app.i18n import Language

GAP = 6 * STEP
"""Pixels around a page."""
WIDEST = 860
"""Pixels; a page is not shown larger."""
LEAST_OF_TWO = 360
"""Pixels that a page needs to stand beside another."""
_SHADOW = 6
_KEPT = 12
"""Pictures of pages that are kept: those in sight and some around them. One takes up to three megabytes, and there may
be hundreds of pages."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page, in points."""

    width: float
    height: float


def read_sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """The sizes of the pages of a PDF."""
    from pypdfium2 import PdfDocument

    with PdfDocument(BytesIO(pdf)) as document:
        return tuple(Sheet(*document.get_page_size(number)) for number in range(len(document)))


def read_bookmarks(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """The headings of a PDF that have a bookmark, each with the number of its page."""
    from pypdfium2 import PdfDocument

    with PdfDocument(BytesIO(pdf)) as document:
        marks = [(mark.get_title(), mark.get_dest()) for mark in document.get_toc()]
        return tuple((title, place.get_index()) for title, place in marks if place)


def picture(pdf: bytes, number: int, pixels: int) -> QImage:
    """One page of a PDF, so many pixels wide. pypdfium2 is used by one thread at a time only."""
    from pypdfium2 import PdfDocument

    with PdfDocument(BytesIO(pdf)) as document:
        page = document[number]
        bitmap = page.render(scale=pixels / page.get_width())
        pixels_of_bitmap = memoryview(bitmap.buffer).cast("B")
        image = QImage(pixels_of_bitmap, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
        return image.copy()


class Pages(QAbstractScrollArea):
    """Pages beside and under each other, as many in a row as there is room for; arrows and page keys scroll.

    Signals: `wanted()` when pages came in sight without a fresh picture, see `missing`; `turned(int)` with the page
    that is read now, from 1.
    """

    wanted = Signal()
    turned = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._sheets: tuple[Sheet, ...] = ()
        self._bookmarks: tuple[tuple[str, int], ...] = ()
        self._pictures: dict[int, QImage] = {}
        self._fresh: dict[int, int] = {}
        self._one_column = False
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(language.gettext("Preview of the minutes"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_sheets(self, sheets: tuple[Sheet, ...], bookmarks: tuple[tuple[str, int], ...] = ()) -> None:
        """New pages have been made. Their old pictures stand in until the new ones come."""
        self._sheets, self._bookmarks = sheets, bookmarks
        self._pictures = {number: image for number, image in self._pictures.items() if number < len(sheets)}
        self._fresh = {}
        self._arrange()

    def show_picture(self, number: int, pixels: int, image: QImage) -> None:
        """The picture of a page has been made, in the width that was asked for."""
        self._pictures[number] = image
        self._fresh[number] = pixels
        self._drop_far_ones()
        self.viewport().update()

    def _drop_far_ones(self) -> None:
        seen = self.in_sight
        middle = seen[len(seen) // 2] if seen else 0
        for number in sorted(self._pictures, key=lambda page: abs(page - middle))[_KEPT:]:
            del self._pictures[number]
            self._fresh.pop(number, None)

    def zoom(self, larger: bool) -> None:
        """One page in a row, or two where they fit."""
        self._one_column = larger
        self._fresh = {}
        self._arrange()

    def turn(self, rows: int) -> None:
        """To the next pages (1) or those before (-1): so many rows of pages further."""
        if self._sheets:
            place = self._place(0)
            row = round((self.verticalScrollBar().value()) / (place.height() + GAP)) + rows
            self.verticalScrollBar().setValue(max(0, row) * (place.height() + GAP))

    def go_to(self, beginning: str) -> None:
        """Bring the page in sight on which the heading stands that begins so."""
        page = next((page for title, page in self._bookmarks if title.startswith(beginning)), None)
        if page is not None and page < len(self._sheets):
            self.verticalScrollBar().setValue(self._place(page).top() - GAP)

    @property
    def shown(self) -> tuple[int, ...]:
        """The pages in sight that have a picture of how they are now."""
        return tuple(number for number in self.in_sight if self._fresh.get(number) == self._pixels(number))

    @property
    def missing(self) -> list[tuple[int, int]]:
        """The pages in sight without a fresh picture, each with its width in pixels of the screen."""
        shown = self.shown
        return [(number, self._pixels(number)) for number in self.in_sight if number not in shown]

    def _columns(self) -> int:
        fits_two = self.viewport().width() >= 2 * LEAST_OF_TWO + 3 * GAP
        return 2 if fits_two and not self._one_column and len(self._sheets) > 1 else 1

    def _place(self, number: int) -> QRect:
        """Where a page is, from the top of all pages."""
        columns, room = self._columns(), self.viewport().width()
        width = min((room - (columns + 1) * GAP) // columns, WIDEST)
        row, column = divmod(number, columns)
        height = self._height(width)
        left = (room - columns * width - (columns - 1) * GAP) // 2
        return QRect(left + column * (width + GAP), GAP + row * (height + GAP), width, height)

    def _height(self, width: int) -> int:
        """All pages of the minutes are of one size."""
        return round(width * self._sheets[0].height / self._sheets[0].width)

    @property
    def in_sight(self) -> list[int]:
        """The pages that are in sight, from 0."""
        top = self.verticalScrollBar().value()
        view = QRect(0, top, self.viewport().width(), self.viewport().height())
        return [number for number in range(len(self._sheets)) if self._place(number).intersects(view)]

    def _arrange(self) -> None:
        bar, total = self.verticalScrollBar(), self.viewport().height()
        if self._sheets:
            total = self._place(len(self._sheets) - 1).bottom() + GAP
        bar.setRange(0, max(0, total - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(12 * STEP)
        self._scrolled()

    def _scrolled(self) -> None:
        self.viewport().update()
        seen = self.in_sight
        if self.missing:
            self.wanted.emit()
        current = seen[0] + 1 if seen else 0
        if current != self._current:
            self._current = current
            self.turned.emit(current)

    def _pixels(self, number: int) -> int:
        return round(self._place(number).width() * self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out again."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End too; the other keys are those of any area that scrolls."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if Qt.Key(event.key()) in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(DESK))
        top = self.verticalScrollBar().value()
        for number in self.in_sight:
            self._paint_page(painter, number, self._place(number).translated(0, -top))
        if self.hasFocus():
            painter.setPen(QColor(PETROL))
            for ring in range(RING):
                painter.drawRect(self.viewport().rect().adjusted(ring, ring, -ring - 1, -ring - 1))

    def _paint_page(self, painter: QPainter, number: int, place: QRect) -> None:
        shadow = QColor(INK)
        for step in range(_SHADOW):
            shadow.setAlpha(3 * (step + 1))
            painter.fillRect(place.adjusted(step - _SHADOW, step - 2, _SHADOW - step, _SHADOW - step + 2), shadow)
        painter.fillRect(place, QColor(CARD))
        image = self._pictures.get(number)
        if image is not None:
            painter.drawImage(place, image)
        painter.setPen(QColor(LINE))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
