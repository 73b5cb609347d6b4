"""The rounds of a script under each other; keys choose, move and switch them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop_app.desktop.prepare.round_row import RoundRow
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.schedule import planned
from workshop_app.i18n import Language
from workshop_app.model.views import WorkshopView

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TIMES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class ScriptList(QScrollArea):
    """The script. Arrows choose a round, Alt with an arrow moves it, the space bar switches it on or off, + and - give
    it more or less time, Delete takes it away, Ctrl+D copies it.

    Signals: `picked(str)` with the id of the round that is current now, `entered()` for Enter on it,
    `retimed(str, int)`, `switched(str, bool)`, `moved(str, int)`, `copied(str)` and `removed(str)` with the id of a
    round.
    """

    picked = Signal(str)
    entered = Signal()
    retimed = Signal(str, int)
    switched = Signal(str, bool)
    moved = Signal(str, int)
    copied = Signal(str)
    removed = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[RoundRow] = []
        self._current, self._place = "", 0
        ground = Surface("clear")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 2 * STEP, 0)
        self._column.setSpacing(round(1.5 * STEP))
        self._column.addStretch(1)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def current(self) -> str:
        """The id of the current round, '' when there is none."""
        return self._current

    def show_script(self, view: WorkshopView) -> None:
        """Show every round with its time; the current one stays current."""
        had_focus = any(row.hasFocus() for row in self._rows)
        self._make_rows(len(view.rounds))
        begins = {slot.round_id: slot.start.time() for slot in planned(view)}
        for row, known in zip(self._rows, view.rounds, strict=True):
            row.show_round(known, view.number(known.id), begins.get(known.id))
        ids = [known.id for known in view.rounds]
        if self._current not in ids:
            # Where it was there is its neighbour now; at the beginning there was none.
            there = min(self._place, len(ids) - 1)
            self._current = ids[there] if ids else ""
        self._place = ids.index(self._current) if ids else 0
        self._mark_current()
        if had_focus:
            self.take_focus()

    def pick(self, round_id: str) -> None:
        """Make a round the current one."""
        self._current = round_id
        self._place = next((place for place, row in enumerate(self._rows) if row.round_id == round_id), 0)
        self._mark_current()
        self.picked.emit(round_id)

    def flush(self) -> None:
        """Have saved the minutes that were typed last."""
        for row in self._rows:
            row.minutes.interpretText()

    def take_focus(self) -> None:
        """Give the current round the keyboard."""
        row = self._current_row()
        if row:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move or switch the current round."""
        key, row = Qt.Key(event.key()), self._current_row()
        step = _STEPS.get(key)
        if row is None or not row.hasFocus():
            super().keyPressEvent(event)
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._current, step)
        elif step:
            self._walk(step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(len(self._rows) * (1 if key == Qt.Key.Key_End else -1))
        elif key in _TIMES:
            row.minutes.stepBy(_TIMES[key])
            row.minutes.lineEdit().deselect()
        elif not self._act(key, event.modifiers(), row):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, row: RoundRow) -> bool:
        if key == Qt.Key.Key_Space:
            row.switch()
        elif key in ENTER:
            self.entered.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._current)
        elif key == Qt.Key.Key_D and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.copied.emit(self._current)
        elif key == Qt.Key.Key_Menu:
            row.open_menu()
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        ids = [row.round_id for row in self._rows]
        there = max(0, min(len(ids) - 1, ids.index(self._current) + step))
        self.pick(ids[there])
        self.take_focus()

    def _current_row(self) -> RoundRow | None:
        return next((row for row in self._rows if row.round_id == self._current), None)

    def _mark_current(self) -> None:
        for row in self._rows:
            row.set_current(row.round_id == self._current)

    def _make_rows(self, count: int) -> None:
        while len(self._rows) < count:
            row = self._row()
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        while len(self._rows) > count:
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.deleteLater()

    def _row(self) -> RoundRow:
        row = RoundRow(self._language)
        row.picked.connect(lambda: self.pick(row.round_id))
        row.retimed.connect(lambda minutes: self.retimed.emit(row.round_id, minutes))
        row.switched.connect(lambda on: self.switched.emit(row.round_id, on))
        row.moved.connect(lambda by: self.moved.emit(row.round_id, by))
        row.copied.connect(lambda: self.copied.emit(row.round_id))
        row.removed.connect(lambda: self.removed.emit(row.round_id))
        return row
