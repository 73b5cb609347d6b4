"""Templates as cards, the first of them on home."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.card import Card
from workshop_app.i18n import Language

if TYPE_CHECKING:
    from workshop_app.rounds.template import Template

_FEATURED = 3
_CARD = 13
"""Width of a card in heights of a letter, at least."""


def size_of(template: "Template", language: Language) -> str:
    """How long a template takes and how many rounds it has."""
    count = len(template.script)
    rounds = language.ngettext("{n} round", "{n} rounds", count).format(n=count)
    return language.gettext("{n} min · {rounds}").format(n=template.minutes, rounds=rounds)


class FeaturedTemplates(QWidget):
    """The first templates, beside each other. Signals: `chosen(str)` with the id of a template."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(3 * STEP)
        # The room that cards will take: nothing jumps when the templates have been read.
        self.setMinimumHeight(6 * self.fontMetrics().height())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_templates(self, templates: Sequence["Template"], language: Language) -> Sequence[Card]:
        """Show the first of these, and return their cards."""
        for card in self._cards:
            self._row.removeWidget(card)
            card.deleteLater()
        self._cards.clear()
        self.setMinimumHeight(0)
        for template in templates[:_FEATURED]:
            card = Card(template.title, template.summary, size_of(template, language))
            card.clicked.connect(lambda _checked, known=template.id: self.chosen.emit(known))
            # Long words would ask for more than there is.
            card.setMinimumWidth((_CARD - 1) * self.font().pixelSize())
            self._row.addWidget(card, 1)
            self._cards.append(card)
        self._show_what_fits()
        return tuple(self._cards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters there are fewer cards beside each other."""
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        room = self.width() // (_CARD * self.font().pixelSize())
        for place, card in enumerate(self._cards):
            card.setVisible(place < max(1, room))
