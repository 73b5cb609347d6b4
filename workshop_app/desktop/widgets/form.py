"""Fields of a form with their label, explanation and mistake, joined for screen readers too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel


class FormRow(QWidget):
    """A field under its label, with a line of explanation or a mistake below it. No signals."""

    def __init__(self, label: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._below = TextLabel(hint, "small", "muted", wraps=True)
        if not hint:
            # Never setVisible here: without a parent yet, it would appear as a window of its own for a moment.
            self._below.hide()
        caption = QLabel(label)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setBuddy(field)
        mark(caption, role="small-strong", tone="muted")
        field.setAccessibleName(label.replace("&", ""))
        field.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (caption, field, self._below):
            column.addWidget(part)

    def tell_mistake(self, sentence: str) -> None:
        """Say in one sentence what is wrong with the field; an empty sentence takes it away."""
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        mark(self._below, tone="bad" if sentence else "muted")
        mark(self.field, wrong=bool(sentence))
        self.field.setAccessibleDescription(sentence or self._hint)
