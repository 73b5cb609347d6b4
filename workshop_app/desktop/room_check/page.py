"""The room check: everything that can go wrong in a room, looked at before the doors open."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.page import Page
from workshop_app.desktop.room_check import reading, screens
from workshop_app.desktop.room_check.by_hand import ReadingFields, YesNo
from workshop_app.desktop.room_check.cards import Cards
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.desktop.room_check.line import Line
from workshop_app.desktop.room_check.runner import Check, Runner
from workshop_app.desktop.room_check.screen_map import ScreenMap
from workshop_app.desktop.screens import ScreenWatcher, present_screens
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.announce import announce
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.keys import add_keys
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.scrolled import scrolled
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted

TITLES = {
    "screens": N_("Screens"),
    "reading": N_("Reading distance"),
    "daylight": N_("Daylight"),
    "folder": N_("Storage"),
    "place": N_("Where sessions are"),
    "encryption": N_("Encryption"),
    "space": N_("Free space"),
    "power": N_("Power"),
    "quiet": N_("Notifications"),
    "mail": N_("Mail"),
    "clock": N_("Date and time"),
}
"""The lines in their order: the first three are looked at in the room, the others by the computer."""
_IN_THE_ROOM = 3
_USUAL_SHAPE = 16 / 9


class RoomCheckPage(Page):
    """Says of every line whether it is in order, or what to do. While it is shown the other screens have a card.

    Signals: `left()` to go back.
    """

    left = Signal()

    def __init__(
        self,
        watcher: ScreenWatcher,
        checks: Mapping[str, Check],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """`checks` are those of the computer, by the keys of `TITLES`; they run in threads."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, surface="paper")
        self._watcher, self._checks, self._language = watcher, checks, language
        _ = language.gettext
        self._cards = Cards(language, self)
        unknown = Finding(Verdict.UNKNOWN, _("This could not be found out."), _("Look for it in the settings."))
        self._runner = Runner(unknown, parent=self)
        self._runner.found.connect(self._show)
        self._runner.finished.connect(self._summarise)
        self._fields = ReadingFields(language)
        self._daylight = YesNo(_("Can the digit 3 be read in the last row?"), language)
        controls = {"reading": self._fields, "daylight": self._daylight}
        self._lines = {key: Line(_(title), language, controls.get(key)) for key, title in TITLES.items()}
        self._map = ScreenMap(language)
        self._names = TextLabel("", "small", "muted", wraps=True)
        self._summary = TextLabel("", "body", "muted", wraps=True)
        self._here = self._button(_("Test card on this screen"), self._show_here)
        self._lay_out()
        self._fields.changed.connect(self._judge_reading)
        self._daylight.chosen.connect(self._judge_daylight)
        self._cards.left.connect(self._come_back)
        add_keys(self, {"F5": self.look, "F9": watcher.swap, "Esc": self.left.emit})

    def look(self) -> None:
        """Look at everything again."""
        self._follow_screens()
        self._judge_daylight(self._daylight.answer)
        for key in self._checks:
            self._lines[key].show_finding(Finding(Verdict.BUSY, ""))
        self._runner.start(self._checks)

    @property
    def findings(self) -> dict[str, Finding]:
        """What every line says."""
        return {key: line.finding for key, line in self._lines.items() if not line.isHidden()}

    def take_focus(self) -> None:
        """Begin at what only a person can say."""
        self._fields.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Look, and follow the screens."""
        super().showEvent(event)
        self._watcher.changed.connect(self._follow_screens)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the cards away."""
        super().hideEvent(event)
        self._watcher.changed.disconnect(self._follow_screens)
        self._runner.stop()
        self._cards.put_away()

    def _show(self, key: str, finding: Finding) -> None:
        self._lines[key].show_finding(finding)

    def _follow_screens(self) -> None:
        decision = self._watcher.decision
        known = screens.numbered(present_screens(), decision)
        self._cards.show_on(known, decision)
        self._map.show_screens(known)
        self._names.setText("\n".join(each.words(self._language) for each in known))
        self._here.setHidden(decision.projection is not None)
        self._lines["screens"].show_finding(screens.judge(decision, self._language))
        self._judge_reading()

    def _judge_reading(self) -> None:
        place = self._watcher.decision.projection
        shape = place.geometry[2] / place.geometry[3] if place else _USUAL_SHAPE
        fields = self._fields
        finding = reading.judge(fields.width_of_picture, shape, fields.last_row, self._language)
        self._lines["reading"].show_finding(finding)
        self._cards.show_distance(reading.told(fields.width_of_picture, shape, self._language))
        self._summarise()

    def _judge_daylight(self, answer: bool | None) -> None:
        _ = self._language.gettext
        finding = {
            None: Finding(Verdict.LOOK, _("Look at the test card from the last row, with the lights as they will be.")),
            True: Finding(Verdict.GOOD, _("It is dark enough: everything can be told apart.")),
            False: Finding(
                Verdict.ATTEND,
                _("It is too light for the picture."),
                _("Close the curtains, turn off the lamps near the screen, or make the picture smaller."),
            ),
        }[answer]
        self._lines["daylight"].show_finding(finding)
        self._summarise()

    def _summarise(self) -> None:
        """Say how it is in one line, and when the computer has been looked at, to a screen reader too."""
        found = [finding.verdict for finding in self.findings.values()]
        busy = Verdict.BUSY in found
        parts = [
            f"{found.count(verdict)} {self._language.gettext(verdict.value)}" for verdict in Verdict if verdict in found
        ]
        before, text = self._summary.text(), dotted(parts)
        self._summary.setText(text)
        if not busy and text != before and self.isVisible():
            todo = [f"{line.accessibleName()}." for line in self._lines.values() if line.finding.todo]
            announce(self._summary, " ".join((text, *todo)))

    def _show_here(self) -> None:
        self._cards.show_here(screens.numbered(present_screens(), self._watcher.decision))

    def _come_back(self) -> None:
        """Esc on a card: the one over this screen goes, and the keyboard is here again."""
        if self._watcher.decision.projection is None:
            self._cards.put_away()
        self.activateWindow()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        _ = self._language.gettext
        bar = Surface("dark")
        head = QHBoxLayout(bar)
        head.setContentsMargins(6 * STEP, 3 * STEP, 6 * STEP, 3 * STEP)
        head.addWidget(TextLabel(_("Room check"), "heading"))
        head.addSpacing(4 * STEP)
        head.addWidget(self._summary, 1)
        again = partial(self._button, _("Look again (F5)"), self.look)
        back = partial(self._button, _("Back (Esc)"), self.left.emit)
        for button in (again(), back()):
            head.addWidget(button)
        columns = QHBoxLayout()
        columns.setSpacing(4 * STEP)
        for keys in (list(TITLES)[:_IN_THE_ROOM], list(TITLES)[_IN_THE_ROOM:]):
            columns.addLayout(self._column(keys), 1)
        content = Surface("clear")
        margins = QVBoxLayout(content)
        margins.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        margins.addLayout(columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(scrolled(content, sideways=False), 1)

    def _column(self, keys: list[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2 * STEP)
        if keys[0] == "screens":
            column.addWidget(self._map)
            column.addWidget(self._names)
            buttons = FlowLayout(2 * STEP)
            buttons.addWidget(self._here)
            column.addLayout(buttons)
        for key in keys:
            # What this computer is not looked at for has no line.
            self._lines[key].setHidden(key in list(TITLES)[_IN_THE_ROOM:] and key not in self._checks)
            column.addWidget(self._lines[key])
        column.addStretch()
        return column
