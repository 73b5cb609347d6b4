"""A day, typed as people write it or chosen from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from workshop_app.desktop.theme import STEP
from workshop_app.facilitation.action_line import read_due
from workshop_app.i18n import Language


class DateField(QLineEdit):
    """A day. The arrows go a day on or back, Alt with the arrow down opens the calendar.

    Signals: `edited(bool)` when a person is done with it, with whether it is a day that can be read.
    """

    edited = Signal(bool)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._day = date(2000, 1, 1)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("wo 30 mmm 2026") + 16 * STEP)
        opener = self.addAction(QIcon("icons:down.svg"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip(language.gettext("Calendar (Alt+↓)"))
        opener.triggered.connect(self._open_calendar)
        self.returnPressed.connect(self.flush)

    @property
    def day(self) -> date:
        """The last day that could be read."""
        return self._day

    @property
    def is_readable(self) -> bool:
        """Whether what stands in the field is a day."""
        return self._typed() is not None

    def show_day(self, day: date) -> None:
        """Show a day, unless somebody is typing another one."""
        if not self.isModified():
            self._show(day)

    def flush(self) -> None:
        """Read what was typed, before the field is left."""
        if not self.isModified():
            return
        day = self._typed()
        if day:
            self._choose(day)
        else:
            self.edited.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A day on or back, or the calendar."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open_calendar()
        elif step:
            self._choose((self._typed() or self._day) + timedelta(days=step))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read what was typed."""
        super().focusOutEvent(event)
        self.flush()

    def _typed(self) -> date | None:
        return read_due(self.text(), self._day).day

    def _choose(self, day: date) -> None:
        self._show(day)
        self.edited.emit(True)

    def _show(self, day: date) -> None:
        self._day = day
        self.setText(self._language.date(day))
        self.setCursorPosition(0)
        self.setModified(False)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(self._language.code))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        calendar.activated.connect(lambda day: self._choose(date(day.year(), day.month(), day.day())))
        calendar.clicked.connect(calendar.activated)
        calendar.activated.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()
