"""Keeps the pictures of the pages up to date with the workshop, while people type."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from workshop_app.desktop.background import Background
from workshop_app.desktop.wrapup.delivery import Version
from workshop_app.desktop.wrapup.pages import Pages, Sheet, picture, read_bookmarks, read_sheets
from workshop_app.desktop.wrapup.work import CalledOffError, Work

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

    Signals: `laid_out(int)` with the number of pages, `proposed(str)` with the summary that can be proposed,
    `failed(Exception)` when the pages could not be made.
    """

    laid_out = Signal(int)
    proposed = Signal(str)
    failed = Signal(object)

    def __init__(self, pages: Pages, background: Background, version: Callable[[], Version], parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._background, self._version = pages, background, version
        self._pdf = b""
        self._work: Work | None = None
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
        version, work = self._version(), Work(self)
        self._work = work

        def make() -> _Made:
            pdf = version.pdf(work.progress)
            return _Made(pdf, read_sheets(pdf), read_bookmarks(pdf), version.proposal())

        def failed(error: Exception) -> None:
            work.deleteLater()
            if self._work is work:
                self._work = None
            if not isinstance(error, CalledOffError):
                self.failed.emit(error)

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

    def _draw(self, number: int, pixels: int) -> None:
        pdf = self._pdf

        def drawn(image: QImage) -> None:
            if pdf is self._pdf:
                self._pages.show_picture(number, pixels, image)

        self._background.run(lambda: picture(pdf, number, pixels), drawn, self.failed.emit)
