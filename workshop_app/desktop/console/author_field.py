"""Who said it: an organisation or a person, completed while typing, where the round keeps that."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.console.editor import LineEditor
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.facilitation.action_line import Owner, find_owner
from workshop_app.i18n import Language
from workshop_app.model.values import Level
from workshop_app.model.views import WorkshopView

_POINTS_AT_ONE = 3


class AuthorField(LineEditor):
    """The author of what is being taken down; empty for nobody. Signals: `done` for Enter."""

    done = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._level = Level.ANONYMOUS
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setAccessibleName(language.gettext("Who said it"))
        self.setMinimumWidth(self.font().pixelSize() * 16)
        mark(self, kind="compact")

    def show_people(self, view: WorkshopView, level: Level, veiled: bool) -> None:
        """Offer who can be chosen at this level; nobody while the room can see this screen."""
        self._level = level
        names = [organisation.name for organisation in view.organisations]
        if level is Level.NAME:
            names = [person.name for person in view.present] + names
        names = [] if veiled else names
        if names != self._names.stringList():
            self._names.setStringList(names)
        _ = self._language.gettext
        words = _("who, or which municipality") if level is Level.NAME else _("which municipality")
        self.setPlaceholderText(f"{words} ({key_hint('author')})")

    def author(self, view: WorkshopView) -> Owner | None:
        """Who was chosen; None when the name is nobody's that can be kept here."""
        found = find_owner(self.text(), view)
        if not found.name or found.organisation_id or (found.participant_id and self._level is Level.NAME):
            return found
        return None

    def warning(self, view: WorkshopView) -> str:
        """That the tag points at one person, when it does."""
        found = self.author(view)
        if found is None or self._level is not Level.ORGANISATION:
            return ""
        return points_at_one(view, found.organisation_id, self._language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes back to the line."""
        super().keyPressEvent(event)
        if event.key() in ENTER:
            self.done.emit()


def points_at_one(view: WorkshopView, organisation_id: str, language: Language) -> str:
    """That the name of an organisation points at one person, as few of it are here; '' when it does not."""
    present = sum(person.organisation_id == organisation_id for person in view.present)
    if not organisation_id or present >= _POINTS_AT_ONE:
        return ""
    words = language.gettext("Fewer than three people of {name} are here: this points at one person.")
    return words.format(name=view.organisation_name(organisation_id))
