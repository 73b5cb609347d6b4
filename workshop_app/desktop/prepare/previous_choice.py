"""Which session a new one follows up on: one from the list, or a file from elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from workshop_app.i18n import Language
from workshop_app.paths import SESSION_SUFFIX


class PreviousChoice(QComboBox):
    """Sessions to follow up on; at rest none. The last entry opens a file. Signals: `chosen(Path)`, by a person."""

    chosen = Signal(Path)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._path: Path | None = None
        self._sessions: tuple[tuple[str, Path], ...] = ()
        self.setAccessibleName(language.gettext("Follows up on"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.activated.connect(self._take)
        self._fill()

    @property
    def path(self) -> Path | None:
        """The session that was chosen, None for no session."""
        return self._path

    def offer(self, sessions: Sequence[tuple[str, Path]]) -> None:
        """Show these sessions (their words and their files); what was chosen stays."""
        self._sessions = tuple(sessions)
        self._fill()

    def choose(self, path: Path | None) -> None:
        """Follow up on this session."""
        self._path = path
        self._fill()
        if path:
            self.chosen.emit(path)

    def _fill(self) -> None:
        _ = self._language.gettext
        sessions = list(self._sessions)
        if self._path and self._path not in [path for _words, path in sessions]:
            sessions.append((self._path.name, self._path))
        self.clear()
        self.addItem(_("no previous session"), None)
        for words, path in sessions:
            self.addItem(words, path)
        self.addItem(_("Open a file…"), "file")
        places = [place for place, (_words, path) in enumerate(sessions, start=1) if path == self._path]
        self.setCurrentIndex(places[0] if places else 0)

    def _take(self, place: int) -> None:
        chosen = self.itemData(place)
        self.choose(self._from_elsewhere() or self._path if chosen == "file" else chosen)

    def _from_elsewhere(self) -> Path | None:
        return ask_for_session(self._language, self)


def ask_for_session(language: Language, parent: QWidget) -> Path | None:
    """Let a person choose a session file; None when they do not."""
    _ = language.gettext
    kinds = _("Sessions of Samenspraak") + f" (*{SESSION_SUFFIX})"
    name, _kind = QFileDialog.getOpenFileName(parent, _("Follow up on which session?"), "", kinds)
    return Path(name) if name else None
