"""The buttons beside the capture line: where a line goes, each with its key and its prefix."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from workshop_app.desktop.console.key_button import KeyButton
from workshop_app.desktop.console.targets import Target


class TargetButtons(QHBoxLayout):
    """A row of buttons, the strands of the round apart from the outcomes.

    Signals: `chosen(str)` for the digit of the one that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, em: int) -> None:
        """`em` is the size of the font, in pixels."""
        super().__init__()
        self._em = em
        self._buttons: dict[str, KeyButton] = {}
        self.setSpacing(round(em * 0.27))

    def offer(self, targets: Sequence[Target]) -> None:
        """Show a button for each of these."""
        while (item := self.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._buttons.clear()
        for place, target in enumerate(targets):
            if place and target.strand is None and targets[place - 1].strand:
                self.addSpacing(self._em // 2)
            self._buttons[target.key] = self._button(target)
            self.addWidget(self._buttons[target.key])
        self.addStretch()

    def mark(self, key: str) -> None:
        """Show which one is meant."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def _button(self, target: Target) -> KeyButton:
        signs = dict.fromkeys((target.digit, target.prefix))
        button = KeyButton(target.label, " ".join(signs) + ":", checkable=True)
        button.setAccessibleDescription(f"Ctrl+{target.digit}, {target.prefix}:")
        button.clicked.connect(lambda: self.chosen.emit(target.digit))
        return button
