"""The house style: the two colours of the minutes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.colour_field import ColourField
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.preparing import edit_workshop
from workshop_app.model.views import WorkshopInfo

_WIDTH = 30
"""In heights of a letter."""


class StylePage(QWidget):
    """Two colours; what is changed is saved at once. No signals."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = bridge.language.gettext
        self._primary = ColourField(_("Main colour"), bridge.language)
        self._accent = ColourField(_("Accent"), bridge.language)
        self._primary.chosen.connect(lambda colour: bridge.attempt(edit_workshop, primary_colour=colour))
        self._accent.chosen.connect(lambda colour: bridge.attempt(edit_workshop, accent_colour=colour))
        column = QVBoxLayout(self)
        column.setContentsMargins(7 * STEP, 6 * STEP, 7 * STEP, 4 * STEP)
        column.setSpacing(4 * STEP)
        column.addWidget(TextLabel(_("House style"), "heading"))
        column.addWidget(TextLabel(_("The colours of the minutes."), "body", "muted"))
        for field in (self._primary, self._accent):
            field.setMaximumWidth(_WIDTH * self.font().pixelSize())
            column.addWidget(field)
        column.addStretch()

    def show_info(self, info: WorkshopInfo) -> None:
        """Show the colours as they are saved."""
        self._primary.show_colour(info.primary_colour)
        self._accent.show_colour(info.accent_colour)

    def flush(self) -> None:
        """Have saved what was typed last."""
        self._primary.flush()
        self._accent.flush()

    def take_focus(self) -> None:
        """Begin with the main colour."""
        self._primary.take_focus()
