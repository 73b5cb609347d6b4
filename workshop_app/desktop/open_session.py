"""An open session with its windows: preparing, the console with the room, and wrapping up."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from workshop_app.desktop.actions import keys
from workshop_app.desktop.backing_up import BackupKeeper
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.copying import Copying
from workshop_app.desktop.disk_keeper import DiskKeeper
from workshop_app.desktop.look import Look
from workshop_app.desktop.one_window import RaiseListener
from workshop_app.desktop.page import Page
from workshop_app.desktop.place_words import news_of_place
from workshop_app.desktop.room import Room
from workshop_app.desktop.screens import ScreenWatcher
from workshop_app.desktop.watchdog import Watchdog
from workshop_app.desktop.widgets.autosave import SelfSaving
from workshop_app.errors import WorldError
from workshop_app.facilitation import stage
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import N_, Language
from workshop_app.model.values import WorkshopState
from workshop_app.storage.session_file import SessionFile

if TYPE_CHECKING:
    from workshop_app.desktop.wrapup.delivery import HandOver
    from workshop_app.facilitation.own_templates import OwnTemplates

_LOOKS = {
    ("dark", True): N_("The beamer is dark now"),
    ("dark", False): N_("The beamer is light now"),
    ("fades", True): N_("Scenes fade into each other on the beamer"),
    ("fades", False): N_("Scenes change at once on the beamer"),
}

SECOND = {
    False: N_("The second place for backups is not there. They are made here, and brought there when it is back."),
    True: N_("The second place for backups is back, and has everything again."),
}
"""What is said when the second place goes, and when it is back."""


class OpenSession(QObject):
    """One session file with everything that shows it. The pages are made when they are first needed.

    Signals: `page_changed(Page)` when another page belongs in the window, `folder_chosen(Path)` where minutes go
    from now on, `look_chosen(Look)` how the beamer looks from now on, `raise_asked()` when the window belongs in
    front, `moved_on(Path)` when it goes on in another file, `room_opened()` when the room begins to look,
    `check_asked()` for the room check, `forget_asked(str)` with the id of a person, `left()` when the session is
    closed.
    """

    page_changed = Signal(object)
    folder_chosen = Signal(Path)
    look_chosen = Signal(object)
    raise_asked = Signal()
    moved_on = Signal(Path)
    room_opened = Signal()
    check_asked = Signal()
    forget_asked = Signal(str)
    left = Signal()

    def __init__(
        self,
        file: SessionFile,
        watcher: ScreenWatcher,
        language: Language,
        output_folder: Path,
        mail: "HandOver",
        look: Look | None = None,
        own: "OwnTemplates | None" = None,
        origin: Path | None = None,
    ) -> None:
        """`own` is where the script can be saved as a template, `origin` the file that this one was copied in from."""
        super().__init__()
        self._origin = origin
        self.file = file
        self._mail = mail
        self._own = own
        self._watcher, self._language, self._output_folder, self._look = watcher, language, output_folder, look
        self.bridge = Bridge(Desk(file), language, self)
        self._backups = BackupKeeper(file, self)
        self._backups.failed.connect(self._tell_of_backup)
        self._backups.second_changed.connect(self._tell_of_second)
        self.bridge.removing.connect(self._backups.make_before_removal)
        self._disk = DiskKeeper(self.bridge, self)
        self._copying = Copying(self.bridge, origin, self)
        self._copying.moved_on.connect(self._move_on)
        self._listen()
        self.room: Room | None = None
        self._pages: dict[str, Page] = {}
        self._watchdog = Watchdog(self.bridge, self._fields, self)
        self._warned = False
        self.bridge.saved.connect(self._warn_again)

    def show_first(self) -> None:
        """The page that fits how far the session is."""
        pages = {
            WorkshopState.PREPARED: self.prepare,
            WorkshopState.RUNNING: self.run,
            WorkshopState.FINISHED: self.wrap_up,
        }
        pages[self.bridge.view.info.state]()
        self._disk.look()
        if self.file.backup_fault:
            self._tell_of_backup(self.file.backup_fault)
        where = news_of_place(self.file.path, self._origin, self._language)
        if where:
            self.bridge.noticed.emit(*where)

    def _listen(self) -> None:
        # Who starts on the file that this one was copied in from means this session too.
        paths = (self.file.path, self._origin) if self._origin else (self.file.path,)
        self._others = [RaiseListener(path, self) for path in paths]
        for each in self._others:
            each.asked.connect(self.raise_asked)

    def _stop_listening(self) -> None:
        for each in self._others:
            each.close()

    def _move_on(self, path: Path) -> None:
        """The session goes on in another file, with everything that is half typed."""
        self._stop_listening()
        self._listen()
        self.keep()
        self._disk.look()
        self.moved_on.emit(path)

    def prepare(self) -> None:
        """Change the script and the people."""
        if "prepare" not in self._pages:
            from workshop_app.desktop.prepare.window import PrepareWindow

            page = PrepareWindow(self.bridge, own=self._own)
            page.start_requested.connect(self.run)
            page.forget_asked.connect(self.forget_asked)
            page.home_requested.connect(self.leave)
            self._keep_keys(page)
            page.check_requested.connect(self.check_asked)
            self._pages["prepare"] = page
        self._turn("prepare")

    def run(self) -> None:
        """Lead the room."""
        if self.room is None:
            self.room = Room(self.bridge, self._watcher, Language.load(), self._look, self)
            self._pages["console"] = self._console(self.room)
            self._turn("console")
            self.room.window.stay_below(self._pages["console"].window())
            self.room.open()
            self.room_opened.emit()
        self._turn("console")

    def _console(self, room: Room) -> ConsoleWindow:
        console = ConsoleWindow(self.bridge, room.picture, turn_page=room.turn)
        room.status_changed.connect(console.set_room_status)
        console.swap_requested.connect(room.swap)
        console.presenting_changed.connect(room.picture.set_filling)
        console.theme_requested.connect(lambda: self._change_look(console, room, "dark"))
        console.fades_requested.connect(lambda: self._change_look(console, room, "fades"))
        console.prepare_requested.connect(self.prepare)
        console.wrap_up_requested.connect(self.wrap_up)
        console.home_requested.connect(self.leave)
        console.copy_requested.connect(partial(self._copying.offer, console))
        for asked, answer in (
            (room.window.next_requested, console.forward),
            (room.window.back_requested, console.back),
            (room.window.black_requested, console.toggle_black),
            (room.window.leave_requested, console.activateWindow),
        ):
            asked.connect(answer)
        return console

    def _change_look(self, console: ConsoleWindow, room: Room, part: str) -> None:
        """Turn the theme or the fading around, and say so: a fade cannot be seen on the small picture."""
        wanted = not getattr(room.look, part)
        room.wear(replace(room.look, **{part: wanted}))
        self.look_chosen.emit(room.look)
        console.tell(self._language.gettext(_LOOKS[part, wanted]))

    def _keep_keys(self, page: Page) -> None:
        """The beamer obeys from this page too, once the room is shown; and a copy can be saved."""
        copy = QShortcut(QKeySequence(keys("copy")[0]), page)
        copy.activated.connect(partial(self._copying.offer, page))
        for action, how in (("freeze", "frozen"), ("black", "black")):
            for sequence in keys(action):
                QShortcut(QKeySequence(sequence), page).activated.connect(partial(self._toggle, how))

    def _toggle(self, how: str) -> None:
        if self.room is not None:
            held = self.bridge.view.stage
            self.bridge.attempt(stage.hold, **{how: not getattr(held, how)})

    def wrap_up(self) -> None:
        """See what is missing, read the minutes, save and mail them."""
        # Reading pages of a PDF is heavy, and only needed at the end.
        from workshop_app.desktop.wrapup.window import WrapUpWindow

        if "wrapup" not in self._pages:
            page = WrapUpWindow(self.bridge, self._output_folder, self._mail)
            page.back_requested.connect(self.run)
            page.folder_chosen.connect(self.folder_chosen)
            page.home_requested.connect(self.leave)
            self._keep_keys(page)
            self._pages["wrapup"] = page
        self._turn("wrapup")

    def _fields(self) -> Iterator[SelfSaving]:
        return (field for page in self._pages.values() for field in page.findChildren(SelfSaving))

    def keep(self) -> bool:
        """Save what is half typed on all pages. Whether that worked."""
        kept = [page.keep() for page in self._pages.values()]
        return all(kept)

    def leave(self, then: Callable[[], object] = lambda: None) -> bool:
        """Close the session, after what is half typed has been saved and backed up. Whether it is closed now.

        When something typed cannot be saved, the page says so and the session stays open; asked a second time, it goes
        on. When there is no backup, a question asks for another place; once it is closed after that, `then` is called.
        """
        warned = self._warned
        if not self.keep() and not warned:
            self._warned = True
            return False
        unmade = self._backups.make_last()
        if unmade:
            self._ask_for_place(unmade, then)
            return False
        self._close()
        return True

    def _warn_again(self) -> None:
        """What cannot be saved from now on is something else."""
        self._warned = False

    def _ask_for_place(self, unmade: WorldError, then: Callable[[], object]) -> None:
        from workshop_app.desktop.not_backed_up import NotBackedUp

        def go_on() -> None:
            dialog.accept()
            self._close()
            then()

        def again() -> None:
            error = self._backups.make_last()
            dialog.say(error.text(self._language)) if error else go_on()

        def save_there(folder: Path) -> None:
            try:
                self._copying.copy_into(folder)
            except WorldError as error:
                dialog.say(error.text(self._language))
            else:
                go_on()

        page = next(page for page in self._pages.values() if page.isVisible())
        dialog = NotBackedUp(unmade.text(self._language), self._language, page)
        dialog.again_asked.connect(again)
        dialog.place_chosen.connect(save_there)
        dialog.close_asked.connect(go_on)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _close(self) -> None:
        if self.room is not None:
            self.room.close()
            self.room = None
        self._watchdog.stop()
        self._disk.stop()
        self._backups.stop()
        self._stop_listening()
        self.bridge.close()
        self.file.close()
        self.left.emit()
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()

    def _tell_of_second(self, is_there: bool) -> None:
        self.bridge.noticed.emit("green" if is_there else "amber", self._language.gettext(SECOND[is_there]))

    def _tell_of_backup(self, error: WorldError) -> None:
        self.bridge.noticed.emit("amber", error.text(self._language))

    def _turn(self, name: str) -> None:
        self.page_changed.emit(self._pages[name])
