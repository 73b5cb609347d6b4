"""Home: go on with a session, begin one, find one. Up before anything heavy is imported."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workshop_app.desktop.actions import keys
from workshop_app.desktop.home import words
from workshop_app.desktop.home.going_on import to_follow_up, to_resume
from workshop_app.desktop.home.index_reader import IndexReader
from workshop_app.desktop.home.overview import Overview
from workshop_app.desktop.home.safekeeping import Safekeeping
from workshop_app.desktop.home.sidebar import Sidebar
from workshop_app.desktop.home.templates_page import TemplatesPage
from workshop_app.desktop.theme import STEP
from workshop_app.i18n import Language
from workshop_app.paths import SESSION_SUFFIX, DataPaths
from workshop_app.storage.index import SessionIndex
from workshop_app.storage.index_entry import IndexEntry

if TYPE_CHECKING:
    from workshop_app.desktop.home.eraser import Eraser
    from workshop_app.desktop.prepare.new_session import NewSessionPage
    from workshop_app.desktop.widgets.banner import Banner
    from workshop_app.desktop.widgets.banner import Level as BannerLevel
    from workshop_app.rounds.template import Template


def local_now() -> datetime:
    """The time on the wall."""
    return datetime.now().astimezone()


class HomeWindow(QWidget):
    """What the program begins with.

    Signals: `resume_requested(Path)` and `open_requested(Path)` with a session file (one from elsewhere too);
    `create_requested(Template, Head)` with what was filled in for a new session, answered by `tell` when it fails;
    `edit_requested(Template)` with an own template that is to be changed; `check_requested()` for the room check;
    `erased(Path)` when a session is gone for good.
    """

    resume_requested = Signal(Path)
    open_requested = Signal(Path)
    create_requested = Signal(object, object)
    edit_requested = Signal(object)
    check_requested = Signal()
    erased = Signal(object)

    def __init__(
        self,
        language: Language,
        index: SessionIndex,
        paths: DataPaths,
        last_session: Path | None = None,
        now: Callable[[], datetime] = local_now,
        parent: QWidget | None = None,
        second_place: str = "",
    ) -> None:
        """`last_session` is the file that was worked on last; `second_place` where backups go too."""
        super().__init__(parent)
        self._language, self._index, self._paths = language, index, paths
        self.safekeeping = Safekeeping(paths, second_place, language, self)
        self._last, self._now = last_session, now
        self._new: NewSessionPage | None = None
        self._fresh = False
        self._reader = IndexReader(index, self)
        self._eraser: Eraser | None = None
        self._banner: Banner | None = None
        self._help_with: Callable[[], object] | None = None
        self._sidebar = Sidebar(language, self)
        self._pages = QStackedWidget(self)
        self._overview = Overview(language, self._pages)
        self.templates = TemplatesPage(language, self._pages)
        self._pages.addWidget(self._overview)
        self._pages.addWidget(self.templates)
        self._lay_out()
        self._connect()
        self._show_index()
        self._sidebar.take_focus()

    def show_templates(self, templates: Sequence["Template"], problems: str = "") -> None:
        """Show the templates once they have been read; `problems` says in words which ones could not be."""
        self.templates.show_templates(templates)
        self._overview.show_templates(templates)
        if self._new:
            self._new.offer(self.templates.all)
        if problems:
            self.tell(problems)

    def show_gallery(self, template_id: str = "") -> None:
        """Show all templates as they are now, the keyboard at this one."""
        self.templates.read()
        self._show_gallery(template_id)

    def tell(self, sentence: str, help_with: Callable[[], object] | None = None) -> None:
        """Say what went wrong; what was typed stays. `help_with` is what a button beside it does."""
        self._tell("red", sentence, help_with)

    def _tell(self, level: "BannerLevel", sentence: str, help_with: Callable[[], object] | None = None) -> None:
        from workshop_app.desktop.widgets.banner import Banner

        if self._banner is None:
            self._banner = Banner()
            self._banner.chosen.connect(self._answer_banner)
            self._column.insertWidget(0, self._banner)
        self._help_with = help_with
        _ = self._language.gettext
        self._banner.tell(
            level, sentence, ({"help": _("What can be done?")} if help_with else {}) | {"close": _("Close")}
        )

    def _answer_banner(self, key: str) -> None:
        if self._banner:
            self._banner.dismiss()
        if key == "help" and self._help_with:
            self._help_with()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the folder of sessions, when the window is there."""
        super().showEvent(event)
        self._fresh = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters the dark side leaves room for the rest."""
        super().resizeEvent(event)
        self._sidebar.make_room(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look at the folder of sessions after the first painting: what the index knows is shown before."""
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self, self._look_around)

    def _look_around(self) -> None:
        self._reader.start()
        self.safekeeping.catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop reading; what was read is kept."""
        self._reader.stop()
        self.safekeeping.stop()
        super().hideEvent(event)

    def created(self) -> None:
        """The session that was asked for has been made: what was typed for it may go."""
        if self._new is not None:
            self._pages.removeWidget(self._new)
            self._new.deleteLater()
            self._new = None

    def returned(self, path: Path) -> None:
        """A session has been closed: it is the one to go on with."""
        self._last = path
        if self._banner is not None:
            self._banner.dismiss()
        self.templates.read(tell=False)
        self._show_overview()

    def _show_index(self) -> None:
        entries = self._index.entries
        self._overview.show_entries(entries)
        self._sidebar.show_resume(to_resume(self._index, self._last), self._now())
        self._sidebar.show_due(words.due_text(entries, self._now().date(), self._language))

    def _resume(self) -> None:
        entry = to_resume(self._index, self._last)
        if entry:
            self.resume_requested.emit(self._index.path(entry))

    def _open(self, entry: IndexEntry) -> None:
        self.open_requested.emit(self._index.path(entry))

    def _choose_file(self) -> None:
        from workshop_app.desktop.widgets.file_dialogs import ask_for_file

        _ = self._language.gettext
        kind = _("Sessions of Samenspraak") + f" (*{SESSION_SUFFIX})"
        ask_for_file(self, _("Open session file"), [kind], self.open_requested.emit)

    def _show_due(self, only_due: bool) -> None:
        self._show_overview()
        self._overview.show_due(self._now().date() if only_due else None)

    def _ask_to_erase(self, *entries: IndexEntry) -> None:
        if self._eraser is None:
            from workshop_app.desktop.home.eraser import Eraser

            second = partial(getattr, self.safekeeping, "place")
            self._eraser = Eraser(self._paths, self._index, second, self._now, self._language, self)
            self._eraser.failed.connect(self.tell)
            self._eraser.erased.connect(self.erased)
            self._eraser.erased.connect(self._show_index)
            self._eraser.erased.connect(self._keep_keyboard)
        self._eraser.ask(entries)

    def _keep_keyboard(self) -> None:
        """The list of sessions goes when the last one is erased."""
        if self.focusWidget() is None or not self.focusWidget().isVisible():
            self._sidebar.take_focus()

    def _ask_to_erase_due(self) -> None:
        today = self._now().date()
        self._ask_to_erase(*(entry for entry in self._index.entries if entry.is_due(today)))

    def _show_overview(self) -> None:
        self._pages.setCurrentWidget(self._overview)
        self._sidebar.take_focus()

    def _show_gallery(self, template_id: str = "") -> None:
        self._pages.setCurrentWidget(self.templates)
        self.templates.take_focus(template_id)

    def _begin_new(self, template_id: str = "") -> None:
        from workshop_app.desktop.prepare.new_session import NewSessionPage

        if not self.templates.all:
            return
        if self._new is None:
            self._new = NewSessionPage(self.templates.all, self._language, self._now().date())
            self._new.create_requested.connect(self.create_requested)
            self._new.closed.connect(self._show_overview)
            self._pages.addWidget(self._new)
        if template_id:
            self._new.choose_template(template_id)
        self._new.previous.offer(to_follow_up(self._index, self._language))
        self._pages.setCurrentWidget(self._new)
        self._new.take_focus()

    @property
    def previous_session(self) -> Path | None:
        """The session that a new one follows up on, as it was chosen there."""
        return self._new.previous.path if self._new else None

    def _search(self) -> None:
        self._pages.setCurrentWidget(self._overview)
        self._overview.search.setFocus()
        self._overview.search.selectAll()

    def _connect(self) -> None:
        self._sidebar.resume_asked.connect(self._resume)
        self._sidebar.new_asked.connect(self._begin_new)
        self._sidebar.open_asked.connect(self._choose_file)
        self._sidebar.check_asked.connect(self.check_requested)
        self._sidebar.due_asked.connect(self._show_due)
        self._overview.template_chosen.connect(self._begin_new)
        self._overview.gallery_asked.connect(self._show_gallery)
        self.templates.found.connect(self.show_templates)
        self.templates.changed.connect(self.show_gallery)
        self.templates.chosen.connect(self._begin_new)
        self.templates.edit_requested.connect(self.edit_requested)
        self.templates.told.connect(lambda sentence: self._tell("green", sentence))
        self.templates.failed.connect(self.tell)
        self.templates.closed.connect(self._show_overview)
        self._overview.opened.connect(self._open)
        self._overview.erase_asked.connect(self._ask_to_erase)
        self._reader.progressed.connect(self._show_index)
        self.safekeeping.said.connect(self._sidebar.show_backups)
        self.safekeeping.failed.connect(self.tell)
        self._sidebar.backups_asked.connect(self.safekeeping.show)
        for sequence, act in (
            ("Ctrl+N", self._begin_new),
            ("Ctrl+O", self._choose_file),
            ("Ctrl+F", self._search),
            ("F3", self.check_requested.emit),
            (keys("home-backups")[0], self.safekeeping.show),
            (keys("home-erase-due")[0], self._ask_to_erase_due),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _lay_out(self) -> None:
        margins = QVBoxLayout()
        margins.setContentsMargins(8 * STEP, 6 * STEP, 8 * STEP, 6 * STEP)
        margins.addWidget(self._pages)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self._sidebar)
        side_by_side.addLayout(margins, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(side_by_side, 1)
