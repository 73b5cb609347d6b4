"""What was found and will be erased, line by line; a file that was made can be kept by taking its tick away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from workshop_app.desktop.theme import mark
from workshop_app.i18n import Language

_LINES = 3


class FoundList(QListWidget):
    """Lines to read; Space ticks those of files. Signals: those of a list."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        mark(self, kind="roomy")
        self.setAccessibleName(language.gettext("What was found"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(_LINES * 2 * self.fontMetrics().height())

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

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are ticked."""
        items = (self.item(row) for row in range(self.count()))
        ticked = (each for each in items if each.checkState() == Qt.CheckState.Checked)
        return tuple(each.data(Qt.ItemDataRole.UserRole) for each in ticked if each.data(Qt.ItemDataRole.UserRole))
