"""The list of who stands where in a matrix: names are found by their letters, two digits place them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from workshop_app.desktop.console.seeking import matching
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.keys import ENTER

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_TAKEN_FIRST = (*ENTER, Qt.Key.Key_Escape)


@dataclass(frozen=True, slots=True)
class Entry:
    """A voice in the list: its name, its place as digits and the quarter it falls in ('' for nowhere yet)."""

    voice: str
    name: str
    place: str = ""
    quarter: str = ""


class MatrixList(QTableWidget):
    """Voices with their places.

    Up and down choose; letters narrow to a name; the first digit is how far to the right, the second how far upwards.
    Enter takes the point in hand: arrows move it, Enter or Esc puts it down. Backspace takes back what was typed, else
    the place. Signals: `placed(str, int, int)` a voice to the right and upwards; `moved(str, int, int)` by steps;
    `cleared(str)`; `ballot_asked()`; `told()` when what is half typed changed.
    """

    placed = Signal(str, int, int)
    moved = Signal(str, int, int)
    cleared = Signal(str)
    ballot_asked = Signal()
    told = Signal()

    def __init__(self, heads: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self._entries: tuple[Entry, ...] = ()
        self.letters, self.digit, self.in_hand = "", 0, False
        self.seeks = True
        self.setAccessibleName(name)
        mark(self, kind="plain")
        self.setHorizontalHeaderLabels(list(heads))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(heads)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.font().pixelSize() * 2.2))
        self.currentCellChanged.connect(self._arrive)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these voices; the keyboard stays at its voice."""
        here = self.current_voice()
        before = self._entries
        self._entries = tuple(entries)
        self.setRowCount(len(self._entries))
        for row, entry in enumerate(self._entries):
            if row < len(before) and before[row] == entry:
                continue
            for column, text in enumerate((entry.name, entry.place, entry.quarter)):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, column, item)
        place = next((row for row, entry in enumerate(self._entries) if entry.voice == here), -1)
        if place >= 0 and place != self.currentRow():
            self.setCurrentCell(place, 0)

    def current_voice(self) -> str:
        """The voice of the keyboard, '' for none."""
        row = self.currentRow()
        return self._entries[row].voice if 0 <= row < len(self._entries) else ""

    def go_to(self, voice: str) -> None:
        """Bring the keyboard to a voice."""
        place = next((row for row, entry in enumerate(self._entries) if entry.voice == voice), None)
        if place is not None:
            self.setCurrentCell(place, 0)

    def forget(self) -> None:
        """Forget what is half typed, and put the point down."""
        self.letters, self.digit, self.in_hand = "", 0, False
        self.told.emit()

    def _arrive(self, row: int, _column: int, before: int, _before: int) -> None:
        if row != before:
            self.digit, self.in_hand = 0, False
            self.told.emit()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to what is half done here, before it belongs to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _TAKEN_FIRST
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and (event.key() in ENTER or self.letters or self.digit or self.in_hand)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find, place, move, take back; what is none of these goes on to the window."""
        key, typed = Qt.Key(event.key()), event.text()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif self.in_hand and key in _STEPS:
            self.moved.emit(self.current_voice(), *_STEPS[key])
        elif typed.isdecimal() and typed.isascii():
            self._type(int(typed))
        elif key in ENTER or (key == Qt.Key.Key_Escape and (self.in_hand or self.letters or self.digit)):
            self._take_in_hand(key in ENTER and not self.in_hand)
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif key == Qt.Key.Key_Plus:
            self.ballot_asked.emit()
        elif self.seeks and typed.isprintable() and (typed.isalpha() or (typed in " -’'" and self.letters and typed)):
            self._seek(typed)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab):
            self.letters = ""
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape):
            event.ignore()

    def _type(self, digit: int) -> None:
        voice = self.current_voice()
        if not digit or not voice:
            return
        if not self.digit:
            self.digit = digit
            self.told.emit()
            return
        across = self.digit
        self.forget()
        self.placed.emit(voice, across, digit)

    def _take_in_hand(self, on: bool) -> None:
        self.forget()
        self.in_hand = on and bool(self.current_voice())
        if self.in_hand:
            self.moved.emit(self.current_voice(), 0, 0)
        self.told.emit()

    def _take_back(self) -> None:
        if self.digit:
            self.digit = 0
        elif self.letters:
            self.letters = self.letters[:-1]
        elif self.current_voice():
            self.in_hand = False
            self.cleared.emit(self.current_voice())
        self.told.emit()

    def _seek(self, letter: str) -> None:
        """Go to the first voice whose name begins with these letters; letters that lead nowhere begin anew."""
        names = [entry.name for entry in self._entries]
        letters = self.letters + letter
        found = matching(letters.strip(" -’'"), names)
        if not found:
            letters = letter
            found = matching(letters, names) if letter.isalpha() else ()
        if found:
            self.setCurrentCell(found[0], 0)
        self.letters = letters if found else ""
        self.digit, self.in_hand = 0, False
        self.told.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was half typed."""
        super().focusOutEvent(event)
        self.forget()
