"""Fields for a time of the day and for minutes."""

from datetime import time

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QTimeEdit, QWidget

from workshop_app.i18n import Language

LONGEST = 24 * 60
"""Minutes."""


class TimeField(QTimeEdit):
    """A time of the day. Signals: those of a time edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)

    @property
    def moment(self) -> time:
        """What it shows."""
        return time(self.time().hour(), self.time().minute())

    def show_moment(self, moment: time) -> None:
        """Show a time."""
        self.setTime(QTime(moment.hour, moment.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page does not change the time."""
        event.ignore()


class MinutesField(QSpinBox):
    """A number of minutes. Signals: those of a spin box."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, LONGEST)
        self.setSingleStep(5)
        self.setSuffix(language.gettext(" min"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page does not change the minutes."""
        event.ignore()
