"""The bar above the console: what and where, the clock, the expected end, the beamer, and whether it is saved."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.console import words
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.chip import Chip
from workshop_app.desktop.widgets.labels import ElidedLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted
from workshop_app.model.values import WorkshopState
from workshop_app.model.views import WorkshopInfo

_NARROW = 70
"""The width in ems below which there is no room for everything."""
_TIGHT = 50
"""The width in ems below which only the words that matter most have room."""
_MENU = (
    ("presence", N_("Who is present")),
    ("counting", N_("Counting and anonymity")),
    ("prepare", N_("Change the script")),
    ("wrap-up", N_("Wrap up")),
    ("copy", N_("Save a copy…")),
    ("help", N_("Keys")),
    ("home", N_("To the overview of sessions")),
)


class TopBar(Surface):
    """What holds for the whole session.

    Signals: `chosen(str)` with the id of an entry of the menu.
    """

    chosen = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("dark", parent)
        self._language = language
        self._status = RoomStatus(Beamer.LIVE)
        self._saved_at = ""
        self._title = ElidedLabel("", "card-title")
        self._where = ElidedLabel("", "body", "muted")
        self._clock = TextLabel("", "body", "muted")
        self._end = Chip("", "white")
        self._beamer = Chip("", "white")
        self.saved = TextLabel("", "body", "muted")
        self.menu_button = self._make_menu()
        row = self._row = QHBoxLayout(self)
        em = self.font().pixelSize()
        row.setContentsMargins(round(em * 0.6), round(em * 0.7), round(em * 1.33), round(em * 0.7))
        row.setSpacing(round(em * 1.7))
        row.addWidget(self.menu_button)
        row.addWidget(self._title)
        row.addWidget(self._where, 1)
        for part in (self._clock, self._end, self._beamer, self.saved):
            row.addWidget(part)
        # The title goes before the place when there is too little room for both.
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_info(self, info: WorkshopInfo) -> None:
        """Show title and place."""
        self._title.setText(info.title)
        self._where.setText(dotted((info.region, info.place)))
        # What is over does not end any more.
        self._end.setHidden(info.state is WorkshopState.FINISHED)

    def show_time(self, now: datetime, end: datetime, behind: int) -> None:
        """Show the clock on the wall, and when it is expected to end."""
        self._clock.setText(self._language.time(now))
        text = self._language.gettext("end {time} · {lateness}").format(
            time=self._language.time(end), lateness=words.lateness(behind, self._language)
        )
        if text != self._end.text():
            self._end.show_state(text, "amber" if behind > 0 else "white")

    def show_room(self, status: RoomStatus) -> None:
        """Say what the room sees."""
        self._status = status
        self._fit_words()

    def show_saved(self, moment: datetime) -> None:
        """A COMMIT was confirmed at this time on the wall."""
        self._saved_at = f"{moment:%H:%M:%S}"
        self._fit_words()

    def show_not_saved(self) -> None:
        """Something was not saved."""
        self._saved_at = ""
        self._fit_words()

    def open_menu(self) -> None:
        """Open the menu at its first entry; unlike showMenu() of the button it does not wait until it is closed."""
        menu = self.menu_button.menu()
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def minimumSizeHint(self) -> QSize:
        """As wide as what must be seen; the place goes first."""
        hint, em = super().minimumSizeHint(), self.font().pixelSize()
        return QSize(min(hint.width(), _NARROW * em // 2), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the place, most of the air, and then what can be missed, where there is too little room."""
        super().resizeEvent(event)
        narrow, em = self.width() < _NARROW * self.font().pixelSize(), self.font().pixelSize()
        self._where.setVisible(not narrow)
        self._row.setSpacing(round(em * (0.8 if narrow else 1.7)))
        self._fit_words()

    def _fit_words(self) -> None:
        _, tight = self._language.gettext, self.width() < _TIGHT * self.font().pixelSize()
        self._clock.setHidden(tight)
        status = replace(self._status, screen_name="") if tight else self._status
        self._beamer.show_state(*words.beamer(status, self._language))
        saved = _("✓ saved {time}").format(time=self._saved_at) if self._saved_at else _("! not saved")
        self.saved.setText(f"✓ {self._saved_at}" if tight and self._saved_at else saved)
        self.saved.setAccessibleName(saved)

    def _make_menu(self) -> QToolButton:
        _ = self._language.gettext
        name = _("Menu")
        button = QToolButton()
        button.setText("☰")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key_hint('menu')})")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        mark(button, kind="bar")
        menu = QMenu(button)
        for entry, text in _MENU:
            menu.addAction(_(text), partial(self.chosen.emit, entry))
        button.setMenu(menu)
        return button
