"""Where backups are kept, from home: on this computer, and in a second place that is chosen here."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.errors import WorldError
from workshop_app.i18n import N_, Language
from workshop_app.paths import DataPaths
from workshop_app.storage import unfinished

if TYPE_CHECKING:
    from workshop_app.desktop.background import Background
    from workshop_app.desktop.home.backup_dialog import BackupDialog
    from workshop_app.storage.second_place import SecondPlace

_UNFINISHED = N_("Not everything that was to be erased of “{name}” is gone. {reason}")


class Safekeeping(QObject):
    """Brings every backup to the second place too, whenever home is shown, and lets a person choose that place.

    Signals: `chosen(str)` with where it is from now on ('' for nowhere), `said(str)` with how it is, in a few words,
    `failed(str)` with why the backups of a session still hold what was erased from it.
    """

    chosen = Signal(str)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, paths: DataPaths, root: str, language: Language, window: QWidget) -> None:
        """`root` is the place that was chosen before."""
        super().__init__(window)
        self._paths, self._root, self._language, self._window = paths, root, language, window
        self._background: Background | None = None
        self._fault = ""
        self._dialog: BackupDialog | None = None

    @property
    def place(self) -> "SecondPlace | None":
        """The second place, if one was chosen."""
        if not self._root:
            return None
        # What it stands on is heavy, and home is there before that.
        from workshop_app.storage.second_place import SecondPlace

        return SecondPlace(Path(self._root), self._paths.owed)

    def catch_up(self) -> None:
        """Bring what is missing there, in a thread, when the place can be reached; first an erasure that was cut off is
        finished, in both places."""
        self._finish_erasures()
        if not self._root:
            self._say(False, "")
            return
        from workshop_app.desktop.background import Background

        self._background = self._background or Background(self)
        self._background.run(self._reached, self._bring, self._failed)

    def _finish_erasures(self) -> None:
        if not unfinished.begun(self._paths.backups):
            return
        from workshop_app.facilitation.remnants import finish_erasures

        told = self._language.gettext(_UNFINISHED)
        left = finish_erasures(self._paths, self.place)
        if left:
            self.failed.emit("\n".join(told.format(name=p.stem, reason=e.text(self._language)) for p, e in left))

    def _reached(self) -> bool:
        # In the thread: what the place stands on is loaded there too.
        place = self.place
        return place is not None and place.is_there

    def _bring(self, is_there: bool) -> None:
        place, folder = self.place, self._paths.backups
        if place is None or self._background is None:
            return
        if is_there:
            # A piece of work for each session: it can be stopped in between.
            for each in sorted(folder.iterdir()) if folder.is_dir() else ():
                self._background.run(partial(place.deliver, each), lambda _brought: None, self._failed)
            self._background.run(place.settle, lambda _done: None, self._failed)
        self._background.run(lambda: is_there, lambda there: self._say(there, ""), self._failed)

    def stop(self) -> None:
        """Wait for a while for what is being brought, and bring no more."""
        if self._background:
            from workshop_app.storage.patience import SECONDS

            self._background.stop(SECONDS)
            self._background = None

    def show(self) -> None:
        """Show where backups are kept, and what was erased."""
        from workshop_app.desktop.home.backup_dialog import BackupDialog

        self._dialog = BackupDialog(self._paths, self._language, self._window)
        self._dialog.folder_chosen.connect(self._use)
        self._dialog.none_chosen.connect(lambda: self._take(""))
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.show_place(self.place, self._fault)
        self._dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _use(self, folder: Path) -> None:
        from workshop_app.storage.second_place import choose

        try:
            self._take(str(choose(folder)))
        except WorldError as error:
            self._say(False, error.text(self._language))

    def _take(self, root: str) -> None:
        self._root = root
        self.chosen.emit(root)
        self.catch_up()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self._say(False, error.text(self._language))

    def _say(self, is_there: bool, fault: str) -> None:
        self._fault = fault
        _ = self._language.gettext
        if not self._root:
            words = _("Everything stays on this computer.")
        elif is_there:
            words = _("Everything stays here, backups also in the second place.")
        else:
            words = _("The second place for backups is not there now.")
        self.said.emit(words)
        if self._dialog:
            self._dialog.show_place(self.place, fault)
