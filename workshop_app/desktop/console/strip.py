"""The line that is left of the console while its only screen shows what the room sees."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.console import words
from workshop_app.desktop.console.coming import coming
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.widgets.labels import ElidedLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation import schedule
from workshop_app.i18n import Language
from workshop_app.model.text import dotted


class Strip(Surface):
    """Round, time left, what is next, and the key back; nothing that is not for the room. No signals."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("dark", parent)
        self._language = language
        self._where = ElidedLabel("", "strong")
        self._time = TextLabel("", "strong")
        self._next = ElidedLabel("", "body", "muted")
        back = TextLabel(language.gettext("Esc: the whole console"), "small", "muted")
        em = self.font().pixelSize()
        row = QHBoxLayout(self)
        row.setContentsMargins(round(em * 1.9), round(em * 0.3), round(em * 1.9), round(em * 0.3))
        row.setSpacing(round(em * 1.3))
        row.addWidget(self._where, 3)
        row.addWidget(self._time)
        row.addWidget(self._next, 4)
        row.addWidget(back)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(language.gettext("The room sees this screen"))
        self.setAccessibleDescription(key_hint("present"))
        self.hide()

    def show_time(self, here: Here, now: datetime, elapsed: schedule.Elapsed) -> None:
        """Show where it is and how late."""
        known = here.round
        where = words.round_name(here.view, known, self._language) if known else here.view.info.title
        left = words.time_left(known, elapsed, self._language) if known else ""
        self._where.setText(where)
        self._time.setText(dotted((self._language.time(now), left)))
        self._next.setText(dotted(filter(None, coming(here, now, elapsed, self._language)[:2])))
