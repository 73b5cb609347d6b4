"""Keeps the pictures of the pages up to date with the workshop, while people type."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from workshop_app.desktop.background import Background
from workshop_app.desktop.wrapup.delivery import Edition
from workshop_app.desktop.wrapup.pages import Pages, Sheet, picture, read_sheets

_REST = 120
"""Milliseconds without a change after which the pages are made again."""


class Proof(QObject):
    """The pages as they would be saved now.

    Signals: `laid_out(int)` with the number of pages, `failed(Exception)` when they could not be made.
    """

    laid_out = Signal(int)
    failed = Signal(object)

    def __init__(self, pages: Pages, background: Background, edition: Callable[[], Edition], parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._background, self._edition = pages, background, edition
        self._pdf = b""
        self._running = self._outdated = False
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._make)
        pages.wanted.connect(self._draw)

    def renew(self) -> None:
        """Something has changed: make the pages again."""
        self._timer.start()

    def _make(self) -> None:
        # What changes while pages are being made is taken along in the next round.
        self._outdated = self._running
        if self._running:
            return
        self._running = True
        edition = self._edition()

        def work() -> tuple[bytes, tuple[Sheet, ...]]:
            pdf = edition.pdf()
            return pdf, read_sheets(pdf)

        self._background.run(work, self._made, self._not_made)

    def _made(self, made: tuple[bytes, tuple[Sheet, ...]]) -> None:
        self._pdf, sheets = made
        self._pages.show_sheets(sheets)
        self.laid_out.emit(len(sheets))
        self._go_on()

    def _not_made(self, error: Exception) -> None:
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        self._running = False
        if self._outdated:
            self._make()

    def _draw(self, number: int, pixels: int) -> None:
        pdf = self._pdf

        def drawn(image: QImage) -> None:
            if pdf is self._pdf:
                self._pages.show_picture(number, pixels, image)

        self._background.run(lambda: picture(pdf, number, pixels), drawn, self.failed.emit)
