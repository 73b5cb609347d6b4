"""Letting a prepared session follow up on a previous one: what was open and what was answered then comes along."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.previous_choice import ask_for_session
from workshop_app.errors import WorldError
from workshop_app.i18n import Language
from workshop_app.model.values import WorkshopState
from workshop_app.model.views import WorkshopView


class FollowUpButton(QPushButton):
    """Asks for the previous session and takes over what it leaves. No signals of its own; it goes once the session has
    started."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.clicked.connect(self.ask)

    def show_view(self, view: WorkshopView) -> None:
        """Say which session is followed up on."""
        _ = self._bridge.language.gettext
        self.setText(_("Follows up on…  Ctrl+O"))
        if view.info.previous_title:
            self.setAccessibleDescription(view.info.previous_title)
        self.setVisible(view.info.state is WorkshopState.PREPARED)

    def ask(self) -> None:
        """Let a person choose the session."""
        if self.isVisible() and (path := ask_for_session(self._bridge.language, self)):
            self.follow(path)

    def follow(self, path: Path) -> None:
        """Take over what this session leaves; the desk says what went wrong."""
        from workshop_app.facilitation.follow_up import previous, take_over
        from workshop_app.facilitation.looking import view_of

        try:
            source = previous(view_of(path), Language.load())
        except WorldError as error:
            self._bridge.noticed.emit("amber", error.text(self._bridge.language))
            return
        if self._bridge.attempt(take_over, source):
            words = self._bridge.language.gettext("This session follows up on “{title}”: {actions} open actions.")
            told = words.format(title=source.title, actions=len(source.actions))
            self._bridge.noticed.emit("green", told)
