"""What leaves the wrap-up: files and drafts, made in the background, and how each ended in a banner."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from workshop_app.desktop.background import Background
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.wrapup import results
from workshop_app.desktop.wrapup.controls import FooterBar
from workshop_app.desktop.wrapup.delivery import HandOver, Version
from workshop_app.desktop.wrapup.results import Result
from workshop_app.desktop.wrapup.work import CalledOffError, Work
from workshop_app.i18n import Language
from workshop_app.mail.handover import Handover

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ways:
    """How things leave this computer's program: to the mail program, and to the window of files."""

    hand_over: HandOver
    show_in_folder: Callable[[Path], Handover]


class Outbox(QObject):
    """Makes files and drafts of the version that is chosen; one at a time.

    Signals: `began()` and `ended()` around long work, `folder_chosen(Path)` when the files go to another folder,
    `made(Path)` with each file that was made.
    """

    began = Signal()
    ended = Signal()
    folder_chosen = Signal(Path)
    made = Signal(object)

    def __init__(
        self,
        footer: FooterBar,
        banner: Banner,
        background: Background,
        version: Callable[[], Version],
        folder: Path,
        ways: Ways,
        language: Language,
        parent: QWidget,
    ) -> None:
        """`version` gives the version of the minutes that is chosen, as the workshop is then."""
        super().__init__(parent)
        self._window, self._footer, self._banner, self._background = parent, footer, banner, background
        self._version, self._folder, self._ways, self._language = version, folder, ways, language
        self._last_file = folder
        self._again: Callable[[], None] = self.save
        self._work: Work | None = None
        banner.chosen.connect(self._choose)
        footer.show_folder(folder)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._work is not None

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
        if not isinstance(error, OSError):
            log.error("The minutes could not be made", exc_info=error)
        self.tell(results.failed(error, self._folder, self._language))

    def save(self) -> None:
        """The minutes as PDF."""
        version, language = self._version(), self._language
        self._run(lambda folder, work: results.saved((version.save(folder, work),), language), self.save)

    def write(self, kinds: Sequence[str]) -> None:
        """Other files, of these kinds."""
        version, language = self._version(), self._language
        again = partial(self.write, kinds)
        self._run(lambda folder, work: results.saved(version.write(kinds, folder, work), language), again)

    def mail(self, kinds: Sequence[str], apart: bool) -> None:
        """A draft for everybody, or one for each organisation apart, with files of these kinds beside the minutes."""
        version, hand_over, language = self._version(), self._ways.hand_over, self._language

        def job(folder: Path, work: Work) -> Result:
            versions = tuple(version.for_each()) if apart else (version,)
            mailed = tuple(each.mail(folder, hand_over, kinds, work) for each in versions)
            return results.mailed(mailed, language)

        self._run(job, partial(self.mail, kinds, apart))

    def stop(self) -> None:
        """End what is being made."""
        if self._work:
            self._work.call_off()

    def tell_made(self) -> None:
        """Tell of the files that were made until now: also when it went no further, or nobody waits for the end."""
        if self._work:
            for path in self._work.made:
                self.made.emit(path)
            self._work.made.clear()

    def show_folder(self) -> None:
        """Show where the files are."""
        file, folder, show = self._last_file, self._folder, self._ways.show_in_folder

        def work() -> Handover:
            folder.mkdir(parents=True, exist_ok=True)
            # Something in the folder: that is how the folder itself is shown.
            return show(file if file.is_file() else folder / "_")

        self._background.run(work, lambda _: None, self.fail)

    def choose_folder(self, then: Callable[[], None] | None = None) -> None:
        """Ask for another folder."""
        dialog = QFileDialog(self._window, self._language.gettext("Folder for the minutes"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self._use_folder(Path(name), then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(self, job: Callable[[Path, Work], Result], again: Callable[[], None]) -> None:
        if self._work:
            return
        self._again, folder, work = again, self._folder, Work(self)
        self._work = work
        work.progressed.connect(self._footer.show_progress)
        self._footer.show_work(True)
        self.began.emit()
        self._background.run(lambda: job(folder, work), self._done, self._not_done)

    def _done(self, result: Result) -> None:
        self._end()
        self.tell(result)

    def _not_done(self, error: Exception) -> None:
        self._end()
        if isinstance(error, CalledOffError):
            self.tell(Result("amber", self._language.gettext("Stopped. Files that were complete are in the folder.")))
        else:
            self.fail(error)

    def _end(self) -> None:
        self.tell_made()
        if self._work:
            self._work.deleteLater()
        self._work = None
        self._footer.show_work(False)
        self.ended.emit()

    def _choose(self, action: str) -> None:
        self._banner.dismiss()
        if action == results.SHOW_FOLDER:
            self.show_folder()
        elif action == results.OTHER_FOLDER:
            self.choose_folder(self._again)

    def _use_folder(self, folder: Path, then: Callable[[], None] | None) -> None:
        self._folder = self._last_file = folder
        self._footer.show_folder(folder)
        self.folder_chosen.emit(folder)
        if then:
            then()
