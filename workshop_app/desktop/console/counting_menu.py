"""Changing how the running round is counted, and who can be recognised in it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.questions import Ask, Question
from workshop_app.desktop.recounting import recount
from workshop_app.errors import WorldError
from workshop_app.facilitation import erasing, preparing, voices
from workshop_app.model.values import Grain, Level
from workshop_app.model.views import RoundView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic


class CountingMenu(QMenu):
    """The ways of counting and the levels of a round; the present ones are ticked. No signals of its own."""

    def __init__(self, bridge: Bridge, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._ask, self._parent = bridge, ask, parent

    def open_below(self, widget: QWidget, known: RoundView) -> None:
        """Open with what there is to choose for a round."""
        if self.offer(known):
            self.popup(widget.mapToGlobal(QPoint(0, widget.height())))

    def offer(self, known: RoundView) -> bool:
        """Fill the menu for a round. Whether there is anything to choose."""
        self.clear()
        _ = self._bridge.language.gettext
        kind = KINDS[known.kind]
        if kind.is_counted:
            self._head(_("How it is counted"))
            for grain, heads in self._ways(known):
                text = words.grain(grain, heads, self._bridge.language)
                self._add(
                    text, (grain, heads) == (known.grain, known.heads), partial(self.set_grain, known, grain, heads)
                )
        if kind.strands or kind.is_counted:
            self._head(_("Who can be recognised"))
            for level in Level:
                self._add(_(words.LEVELS[level]), level is known.level, partial(self.set_level, known, level))
        if kind.is_counted and any(step.reveals for step in kind.steps):
            self._head(_("What the room sees"))
            self._add(_("results when you show them"), not known.live, partial(self.set_live, known, False))
            self._add(_("results live, as they come in"), known.live, partial(self.set_live, known, True))
        if Mechanic.MATRIX in kind.mechanics:
            self._add(_("names beside the points"), known.labels, partial(self.set_labels, known))
        if kind.variants:
            self._head(_("Form"))
            for variant in kind.variants:
                self._add(_(variant.label), variant.key == known.variant, partial(self.set_variant, known, variant.key))
        return not self.isEmpty()

    def _ways(self, known: RoundView) -> Iterator[tuple[Grain, bool]]:
        """The ways in which a round can be counted; heads only where hands are, groups only when they are made."""
        kind = KINDS[known.kind]
        for grain in voices.GRAINS[known.level]:
            if grain is Grain.GROUP and grain is not known.grain and not self._bridge.view.groups_for(known.id):
                continue
            yield grain, False
            if grain is Grain.ORGANISATION and (kind.scale or kind.dots):
                yield grain, True

    def _head(self, text: str) -> None:
        # A section's words are not shown by every style.
        self.addAction(text).setEnabled(False)

    def _add(self, text: str, on: bool, choose: Callable[[], None]) -> None:
        action = self.addAction(text[:1].upper() + text[1:], choose)
        action.setCheckable(True)
        action.setChecked(on)

    def set_variant(self, known: RoundView, variant: str) -> None:
        """Hold the round in another form."""
        if variant != known.variant:
            self._bridge.attempt(preparing.edit_round, known.id, variant=variant)

    def set_labels(self, known: RoundView) -> None:
        """Show names beside the points of a matrix, or only the points."""
        self._bridge.attempt(preparing.edit_round, known.id, labels=not known.labels)

    def set_live(self, known: RoundView, live: bool) -> None:
        """Let the room see results while they come in, or only when they are shown."""
        if live is not known.live:
            self._bridge.attempt(preparing.edit_round, known.id, live=live)

    def set_grain(self, known: RoundView, grain: Grain, heads: bool) -> None:
        """Count in another way; with answers there, ask first."""
        recount(self._bridge, self._ask, self._parent, known, grain, heads)

    def set_level(self, known: RoundView, level: Level) -> None:
        """Loosen for what comes, or tighten for everything, which erases and is asked first."""
        if level.openness > known.level.openness:
            self._bridge.attempt(preparing.loosen_level, known.id, level)
        elif level.openness < known.level.openness and self._ask(self._tightening(level), self._parent):
            try:
                erasing.erase(self._bridge.desk, erasing.set_level, known.id, level)
            except WorldError as error:
                self._bridge.tell(error)

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
