"""The middle of the console: the question of the round, and the panel that its mechanic asks for."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.console.edge_panel import EdgePanel
from workshop_app.desktop.console.grid_panel import GridPanel
from workshop_app.desktop.console.groups_panel import GroupsPanel
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.matrix_panel import MatrixPanel
from workshop_app.desktop.console.outcomes_panel import OutcomesPanel
from workshop_app.desktop.console.pause_panel import PausePanel
from workshop_app.desktop.console.photos import PhotoStrip
from workshop_app.desktop.console.presence_panel import PresencePanel
from workshop_app.desktop.console.prompts_panel import PromptsPanel
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import SectionLabel, TextLabel
from workshop_app.desktop.widgets.scrolled import scrolled
from workshop_app.facilitation import schedule, script
from workshop_app.rounds.catalogue import PAUSE
from workshop_app.rounds.kind import Scene

_GROUPS = (Scene.TABLES, Scene.TASK, Scene.HARVEST)
_OUTCOMES = (Scene.DECISIONS, Scene.ACTIONS)
_LOW = 24
"""The height in ems below which there is room for little more than the panel."""


class Centre(QWidget):
    """Shows the round where the beamer is, or who is present.

    Signals: `counting_requested` to change how the round is counted; of the panels with answers `subject_changed` when
    captures go elsewhere, `place_requested(Place)` to go there, `correction_requested` for what was captured.
    """

    counting_requested = Signal()
    subject_changed = Signal()
    place_requested = Signal(object)
    correction_requested = Signal(str, object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = bridge.language
        self.prompts = PromptsPanel(bridge)
        self.grid = GridPanel(bridge)
        self.matrix = MatrixPanel(bridge)
        self.groups = GroupsPanel(bridge)
        self.outcomes = OutcomesPanel(bridge)
        self.pause = PausePanel(bridge)
        self.edge = EdgePanel(bridge.language)
        self.presence = PresencePanel(bridge)
        self.photos = PhotoStrip(bridge)
        self._kicker = SectionLabel("")
        mark(self._kicker, tone="accent")
        self._question = TextLabel("", "title", wraps=True)
        self.counting = QPushButton()
        mark(self.counting, kind="plain")
        self.counting.setToolTip(key_hint("counting"))
        self.counting.clicked.connect(self.counting_requested)
        self._step = TextLabel("", "lead", "muted", wraps=True)
        self._stack = QStackedWidget()
        self._pages: dict[QWidget, QWidget] = {panel: panel for panel in (self.prompts, self.groups)}
        self._pages |= {self.outcomes: self.outcomes}
        self._pages |= {
            panel: scrolled(panel) for panel in (self.grid, self.matrix, self.pause, self.edge, self.presence)
        }
        for panel, page in self._pages.items():
            if page is not panel:
                mark(panel, surface="clear")
            self._stack.addWidget(page)
        self._panel: QWidget = self.edge
        self._here = Here.of(bridge.view)
        self._covered = False
        for answered in (self.prompts, self.groups):
            answered.place_requested.connect(self.place_requested)
            answered.correction_requested.connect(self.correction_requested)
        for opened in (self.prompts, self.grid, self.groups):
            opened.subject_changed.connect(self.subject_changed)
        self._arrange()

    def _arrange(self) -> None:
        em = self.font().pixelSize()
        column = QVBoxLayout(self)
        column.setContentsMargins(round(em * 1.9), round(em * 1.4), round(em * 1.9), round(em * 0.5))
        column.setSpacing(round(em * 0.2))
        column.addWidget(self._kicker)
        column.addWidget(self._question)
        about = QHBoxLayout()
        about.setSpacing(round(em * 0.4))
        about.addWidget(self.counting, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self._step, 1)
        column.addLayout(about)
        column.addSpacing(round(em * 0.8))
        column.addWidget(self._stack, 1)
        column.addWidget(self.photos)

    def show_here(self, here: Here, veiled: bool) -> None:
        """Show the place where the beamer is."""
        # As it was at the place before: there the outcomes may have been the panel itself.
        covered = self.outcomes_cover
        if here.place != self._here.place:
            self._covered = False
        self._here = here
        self.photos.show_here(here)
        self._panel = self._panel_for(here)
        if self._panel is self.prompts:
            self.prompts.show_here(here, veiled)
        elif self._panel is self.grid:
            self.grid.show_here(here, veiled)
        elif self._panel is self.matrix:
            self.matrix.show_here(here, veiled)
        elif self._panel is self.groups:
            self.groups.show_here(here, veiled)
        elif self._panel is self.outcomes:
            self.outcomes.show_here(here)
        elif self._panel is self.pause:
            self.pause.show_here(here)
        else:
            self.edge.show_here(here)
        if self.presence_is_open:
            self.presence.refresh()
        elif covered:
            self.outcomes.show_here(here)
        else:
            self._stack.setCurrentWidget(self._pages[self._panel])
        self._show_head()

    def show_time(self, now: datetime, elapsed: schedule.Elapsed) -> None:
        """Count down where a panel does so."""
        if self._panel is self.pause:
            self.pause.show_time(now, elapsed)
        elif self._panel is self.groups:
            self.groups.show_time(now)

    @property
    def presence_is_open(self) -> bool:
        """Whether the list of people covers the panel of the round."""
        return self._stack.currentWidget() is self._pages[self.presence]

    def open_presence(self) -> None:
        """Show who is present, and take the keyboard."""
        self.presence.refresh()
        self._stack.setCurrentWidget(self._pages[self.presence])
        self._show_head()
        self.presence.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def outcomes_cover(self) -> bool:
        """Whether decisions, actions and what is parked cover the panel of the round."""
        return self._covered and self._stack.currentWidget() is self._pages[self.outcomes]

    def open_outcomes(self) -> None:
        """Show what was decided, agreed and parked, and take the keyboard."""
        self._covered = True
        self.outcomes.show_here(self._here)
        self._stack.setCurrentWidget(self._pages[self.outcomes])
        self._show_head()
        self.take_focus()

    def close_presence(self) -> None:
        """Show the panel of the round again."""
        self._covered = False
        self._stack.setCurrentWidget(self._pages[self._panel])
        self._show_head()

    @property
    def subject(self) -> str | None:
        """The prompt, or the small group, that is opened up in the panel; what is captured belongs to it."""
        panel = self._panel
        return panel.subject if isinstance(panel, PromptsPanel | GridPanel | MatrixPanel | GroupsPanel) else None

    def take_typed(self) -> None:
        """Take over what is half typed in a panel."""
        self.prompts.take_typed()
        self.groups.take_typed()

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        shown = self.presence if self.presence_is_open else self.outcomes if self.outcomes_cover else self._panel
        if shown is not self.outcomes or not self.outcomes.take_focus():
            shown.setFocus(Qt.FocusReason.TabFocusReason)

    def _panel_for(self, here: Here) -> QWidget:
        if here.kind is None or here.step is None:
            return self.edge
        if here.kind is PAUSE:
            return self.pause
        if here.step.scene is Scene.GRID:
            return self.grid
        if here.step.scene is Scene.MATRIX:
            return self.matrix
        if here.step.scene in _GROUPS:
            return self.groups
        return self.outcomes if here.step.scene in _OUTCOMES else self.prompts

    def _show_head(self) -> None:
        _ = self._language.gettext
        here, known = self._here, self._here.round
        if self.presence_is_open:
            kicker, question, step, counted = _("Present"), _("Who is present?"), "", ""
        elif known is None:
            names = {script.WELCOME: _("Welcome"), script.AGENDA: _("Agenda"), script.THANKS: _("Thanks")}
            kicker, question, step, counted = names[here.place], here.view.info.title, "", ""
        else:
            kicker = words.round_name(here.view, known, self._language)
            question, step = known.question or known.title, self._step_words(here)
            counted = words.counting(known, self._language)
        self._kicker.setText(kicker.upper())
        self._kicker.setAccessibleName(kicker)
        for label, text in ((self._question, question), (self._step, step)):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text) and not (label is self._step and self._is_low))
        self.counting.setText(counted)
        self.counting.setAccessibleDescription(key_hint("counting"))
        self.counting.setVisible(bool(counted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the step out where its lines would take the place of the rows of the panel."""
        super().resizeEvent(event)
        self._step.setVisible(bool(self._step.text()) and not self._is_low)

    @property
    def _is_low(self) -> bool:
        return self.height() < _LOW * self.font().pixelSize()

    def _step_words(self, here: Here) -> str:
        steps = script.steps_of(here.round) if here.round else ()
        if here.step not in steps or len(steps) < 2:
            return ""
        text = self._language.gettext("step {n} of {total}: {label}")
        label = self._language.gettext(here.step.label)
        return "·  " + text.format(n=steps.index(here.step) + 1, total=len(steps), label=label)
