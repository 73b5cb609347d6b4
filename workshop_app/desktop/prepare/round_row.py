"""A round of the script on one row: when, what, who can be recognised, how long."""

from datetime import time

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from workshop_app.desktop.prepare import round_words
from workshop_app.desktop.prepare.fields import MinutesField
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.chip import Chip
from workshop_app.desktop.widgets.labels import ElidedLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language
from workshop_app.model.views import RoundView

_PAUSE = "pause"
_NARROW = 36
"""Width in heights of a letter below which only what matters most is shown."""


class RoundRow(Surface):
    """One round.

    Signals: `picked()` when it becomes the current one, `retimed(int)` with minutes, `switched(bool)` on or off,
    `moved(int)` with -1 for up and 1 for down, `copied()`, `removed()`.
    """

    picked = Signal()
    retimed = Signal(int)
    switched = Signal(bool)
    moved = Signal(int)
    copied = Signal()
    removed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._language = language
        self.round_id = ""
        self._current = False
        self._enabled = True
        self._is_pause = False
        self._begin = TextLabel("", "small", "muted")
        self._number = TextLabel("", "strong")
        self._title = ElidedLabel("", "strong")
        self._summary = ElidedLabel("", "small", "muted")
        self._level = Chip()
        self.minutes = MinutesField(language)
        self._up = self._arrow("up", language.gettext("Move up (Alt+↑)"), -1)
        self._down = self._arrow("down", language.gettext("Move down (Alt+↓)"), 1)
        self._more = self._menu()
        self._on = QCheckBox()
        self._on.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._on.setToolTip(language.gettext("In the script, or left out (space bar)"))
        self._on.toggled.connect(self.switched)
        self.minutes.valueChanged.connect(self.retimed)
        self.minutes.installEventFilter(self)
        self.minutes.lineEdit().setAccessibleName(language.gettext("Length in minutes"))
        self._lay_out()
        self.set_current(False)

    def show_round(self, known: RoundView, number: int, begin: time | None) -> None:
        """Show a round; `begin` is when it starts, None when it is left out."""
        _ = self._language.gettext
        self.round_id, self._enabled = known.id, known.enabled
        self._is_pause = known.kind == _PAUSE
        self._begin.setText(self._language.time(begin) if begin else _("off"))
        self._number.setText(str(number) if number else "–")
        self._title.setText(known.title)
        text = "" if self._is_pause else round_words.summary(known, self._language)
        self._summary.setText(text)
        self._summary.setVisible(bool(text))
        self._level.show_state(_(round_words.LEVELS[known.level][0]), "grey")
        self._show_level()
        with QSignalBlocker(self.minutes), QSignalBlocker(self._on):
            self.minutes.setValue(known.minutes)
            self._on.setChecked(known.enabled)
        self.minutes.setEnabled(known.enabled)
        for label in (self._begin, self._number, self._title):
            mark(label, tone="muted" if label is self._begin or not known.enabled else "normal")
        self.setAccessibleName(f"{self._begin.text()} {known.title}, {self.minutes.text()}. {text}")
        self._dress()

    def set_current(self, current: bool) -> None:
        """Mark this as the round that the pane beside the list shows; only that one takes part in the Tab order."""
        self._current = current
        self._dress()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.minutes.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)

    def switch(self) -> None:
        """Switch the round on or off, as its box does."""
        self._on.toggle()

    def open_menu(self) -> None:
        """Open what else can be done with the round, as a click on the dots does."""
        # Without waiting for it, as showMenu would.
        self._more.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters the title needs the room."""
        super().resizeEvent(event)
        self._show_level()

    def _show_level(self) -> None:
        wide = self.width() > _NARROW * self.font().pixelSize()
        self._level.setVisible(not self._is_pause and wide)
        for less in (self._up, self._down, self._number):
            less.setVisible(wide)
        self.minutes.setFixedWidth((15 if wide else 12) * self.fontMetrics().averageCharWidth())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere makes it the current one."""
        super().mousePressEvent(event)
        self.picked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whose minutes are typed is the current one."""
        if event.type() == QEvent.Type.FocusIn and not self._current:
            self.picked.emit()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        resting = "off" if self._is_pause or not self._enabled else "card"
        mark(self, surface="selected" if self._current else resting)

    def _arrow(self, name: str, words: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(QIcon(f"icons:{name}.svg"))
        button.setIconSize(QSize(3 * STEP, 3 * STEP))
        button.setFixedHeight(self.fontMetrics().height())
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(button, kind="quiet")
        button.clicked.connect(lambda: self.moved.emit(by))
        return button

    def _menu(self) -> QToolButton:
        _ = self._language.gettext
        button = QToolButton()
        button.setText("⋯")
        button.setToolTip(_("More"))
        button.setAccessibleName(_("More"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        mark(button, kind="quiet")
        menu = QMenu(button)
        for words, act in (
            (_("Copy\tCtrl+D"), self.copied.emit),
            (_("Move up\tAlt+↑"), lambda: self.moved.emit(-1)),
            (_("Move down\tAlt+↓"), lambda: self.moved.emit(1)),
            (_("In the script, or left out\tSpace"), self.switch),
            (_("Take away\tDelete"), self.removed.emit),
        ):
            menu.addAction(words, act)
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self._begin.setFixedWidth(7 * letter)
        self._number.setFixedWidth(4 * letter)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._level.setFixedWidth(15 * letter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._summary)
        words.addStretch()
        arrows = QVBoxLayout()
        arrows.setSpacing(0)
        arrows.addWidget(self._up)
        arrows.addWidget(self._down)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, STEP // 2, 2 * STEP, STEP // 2)
        row.setSpacing(2 * STEP)
        self.setMinimumHeight(round(2.6 * self.fontMetrics().height()))
        row.addWidget(self._begin)
        row.addWidget(self._number)
        row.addSpacing(2 * STEP)
        row.addLayout(words, 1)
        row.addWidget(self._level)
        row.addWidget(self.minutes)
        row.addLayout(arrows)
        row.addWidget(self._more)
        row.addWidget(self._on)
