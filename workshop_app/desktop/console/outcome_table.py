"""A table of decisions, actions or parked items, changed where they stand."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop_app.desktop import theme
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.outcome_columns import Column, Outcome
from workshop_app.desktop.console.text_block import Part, text_block
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.model.text import dotted

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
REMARK = Qt.ItemDataRole.UserRole
_LEAST, _LEAST_TEXT = 6.5, 11
"""The widths in ems under which no column goes, and not the one with the text."""


class OutcomeModel(QAbstractTableModel):
    """Outcomes with a number in front ("B1"). No signals of its own."""

    def __init__(self, bridge: Bridge, prefix: str, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._prefix, self.columns = bridge, prefix, columns
        self.outcomes: tuple[Outcome, ...] = ()

    def show(self, outcomes: tuple[Outcome, ...]) -> None:
        """Show these, telling views what differs."""
        old, self_ids = self.outcomes, [each.id for each in outcomes]
        if [each.id for each in old] == self_ids:
            self.outcomes = outcomes
            for n, (one, other) in enumerate(zip(old, outcomes, strict=True)):
                if one != other:
                    self.dataChanged.emit(self.index(n, 0), self.index(n, self.columnCount() - 1))
        elif self_ids[:-1] == [each.id for each in old]:
            self.beginInsertRows(_NOWHERE, len(old), len(old))
            self.outcomes = outcomes
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.outcomes = outcomes
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many outcomes."""
        return 0 if parent.isValid() else len(self.outcomes)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number, and the columns."""
        return 1 + len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, for a screen reader with its remark; REMARK alone is that."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, REMARK) or not index.isValid():
            return None
        if index.column() == 0:
            return "" if role == REMARK else f"{self._prefix}{index.row() + 1}"
        column, row = self.columns[index.column() - 1], self.outcomes[index.row()]
        remark = column.remark(row, self._bridge)
        if role == REMARK:
            return remark
        text = column.read(row, self._bridge.language)
        return dotted((text, remark)) if role == Qt.ItemDataRole.DisplayRole else text

    def refresh(self) -> None:
        """Show remarks anew: who is there, and what day it is, changes them too."""
        if self.outcomes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.outcomes) - 1, self.columnCount() - 1))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a cell through its command."""
        text = str(value).strip()
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        return self.columns[index.column() - 1].write(self._bridge, self.outcomes[index.row()], text)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All but the number can be changed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._bridge.language.gettext(self.columns[section - 1].title) if section else ""


class _Delegate(QStyledItemDelegate):
    """Writes the remark of a cell below its text, and offers choices where a column has them."""

    def __init__(self, table: QTableView, bridge: Bridge) -> None:
        super().__init__(table)
        self._table, self._bridge = table, bridge

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text with its remark in the width of its column."""
        em, width = self._table.font().pixelSize(), self._table.columnWidth(index.column())
        return QSize(width, round(self._block(index, width).boundingRect().height() + em * 1.2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the style, then the text."""
        self.initStyleOption(option, index)
        option.text = ""
        self._table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._table)
        rect: QRect = option.rect
        block = self._block(index, rect.width())
        top = rect.top() + (rect.height() - block.boundingRect().height()) / 2
        block.draw(painter, QPointF(rect.left() + self._table.font().pixelSize() * 0.6, top))

    def _block(self, index: Index, width: int) -> QTextLayout:
        font, remark = self._table.font(), str(index.data(REMARK) or "")
        parts = [Part(str(index.data(Qt.ItemDataRole.EditRole)), font, theme.INK)]
        if remark:
            colour = theme.INK2 if index.column() == 1 else theme.AMBER_DARK
            below = "\n" if parts[0].words else ""
            parts.append(Part(f"{below}{remark}", theme.role_font("small", font), colour))
        return text_block(parts, max(width - font.pixelSize() * 1.2, font.pixelSize()))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choices = index.model().columns[index.column() - 1].choices  # type: ignore[attr-defined]
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItems([self._bridge.language.gettext(choice) for choice in choices])
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)


class OutcomeTable(QTableView):
    """As high as its rows. F2, Enter or typing changes a cell, Delete takes a row away; `keys` do more with a row.

    Signals: `left(int)` when the arrows go beyond the last row (1) or the first (-1); `wipe_requested(Outcome)` to
    delete one for good.
    """

    left = Signal(int)
    wipe_requested = Signal(object)

    def __init__(
        self,
        name: str,
        model: OutcomeModel,
        bridge: Bridge,
        remove: Callable[[Any], object],
        keys: Mapping[Qt.Key, Callable[[Any], object]] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._outcomes, self._keys = model, {Qt.Key.Key_Delete: remove, **keys}
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, bridge))
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for signal in (model.dataChanged, model.rowsInserted, model.modelReset):
            signal.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Header and all rows."""
        rows = sum(self.rowHeight(n) for n in range(self._outcomes.rowCount()))
        if self.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            rows += self.horizontalScrollBar().sizeHint().height()
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width over the columns; where there is too little, the table goes on to the side."""
        super().resizeEvent(event)
        number = round(self.font().pixelSize() * 3)
        shares = [column.share for column in self._outcomes.columns]
        room, em = max(self.viewport().width() - number, 0), self.font().pixelSize()
        least = (round(em * (_LEAST_TEXT if share == max(shares) else _LEAST)) for share in shares)
        widths = [number, *(max(room * share // sum(shares), few) for share, few in zip(shares, least, strict=True))]
        for n, width in enumerate(widths):
            self.setColumnWidth(n, width)
        policy = Qt.ScrollBarPolicy
        wide = sum(widths) > self.viewport().width()
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if wide else policy.ScrollBarAlwaysOff)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes a cell, some keys do something with the row, the arrows go on to the next table."""
        key, here = event.key(), self.currentIndex()
        beyond = {Qt.Key.Key_Down: (self._outcomes.rowCount() - 1, 1), Qt.Key.Key_Up: (0, -1)}
        if self.state() == QAbstractItemView.State.EditingState:
            # Enter in an editor ends it, and comes here too.
            event.accept()
        elif key in ENTER and here.column() > 0:
            self.edit(here)
        elif key == Qt.Key.Key_Delete and here.isValid() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.wipe_requested.emit(self._outcomes.outcomes[here.row()])
        elif key in self._keys and here.isValid() and not event.modifiers():
            self._keys[Qt.Key(key)](self._outcomes.outcomes[here.row()])
        elif key in beyond and here.row() == beyond[Qt.Key(key)][0]:
            self.left.emit(beyond[Qt.Key(key)][1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand in the first cell that can be changed."""
        super().focusInEvent(event)
        if self.currentIndex().column() < 1 and self._outcomes.rowCount():
            self.setCurrentIndex(self._outcomes.index(max(self.currentIndex().row(), 0), 1))

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.updateGeometry()
