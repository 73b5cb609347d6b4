"""The house style, used alike on the beamer and in the minutes: logos, two colours, a line at the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.colour_field import ColourField
from workshop_app.desktop.prepare.logo_list import LogoList
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.scrolled import scrolled
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.preparing import edit_workshop
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import WorkshopView

_WIDTH = 48
"""In heights of a letter."""


class StylePage(QWidget):
    """Logos, colours, footer; what is changed is saved at once. Signals: `failed(str)` when a logo cannot be used."""

    failed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = bridge.language.gettext
        self._logos = LogoList(bridge)
        self._logos.failed.connect(self.failed)
        self._primary = ColourField(_("Main colour"), bridge.language)
        self._accent = ColourField(_("Accent"), bridge.language)
        self._primary.chosen.connect(lambda colour: bridge.attempt(edit_workshop, primary_colour=colour))
        self._accent.chosen.connect(lambda colour: bridge.attempt(edit_workshop, accent_colour=colour))
        line = QLineEdit()
        line.setMaxLength(TITLE_LIMIT)
        self._footer = Typing(line)
        self._footer.settled.connect(lambda text: bridge.attempt(edit_workshop, footer=text))
        hint = _("At the foot of the minutes, and of the first and last screen of the beamer.")
        self._foot_row = FormRow(_("Line at the foot"), line, hint)
        self._lay_out(_("House style"), _("How the beamer and the minutes look. Text can always be read."))

    def show_view(self, view: WorkshopView) -> None:
        """Show the style as it is saved."""
        self._logos.show_logos(view.logos)
        self._primary.show_colour(view.info.primary_colour)
        self._accent.show_colour(view.info.accent_colour)
        self._footer.offer(view.info.footer)

    def flush(self) -> None:
        """Have saved what was typed last."""
        self._logos.flush()
        self._primary.flush()
        self._accent.flush()
        self._footer.flush()

    def take_focus(self) -> None:
        """Begin with the main colour."""
        self._primary.take_focus()

    def _lay_out(self, heading: str, about: str) -> None:
        ground = Surface("clear")
        ground.setMaximumWidth(_WIDTH * self.font().pixelSize() + 14 * STEP)
        colours = QHBoxLayout()
        colours.setSpacing(6 * STEP)
        colours.addWidget(self._primary, 1)
        colours.addWidget(self._accent, 1)
        column = QVBoxLayout(ground)
        column.setContentsMargins(7 * STEP, 6 * STEP, 7 * STEP, 4 * STEP)
        column.setSpacing(5 * STEP)
        column.addWidget(TextLabel(heading, "heading"))
        column.addWidget(TextLabel(about, "body", "muted", wraps=True))
        column.addLayout(colours)
        column.addWidget(self._logos)
        column.addWidget(self._foot_row)
        column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(ground))
