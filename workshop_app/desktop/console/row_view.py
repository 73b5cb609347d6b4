"""The rows of a panel on the screen: kept as they are where nothing changed, and a cursor that walks over rows and
cells."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from workshop_app.desktop.console.row import VOICES, Cell, Row, RowKind
from workshop_app.desktop.console.row_delegate import RowDelegate
from workshop_app.desktop.console.row_model import RowModel
from workshop_app.desktop.theme import mark

_UNREACHED = (RowKind.HEADING, RowKind.THEME)


class RowView(QListView):
    """Shows rows, with a cursor.

    Signals: `moved(Row)` when a person went to another row; `pointed()` another row or cell has the keyboard;
    `edited(Row, str)` a text changed in place.
    """

    moved = Signal(object)
    pointed = Signal()
    edited = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        mark(self, kind="plain")
        self.rows = RowModel(self)
        self.rows.edited.connect(self.edited)
        self._delegate = RowDelegate(self, self.rows)
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.selectionModel().currentChanged.connect(self._arrive)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_rows(self, rows: Sequence[Row], current: tuple[RowKind, str, str] | None) -> tuple[Row, ...]:
        """Show these rows, with the keyboard at the row with this key. Returns the rows that differ."""
        self._showing = True
        width = self.viewport().width()
        fresh = self.rows.show(rows, self._delegate.size_of)
        if self.viewport().width() != width:
            self.rows.measure_again(self._delegate.size_of)
        if fresh:
            # A list does not look at the size of a row again by itself.
            self.scheduleDelayedItemsLayout()
        index = self.rows.index_of(current) if current else QModelIndex()
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._showing = False
        self._delegate.cursor.row = index.row()
        return fresh

    def bring_into_view(self, key: tuple[RowKind, str, str]) -> None:
        """Scroll to a row; to its whole card when it opens one."""
        index = self.rows.index_of(key)
        last = index.row()
        while index.isValid() and self.rows.rows[last].in_card and not self.rows.rows[last].ends_card:
            last += 1
        self.scrollTo(self.rows.index(last, 0))
        self.scrollTo(index)

    def current_row(self) -> Row | None:
        """The row that the keyboard is at."""
        return self.rows.row_at(self.currentIndex())

    def current_cell(self) -> Cell | None:
        """The cell that the keyboard is at."""
        row = self.current_row()
        return row.cells[min(self._delegate.cursor.cell, len(row.cells) - 1)] if row and row.cells else None

    def go_to_cell(self, place: int) -> None:
        """Bring the keyboard to a cell of its row, counted from 0."""
        self._delegate.cursor.cell = place
        self.update(self.currentIndex())

    def next_cell(self) -> bool:
        """Bring the keyboard to the next cell of its row; False when it is at the last one."""
        row, here = self.current_row(), self._delegate.cursor.cell
        if row is None or here >= len(row.cells) - 1:
            return False
        self.go_to_cell(here + 1)
        return True

    def next_voice(self) -> bool:
        """Bring the keyboard to the next voice of the item; False when there is none."""
        row = self.current_row()
        return row is not None and self._step(1, lambda each: each.kind in VOICES and each.prompt_id == row.prompt_id)

    def _arrive(self, current: QModelIndex) -> None:
        if self._showing:
            return
        self._delegate.cursor.row = current.row()
        row = self.rows.row_at(current)
        if row:
            self.moved.emit(row)
        self.pointed.emit()

    def _step(self, by: int, wanted: Callable[[Row], bool] = lambda row: row.kind not in _UNREACHED) -> bool:
        rows = self.rows.rows
        start = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else len(rows))
        places = range(start + by, len(rows) if by > 0 else -1, by)
        found = next((place for place in places if wanted(rows[place])), None)
        if found is None:
            return False
        self.setCurrentIndex(self.rows.index(found, 0))
        return True

    def _move_cell(self, by: int) -> None:
        row = self.current_row()
        if row and row.cells:
            here = min(self._delegate.cursor.cell, len(row.cells) - 1)
            self.go_to_cell(max(0, min(len(row.cells) - 1, here + by)))
            self.pointed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew when the width changes."""
        super().resizeEvent(event)
        # A scroll bar can come while rows are put in: not all are there then, and they are measured afterwards.
        if event.size().width() != event.oldSize().width() and not self._showing:
            self.rows.measure_again(self._delegate.size_of)
            self.scheduleDelayedItemsLayout()
