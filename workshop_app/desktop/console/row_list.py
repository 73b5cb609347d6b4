"""The list of a panel's rows: the keyboard walks over rows and cells, types counts and asks for changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from workshop_app.desktop.console.row_delegate import RowDelegate
from workshop_app.desktop.console.row_model import RowModel
from workshop_app.desktop.console.rows import Cell, Row, RowKind
from workshop_app.desktop.theme import mark

_TYPING_ENDS_AFTER = 900
"""Milliseconds after which a typed number is taken."""
_LONGEST_NUMBER = 4
_ASKED = {
    Qt.Key.Key_Space: "choose",
    Qt.Key.Key_Plus: "more-dots",
    Qt.Key.Key_Equal: "more-dots",
    Qt.Key.Key_Minus: "fewer-dots",
    Qt.Key.Key_R: "rest",
    Qt.Key.Key_M: "mark",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "clear",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QListView):
    """Rows that are walked by keyboard.

    Signals: `moved(Row)` when a person went to another row; `counted(Row, Cell, int)` a number typed into a cell;
    `picked(Row, Cell)` an option of one voice; `asked(str, Row, Cell | None)` an action of `actions` on a row;
    `edited(Row, str)` a text changed in place.
    """

    moved = Signal(object)
    counted = Signal(object, object, int)
    picked = Signal(object, object)
    asked = Signal(str, object, object)
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
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_ENDS_AFTER)
        self._typing.timeout.connect(self.take_number)

    def show_rows(self, rows: Sequence[Row], current: tuple[RowKind, str, str] | None) -> tuple[Row, ...]:
        """Show these rows, with the keyboard at the row with this key. Returns the rows that differ."""
        self._showing = True
        fresh = self.rows.show(rows, self._delegate.size_of)
        if fresh:
            # A list does not look at the size of a row again by itself.
            self.scheduleDelayedItemsLayout()
        index = self.rows.index_of(current) if current else QModelIndex()
        if index != self.currentIndex():
            self._forget_number()
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

    def take_number(self) -> None:
        """Take the number that was typed so far."""
        row, cell, typed = self.current_row(), self.current_cell(), self._delegate.cursor.typed
        self._forget_number()
        if row and cell and typed:
            self.counted.emit(row, cell, int(typed))

    def end_editing(self) -> None:
        """Take what is being typed or edited here."""
        self.take_number()
        editor = self.indexWidget(self.currentIndex()) if self.currentIndex().isValid() else None
        if self.state() is QAbstractItemView.State.EditingState or editor:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrive(self, current: QModelIndex) -> None:
        if self._showing:
            return
        self._delegate.cursor.row = current.row()
        row = self.rows.row_at(current)
        if row:
            self.moved.emit(row)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the number that is being typed, before it belongs to the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape and self._delegate.cursor.typed:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, type, ask."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.text().isdecimal() and event.text().isascii():
            self._type(event.text())
        elif key == Qt.Key.Key_Escape and self._delegate.cursor.typed:
            self._forget_number()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(key)
        elif key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_F2:
            self._edit()
        elif key in _ASKED:
            self._ask(key)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _walk(self, key: Qt.Key) -> None:
        self.take_number()
        if key == Qt.Key.Key_Up:
            self._step(-1)
        elif key == Qt.Key.Key_Down:
            self._step(1)
        else:
            self._move_cell(1 if key == Qt.Key.Key_Right else -1)

    def _step(self, by: int, wanted: Callable[[Row], bool] = lambda row: row.kind is not RowKind.HEADING) -> bool:
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
            self._delegate.cursor.cell = max(0, min(len(row.cells) - 1, here + by))
            self.update(self.currentIndex())

    def _enter(self) -> None:
        """Go on to the next cell while counting, else ask to show the row."""
        row = self.current_row()
        if not self._delegate.cursor.typed:
            if row:
                self.asked.emit("show-item", row, self.current_cell())
            return
        last = row is not None and self._delegate.cursor.cell >= len(row.cells) - 1
        self.take_number()
        if not last:
            self._move_cell(1)
        elif self._step(1, lambda other: other.kind is RowKind.SUBJECT and bool(other.cells)):
            self._delegate.cursor.cell = 0

    def _type(self, digit: str) -> None:
        row, cell = self.current_row(), self.current_cell()
        if row is None or cell is None:
            return
        if cell.countable:
            self._delegate.cursor.typed = (self._delegate.cursor.typed + digit)[-_LONGEST_NUMBER:]
            self._typing.start()
            self.update(self.currentIndex())
        elif 0 < int(digit) <= len(row.cells):
            chosen = row.cells[int(digit) - 1]
            self._delegate.cursor.cell = int(digit) - 1
            self.picked.emit(row, chosen)
            if row.kind is RowKind.VOICE:
                self._step(1, lambda other: other.kind is RowKind.VOICE and other.prompt_id == row.prompt_id)

    def _ask(self, key: Qt.Key) -> None:
        self.take_number()
        row = self.current_row()
        if row:
            self.asked.emit(_ASKED[key], row, self.current_cell())

    def _edit(self) -> None:
        self.take_number()
        index = self.currentIndex()
        if index.isValid() and self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _forget_number(self) -> None:
        self._typing.stop()
        if self._delegate.cursor.typed:
            self._delegate.cursor.typed = ""
            self.update(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.rows.measure_again(self._delegate.size_of)
            self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the cell under the pointer; a voice chooses it."""
        self.take_number()
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index)
        if row is None:
            return
        within = event.position() - self.visualRect(index).topLeft()
        layout = self._delegate.layout_of(row, self.viewport().width())
        place = next((n for n, where in enumerate(layout.cells) if where.contains(within)), None)
        if place is None:
            return
        self._delegate.cursor.cell = place
        self.update(index)
        if row.kind is RowKind.VOICE and not row.cells[place].countable:
            self.picked.emit(row, row.cells[place])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring the beamer to a row."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        if row:
            self.asked.emit("show-item", row, self.current_cell())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, on the first row when nowhere yet."""
        self._delegate.cursor.has_keyboard = True
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._step(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the number that was typed."""
        self.take_number()
        self._delegate.cursor.has_keyboard = False
        super().focusOutEvent(event)
        self.viewport().update()
