"""Erasing sessions from home: look, ask, erase, and say what stayed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.background import Background
from workshop_app.desktop.home.erase_dialog import EraseDialog
from workshop_app.errors import WorldError
from workshop_app.facilitation.elsewhere import follow_ups
from workshop_app.facilitation.remnants import Remnants, erase_remnants, remnants_of
from workshop_app.i18n import Language
from workshop_app.paths import DataPaths
from workshop_app.storage.index import SessionIndex
from workshop_app.storage.index_entry import IndexEntry
from workshop_app.storage.second_place import SecondPlace


class Eraser(QObject):
    """Erases sessions of this computer, everywhere.

    Signals: `erased(Path)` after each session that is gone, `failed(str)` with why others are not.
    """

    erased = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        paths: DataPaths,
        index: SessionIndex,
        second: Callable[[], SecondPlace | None],
        now: Callable[[], datetime],
        language: Language,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._paths, self._index, self._second, self._now = paths, index, second, now
        self._language, self._window = language, window

    def ask(self, entries: Sequence[IndexEntry]) -> None:
        """Show what there is of these sessions, and erase them when that is meant."""
        if not entries:
            return
        second = self._second()
        found = [(each, remnants_of(self._index.path(each), self._paths, second)) for each in entries]
        dialog = EraseDialog(found, self._language, self._window)
        dialog.accepted.connect(lambda: self._erase(found, set(dialog.list.files)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        # Many files may have to be looked into.
        looking, going = Background(dialog), {each.file for each in entries}
        for each in entries:
            if each.day:
                look = partial(follow_ups, self._index.folder, each.title, each.day, going)
                looking.run(look, dialog.tell_of_follow_ups, self._not_looked)

    def _erase(self, found: Sequence[tuple[IndexEntry, Remnants]], files: set[object]) -> None:
        failures = []
        for entry, each in found:
            chosen = [path for path in each.made if path in files]
            try:
                erase_remnants(each, chosen, self._paths, self._second(), self._now())
            except WorldError as error:
                why = error.text(self._language)
                failures.append(f"“{entry.title}”: {why}" if len(found) > 1 else why)
                continue
            self._index.drop(each.path)
            self._index.save()
            self.erased.emit(each.path)
        if failures:
            self.failed.emit("\n".join(failures))

    def _not_looked(self, error: Exception) -> None:
        raise error
