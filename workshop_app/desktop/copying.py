"""A copy of the open session for somebody, or for a stick: verified, and never over what somebody changed. When the
session cannot be saved where it is, it goes on in the copy."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.questions import Ask, Question, ask
from workshop_app.desktop.widgets.file_dialogs import ask_where
from workshop_app.errors import WorldError
from workshop_app.i18n import N_
from workshop_app.paths import SESSION_SUFFIX

_MADE = N_(
    "A verified copy is in {path}. It holds everything that was said and who was there, and it is not encrypted: take "
    "care of whom you give it to."
)
_KEPT = N_("{reason} There is no copy there; the session itself is saved.")
_AS_IT_WAS = N_("{reason} The file there is as it was; the session itself is saved here.")
_GOES_ON = N_("The session goes on in {path}. Everything that was saved is in it; undo begins anew.")
_NOT_THERE = N_("{reason} The session cannot go on there either: choose another place.")


class Copying(QObject):
    """Saves copies of one session. How it went is said through `bridge.noticed`.

    Signals: `moved_on(Path)` when the session goes on in another file.
    """

    moved_on = Signal(Path)

    def __init__(
        self, bridge: Bridge, origin: Path | None = None, parent: QObject | None = None, ask: Ask = ask
    ) -> None:
        """`origin` is the file that this session was copied in from just now."""
        super().__init__(parent)
        from workshop_app.facilitation.delivering import fingerprint

        self._bridge, self._ask = bridge, ask
        self._known = {origin.resolve(): fingerprint(origin)} if origin else {}

    def offer(self, page: QWidget) -> None:
        """Ask where a copy goes, and write it there."""
        from workshop_app.facilitation.opening import free_path

        _ = self._bridge.language.gettext
        kind = _("Sessions of Samenspraak") + f" (*{SESSION_SUFFIX})"
        path = self._bridge.desk.file.path
        if self._bridge.trouble:
            beside = path.parent if path.parent.is_dir() else None
            ask_where(
                page, _("Go on in a copy"), kind, free_path(path).name, self._go_on, replaces=False, folder=beside
            )
        else:
            # What stands there is looked at first, and the dialog does not know which of them may be replaced.
            ask_where(page, _("Save a copy"), kind, path.name, lambda wanted: self._copy(wanted, page), replaces=False)

    def copy_into(self, folder: Path) -> None:
        """Write a copy into a folder, under its own name or with a number behind it. Raises StorageError."""
        from workshop_app.facilitation.opening import free_path

        file = self._bridge.desk.file
        target = free_path(folder / file.path.name)
        file.copy_to(target)
        self._bridge.made.emit(target)

    def _copy(self, wanted: Path, page: QWidget) -> None:
        from workshop_app.facilitation.delivering import Standing, standing
        from workshop_app.facilitation.opening import free_path

        file = self._bridge.desk.file
        stands = standing(file, wanted, self._known.get(wanted.resolve(), ""))
        if stands is Standing.KNOWN or (stands is Standing.CHANGED and self._ask(self._changed(wanted), page)):
            self._replace(wanted)
            return
        target = free_path(wanted)
        try:
            file.copy_to(target)
        except WorldError as error:
            self._tell("amber", _KEPT, reason=error.text(self._bridge.language))
        else:
            self._made(target)

    def _replace(self, target: Path) -> None:
        from workshop_app.facilitation.delivering import deliver_over, fingerprint

        try:
            deliver_over(self._bridge.desk.file, target, fingerprint(target))
        except WorldError as error:
            self._tell("amber", _AS_IT_WAS, reason=error.text(self._bridge.language))
        else:
            self._made(target)

    def _made(self, target: Path) -> None:
        from workshop_app.facilitation.delivering import fingerprint

        self._known[target.resolve()] = fingerprint(target)
        self._bridge.made.emit(target)
        self._tell("green", _MADE, path=target)

    def _go_on(self, wanted: Path) -> None:
        from workshop_app.facilitation.opening import free_path

        target = free_path(wanted)
        try:
            self._bridge.desk.file.go_on_in(target)
        except WorldError as error:
            self._tell("red", _NOT_THERE, reason=error.text(self._bridge.language))
            return
        self._bridge.recover()
        self.moved_on.emit(target)
        self._tell("green", _GOES_ON, path=target)

    def _changed(self, target: Path) -> Question:
        _ = self._bridge.language.gettext
        return Question(
            _("Replace {name}?").format(name=target.name),
            _(
                "This session stands there already, and it is not as it was when it was taken from there: somebody may "
                "have gone on in it. When you keep both, the copy gets a number."
            ),
            _("Replace it"),
            _("Keep both"),
            dangerous=True,
        )

    def _tell(self, level: str, words: str, **values: object) -> None:
        self._bridge.noticed.emit(level, self._bridge.language.gettext(words).format(**values))
