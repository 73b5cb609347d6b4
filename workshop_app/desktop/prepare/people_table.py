"""The table of participants: typing changes a cell, Ctrl+V pastes a list, Delete takes someone off it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop_app.desktop.actions import keys
from workshop_app.desktop.prepare.people_model import Column, PeopleModel
from workshop_app.desktop.theme import STEP
from workshop_app.model.values import TITLE_LIMIT


class _CellEditor(QStyledItemDelegate):
    """A line as long as a name may be; for organisations it completes those that are known."""

    def __init__(self, model: PeopleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """The line that is typed in."""
        line = QLineEdit(parent)
        line.setMaxLength(TITLE_LIMIT)
        line.setFrame(False)
        line.setStyleSheet("QLineEdit, QLineEdit:focus { border-radius: 0; padding: 0 7px; margin: 0; }")
        if index.column() == Column.ORGANISATION:
            completer = QCompleter(self._model.organisation_names(), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        return line


class PeopleTable(QTableView):
    """The participants. Signals: `paste_asked()`, `remove_asked()`, `forget_asked()`."""

    paste_asked = Signal()
    remove_asked = Signal()
    forget_asked = Signal()

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_CellEditor(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 4 * STEP)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._act(QKeySequence.keyBindings(QKeySequence.StandardKey.Paste), self.paste_asked)
        self._act([QKeySequence("Del")], self.remove_asked)
        self._act([QKeySequence(each) for each in keys("prepare-forget")], self.forget_asked)

    def rows(self) -> list[int]:
        """The rows in which something is selected."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def choose(self, row: int) -> None:
        """Make a row the current one; -1 is the empty row at the end."""
        last = self.model().rowCount() - 1
        self.setCurrentIndex(self.model().index(last if row < 0 else min(row, last), 0))

    def _act(self, sequences: Sequence[QKeySequence], signal: SignalInstance) -> None:
        action = QAction(self)
        action.setShortcuts(sequences)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(signal)
        self.addAction(action)
