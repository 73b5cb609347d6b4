"""Preparing a session: its script, its people, its agreements. Everything is saved while it is typed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workshop_app.desktop.actions import Where, key_hint
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.key_overview import KeyOverview
from workshop_app.desktop.page import Page
from workshop_app.desktop.prepare.editing_keys import add_editing_keys
from workshop_app.desktop.prepare.following_up import FollowUpButton
from workshop_app.desktop.prepare.head_form import HeadForm
from workshop_app.desktop.prepare.people_page import PeoplePage
from workshop_app.desktop.prepare.printing import Printing
from workshop_app.desktop.prepare.script_page import ScriptPage
from workshop_app.desktop.prepare.style_page import StylePage
from workshop_app.desktop.prepare.template_saver import TemplateSaver
from workshop_app.desktop.prepare.top_bar import TopBar
from workshop_app.desktop.questions import Ask, ask
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.banner import Banner, Level
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.scrolled import scrolled
from workshop_app.desktop.widgets.surface import Surface, rule
from workshop_app.facilitation.desk import Change
from workshop_app.facilitation.own_templates import OwnTemplates
from workshop_app.facilitation.preparing import edit_workshop
from workshop_app.model.values import WorkshopState

_SCRIPT, _PEOPLE, _STYLE, _HEAD = range(4)
_EDITORS = (QLineEdit, QPlainTextEdit, QSpinBox, QDateTimeEdit, QComboBox)


class PrepareWindow(Page):
    """Prepare a session, also while it is running.

    Signals: `start_requested()` to go to the room, `home_requested()` to leave. Before either, and before the session
    is closed in another way, `keep` has saved what was typed last. `check_requested()` for the room check,
    `forget_asked(str)` with the id of a person who wants to be forgotten throughout.
    """

    start_requested = Signal()
    check_requested = Signal()
    home_requested = Signal()
    forget_asked = Signal(str)

    def __init__(
        self, bridge: Bridge, ask: Ask = ask, own: OwnTemplates | None = None, parent: QWidget | None = None
    ) -> None:
        """`own` is where the script can be saved as a template."""
        super().__init__(parent)
        self._bridge = bridge
        self._language = bridge.language
        _ = self._language.gettext
        self._bar = TopBar((_("Script"), _("Participants"), _("House style"), _("Agreements")), self._language)
        self._banner = Banner()
        self._script, self._people = ScriptPage(bridge, ask), PeoplePage(bridge)
        self._style, self._head = StylePage(bridge), HeadForm(self._language)
        self._pages = QStackedWidget()
        self._add = QPushButton(_("+ Round  Ctrl+R"))
        self._keep_script = QPushButton(_("Save as template  Ctrl+T"))
        if own is None:
            self._keep_script.hide()
        self._saver = TemplateSaver(bridge, own, self) if own else None
        self._paper = QPushButton(_("Print…  Ctrl+P"))
        self._paper.setToolTip(_("Name signs, ballots, cards"))
        check = _("Room check")
        self._check = QPushButton(f"{check}  {key_hint('room-check')}")
        self._start = QPushButton()
        self._leave = QPushButton(_("All sessions  Ctrl+W"))
        mark(self._start, kind="primary")
        self._follow_up = FollowUpButton(bridge)
        self._printing = Printing(bridge, self._paper, self._banner, self)
        self._lay_out()
        self._connect()
        self._show_view()
        self._bar.show_saved(bridge.saved_at)

    def keep(self) -> bool:
        """Save what was typed last, and say whether that worked."""
        self._head.flush()
        self._style.flush()
        return self._script.flush()

    def take_focus(self) -> None:
        """Begin at what the page is about."""
        page = self._pages.currentIndex()
        (self._script, self._people, self._style, self._head)[page].take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what is being made."""
        self._printing.stop()
        super().closeEvent(event)

    def _start_session(self) -> None:
        if self.keep():
            self.start_requested.emit()

    def _go_home(self) -> None:
        if self.keep():
            self.home_requested.emit()

    def _escape(self) -> None:
        # What is being edited ends first.
        if isinstance(QApplication.focusWidget(), _EDITORS):
            self.take_focus()
        else:
            self._go_home()

    def _save_as_template(self) -> None:
        if self._saver and self.keep():
            self._saver.ask()

    def _show_keys(self) -> None:
        overview = KeyOverview(self._language, self, [Where.PREPARE])
        overview.finished.connect(overview.deleteLater)
        overview.open()

    def _tell_saved(self, sentence: str) -> None:
        self._banner.tell("green", sentence, {"close": self._language.gettext("Close")})

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._add.setVisible(page == _SCRIPT)
        self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the session as it is now: while another page is in front, nothing is shown here."""
        super().showEvent(event)
        self._show_view()

    def _refresh(self, change: Change) -> None:
        if self.isVisible():
            self._show_view()
            self._bar.show_travel(change)

    def _show_view(self) -> None:
        _ = self._language.gettext
        view = self._bridge.view
        self._bar.show_title(view.info.title)
        self._bar.name_page(_PEOPLE, _("Participants · {n}").format(n=len(view.participants)))
        self._script.show_view(view)
        self._people.show_view(view)
        self._style.show_view(view)
        self._head.show_head(view.info)
        self._follow_up.show_view(view)
        prepared = view.info.state is WorkshopState.PREPARED
        self._start.setText(_("Start the session  F5") if prepared else _("Back to the room  F5"))

    def _fail(self, sentence: str) -> None:
        self._bar.show_unsaved()
        self._banner.tell("red", sentence, {"close": self._language.gettext("Close")})

    def _be_late(self, sentence: str) -> None:
        if sentence:
            self._fail(sentence)
        else:
            self._save(self._bridge.saved_at)

    def _warn(self, sentence: str) -> None:
        self._tell("amber", sentence)

    def _tell(self, level: Level, sentence: str) -> None:
        self._banner.tell(level, sentence, {"close": self._language.gettext("Close")})

    def _save(self, moment: datetime) -> None:
        self._bar.show_saved(moment)
        self._banner.dismiss()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._refresh)
        self._bridge.saved.connect(self._save)
        self._bridge.failed.connect(self._fail)
        self._bridge.refused.connect(self._warn)
        self._bridge.late.connect(self._be_late)
        self._banner.chosen.connect(self._banner.dismiss)
        self._people.failed.connect(self._warn)
        self._people.forget_asked.connect(self.forget_asked)
        self._style.failed.connect(self._warn)
        self._bridge.noticed.connect(self._tell)
        self._head.edited.connect(lambda name, value: self._bridge.attempt(edit_workshop, **{name: value}))
        self._bar.turned.connect(self._turn)
        self._start.clicked.connect(self._start_session)
        self._check.clicked.connect(self.check_requested)
        self._leave.clicked.connect(self._go_home)
        self._add.clicked.connect(self._script.add)
        self._keep_script.clicked.connect(self._save_as_template)
        if self._saver:
            self._saver.saved.connect(self._tell_saved)
            self._saver.failed.connect(self._warn)
        own: dict[str, Callable[[], object]] = {
            "F3": self.check_requested.emit,
            "F5": self._start_session,
            "Ctrl+W": self._go_home,
            "Esc": self._escape,
            "F1": self._show_keys,
            "Ctrl+T": self._save_as_template,
            "Ctrl+O": self._follow_up.ask,
            "Ctrl+P": self._printing.offer,
        }
        add_editing_keys(self, self._bridge, self._bar, self._script, own)

    def _lay_out(self) -> None:
        ground = Surface("clear")
        margins = QVBoxLayout(ground)
        margins.setContentsMargins(7 * STEP, 6 * STEP, 7 * STEP, 4 * STEP)
        margins.addWidget(self._head)
        for page in (self._script, self._people, self._style, scrolled(ground)):
            self._pages.addWidget(page)
        foot = Surface("white")
        row = QHBoxLayout(foot)
        row.setContentsMargins(7 * STEP, 2 * STEP, 7 * STEP, 2 * STEP)
        row.setSpacing(3 * STEP)
        # With large letters they stand on two lines.
        make, go = FlowLayout(3 * STEP), FlowLayout(3 * STEP, at_end=True)
        for button in (self._add, self._keep_script, self._follow_up, self._paper):
            make.addWidget(button)
        for button in (self._leave, self._check, self._start):
            go.addWidget(button)
        row.addLayout(make, 3)
        row.addLayout(go, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self._bar, 0), (self._banner, 0), (self._pages, 1), (rule(), 0), (foot, 0)):
            column.addWidget(part, stretch)
