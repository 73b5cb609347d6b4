"""The keys of a panel's rows: they count, choose, look for names and ask for changes."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from workshop_app.desktop.console.row import VOICES
from workshop_app.desktop.console.row_view import RowView
from workshop_app.desktop.console.seeking import matching
from workshop_app.desktop.widgets.keys import ENTER

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
    Qt.Key.Key_B: "papers",
    Qt.Key.Key_C: "literal",
    Qt.Key.Key_A: "make-action",
    Qt.Key.Key_D: "make-decision",
    Qt.Key.Key_T: "theme",
    Qt.Key.Key_V: "move",
    Qt.Key.Key_J: "merge",
    Qt.Key.Key_K: "split",
}


class RowList(RowView):
    """Rows that are walked by keyboard. In a row that is found by its name, letters look for names; with Shift they are
    the keys that they are elsewhere.

    Signals, beside those of rows on the screen: `counted(Row, Cell, int)` a number typed into a cell;
    `picked(Row, Cell)` an option chosen with a digit; `asked(str, Row, Cell | None)` an action of `actions` on a row;
    `entered(Row, bool)` Enter, and whether that took a number; `sought(str, tuple[str, ...])` the letters typed so far
    and the names that begin with them.
    """

    counted = Signal(object, object, int)
    picked = Signal(object, object)
    asked = Signal(str, object, object)
    entered = Signal(object, bool)
    sought = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._letters = ""
        self.selectionModel().currentChanged.connect(self._forget_typed)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_ENDS_AFTER)
        self._typing.timeout.connect(self.take_number)

    def take_number(self) -> None:
        """Take the number that was typed so far."""
        row, cell, typed = self.current_row(), self.current_cell(), self._delegate.cursor.typed
        self._forget_typed()
        if row and cell and typed:
            self.counted.emit(row, cell, int(typed))

    def end_editing(self) -> None:
        """Take what is being typed or edited here."""
        self.take_number()
        editor = self.indexWidget(self.currentIndex()) if self.currentIndex().isValid() else None
        if self.state() is QAbstractItemView.State.EditingState or editor:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to what is being typed, before it belongs to the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape and self.is_typing:
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
        elif key == Qt.Key.Key_Escape and self.is_typing:
            self._forget_typed()
        elif self._looks_for_a_name(event):
            self._seek(self._letters[:-1] if key == Qt.Key.Key_Backspace else self._letters + event.text())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(key)
        elif key in ENTER:
            self._enter()
        elif key == Qt.Key.Key_F2:
            self._edit()
        elif key == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._ask("wipe")
        elif key in _ASKED:
            self._ask(_ASKED[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        else:
            event.ignore()

    @property
    def is_typing(self) -> bool:
        """Whether a number or a name is half typed."""
        return bool(self._delegate.cursor.typed or self._letters)

    def _looks_for_a_name(self, event: QKeyEvent) -> bool:
        row = self.current_row()
        if row is None or not row.seek:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            return bool(self._letters)
        return event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier

    def _seek(self, letters: str) -> None:
        """Go to the first name that begins with these letters; letters that lead nowhere begin anew with the last."""
        self.take_number()
        row = self.current_row()
        places = [n for n, each in enumerate(self.rows.rows) if row and each.seek and each.prompt_id == row.prompt_id]
        names = [self.rows.rows[place].seek for place in places]
        found = matching(letters, names) if letters else ()
        if letters and not found:
            letters = letters[-1]
            found = matching(letters, names)
        if found:
            self.setCurrentIndex(self.rows.index(places[found[0]], 0))
        self._letters = letters if found else ""
        self.sought.emit(letters, tuple(names[each] for each in found))

    def _walk(self, key: Qt.Key) -> None:
        self.take_number()
        if key == Qt.Key.Key_Up:
            self._step(-1)
        elif key == Qt.Key.Key_Down:
            self._step(1)
        else:
            self._move_cell(1 if key == Qt.Key.Key_Right else -1)

    def _enter(self) -> None:
        row, typed = self.current_row(), bool(self._delegate.cursor.typed)
        self.take_number()
        if row:
            self.entered.emit(row, typed)

    def _type(self, digit: str) -> None:
        row, cell = self.current_row(), self.current_cell()
        if row is None or cell is None:
            return
        if cell.countable and not cell.one_digit:
            self._delegate.cursor.typed = (self._delegate.cursor.typed + digit)[-_LONGEST_NUMBER:]
            self._typing.start()
            self.update(self.currentIndex())
            self.pointed.emit()
            return
        self._forget_typed()
        options = [place for place, each in enumerate(row.cells) if not each.countable and each.tone]
        if cell.countable:
            self.counted.emit(row, cell, int(digit))
        elif cell.tone and 0 < int(digit) <= len(options):
            self.go_to_cell(options[int(digit) - 1])
            self.picked.emit(row, row.cells[options[int(digit) - 1]])

    def _ask(self, action_id: str) -> None:
        self.take_number()
        row = self.current_row()
        if row:
            self.asked.emit(action_id, row, self.current_cell())

    def stand_somewhere(self) -> None:
        """Stand on the first row when the keyboard is nowhere yet."""
        if not self.currentIndex().isValid():
            self._step(1)

    def edit_here(self) -> None:
        """Change the text of the row that the keyboard is at."""
        self._edit()

    def _edit(self) -> None:
        self.take_number()
        index = self.currentIndex()
        if index.isValid() and self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _forget_typed(self) -> None:
        self._typing.stop()
        if self._delegate.cursor.typed:
            self._delegate.cursor.typed = ""
            self.update(self.currentIndex())
            self.pointed.emit()
        if self._letters:
            self._letters = ""
            self.sought.emit("", ())

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
        if row.kind in VOICES and not row.cells[place].countable:
            self.asked.emit("choose", row, row.cells[place])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring the beamer to a row."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        if row:
            self.asked.emit("show-item", row, self.current_cell())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, on the first row when nowhere yet."""
        self._delegate.cursor.has_keyboard = True
        super().focusInEvent(event)
        self.stand_somewhere()
        self.viewport().update()
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the number that was typed."""
        self.take_number()
        self._delegate.cursor.has_keyboard = False
        super().focusOutEvent(event)
        self.viewport().update()
        self.pointed.emit()
