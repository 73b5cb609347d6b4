"""The wrap-up: see what is missing, write the summary, read the pages, save them and hand them to the mail program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workshop_app.desktop.actions import Where, keys
from workshop_app.desktop.background import Background
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.key_overview import KeyOverview
from workshop_app.desktop.page import Page
from workshop_app.desktop.questions import Ask, ask
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.widgets.scrolled import scrolled
from workshop_app.desktop.widgets.surface import rule
from workshop_app.desktop.wrapup import controls, words
from workshop_app.desktop.wrapup.controls import FooterBar, TopBar
from workshop_app.desktop.wrapup.delivery import HandOver, Version
from workshop_app.desktop.wrapup.files_panel import FilesPanel
from workshop_app.desktop.wrapup.mail_panel import MailPanel
from workshop_app.desktop.wrapup.minutes_panel import MinutesPanel
from workshop_app.desktop.wrapup.outbox import Outbox, Ways
from workshop_app.desktop.wrapup.pages import Pages
from workshop_app.desktop.wrapup.proof import Proof
from workshop_app.desktop.wrapup.results import Result
from workshop_app.facilitation.desk import Change
from workshop_app.i18n import Language
from workshop_app.mail.handover import Handover, hand_over, show_in_folder
from workshop_app.minutes.build import MinutesOptions
from workshop_app.minutes.wording import round_name
from workshop_app.model.values import MinutesStatus

LEFT_EMS = 29.2
"""Width of the left column, in sizes of the font."""


class WrapUpWindow(Page):
    """After the session: mend, read, save, mail.

    Signals: `back_requested()` to the console, `home_requested()` to the overview of sessions, `folder_chosen(Path)`
    when the minutes go to another folder from now on, `laid_out(int)` with the number of pages when they were made.
    """

    back_requested = Signal()
    home_requested = Signal()
    folder_chosen = Signal(Path)
    laid_out = Signal(int)

    def __init__(
        self,
        bridge: Bridge,
        output_folder: Path,
        hand_over: HandOver = hand_over,
        show_in_folder: Callable[[Path], Handover] = show_in_folder,
        ask: Ask = ask,
    ) -> None:
        """The minutes are in the workshop's language and go to `output_folder`, which is made when it is needed."""
        super().__init__()
        self._bridge, self._language = bridge, Language.load()
        self._background, self._stop = Background(self), 0
        self._top, self._footer, self._banner = TopBar(bridge.language), FooterBar(bridge.language), Banner()
        self.minutes = MinutesPanel(bridge, ask)
        kinds = words.kinds_of_files(bridge.language)
        self.files = FilesPanel(kinds, bridge.language)
        self.mail = MailPanel(bridge, self._version, kinds)
        self.pages = Pages(bridge.language)
        self._proof = Proof(self.pages, self._background, self._version, self)
        ways = Ways(hand_over, show_in_folder)
        self._outbox = Outbox(
            self._footer, self._banner, self._background, self._version, output_folder, ways, bridge.language, self
        )
        self._lay_out()
        self._connect()
        self._connect_keys()

    def keep(self) -> bool:
        """Save what is typed, and say whether that worked."""
        kept = [self.minutes.flush(), self.mail.flush()]
        return all(kept)

    def take_focus(self) -> None:
        """Begin at what is missing."""
        self._turn(self.minutes)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the workshop as it is now, and begin at what is missing."""
        super().showEvent(event)
        self.minutes.checks.arrange()
        self._refresh()
        self.take_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the panel that is shown."""
        super().focusInEvent(event)
        self._panel.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed; nobody looks at the pages now."""
        self.keep()
        self._proof.call_off()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed, and end what is being made."""
        self.keep()
        self._proof.call_off()
        self._outbox.stop()
        self._background.stop()
        self._outbox.tell_made()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when no field wants it, stops what is being made, else goes back to the minutes."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._outbox.is_busy:
            self._outbox.stop()
        elif self._panel is not self.minutes:
            self._turn(self.minutes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is missing its width, and the pages what is left: a good third at least."""
        super().resizeEvent(event)
        self._left.setFixedWidth(round(min(LEFT_EMS * self.fontInfo().pixelSize(), self.width() * 0.62)))

    def _refresh(self, change: Change | None = None) -> None:
        if not self.isVisible():
            return
        self._top.show_title(self._bridge.view.info.title)
        self._top.show_saved(self._bridge.saved_at, change)
        self.minutes.refresh()
        if self._panel is self.mail:
            self.mail.refresh()
        self._proof.renew()

    def _version(self) -> Version:
        view, now = self._bridge.view, self._bridge.desk.now().astimezone()
        final = view.info.minutes_status is MinutesStatus.FINAL
        return Version(view, MinutesOptions(now, final, self.minutes.version.edition), self._language)

    @property
    def _panel(self) -> MinutesPanel | FilesPanel | MailPanel:
        return self._panels[self._left.currentIndex()]

    def _turn(self, panel: MinutesPanel | FilesPanel | MailPanel) -> None:
        """Show a panel on the left, and give it the keyboard."""
        self._left.setCurrentIndex(self._panels.index(panel))
        if panel is self.mail:
            self.mail.refresh()
        panel.take_focus()

    def _answer(self, asked: str) -> None:
        """What the buttons below ask for; what is typed is saved first, so that it is in it."""
        self.keep()
        match asked:
            case controls.SAVE:
                self._outbox.save()
            case controls.FILES:
                self._turn(self.files)
            case controls.MAIL:
                self._turn(self.mail)
            case controls.FOLDER:
                self._outbox.show_folder()
            case controls.STOP:
                self._outbox.stop()

    def _next_part(self) -> None:
        """From part to part of the page: what is missing, the summary, what goes in, the pages."""
        stops = [*self._panel.stops(), self.pages.setFocus]
        self._stop = (self._stop + 1) % len(stops)
        stops[self._stop]()

    def _tell_mistake(self, sentence: str) -> None:
        """Something was not saved while this page was in front; '' when it is in the end."""
        if self.isVisible() and sentence:
            self._outbox.tell(Result("red", sentence))
        elif self.isVisible():
            self._banner.dismiss()

    def _tell_refusal(self, sentence: str) -> None:
        if self.isVisible():
            self._outbox.tell(Result("amber", sentence))

    def _leave(self, to: str) -> None:
        self.keep()
        (self.back_requested if to == "console" else self.home_requested).emit()

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.changed.connect(self._refresh)
        bridge.failed.connect(self._tell_mistake)
        bridge.refused.connect(self._tell_refusal)
        bridge.late.connect(self._tell_mistake)
        bridge.noticed.connect(lambda level, sentence: self._outbox.tell(Result(level, sentence)))
        self._top.back_asked.connect(lambda: self._leave("console"))
        self._top.home_asked.connect(lambda: self._leave("home"))
        self._footer.asked.connect(self._answer)
        self._outbox.made.connect(self._bridge.made)
        QApplication.instance().focusChanged.connect(self._follow_keyboard)  # type: ignore[union-attr]
        self._outbox.folder_chosen.connect(self.folder_chosen)
        # The pages wait: one thread makes them and the files.
        self._outbox.began.connect(self._proof.call_off)
        self._outbox.ended.connect(self._proof.renew)
        self.files.asked.connect(self._outbox.write)
        self.files.folder_asked.connect(self._outbox.choose_folder)
        self.mail.asked.connect(self._mail)
        self.mail.told.connect(self._outbox.tell)
        for panel in (self.files, self.mail):
            panel.left.connect(self.take_focus)
        self.minutes.version.changed.connect(self._proof.renew)
        self.minutes.content.looked_at.connect(self._show_round)
        self._proof.laid_out.connect(self._footer.show_pages)
        self._proof.laid_out.connect(self.laid_out)
        self._proof.progressed.connect(self._footer.show_making)
        self._proof.proposed.connect(self.minutes.summary.offer)
        self._proof.failed.connect(self._outbox.fail)

    def _show_round(self, round_id: str) -> None:
        """Have the pages follow who goes through the rounds."""
        view = self._bridge.view
        known = view.round(round_id)
        if known:
            self.pages.go_to(f"{round_name(known, view, self._language)}:")

    def _mail(self, kinds: tuple[str, ...], apart: bool) -> None:
        self.keep()
        self._outbox.mail(kinds, apart)

    def _connect_keys(self) -> None:
        answers: dict[str, Callable[[], object]] = {
            **{f"wrapup-{key}": button.click for key, button in self._footer.buttons.items()},
            "wrapup-next": self.take_focus,
            "wrapup-proposal": self.minutes.summary.propose,
            "wrapup-part": self._next_part,
            "wrapup-page-on": lambda: self.pages.turn(1),
            "wrapup-page-back": lambda: self.pages.turn(-1),
            "wrapup-larger": lambda: self.pages.zoom(larger=True),
            "wrapup-smaller": lambda: self.pages.zoom(larger=False),
            "undo": self._bridge.undo,
            "redo": self._bridge.redo,
            "help": lambda: KeyOverview(self._bridge.language, self, [Where.WRAP_UP]).show(),
        }
        for action, act in answers.items():
            for sequence in keys(action):
                QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _lay_out(self) -> None:
        self._panels = (self.minutes, self.files, self.mail)
        self._left = QStackedWidget()
        for panel in self._panels:
            area = scrolled(panel, sideways=False)
            # What is new gets its height in steps, and pushes the keyboard out of sight.
            area.verticalScrollBar().rangeChanged.connect(self._follow_keyboard)
            self._left.addWidget(area)
        self.minutes.checks.opened.connect(self._bring_into_sight)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self._left)
        side_by_side.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._banner)
        column.addLayout(side_by_side, 1)
        column.addWidget(rule())
        column.addWidget(self._footer)

    def _follow_keyboard(self, *_: object) -> None:
        """An area that scrolls follows Tab by itself, but not who gives the keyboard to a part of it."""
        focus = QApplication.focusWidget()
        if focus:
            self._bring_into_sight(focus)

    def _bring_into_sight(self, part: QWidget) -> None:
        area = self._left.currentWidget()
        if isinstance(area, QScrollArea) and area.isAncestorOf(part):
            # Its place is known only after the layout has seen it.
            QTimer.singleShot(0, part, lambda: _show_whole(part, area))


def _show_whole(part: QWidget, area: QScrollArea) -> None:
    """Scroll until the end of a part is in sight, then its top; Qt itself is content with its cursor or current row."""
    ground = area.widget()
    if ground is None:
        return
    top = part.mapTo(ground, QPoint()).y()
    for height in (top + part.height(), top):
        area.ensureVisible(0, height, 0, STEP)
