"""The rows of a panel as a list model that tells views only what differs."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from workshop_app.desktop.console.rows import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WRITABLE = (RowKind.SUBJECT, RowKind.SAID)


class RowModel(QAbstractListModel):
    """Rows of a panel.

    Signals: `edited(Row, str)` when a text was changed in place.
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
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: tuple[RowKind, str, str]) -> QModelIndex:
        """The index of the row with a key; an invalid one when it is not there."""
        place = next((n for n, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows: what stands before and after the difference is left alone."""
        old, new = self._rows, tuple(rows)
        start = _same(old, new)
        end = _same(old[start:][::-1], new[start:][::-1])
        before, after = len(old) - start - end, len(new) - start - end
        changed = min(before, after)
        if after < before:
            self.beginRemoveRows(_NOWHERE, start + changed, start + before - 1)
            self._rows = (*old[: start + changed], *old[start + before :])
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(_NOWHERE, start + changed, start + after - 1)
            self._rows = (*old[: start + changed], *new[start + changed :])
            self.endInsertRows()
        if changed:
            self._rows = new
            self.dataChanged.emit(self.index(start), self.index(start + changed - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, its text to edit, or what a screen reader says."""
        row = self.row_at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.EditRole:
            return row.text.removeprefix("“").removesuffix("”") if row.is_quote else row.text
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass on a text that was changed in place; the row changes when it was saved."""
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        self.edited.emit(row, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings and notes are only read; texts of prompts and contributions can be changed."""
        row = self.row_at(index)
        if row is None or row.kind is RowKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if row.kind in _WRITABLE and (row.prompt_id or row.id) else flags


def _same(one: Sequence[Row], other: Sequence[Row]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a is not b and a != b), min(len(one), len(other)))
