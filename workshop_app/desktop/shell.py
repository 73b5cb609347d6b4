"""The one window on the laptop: home, or the pages of an open session."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop_app.desktop.actions import keys
from workshop_app.desktop.home.window import HomeWindow
from workshop_app.desktop.look import Look
from workshop_app.desktop.screens import Identity, ScreenWatcher, make_way, rescue
from workshop_app.errors import WorldError
from workshop_app.i18n import N_, Language
from workshop_app.paths import DataPaths
from workshop_app.storage.index import SessionIndex
from workshop_app.storage.settings import Settings, save_settings

if TYPE_CHECKING:
    from workshop_app.desktop.open_session import OpenSession
    from workshop_app.desktop.page import Page
    from workshop_app.desktop.room_check.page import RoomCheckPage
    from workshop_app.desktop.template_editing import TemplateEditing
    from workshop_app.desktop.wrapup.delivery import HandOver
    from workshop_app.facilitation.follow_up import Previous
    from workshop_app.facilitation.own_templates import OwnTemplates
    from workshop_app.facilitation.preparing import Head
    from workshop_app.rounds.template import Template

_BETWEEN = "\n"
_SIZE = QSize(1440, 900)
_IN_FRONT = N_("This session is open in another window of Samenspraak already. That window is in front now.")


def remembered_screen(settings: Settings) -> Identity | None:
    """The screen that was the room's the last time."""
    parts = settings.beamer.split(_BETWEEN)
    return Identity(*parts) if len(parts) == len(Identity.__dataclass_fields__) else None


class Shell(QStackedWidget):
    """Home and, over it, the open session.

    Signals: `painted()` once, after the first painting: what is heavy may be loaded from then on; `leads(bool)` when a
    session begins to be led, and when it is closed: in between the screens must stay on.
    """

    painted = Signal()
    leads = Signal(bool)

    def __init__(
        self, paths: DataPaths, settings: Settings, language: Language, watcher: ScreenWatcher, mail: "HandOver"
    ) -> None:
        super().__init__()
        self._paths, self._settings, self._language, self._watcher = paths, settings, language, watcher
        self._mail = mail
        watcher.setParent(self)
        self._index = SessionIndex(paths.sessions, paths.index)
        self._fresh = True
        self.session: OpenSession | TemplateEditing | None = None
        self._own: OwnTemplates | None = None
        last = Path(settings.last_session) if settings.last_session else None
        # With its parent from the start: each move below another one makes Qt look through the stylesheet again.
        self.home = HomeWindow(language, self._index, paths, last, parent=self, second_place=settings.second_place)
        self.home.resume_requested.connect(self.open)
        self.home.open_requested.connect(self.open)
        self.home.create_requested.connect(self._create)
        self.home.edit_requested.connect(self._edit_template)
        self.home.safekeeping.chosen.connect(lambda root: self._remember(second_place=root))
        self.home.erased.connect(self._forget)
        self.home.check_requested.connect(self._check_room)
        self._room_check: RoomCheckPage | None = None
        self._before_check: QWidget = self.home
        watcher.changed.connect(self._keep_off)
        self.addWidget(self.home)
        self.setWindowTitle("Samenspraak")
        self._take_room()
        leave = QShortcut(QKeySequence(keys("quit")[0]), self)
        leave.setContext(Qt.ShortcutContext.ApplicationShortcut)
        leave.activated.connect(self.close)

    def _take_room(self) -> None:
        """As large as the design; all of the screen where that is smaller."""
        room = self.screen().availableSize()
        self.resize(_SIZE.boundedTo(room))
        if self.size() != _SIZE:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def open(self, path: Path) -> None:
        """Open a session; one from elsewhere is copied in. What goes wrong is said on home, which then stays."""
        from workshop_app.desktop.one_window import bring_to_front
        from workshop_app.desktop.open_session import OpenSession
        from workshop_app.facilitation.opening import open_session
        from workshop_app.storage.faults import DamagedError
        from workshop_app.storage.made_files import MadeFiles

        look = Look.of(self._settings.theme, self._settings.fades)
        folder = Path(self._settings.minutes_folder) if self._settings.minutes_folder else _documents()
        # One from elsewhere would be copied in a second time.
        if bring_to_front(path):
            self.home.tell(self._language.gettext(_IN_FRONT))
            return
        try:
            with ExitStack() as undo:
                file = open_session(path, self._paths.sessions, self._paths.backups)
                undo.callback(file.close)
                file.second = self.home.safekeeping.place
                origin = None if file.path.resolve() == path.resolve() else path
                session = OpenSession(file, self._watcher, self._language, folder, self._mail, look, self._own, origin)
                undo.pop_all()
        except DamagedError as error:
            sentence = error.text(self._language)
            self.home.tell(sentence, lambda: self._offer_rescue(path, sentence))
            return
        except WorldError as error:
            self.home.tell(error.text(self._language))
            return
        self.session = session
        session.bridge.made.connect(lambda made: MadeFiles(self._paths.made).add(session.file.path, made))
        session.forget_asked.connect(self._forget_person)
        session.raise_asked.connect(self._come_to_front)
        session.moved_on.connect(lambda moved: self._remember(last_session=str(moved)))
        session.folder_chosen.connect(lambda chosen: self._remember(minutes_folder=str(chosen)))
        session.look_chosen.connect(lambda look: self._remember(theme=look.theme, fades=look.fades))
        session.page_changed.connect(self._turn)
        session.room_opened.connect(lambda: self.leads.emit(True))
        session.check_asked.connect(self._check_room)
        session.left.connect(self._come_home)
        self._remember(last_session=str(file.path))
        session.show_first()

    def use_templates(self, own: "OwnTemplates") -> None:
        """Read the templates, and let home and the sessions keep those of one's own."""
        from workshop_app.desktop.questions import ask

        self._own = own
        self.home.templates.use(own, ask)

    def _edit_template(self, template: "Template") -> None:
        """Change a template of one's own. What goes wrong is said on home, which then stays."""
        from workshop_app.desktop.template_editing import TemplateEditing, open_draft

        if self._own is None:
            return
        try:
            with ExitStack() as undo:
                file = open_draft(template, self._own, date.today())  # noqa: DTZ011 - the day on this computer
                undo.callback(file.close)
                editing = TemplateEditing(file, template, self._own, self._language)
                undo.pop_all()
        except WorldError as error:
            self.home.tell(error.text(self._language))
            return
        self.session = editing
        editing.page_changed.connect(self._turn)
        editing.left.connect(lambda: self._leave_template(template.id))
        editing.show_first()

    def _leave_template(self, template_id: str) -> None:
        if self.session is None:
            return
        self.session.deleteLater()
        self.session = None
        self.setCurrentWidget(self.home)
        self.setWindowTitle("Samenspraak")
        self.home.show_gallery(template_id)

    def _offer_rescue(self, path: Path, sentence: str) -> None:
        """Say what is wrong with a damaged file, and which ways on there are. It stays as it is."""
        from workshop_app.desktop.home.rescue_dialog import RescueDialog
        from workshop_app.facilitation.rescue import backups_of, restore_beside
        from workshop_app.storage.checking import check

        findings: list[str] = []
        with suppress(WorldError):
            findings = [self._language.gettext(finding.message).format(**finding.values) for finding in check(path)]
        backups = backups_of(path, self._paths.backups)
        dialog = RescueDialog(sentence, findings, backups, self._language, self)
        dialog.look_asked.connect(lambda: self._look_at(path, dialog))
        dialog.salvage_asked.connect(lambda: self._salvage(path))
        dialog.backup_chosen.connect(
            lambda backup: self._go_on_with(lambda: restore_beside(backup, path, self._paths.sessions))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_at(self, path: Path, parent: QWidget) -> None:
        """Show what can be read of a damaged file, which stays as it is."""
        from workshop_app.desktop.home.damaged_look import DamagedLook
        from workshop_app.facilitation.rescue import legible

        try:
            view, result = legible(path)
        except WorldError as error:
            self.home.tell(error.text(self._language))
            return
        told = self._language.gettext("{n} rows read, {lost} not.").format(n=result.read, lost=result.lost)
        look = DamagedLook(view, told, self._language, parent)
        look.finished.connect(look.deleteLater)
        look.open()

    def _salvage(self, path: Path) -> None:
        from workshop_app.facilitation.rescue import salvage_beside

        told: list[str] = []

        def salvaged() -> Path:
            new, result = salvage_beside(path, self._paths.sessions)
            told.append(self._language.gettext("{n} rows read, {lost} not.").format(n=result.read, lost=result.lost))
            return new

        self._go_on_with(salvaged)
        if self.session and told:
            self.tell(told[0])

    def _go_on_with(self, make: Callable[[], Path]) -> None:
        try:
            new = make()
        except WorldError as error:
            self.home.tell(error.text(self._language))
            return
        self.open(new)

    def save(self) -> None:
        """Save what is half typed, on every page."""
        if self.session:
            self.session.keep()

    def tell(self, sentence: str) -> None:
        """Say that something went wrong which cost nothing, where the person is looking."""
        if self.session:
            self.session.bridge.noticed.emit("amber", sentence)
        else:
            self.home.tell(sentence)

    def _create(self, template: "Template", head: "Head") -> None:
        from workshop_app.facilitation.opening import new_session

        try:
            path = new_session(template, head, self._paths.sessions, Language.load(), previous=self._followed_up())
        except WorldError as error:
            self.home.tell(error.text(self._language))
            return
        self.home.created()
        self.open(path)

    def _followed_up(self) -> "Previous | None":
        from workshop_app.facilitation.follow_up import previous
        from workshop_app.facilitation.looking import view_of

        chosen = self.home.previous_session
        return previous(view_of(chosen), Language.load()) if chosen else None

    def _turn(self, page: "Page") -> None:
        self._keep_off()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.take_focus()
        if self.session:
            self.setWindowTitle(f"{self.session.bridge.view.info.title} · Samenspraak")

    def _check_room(self) -> None:
        """Look at screens and computer, then back to where one was."""
        before = self.currentWidget() or self.home
        if self._room_check is None:
            from workshop_app.desktop.room_check.computer import checks
            from workshop_app.desktop.room_check.page import RoomCheckPage

            found = checks(self._paths.sessions, self._language)
            self._room_check = RoomCheckPage(self._watcher, found, self._language, self)
            self._room_check.left.connect(self._leave_check)
            self.addWidget(self._room_check)
        self._before_check = before
        make_way(self, self._watcher.decision)
        self.setCurrentWidget(self._room_check)
        self._room_check.take_focus()

    def _leave_check(self) -> None:
        self.setCurrentWidget(self._before_check)

    def _keep_off(self) -> None:
        """Stay on a screen that is there, and off the one that the room looks at."""
        rescue(self)
        if self.session and self.session.room:
            make_way(self, self._watcher.decision)

    def _come_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _come_home(self) -> None:
        if self.session is None:
            return
        self.leads.emit(False)
        path = self.session.file.path
        self.session.deleteLater()
        self.session = None
        self.setCurrentWidget(self.home)
        self.setWindowTitle("Samenspraak")
        self.home.returned(path)
        beamer = self._watcher.preferred
        if beamer:
            self._remember(beamer=_BETWEEN.join((beamer.manufacturer, beamer.model, beamer.serial, beamer.name)))

    def _forget_person(self, participant_id: str) -> None:
        from workshop_app.desktop.forgetter import Forgetter

        if self.session:
            Forgetter(self._paths, self.session.bridge, self).ask(participant_id)

    def _forget(self, path: Path) -> None:
        """Nothing is remembered of a session that was erased."""
        if self._settings.last_session == str(path):
            self._remember(last_session="")

    def _remember(self, **choices: str | bool) -> None:
        self._settings = replace(self._settings, **choices)  # type: ignore[arg-type]
        # Only a memory of choices: where it cannot be kept, the next start asks again.
        with suppress(OSError):
            save_settings(self._paths.settings, self._settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window is there."""
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            # After this painting, not within it.
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the session first; everything in it is saved."""
        if self.session is not None and not self.session.leave(self.close):
            event.ignore()
            return
        self._index.save()
        super().closeEvent(event)


def _documents() -> Path:
    """Where minutes go: a folder of ours among the person's documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "Samenspraak"
