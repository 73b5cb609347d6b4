"""Forgetting one person of the open session: look, ask, erase, and keep a record without content."""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.background import Background
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.forget_dialog import ForgetDialog
from workshop_app.errors import WorldError
from workshop_app.facilitation import erasing, forgetting
from workshop_app.facilitation.elsewhere import sessions_with
from workshop_app.facilitation.remnants import Remnants, delete_files, remnants_of, responsible_in, sweep_left
from workshop_app.i18n import N_, Language
from workshop_app.paths import DataPaths
from workshop_app.storage.erasures import Erasure, record
from workshop_app.storage.made_files import MadeFiles

_DONE = N_("This person is forgotten: in the session, in what could be undone, and in the backups.")
_OWED = N_("{done} Backups in the second place follow when it is back.")


class Forgetter(QObject):
    """Asks above a window, and forgets. No signals: how it went is said through the bridge."""

    def __init__(self, paths: DataPaths, bridge: Bridge, window: QWidget) -> None:
        super().__init__(bridge)
        self._paths, self._bridge, self._window = paths, bridge, window

    def ask(self, participant_id: str) -> None:
        """Show where a person was found, and forget them when that is meant."""
        desk = self._bridge.desk
        person = next(each for each in desk.view.participants if each.id == participant_id)
        try:
            with desk.file.transaction() as db:
                mentions = forgetting.mentions_of(db, participant_id)
        except WorldError as error:
            self._bridge.tell(error)
            return
        remnants = remnants_of(desk.file.path, self._paths, desk.file.second)
        counts = self._counts(participant_id)
        dialog = ForgetDialog(person.name, counts, mentions, remnants, self._bridge.language, self._window)
        dialog.accepted.connect(lambda: self._forget(participant_id, counts, dialog, remnants))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        path = desk.file.path
        look = partial(sessions_with, path.parent, person.name, person.email, {path.name})
        # Many files may have to be looked into.
        Background(dialog).run(look, dialog.tell_of_others, self._not_looked)

    def _not_looked(self, error: Exception) -> None:
        raise error

    def _counts(self, participant_id: str) -> dict[str, int]:
        view = self._bridge.view
        said = [each for known in view.rounds for each in known.contributions if each.participant_id == participant_id]
        does = [each for each in view.actions if each.participant_id == participant_id]
        return {"participant": 1, "contribution": len(said), "action": len(does)}

    def _forget(self, participant_id: str, counts: dict[str, int], dialog: ForgetDialog, remnants: Remnants) -> None:
        desk, fates = self._bridge.desk, dialog.fates
        neutral = Language.load().gettext("a participant")
        try:
            erasing.erase(desk, forgetting.forget, participant_id, fates, neutral)
        except WorldError as error:
            self._bridge.tell(error)
            return
        gone = delete_files(dialog.files)
        MadeFiles(self._paths.made).drop(desk.file.path, gone)
        sweep_left({each.parent for each in remnants.made}, self._paths)
        changed = sum(fate is not forgetting.Fate.KEEP for fate in fates.values())
        with desk.file.reading() as db:
            responsible = responsible_in(db)
        away = desk.file.second is not None and not desk.file.second.is_there
        left = len(remnants.made) - len(gone) + len(remnants.away) + len(fates) - changed + away
        copies = remnants.backups + (remnants.second or 0)
        kept = Erasure(desk.now(), True, counts | {"mention": changed}, copies, len(gone), left, responsible)
        with suppress(OSError):
            record(self._paths.erasures, kept)
        _ = self._bridge.language.gettext
        self._bridge.noticed.emit("green", _(_OWED).format(done=_(_DONE)) if away else _(_DONE))
