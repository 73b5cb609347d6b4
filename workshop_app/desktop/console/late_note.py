"""When it runs late: which rounds to come can be shorter, a key away."""

from datetime import datetime

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation import schedule
from workshop_app.facilitation.shortening import Shorter, shortening
from workshop_app.i18n import Language
from workshop_app.model.values import WorkshopState
from workshop_app.model.views import WorkshopView

_WORTHWHILE = 3
"""Minutes behind from which it is worth to change the script."""


class LateNote(Surface):
    """A suggestion in words, with a button that takes it over. Signals: those of its button."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("note", parent)
        self._language = language
        self._words = TextLabel("", "small", wraps=True)
        words = language.gettext("Shorten")
        self.button = QPushButton(f"{words}  {key_hint('shorten')}")
        mark(self.button, kind="link")
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self.button)

    def show_time(self, view: WorkshopView, now: datetime, elapsed: schedule.Elapsed) -> None:
        """Suggest something when it runs late and something can give; `now` is the clock on the wall."""
        behind = schedule.minutes_behind(view, now, elapsed)
        late = view.info.state is WorkshopState.RUNNING and behind >= _WORTHWHILE
        shorter = shortening(view, now, elapsed) if late else ()
        self.setVisible(bool(shorter))
        if shorter:
            self._say(behind, shorter)

    def _say(self, behind: int, shorter: tuple[Shorter, ...]) -> None:
        _, gained = self._language.gettext, sum(each.before - each.minutes for each in shorter)
        pattern = _("{n} min behind. On time with: {rounds}.")
        if gained < behind:
            pattern = _("{n} min behind. {gained} min less with: {rounds}.")
        rounds = ", ".join(f"{each.title} {each.before}' → {each.minutes}'" for each in shorter)
        words = pattern.format(n=behind, gained=gained, rounds=rounds)
        if words != self._words.text():
            self._words.setText(words)
