"""The wrap-up: see what is missing, write the summary, read the pages, save them and hand them to the mail program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from workshop_app.desktop.background import Background
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.page import Page
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.scrolled import scrolled
from workshop_app.desktop.widgets.surface import Surface, rule
from workshop_app.desktop.wrapup.checks import Checks
from workshop_app.desktop.wrapup.controls import FooterBar, TopBar
from workshop_app.desktop.wrapup.delivery import Edition, HandOver
from workshop_app.desktop.wrapup.outbox import Outbox, Ways
from workshop_app.desktop.wrapup.pages import Pages
from workshop_app.desktop.wrapup.proof import Proof
from workshop_app.desktop.wrapup.results import Result
from workshop_app.desktop.wrapup.summary_field import SummaryField
from workshop_app.desktop.wrapup.version_choice import VersionChoice
from workshop_app.i18n import Language
from workshop_app.mail.handover import Handover, hand_over, show_in_folder
from workshop_app.minutes.build import MinutesOptions
from workshop_app.model.values import MinutesStatus

LEFT_EMS = 28.7
"""Width of the left column, in sizes of the font."""


class WrapUpWindow(Page):
    """After the session: mend, read, save, mail.

    Signals: `back_requested()` to the console, `home_requested()` to the overview of sessions, `folder_chosen(Path)`
    when the minutes go to another folder from now on.
    """

    back_requested = Signal()
    home_requested = Signal()
    folder_chosen = Signal(Path)

    def __init__(
        self,
        bridge: Bridge,
        output_folder: Path,
        hand_over: HandOver = hand_over,
        show_in_folder: Callable[[Path], Handover] = show_in_folder,
    ) -> None:
        """The minutes are in the workshop's language and go to `output_folder`, which is made when it is needed."""
        super().__init__()
        self._bridge, self._language = bridge, Language.load()
        self._background = Background(self)
        self._top, self._footer, self._banner = TopBar(bridge.language), FooterBar(bridge.language), Banner()
        self.checks = Checks(bridge)
        self.summary = SummaryField(bridge, self._language)
        self.version = VersionChoice(bridge)
        self.pages = Pages(bridge.language)
        self._proof = Proof(self.pages, self._background, self._edition, self)
        self._outbox = Outbox(
            self._footer,
            self._banner,
            self._background,
            self._edition,
            output_folder,
            Ways(hand_over, show_in_folder),
            bridge.language,
            self,
        )
        self._lay_out()
        self._connect()

    def keep(self) -> bool:
        """Save what is typed of the summary, and say whether that worked."""
        return self.summary.flush()

    def take_focus(self) -> None:
        """Begin at what is missing."""
        self.checks.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the workshop as it is now, and begin at what is missing."""
        super().showEvent(event)
        self.checks.arrange()
        self._refresh()
        self.checks.take_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to what is missing."""
        super().focusInEvent(event)
        self.checks.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed."""
        self.keep()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed, and end what is being made."""
        self.keep()
        self._background.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is missing its width, and the pages what is left: a good third at least."""
        super().resizeEvent(event)
        self._left.setFixedWidth(round(min(LEFT_EMS * self.fontInfo().pixelSize(), self.width() * 0.62)))

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        self._top.show_title(self._bridge.view.info.title)
        self._top.show_saved(self._bridge.saved_at)
        self.checks.refresh()
        self.summary.refresh()
        self.version.refresh()
        self._proof.renew()

    def _edition(self) -> Edition:
        self.keep()
        view, now = self._bridge.view, self._bridge.desk.now().astimezone()
        final = view.info.minutes_status is MinutesStatus.FINAL
        return Edition(view, MinutesOptions(now, final, self.version.edition), self._language)

    def _tell_mistake(self, sentence: str) -> None:
        """Something was not saved while this page was in front."""
        if self.isVisible():
            self._outbox.tell(Result("red", sentence))

    def _leave(self, to: str) -> None:
        self.keep()
        (self.back_requested if to == "console" else self.home_requested).emit()

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.changed.connect(self._refresh)
        bridge.failed.connect(self._tell_mistake)
        bridge.noticed.connect(lambda level, sentence: self._outbox.tell(Result(level, sentence)))
        self._top.back_asked.connect(lambda: self._leave("console"))
        self._top.home_asked.connect(lambda: self._leave("home"))
        self._outbox.folder_chosen.connect(self.folder_chosen)
        self.version.changed.connect(self._proof.renew)
        self.checks.finished.connect(lambda: self.summary.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self._proof.laid_out.connect(self._footer.show_pages)
        self._proof.failed.connect(self._outbox.fail)
        for keys, larger in (("Ctrl++", True), ("Ctrl+=", True), ("Ctrl+-", False)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda larger=larger: self.pages.zoom(larger))
        for standard, travel in (
            (QKeySequence.StandardKey.Undo, bridge.undo),
            (QKeySequence.StandardKey.Redo, bridge.redo),
        ):
            QShortcut(QKeySequence(standard), self).activated.connect(travel)

    def _lay_out(self) -> None:
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(0)
        self._left = self._make_left()
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

    def _make_left(self) -> QScrollArea:
        _ = self._bridge.language.gettext
        inner = Surface("white")
        column = QVBoxLayout(inner)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(10)
        column.addWidget(TextLabel(_("Ready for the minutes?"), "heading"))
        column.addWidget(self.checks)
        column.addSpacing(12)
        column.addWidget(TextLabel(_("Summary"), "small-strong", "muted"))
        column.addWidget(self.summary)
        column.addSpacing(8)
        column.addWidget(self.version)
        column.addStretch(1)
        area = scrolled(inner, sideways=False)
        # Its place is known only after the layout has seen it.
        self.checks.opened.connect(lambda form: QTimer.singleShot(0, form, lambda: area.ensureWidgetVisible(form)))
        return area
