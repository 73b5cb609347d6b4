"""The rows of a panel as a list model that tells views only what differs.

It keeps words and sizes where Qt finds them without asking Python: then hundreds of rows are laid out in no time.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from workshop_app.desktop.console.row import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
Measure = Callable[[Row], QSize]
_WRITABLE = (RowKind.SUBJECT, RowKind.SAID, RowKind.OUTCOME)


class RowModel(QStandardItemModel):
    """Rows of a panel.

    Signals: `edited(Row, str)` when a text was changed in place; the row changes when it was saved.
    """

    edited = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """The row of an index."""
        place = index.row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def index_of(self, key: tuple[RowKind, str, str]) -> QModelIndex:
        """The index of the row with a key; an invalid one when it is not there."""
        place = next((n for n, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(place, 0) if place >= 0 else QModelIndex()

    def show(self, rows: Sequence[Row], measure: Measure) -> tuple[Row, ...]:
        """Show these rows: what stands before and after the difference is left alone. Returns the rows that differ."""
        old, new = self._rows, tuple(rows)
        start = _same(old, new)
        end = _same(old[start:][::-1], new[start:][::-1])
        before, after = len(old) - start - end, len(new) - start - end
        fresh, changed = new[start : start + after], min(before, after)
        # Rows that are equal stay the same objects: what is known of their layout is found by identity.
        self._rows = (*old[:start], *fresh, *old[start + before :])
        if after < before:
            self.removeRows(start + changed, before - after)
        for place, row in enumerate(fresh[changed:], start=start + changed):
            self.insertRow(place, _dressed(QStandardItem(), row, measure))
        for place, row in enumerate(fresh[:changed], start=start):
            _dressed(self.item(place), row, measure)
        return fresh

    def measure_again(self, measure: Measure) -> None:
        """Give every row the size that it needs now."""
        for place, row in enumerate(self._rows):
            self.item(place).setSizeHint(measure(row))

    def reword(self, index: Index, text: str) -> None:
        """Pass on a text that was changed in place."""
        row = self.row_at(index)
        if row and text and text != plain_text(row):
            self.edited.emit(row, text)


def plain_text(row: Row) -> str:
    """The text of a row to edit, without the quotation marks that only stand around it on the screen."""
    return row.text.removeprefix("“").removesuffix("”") if row.is_quote else row.text


def _dressed(item: QStandardItem, row: Row, measure: Measure) -> QStandardItem:
    flags = Qt.ItemFlag.NoItemFlags
    if row.kind not in (RowKind.HEADING, RowKind.THEME):
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if row.kind in _WRITABLE and (row.prompt_id or row.id):
        flags |= Qt.ItemFlag.ItemIsEditable
    item.setFlags(flags)
    item.setText(row.spoken)
    item.setSizeHint(measure(row))
    return item


def _same(one: Sequence[Row], other: Sequence[Row]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a is not b and a != b), min(len(one), len(other)))
