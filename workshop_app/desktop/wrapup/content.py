"""Which charts, tables, answers, quotes and photos go into the minutes, round by round; by keyboard in a tree."""

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel, tooltip
from workshop_app.desktop.wrapup import content_rows
from workshop_app.desktop.wrapup.content_rows import ALL_ROUNDS, Key, Row
from workshop_app.facilitation import capturing, preparing, wrapping_up
from workshop_app.minutes.parts import order_as_held
from workshop_app.model.values import QuoteMode
from workshop_app.model.views import PromptView

_KEY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 11
"""Rows in sight; of more, the tree scrolls."""
_CHECKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked, None: Qt.CheckState.PartiallyChecked}


class Content(QWidget):
    """The tree, the whole text of a quote below it, and how the rounds follow each other.

    Signals: `looked_at(str)` with the id of the round that somebody turns to.
    """

    looked_at = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        # It hides itself when there is nothing to choose, which a part of no window cannot do unseen.
        super().__init__(parent)
        self._bridge = bridge
        self._rows: tuple[Row, ...] = ()
        _ = bridge.language.gettext
        self.tree = _Tree(self)
        self.tree.setAccessibleName(_("In the minutes"))
        self.tree.setAccessibleDescription(
            _("Space switches a part or a quote on or off. L: literal or paraphrase. Alt+Up and Alt+Down move a round.")
        )
        self.tree.itemChanged.connect(self._switch)
        self.tree.currentItemChanged.connect(self._show_whole)
        for changed in (self.tree.itemExpanded, self.tree.itemCollapsed):
            changed.connect(self._fit)
        self.whole = TextLabel("", "small", "muted", wraps=True)
        self.whole.hide()
        self._hint = TextLabel(
            _("Space: on or off · L: literal or paraphrase · Alt+↑ ↓: move a round"), "small", "muted", wraps=True
        )
        self.as_held = QPushButton(_("Put the rounds in the order in which they were held"))
        self.as_held.clicked.connect(self._order)
        mark(self.as_held, kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for part in (self.tree, self.whole, self._hint, self.as_held):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part is self.as_held else Qt.AlignmentFlag(0))
        self.refresh()

    def refresh(self) -> None:
        """Show what the file holds."""
        view = self._bridge.view
        rows = content_rows.rows(view, self._bridge.language)
        self.as_held.setVisible(bool(order_as_held(view)))
        if rows != self._rows:
            with QSignalBlocker(self.tree):
                if [row.key for row in rows] != [row.key for row in self._rows]:
                    self._build(rows)
                self._fill(rows)
            self._rows = rows
        self.setVisible(bool(rows))

    def answer(self, event: QKeyEvent) -> bool:
        """What a key does to the current row; whether it did something."""
        key, item = event.key(), self.tree.currentItem()
        if item is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._move(item.data(0, _KEY), -1 if key == Qt.Key.Key_Up else 1)
        if key == Qt.Key.Key_L and not event.modifiers():
            return self._turn_mode(item.data(0, _KEY))
        return False

    # ------------------------------------------------------------------------------------------------------ the tree
    def _build(self, rows: tuple[Row, ...]) -> None:
        """Make the items again, with what was open and current as it was."""
        opened = {item.data(0, _KEY) for item in self._items() if item.isExpanded()}
        current = self.tree.currentItem()
        was: Key = current.data(0, _KEY) if current else Key(ALL_ROUNDS)
        self.tree.clear()
        made: dict[Key, QTreeWidgetItem] = {}
        for row in rows:
            parent = made[row.key.parent] if row.key.parent else self.tree.invisibleRootItem()
            made[row.key] = QTreeWidgetItem(parent)
            made[row.key].setData(0, _KEY, row.key)
            # Built empty, so that nothing is drawn twice; see `_fill`.
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            made[row.key].setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if row.can_switch else flags)
        for key in opened & made.keys():
            made[key].setExpanded(True)
        first = self.tree.topLevelItem(0)
        if first:
            self.tree.setCurrentItem(made.get(was, first))
        self._fit()

    def _fill(self, rows: tuple[Row, ...]) -> None:
        for row, item in zip(rows, self._items(), strict=True):
            item.setText(0, row.text)
            item.setText(1, row.state)
            item.setToolTip(0, tooltip(row.text))
            item.setSizeHint(0, QSize(0, self._row_height()))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if row.can_switch:
                item.setCheckState(0, _CHECKED[row.on])

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """All items in their order."""
        waiting = [self.tree.topLevelItem(n) for n in reversed(range(self.tree.topLevelItemCount()))]
        while waiting:
            item = waiting.pop()
            if item is not None:
                yield item
                waiting += [item.child(n) for n in reversed(range(item.childCount()))]

    def _fit(self) -> None:
        """As high as its rows, up to a number of them."""
        shown = sum(not self.tree.visualItemRect(item).isEmpty() for item in self._items())
        self.tree.setFixedHeight(min(max(shown, 1), _MOST_ROWS) * self._row_height() + 3 * STEP)

    def _row_height(self) -> int:
        return self.tree.fontMetrics().height() + 2 * STEP

    def _show_whole(self, item: QTreeWidgetItem | None) -> None:
        """The text of the row, where the tree may have had no room for it."""
        row = next((row for row in self._rows if item and row.key == item.data(0, _KEY)), None)
        self.whole.setText(row.text if row and row.key.quote_id else "")
        self.whole.setVisible(bool(self.whole.text()))
        if row and row.key.round_id != ALL_ROUNDS and self.tree.hasFocus():
            self.looked_at.emit(row.key.round_id)

    # --------------------------------------------------------------------------------------------------- what is done
    def _switch(self, item: QTreeWidgetItem) -> None:
        key, on, view = item.data(0, _KEY), item.checkState(0) == Qt.CheckState.Checked, self._bridge.view
        row = next(row for row in self._rows if row.key == key)
        if not row.can_switch or item.checkState(0) == _CHECKED[row.on]:
            return
        if key.quote_id:
            saved = self._edit_quote(key, in_minutes=on)
        else:
            rounds = content_rows.rounds_with(view, key.part) if key.round_id == ALL_ROUNDS else [key.round_id]
            saved = self._bridge.attempt(wrapping_up.leave_out, key.part, rounds, not on)
        if not saved:
            with QSignalBlocker(self.tree):
                self._fill(self._rows)

    def _edit_quote(self, key: Key, **marks: object) -> bool:
        quote = content_rows.quote(self._bridge.view, key)
        if quote is None:
            return False
        if isinstance(quote, PromptView):
            return self._bridge.attempt(capturing.edit_prompt, prompt_id=quote.id, **marks)
        return self._bridge.attempt(capturing.edit_contribution, contribution_id=quote.id, **marks)

    def _turn_mode(self, key: Key) -> bool:
        quote = content_rows.quote(self._bridge.view, key)
        if quote is None:
            return False
        other = QuoteMode.PARAPHRASE if quote.mode is QuoteMode.VERBATIM else QuoteMode.VERBATIM
        return self._edit_quote(key, mode=other.value)

    def _move(self, key: Key, by: int) -> bool:
        """Past the next round that the minutes tell of."""
        view = self._bridge.view
        told = [row.key.round_id for row in self._rows if row.key.parent is None and row.key.round_id != ALL_ROUNDS]
        if key.round_id not in told:
            return False
        there = told.index(key.round_id) + by
        if 0 <= there < len(told):
            places = [known.id for known in view.rounds]
            steps = places.index(told[there]) - places.index(key.round_id)
            self._bridge.attempt(preparing.move_round, key.round_id, steps)
        return True

    def _order(self) -> None:
        self._bridge.attempt(wrapping_up.put_in_order, order_as_held(self._bridge.view))
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)


class _Tree(QTreeWidget):
    """A tree that asks its owner what a key does."""

    def __init__(self, owner: Content) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setTabKeyNavigation(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(0, STEP, 0, STEP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the minutes first."""
        if not self._owner.answer(event):
            super().keyPressEvent(event)
