"""A table of scores that is filled by keyboard, cell after cell."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop_app.desktop import theme
from workshop_app.desktop.console.grid_model import GridModel, Index
from workshop_app.desktop.console.name_editor import NameEditor
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.model.views import PromptView

_WORDS = int(Qt.TextFlag.TextWordWrap)
_SIGNS = {Qt.Key.Key_Plus: 4, Qt.Key.Key_Equal: 4, Qt.Key.Key_Minus: 2, Qt.Key.Key_0: 3}
"""What is typed for a score that is shown as a sign, besides the digits."""
_VOICES = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}
_ASKED = {
    Qt.Key.Key_Space: "choose",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_A: "make-action",
    Qt.Key.Key_F2: "edit",
}
_WALKED = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)
_LEAST_HEIGHT = 14
"""The least height in ems: the names of the criteria and some two options."""


class _Delegate(QStyledItemDelegate):
    """Frames the cells where voices differ most, and the one where the keyboard is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        table = self.parent()
        if not isinstance(table, GridTable):
            return
        here = table.hasFocus() and table.currentIndex() == index
        if not here and not table.grid.is_divided(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.PETROL if here else theme.AMBER), theme.RING if here else 1))
        painter.drawRoundedRect(option.rect.adjusted(2, 2, -3, -3), theme.RADIUS / 2, theme.RADIUS / 2)
        painter.restore()


class GridTable(QTableView):
    """Options against criteria. Letters go to whoever looks for a voice by its name, while one is looked for.

    Signals: `scored(int)` a score from 1 to 5 for the current cell; `cleared()`; `asked(str)` an action of `actions` on
    the current option; `turned(int)` to the next voice (1) or the one before; `sought(str)` a letter of a name;
    `pointed()` another cell has the keyboard.
    """

    scored = Signal(int)
    cleared = Signal()
    asked = Signal(str)
    turned = Signal(int)
    sought = Signal(str)
    pointed = Signal()

    def __init__(self, grid: GridModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.seeks = False
        self.setAccessibleName(name)
        mark(self, kind="plain")
        self.setModel(grid)
        self.setItemDelegate(_Delegate(self))
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))
        self.setMinimumHeight(round(self.font().pixelSize() * _LEAST_HEIGHT))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | wrapped)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | wrapped)
        for signal in (grid.modelReset, grid.headerDataChanged):
            signal.connect(self._fit)
        self.selectionModel().currentChanged.connect(self.pointed)

    def go_to_start(self) -> None:
        """Stand at the first criterion of the first option that takes part."""
        self._go(next((row for row, option in enumerate(self.grid.options) if self.grid.takes_part(option)), 0), 0)

    def go_on(self) -> None:
        """Stand at the next criterion, or at the first one of the next option that takes part."""
        here = self.currentIndex()
        if here.column() + 1 < len(self.grid.grid.criteria):
            self._go(here.row(), here.column() + 1)
            return
        below = range(here.row() + 1, self.grid.rowCount())
        row = next((row for row in below if self.grid.takes_part(self.grid.options[row])), None)
        if row is not None:
            self._go(row, 0)

    def name_editor(self, option: PromptView, called: str) -> NameEditor:
        """Lay a line over the name of the current option."""
        row, header = self.currentIndex().row(), self.verticalHeader()
        height = max(self.rowHeight(row), 2 * self.font().pixelSize())
        where = QRect(0, self.rowViewportPosition(row) + self.viewport().y(), header.width(), height)
        return NameEditor(option.text, where, called, self)

    def stand_near(self, row: int, column: int) -> None:
        """Stand where something may have gone."""
        self._go(min(row, self.grid.rowCount() - 1), min(column, max(len(self.grid.grid.criteria) - 1, 0)))

    def _go(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.grid.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Score, clear, walk, ask; what is none of these goes on to the window."""
        key, score = Qt.Key(event.key()), self._score(event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif score:
            self.scored.emit(score)
        elif key == Qt.Key.Key_Backspace:
            self.cleared.emit()
        elif key in ENTER:
            self.go_on()
        elif key in _VOICES:
            self.turned.emit(_VOICES[key])
        elif self.seeks and event.text().isalpha() and not held:
            self.sought.emit(event.text())
        elif key in _ASKED:
            self.asked.emit(_ASKED[key])
        elif key in _WALKED:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _score(self, event: QKeyEvent) -> int:
        if event.text() in ("1", "2", "3", "4", "5"):
            return int(event.text())
        return 0 if self.grid.grid.numbers else _SIGNS.get(Qt.Key(event.key()), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_start()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names break between words, and columns are never narrower than a word; what is too wide can be scrolled."""
        em, metrics = self.font().pixelSize(), self.fontMetrics()
        room, columns = self.width() - 2 * self.frameWidth(), max(self.grid.columnCount(), 1)
        names = round(min(room * 0.36, em * 16))
        self.verticalHeader().setFixedWidth(names)
        heads = [str(self.grid.headerData(n, Qt.Orientation.Horizontal)) for n in range(self.grid.columnCount())]
        widest = [max((metrics.horizontalAdvance(word) for word in head.split()), default=0) for head in heads]
        share = (room - names) // columns
        pad = round(em * 1.1)
        for column, width in enumerate(widest):
            self.setColumnWidth(column, max(share, min(width, em * 11) + pad))
        heights = [
            metrics.boundingRect(0, 0, self.columnWidth(n) - pad, 10_000, _WORDS, head).height()
            for n, head in enumerate(heads)
        ]
        self.horizontalHeader().setFixedHeight(max(heights, default=0) + pad)
        for row in range(self.grid.rowCount()):
            name = str(self.grid.headerData(row, Qt.Orientation.Vertical))
            self.setRowHeight(row, metrics.boundingRect(0, 0, names - pad, 10_000, _WORDS, name).height() + pad)
