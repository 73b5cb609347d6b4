"""A band across a window: something went wrong, or asks for a choice, without taking the keyboard away."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface

Level = Literal["red", "amber", "green"]


class Banner(Surface):
    """A message with one or more actions; hidden until :meth:`tell`.

    Signals: ``chosen(str)`` with the key of the action that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("clear", parent)
        self._text = TextLabel(wraps=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 8, 20, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown, empty when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def tell(self, level: Level, text: str, actions: dict[str, str] | None = None) -> None:
        """Show a message; ``actions`` gives each button's key and words. Replaces what was shown."""
        self._clear_buttons()
        self._text.setText(text)
        self.setAccessibleName(text)
        mark(self, banner=level)
        mark(self._text, banner=level)
        for key, words in (actions or {}).items():
            self._add_button(key, words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Hide the message."""
        self._clear_buttons()
        self.hide()

    def _add_button(self, key: str, words: str) -> None:
        button = QPushButton(words)
        # Enter presses it too, as it does in a dialog.
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._row.addWidget(button)
        self._buttons.append(button)

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
