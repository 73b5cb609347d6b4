"""Where the parts of the console stand, how they share the width, and where the keyboard goes between them."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.capture_bar import CaptureBar
from workshop_app.desktop.console.centre import Centre
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.rail import Rail
from workshop_app.desktop.console.side import SidePanel
from workshop_app.desktop.console.strip import Strip
from workshop_app.desktop.console.top_bar import TopBar
from workshop_app.desktop.key_overview import KeyOverview
from workshop_app.desktop.page import Page
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.announce import announce
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.facilitation import schedule


class ConsoleFrame(Page):
    """The parts of the console in their places; what is asked of them is up to the window. No signals of its own."""

    def __init__(self, bridge: Bridge, room_picture: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, surface="paper")
        self.top_bar = TopBar(bridge.language)
        self.banner = Banner()
        self.rail = Rail(bridge.language)
        self.centre = Centre(bridge)
        self.side = SidePanel(bridge.language, room_picture)
        self.strip = Strip(bridge.language)
        self._picture = room_picture
        self.capture = CaptureBar(bridge)
        self._overview: KeyOverview | None = None
        self._language = bridge.language
        self._arrange()

    def _arrange(self) -> None:
        middle = self._middle = QHBoxLayout()
        middle.setSpacing(0)
        for part, stretch in ((self.rail, 0), (self.centre, 1), (self.side, 0)):
            middle.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        column.addWidget(self.capture)
        # From the capture line Tab goes through its own parts, then on from the top of the window.
        for one, other in (
            (self.capture.editor, self.capture.author),
            (self.capture.author, self.capture.verbatim),
            (self.capture.verbatim, self.capture.in_minutes),
            (self.capture.in_minutes, self.capture.button),
        ):
            QWidget.setTabOrder(one, other)

    @property
    def presenting(self) -> bool:
        """Whether the room's picture fills the window above a strip."""
        return not self.strip.isHidden()

    def fold(self, on: bool) -> None:
        """Let the room's picture fill the window above a strip, or put it back among the other parts."""
        for part in (self.top_bar, self.rail, self.centre, self.side):
            part.setHidden(on)
        self.strip.setVisible(on)
        if on:
            self._middle.addWidget(self._picture, 1)
        else:
            self.side.take_back(self._picture)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the capture line, where it is at rest."""
        self.capture.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_next_part(self) -> None:
        """Let the keyboard go round: capture line, panel, script, notes, who was not heard."""
        ahead = [part for part in (self.side.notes, self.side.heard.list) if part.isVisible()]
        if self.centre.isAncestorOf(self.focusWidget()):
            self.rail.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.rail.isAncestorOf(self.focusWidget()) and ahead:
            self.side.go_to(ahead[0])
        elif self.focusWidget() in ahead[:-1]:
            self.side.go_to(ahead[-1])
        elif self.capture.isAncestorOf(self.focusWidget()):
            self.centre.take_focus()
        else:
            self.capture.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def toggle_key_overview(self) -> None:
        """Show all keys, or put them away."""
        if self._overview is None:
            self._overview = KeyOverview(self._language, self)
        self._overview.setVisible(not self._overview.isVisible())

    def tell(self, words: str) -> None:
        """Say something where the last captures stand, to a screen reader too."""
        self.capture.tell(words)
        announce(self.capture, words)

    def show_time(self, here: Here, now: datetime, elapsed: schedule.Elapsed) -> None:
        """Let clocks and times follow."""
        end = schedule.expected_end(here.view, now, elapsed)
        self.top_bar.show_time(now, end, schedule.minutes_behind(here.view, now, elapsed))
        self.rail.show_here(here, elapsed)
        self.side.show_next(here, now, elapsed)
        self.strip.show_time(here, now, elapsed)
        self.centre.show_time(now, elapsed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give rail and side their width, and the panel what is left."""
        super().resizeEvent(event)
        em, width = self.font().pixelSize(), self.width()
        self.rail.setFixedWidth(min(round(em * 18), round(width * 0.22)))
        self.side.setFixedWidth(min(round(em * 22.4), round(width * 0.28)))
