"""Templates as cards: three on home, all of them in the gallery."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.card import Card
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language

if TYPE_CHECKING:
    from workshop_app.rounds.template import Template

_FEATURED = 3
_COLUMNS = 2
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
            card.deleteLater()
        self._cards.clear()
        self.setMinimumHeight(0)
        for template in templates[:_FEATURED]:
            card = Card(template.title, template.summary, size_of(template, language))
            card.clicked.connect(lambda _checked, known=template.id: self.chosen.emit(known))
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


class Gallery(QWidget):
    """Every template, with where its ideas come from.

    Signals: `chosen(str)` with the id of a template, `closed()`.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, templates: Sequence["Template"], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = language.gettext
        back = QPushButton(_("‹ Back"))
        mark(back, kind="link")
        back.clicked.connect(self.closed)
        QShortcut(QKeySequence("Esc"), self, self.closed.emit)
        head = QHBoxLayout()
        head.addWidget(TextLabel(_("Templates"), "heading"), 1)
        head.addWidget(back)
        ground = Surface("clear")
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 2 * STEP, 0)
        grid.setSpacing(3 * STEP)
        self._cards = [self._card(template, language) for template in templates]
        for place, card in enumerate(self._cards):
            grid.addWidget(card, *divmod(place, _COLUMNS))
        for column_place in range(_COLUMNS):
            grid.setColumnStretch(column_place, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidget(ground)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def take_focus(self) -> None:
        """Begin at the first card."""
        self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, template: "Template", language: Language) -> Card:
        text = f"{template.summary}\n\n{template.source}"
        card = Card(template.title, text, size_of(template, language))
        card.clicked.connect(lambda: self.chosen.emit(template.id))
        return card
