"""Changing how the running round is counted, and who can be recognised in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.console.questions import Ask, Question
from workshop_app.errors import WorldError
from workshop_app.facilitation import counting, erasing, preparing
from workshop_app.model.values import Grain, Level
from workshop_app.model.views import RoundView
from workshop_app.rounds.catalogue import KINDS

_GRAINS = {
    Level.ANONYMOUS: (Grain.ROOM, Grain.BALLOT),
    Level.ORGANISATION: (Grain.ROOM, Grain.ORGANISATION, Grain.BALLOT),
    Level.NAME: (Grain.ROOM, Grain.ORGANISATION, Grain.BALLOT),
}
"""How a round of a level can be counted: in an anonymous one a voice is nobody's."""


class CountingMenu(QMenu):
    """The ways of counting and the levels of a round; the present ones are ticked. No signals of its own."""

    def __init__(self, bridge: Bridge, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._ask, self._parent = bridge, ask, parent

    def offer(self, known: RoundView) -> bool:
        """Fill the menu for a round. Whether there is anything to choose."""
        self.clear()
        _ = self._bridge.language.gettext
        kind = KINDS[known.kind]
        if kind.scale or kind.dots:
            self._head(_("How it is counted"))
            for grain in _GRAINS[known.level]:
                self._add(_(words.GRAINS[grain]), grain is known.grain, partial(self.set_grain, known, grain))
        if kind.strands or kind.scale or kind.dots:
            self._head(_("Who can be recognised"))
            for level in Level:
                self._add(_(words.LEVELS[level]), level is known.level, partial(self.set_level, known, level))
        return not self.isEmpty()

    def _head(self, text: str) -> None:
        # A section's words are not shown by every style.
        self.addAction(text).setEnabled(False)

    def _add(self, text: str, on: bool, choose: Callable[[], None]) -> None:
        action = self.addAction(text[:1].upper() + text[1:], choose)
        action.setCheckable(True)
        action.setChecked(on)

    def set_grain(self, known: RoundView, grain: Grain) -> None:
        """Count in another way; with answers there, ask first."""
        _ = self._bridge.language.gettext
        if grain is known.grain:
            return
        answered = any(prompt.responses for prompt in known.prompts)
        question = Question(
            _("Count this round in another way?"),
            _("The answers of this round are taken away. You can undo that."),
            _("Count in another way"),
            _("Leave it as it is"),
        )
        if not answered or self._ask(question, self._parent):
            self._bridge.attempt(counting.set_grain, known.id, grain, answered)

    def set_level(self, known: RoundView, level: Level) -> None:
        """Loosen for what comes, or tighten for everything, which erases and is asked first."""
        if level.openness > known.level.openness:
            self._bridge.attempt(preparing.loosen_level, known.id, level)
        elif level.openness < known.level.openness and self._ask(self._tightening(level), self._parent):
            try:
                erasing.erase(self._bridge.desk, erasing.set_level, known.id, level)
            except WorldError as error:
                self._bridge.failed.emit(error.text(self._bridge.language))

    def _tightening(self, level: Level) -> Question:
        _ = self._bridge.language.gettext
        what = (
            _("The names, the organisations and the order of everything in this round are erased for good.")
            if level is Level.ANONYMOUS
            else _("The names of people in this round are erased for good.")
        )
        rest = _(
            "After this nothing that was done before can be undone any more, in any round. The file is overwritten, "
            "one new backup is made and checked, and the older backups are deleted. This cannot be undone."
        )
        return Question(_("Tighten anonymity?"), f"{what} {rest}", _("Erase and tighten"), _("Cancel"), dangerous=True)
