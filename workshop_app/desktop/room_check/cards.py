"""The cards on the other screens while the room is checked: the test card for the room, a number for the rest."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from workshop_app.desktop.room_check.screens import Numbered
from workshop_app.desktop.room_check.test_card import TestCard
from workshop_app.desktop.screens import Decision, find_screen
from workshop_app.i18n import Language


class Cards(QObject):
    """Shows a card on every screen but the console's, and follows when they change.

    Signals: `left()` when a card was put away with Esc.
    """

    left = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._cards: list[TestCard] = []
        self._shown: tuple[Numbered, ...] = ()
        self._distance = ""

    def show_on(self, screens: Sequence[Numbered], decision: Decision) -> None:
        """One card on each screen on which nothing of the console stands."""
        console = decision.console
        others = tuple(
            each for each in screens if decision.projection and console and not each.screen.overlaps(console)
        )
        if others == self._shown and all(card.isVisible() for card in self._cards):
            return
        self.put_away()
        self._shown = others
        for each in others:
            self._add(each, whole=each.for_room)

    def show_here(self, screens: Sequence[Numbered]) -> None:
        """The test card over the only screen, because a person asks for it; Esc puts it away."""
        self.put_away()
        if screens and find_screen(screens[0].screen):
            self._add(screens[0], whole=True)
            self._cards[0].activateWindow()

    def show_distance(self, words: str) -> None:
        """Say on the cards from how far the smallest text can be read; '' when that is not known."""
        self._distance = words
        for card in self._cards:
            card.show_distance(words)

    def put_away(self) -> None:
        """Close all of them."""
        self._shown = ()
        for card in self._cards:
            card.close()
            card.deleteLater()
        self._cards.clear()

    def _add(self, each: Numbered, *, whole: bool) -> None:
        card = TestCard(each.number, self._language, whole=whole)
        card.left.connect(self.left)
        card.show_distance(self._distance)
        card.show_on(each.screen)
        self._cards.append(card)
