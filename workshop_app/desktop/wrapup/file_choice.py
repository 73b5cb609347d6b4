"""Which other files are made: a switch for each kind, and one for all of them."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.i18n import Language


class FileChoice(QWidget):
    """Switches for kinds of files. Signals: `changed()` when others are chosen."""

    changed = Signal()

    def __init__(self, kinds: Mapping[str, str], language: Language) -> None:
        """`kinds`: the words for each kind, by its name."""
        super().__init__()
        self._all = QCheckBox(language.gettext("All of them"))
        self._boxes = {kind: QCheckBox(words) for kind, words in kinds.items()}
        self._all.clicked.connect(self._turn_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(self._all)
        for box in self._boxes.values():
            box.toggled.connect(self._tell)
            column.addWidget(box)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The kinds that are switched on."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def take_focus(self) -> None:
        """Give the keyboard to the first switch."""
        self._all.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_all(self) -> None:
        on = self._all.isChecked()
        for box in self._boxes.values():
            with QSignalBlocker(box):
                box.setChecked(on)
        self._tell()

    def _tell(self) -> None:
        with QSignalBlocker(self._all):
            self._all.setChecked(len(self.chosen) == len(self._boxes))
        self.changed.emit()
