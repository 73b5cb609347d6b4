"""A colour: typed as six digits or chosen, with what its contrast allows."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.theme import CARD, STEP
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import Language
from workshop_app.model.colour import contrast

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_READABLE = 4.5
"""Contrast that text needs (WCAG AA)."""


class ColourField(QWidget):
    """A colour, with its contrast on white below it. Signals: `chosen(str)` with a colour as #RRGGBB."""

    chosen = Signal(str)

    def __init__(self, label: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._colour = QColor(CARD)
        line = QLineEdit()
        line.setMaxLength(7)
        self._typed = Typing(line)
        self._row = FormRow(label, line)
        self._contrast = TextLabel("", "small", "muted", wraps=True)
        self._swatch = QPushButton()
        self._swatch.setAccessibleName(language.gettext("Choose a colour: {name}").format(name=label))
        self._swatch.setFixedSize(line.sizeHint().height(), line.sizeHint().height())
        self._typed.settled.connect(self._take)
        self._swatch.clicked.connect(self._choose)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(2 * STEP)
        side_by_side.addWidget(self._row, 1)
        side_by_side.addWidget(self._swatch, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(side_by_side)
        column.addWidget(self._contrast)

    def show_colour(self, colour: str) -> None:
        """Show what is saved, with what can be done with it."""
        _ = self._language.gettext
        self._colour = QColor(colour)
        self._typed.offer(colour)
        self._row.tell_mistake("")
        self._swatch.setStyleSheet(f"QPushButton {{ background: {self._colour.name()}; padding: 0; }}")
        ratio = contrast(self._colour.name(), CARD)
        words = _("can be read as text") if ratio >= _READABLE else _("for areas and lines; text gets a darker shade")
        number = self._language.number(ratio, 1)
        self._contrast.setText(_("contrast on white {ratio} : 1, {words}").format(ratio=number, words=words))

    def take_focus(self) -> None:
        """Begin with its digits."""
        self._row.field.setFocus()

    def flush(self) -> None:
        """Have saved what was typed last."""
        self._typed.flush()

    def _take(self, text: str) -> None:
        match = _COLOUR.fullmatch(text)
        if match:
            self.chosen.emit(f"#{match[1].upper()}")
        else:
            self._row.tell_mistake(self._language.gettext("A colour is # and six digits or letters a to f: #0B5563."))

    def _choose(self) -> None:
        dialog = QColorDialog(self._colour, self)
        dialog.colorSelected.connect(lambda colour: self.chosen.emit(colour.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
