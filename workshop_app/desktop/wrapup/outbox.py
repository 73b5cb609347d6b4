"""What leaves the wrap-up: the file, the draft, what is copied; each in its own way, and how it ended in a banner."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from workshop_app.desktop.background import Background
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.wrapup import controls, results
from workshop_app.desktop.wrapup.controls import FooterBar
from workshop_app.desktop.wrapup.delivery import Edition, HandOver
from workshop_app.desktop.wrapup.results import Result
from workshop_app.i18n import Language
from workshop_app.mail.handover import Handover
from workshop_app.mail.minutes_mail import text as mail_text

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ways:
    """How things leave this computer's program: to the mail program, and to the window of files."""

    hand_over: HandOver
    show_in_folder: Callable[[Path], Handover]


class Outbox(QObject):
    """Does what the buttons of the footer ask for.

    Signals: `folder_chosen(Path)` when the minutes go to another folder from now on.
    """

    folder_chosen = Signal(Path)

    def __init__(
        self,
        footer: FooterBar,
        banner: Banner,
        background: Background,
        edition: Callable[[], Edition],
        folder: Path,
        ways: Ways,
        language: Language,
        parent: QWidget,
    ) -> None:
        """`edition` gives the version of the minutes that is chosen, as the workshop is then."""
        super().__init__(parent)
        self._window, self._footer, self._banner, self._background = parent, footer, banner, background
        self._edition, self._folder, self._ways, self._language = edition, folder, ways, language
        self._last_asked, self._last_file = controls.SAVE, folder
        footer.asked.connect(self._answer)
        banner.chosen.connect(self._choose)

    def tell(self, result: Result) -> None:
        """Say how something ended, and what can be done next."""
        self._last_file = result.file or self._last_file
        _ = self._language.gettext
        words = {
            results.SHOW_FOLDER: _("Show folder"),
            results.OTHER_FOLDER: _("Another folder…"),
            results.CLOSE: _("Close"),
        }
        self._banner.tell(result.level, result.sentence, {action: words[action] for action in result.actions})

    def fail(self, error: Exception) -> None:
        """Say that something went wrong. What the world did to us gets its own sentence, the rest is logged."""
        self._footer.show_work(False)
        if not isinstance(error, OSError):
            log.error("The minutes could not be made", exc_info=error)
        self.tell(results.failed(error, self._folder, self._language))

    def _answer(self, asked: str) -> None:
        match asked:
            case controls.SAVE | controls.MAIL:
                self._deliver(asked)
            case controls.ADDRESSES:
                self._copy_addresses()
            case controls.TEXT:
                edition = self._edition()
                QGuiApplication.clipboard().setText(mail_text(edition.view, edition.language))
                self.tell(Result("green", self._language.gettext("The text of the mail is copied.")))
            case controls.FOLDER:
                self._show_folder()

    def _deliver(self, asked: str) -> None:
        self._last_asked = asked
        edition, folder, language, hand_over = self._edition(), self._folder, self._language, self._ways.hand_over

        def work() -> Result:
            if asked == controls.SAVE:
                return results.saved(edition.save(folder), language)
            return results.mailed(edition.mail(folder, hand_over), language)

        self._footer.show_work(True)
        self._background.run(work, self._delivered, self.fail)

    def _delivered(self, result: Result) -> None:
        self._footer.show_work(False)
        self.tell(result)

    def _copy_addresses(self) -> None:
        addresses, language = self._edition().addresses(), self._language
        if not addresses:
            self.tell(Result("amber", language.gettext("Nobody on the list has an e-mail address.")))
            return
        QGuiApplication.clipboard().setText("; ".join(addresses))
        n = len(addresses)
        words = language.ngettext(
            "{n} address is copied. Paste it behind Bcc.", "{n} addresses are copied. Paste them behind Bcc.", n
        )
        self.tell(Result("green", words.format(n=n)))

    def _show_folder(self) -> None:
        file, folder, show = self._last_file, self._folder, self._ways.show_in_folder

        def work() -> Handover:
            folder.mkdir(parents=True, exist_ok=True)
            # Something in the folder: that is how the folder itself is shown.
            return show(file if file.is_file() else folder / "_")

        self._background.run(work, lambda _: None, self.fail)

    def _choose(self, action: str) -> None:
        self._banner.dismiss()
        if action == results.SHOW_FOLDER:
            self._show_folder()
        elif action == results.OTHER_FOLDER:
            dialog = QFileDialog(self._window, self._language.gettext("Folder for the minutes"))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.fileSelected.connect(lambda name: self._use_folder(Path(name)))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _use_folder(self, folder: Path) -> None:
        self._folder = self._last_file = folder
        self.folder_chosen.emit(folder)
        self._deliver(self._last_asked)
