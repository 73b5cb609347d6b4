"""The left column of the wrap-up: what is missing, the summary, for whom, what goes in, how far it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.questions import Ask
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.desktop.wrapup.checks import Checks
from workshop_app.desktop.wrapup.content import Content
from workshop_app.desktop.wrapup.status_choice import StatusChoice
from workshop_app.desktop.wrapup.summary_field import SummaryField
from workshop_app.desktop.wrapup.version_choice import VersionChoice


class MinutesPanel(Surface):
    """Everything about the minutes themselves. No signals of its own."""

    def __init__(self, bridge: Bridge, ask: Ask) -> None:
        super().__init__("white")
        _ = bridge.language.gettext
        self.checks = Checks(bridge)
        self.summary = SummaryField(bridge, ask)
        self.version = VersionChoice(bridge)
        self.content = Content(bridge, self)
        self.status = StatusChoice(bridge)
        self.checks.finished.connect(self._go_on_to_summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(10)
        column.addWidget(TextLabel(_("Ready for the minutes?"), "heading"))
        column.addWidget(self.checks)
        column.addSpacing(8)
        column.addWidget(TextLabel(_("Summary"), "small-strong", "muted"))
        column.addWidget(self.summary)
        column.addSpacing(4)
        column.addWidget(self.version)
        column.addSpacing(4)
        column.addWidget(TextLabel(_("In the minutes"), "small-strong", "muted"))
        column.addWidget(self.content)
        column.addSpacing(4)
        column.addWidget(self.status)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what the file holds."""
        for part in (self.checks, self.summary, self.version, self.content, self.status):
            part.refresh()

    def flush(self) -> bool:
        """Save what is typed, and say whether that worked."""
        self.status.flush()
        return self.summary.flush()

    def take_focus(self) -> None:
        """Begin at what is missing."""
        self.checks.take_focus()

    def stops(self) -> tuple[Callable[[], None], ...]:
        """Ways to give the keyboard to its parts, one after the other."""
        return self.checks.take_focus, self.summary.field.setFocus, self.content.tree.setFocus

    def _go_on_to_summary(self) -> None:
        self.summary.field.setFocus(Qt.FocusReason.OtherFocusReason)
