"""Keeps the pictures of the pages up to date with the workshop, while people type."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from workshop_app.desktop.background import Background
from workshop_app.desktop.wrapup.delivery import Version
from workshop_app.desktop.wrapup.pages import Pages, Sheet, picture, read_bookmarks, read_sheets
from workshop_app.desktop.wrapup.work import CalledOffError, Work

_PATIENCE = 1.0
"""Seconds after which somebody wants to know how far the pages are."""
_REST = 120
"""Milliseconds without a change after which the pages are made again."""


@dataclass(frozen=True, slots=True)
class _Made:
    pdf: bytes
    sheets: tuple[Sheet, ...]
    bookmarks: tuple[tuple[str, int], ...]
    proposal: str


class Proof(QObject):
    """The pages as they would be saved now. What changes meanwhile calls off the pages that are being made.

    Signals: `progressed(int)` with the part that is done, in percent, when it takes long, and 100 at its end,
    `laid_out(int)` with the number of pages, `proposed(str)` with the summary that can be proposed,
    `failed(Exception)` when the pages could not be made.
    """

    progressed = Signal(int)
    laid_out = Signal(int)
    proposed = Signal(str)
    failed = Signal(object)

    def __init__(self, pages: Pages, background: Background, version: Callable[[], Version], parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._background, self._version = pages, background, version
        self._pdf = b""
        self._work: Work | None = None
        self._drawing = False
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._make)
        pages.wanted.connect(self._draw)

    def renew(self) -> None:
        """Something has changed: make the pages again."""
        self._timer.start()

    def call_off(self) -> None:
        """Make no pages now: something else has to be done first, or nobody looks."""
        self._timer.stop()
        if self._work:
            self._work.call_off()
            self._work = None

    def _make(self) -> None:
        self.call_off()
        version, work, start = self._version(), Work(self), monotonic()
        self._work = work

        def progressed(percent: int) -> None:
            if self._work is work and monotonic() - start > _PATIENCE:
                self.progressed.emit(percent)

        def make() -> _Made:
            pdf = version.pdf(work.progress)
            return _Made(pdf, read_sheets(pdf), read_bookmarks(pdf), version.proposal())

        def failed(error: Exception) -> None:
            work.deleteLater()
            if self._work is work:
                self._work = None
            if not isinstance(error, CalledOffError):
                self.progressed.emit(100)
                self.failed.emit(error)

        work.progressed.connect(progressed)
        self._background.run(make, lambda made: self._show(made, work), failed)

    def _show(self, made: _Made, work: Work) -> None:
        work.deleteLater()
        if self._work is not work:
            # Newer pages are on their way.
            return
        self._work, self._pdf = None, made.pdf
        self._pages.show_sheets(made.sheets, made.bookmarks)
        self.laid_out.emit(len(made.sheets))
        self.proposed.emit(made.proposal)

    def _draw(self) -> None:
        """One page after the other, so that who scrolls on does not wait for what went by."""
        missing, pdf = self._pages.missing, self._pdf
        if self._drawing or not missing:
            return
        self._drawing = True
        number, pixels = missing[0]

        def drawn(image: QImage) -> None:
            self._drawing = False
            if pdf is self._pdf:
                self._pages.show_picture(number, pixels, image)
            self._draw()

        def failed(error: Exception) -> None:
            self._drawing = False
            self.failed.emit(error)

        self._background.run(lambda: picture(pdf, number, pixels), drawn, failed)
