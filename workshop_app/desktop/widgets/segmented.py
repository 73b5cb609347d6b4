"""A row of buttons of which exactly one is on; arrows move the choice."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from workshop_app.desktop.theme import mark


class SegmentedButtons(QWidget):
    """Choose one of a few. Signals: ``chosen(str)`` with the key, when a person changes the choice."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``name`` is said by screen readers; ``options`` are pairs of key and words, the first is on."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = [key for key, _ in options]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (_, words) in enumerate(options):
            button = self._button(words, f"{name}: {words}", place)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._keys[place]))
        self._turn_on(0)

    def _button(self, words: str, name: str, place: int) -> QPushButton:
        last = len(self._keys) - 1
        button = QPushButton(words)
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        end = "only" if last == 0 else {0: "first", last: "last"}.get(place, "middle")
        mark(button, segment=end)
        return button

    @property
    def key(self) -> str:
        """The key of the choice."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Set the choice without a signal. Raises ValueError for a key that is not among the options."""
        self._turn_on(self._keys.index(key))

    def _turn_on(self, place: int) -> None:
        self._group.button(place).setChecked(True)
        for other, button in enumerate(self._group.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == place else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice and the focus along."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = (self._group.checkedId() + step) % len(self._keys)
        self._turn_on(place)
        self._group.button(place).setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self._keys[place])
