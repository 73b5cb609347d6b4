"""The panel of a break: what is left of it, and when it ends."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.script_hand import MORE
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import preparing, schedule


class PausePanel(QWidget):
    """A break counting down. No signals."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._here = bridge, Here.of(bridge.view)
        _ = bridge.language.gettext
        self._left = TextLabel("", "title")
        self._until = TextLabel("", "lead", "muted")
        self.more = QPushButton(_("{n} minutes more").format(n=MORE))
        self.more.clicked.connect(self._lengthen)
        self.setFocusProxy(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self.font().pixelSize(), 0, 0)
        column.setSpacing(round(self.font().pixelSize() * 0.5))
        for part in (self._left, self._until):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_here(self, here: Here) -> None:
        """Show the break where the beamer is."""
        self._here = here

    def show_time(self, now: datetime, elapsed: schedule.Elapsed) -> None:
        """Count down; `now` is the clock on the wall."""
        known = self._here.round
        if known is None:
            return
        _ = self._bridge.language.gettext
        left = max(round(schedule.remaining(known, elapsed)), 0)
        self._left.setText(_("{minutes} min left").format(minutes=f"{left // 60}:{left % 60:02}"))
        back = schedule.round_end(self._here.view, known.id, now, elapsed)
        self._until.setText(_("Back at {time}").format(time=self._bridge.language.time(back)))

    def _lengthen(self) -> None:
        known = self._here.round
        if known:
            self._bridge.attempt(preparing.edit_round, known.id, extra=known.extra + MORE)
