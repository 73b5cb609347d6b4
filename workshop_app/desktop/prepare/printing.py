"""From what is chosen for paper to a PDF in a folder; making it takes too long for the window to wait."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from workshop_app.desktop.background import Background
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.widgets.file_dialogs import ask_where
from workshop_app.mail.handover import show_in_folder
from workshop_app.paths import resources
from workshop_app.storage import faults
from workshop_app.storage.atomic import deliver

if TYPE_CHECKING:
    from workshop_app.minutes.print_set import PrintSet

log = logging.getLogger(__name__)

T = TypeVar("T")

_SHOW, _CLOSE = "show", "close"


class Printing(QObject):
    """Asks what is to be printed, makes it and says where it is. No signals."""

    def __init__(self, bridge: Bridge, button: QPushButton, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._button, self._banner, self._window = bridge, button, banner, window
        self._language = bridge.language
        self._background: Background | None = None
        self._last: Path | None = None
        button.clicked.connect(self.offer)
        banner.chosen.connect(self._choose)

    def offer(self) -> None:
        """Ask which parts."""
        from workshop_app.desktop.prepare.print_dialog import PrintDialog

        if self._background:
            return
        dialog = PrintDialog(self._bridge.view, self._language, self._window)
        dialog.accepted.connect(lambda: self._ask_where(dialog.chosen()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def stop(self) -> None:
        """Wait for what is being made, and say nothing more about it."""
        if self._background:
            self._background.stop()
            self._background.deleteLater()
            self._background = None

    def _ask_where(self, chosen: "PrintSet") -> None:
        from workshop_app.minutes.print_set import print_name

        title, name = self._language.gettext("Save the print set"), print_name(self._bridge.view, self._language)
        ask_where(self._window, title, "PDF (*.pdf)", name, lambda path: self._make(chosen, path))

    def _make(self, chosen: "PrintSet", path: Path) -> None:
        self._banner.tell("amber", self._language.gettext("The print set is being made…"))
        self._run(partial(_written, chosen, path), self._tell, partial(self._fail, path))

    def _run(self, work: Callable[[], T], answer: Callable[[T], object], failed: Callable[[Exception], object]) -> None:
        self._button.setEnabled(False)
        self._background = Background(self)
        self._background.run(work, answer, failed)

    def _tell(self, path: Path) -> None:
        self._done()
        self._last = path
        self._bridge.made.emit(path)
        _ = self._language.gettext
        actions = {_SHOW: _("Show folder"), _CLOSE: _("Close")}
        self._banner.tell("green", _("Saved as {name}.").format(name=path.name), actions)

    def _fail(self, path: Path, error: Exception) -> None:
        self._done()
        if isinstance(error, OSError):
            sentence = faults.fault(error, path).text(self._language)
        else:
            log.error("The print set could not be made", exc_info=error)
            sentence = self._language.gettext("The print set could not be made. Try with fewer parts.")
        self._banner.tell("red", sentence, {_CLOSE: self._language.gettext("Close")})

    def _done(self) -> None:
        self.stop()
        self._button.setEnabled(True)

    def _choose(self, action: str) -> None:
        if action == _SHOW and self._last:
            self._run(partial(show_in_folder, self._last), lambda _: self._done(), lambda _: self._done())


def _written(chosen: "PrintSet", path: Path) -> Path:
    """The file, beside the one that was meant when that is open in another program. Raises OSError."""
    from workshop_app.minutes.pdf.print_set import render_print_set

    return deliver(path, render_print_set(chosen, resources() / "fonts"))
