"""What was found and will be erased, line by line; what can be kept has a tick or a choice of its own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from workshop_app.desktop.theme import mark
from workshop_app.i18n import Language

_LINES = 1
"""That are always in sight; with large letters the rest of a window needs the room."""
_CHOICE = Qt.ItemDataRole.UserRole + 1


class FoundList(QListWidget):
    """Lines to read; Space ticks those of files, and changes a choice. Signals: those of a list."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        mark(self, kind="roomy")
        self.setAccessibleName(language.gettext("What was found"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._choose_next)
        self.setMinimumHeight(2 * _LINES * self.fontMetrics().height())

    def add(self, text: str) -> None:
        """A line to read."""
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)

    def add_file(self, path: Path) -> None:
        """A file that goes too, unless its tick is taken away."""
        item = QListWidgetItem(self._language.gettext("Made of it: {path}").format(path=path), self)
        item.setData(Qt.ItemDataRole.UserRole, path)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)

    def add_choice(self, text: str, words: Sequence[str], chosen: int) -> None:
        """A line with a choice before it, which Space, Enter or a click changes to the next of these words."""
        item = QListWidgetItem(self)
        item.setData(_CHOICE, (text, tuple(words), chosen))
        item.setText(_line(text, words[chosen]))

    @property
    def choices(self) -> tuple[int, ...]:
        """What is chosen, by place, for each line with a choice."""
        known = (self.item(row).data(_CHOICE) for row in range(self.count()))
        return tuple(each[2] for each in known if each)

    def _choose_next(self, item: QListWidgetItem) -> None:
        if known := item.data(_CHOICE):
            text, words, chosen = known
            chosen = (chosen + 1) % len(words)
            item.setData(_CHOICE, (text, words, chosen))
            item.setText(_line(text, words[chosen]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the choice of the current line."""
        item = self.currentItem()
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if item and item.data(_CHOICE) and event.key() in keys:
            self._choose_next(item)
            return
        super().keyPressEvent(event)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are ticked."""
        items = (self.item(row) for row in range(self.count()))
        ticked = (each for each in items if each.checkState() == Qt.CheckState.Checked)
        return tuple(each.data(Qt.ItemDataRole.UserRole) for each in ticked if each.data(Qt.ItemDataRole.UserRole))


def _line(text: str, choice: str) -> str:
    return f"[{choice}]  {text}"
