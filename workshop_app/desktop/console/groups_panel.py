"""The panel of a round in small groups: make the tables, note what each brings back, and merge what is the same."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import group_rows
from workshop_app.desktop.console.corrections import CORRECTIONS
from workshop_app.desktop.console.group_commands import GroupCommands
from workshop_app.desktop.console.group_list import GroupList
from workshop_app.desktop.console.group_rows import TOGETHER, UNSEATED
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.row import Cell, Row, RowKind
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import schedule, script
from workshop_app.facilitation.schedule import Pressure
from workshop_app.facilitation.task_clock import task_seconds_left
from workshop_app.model.text import dotted
from workshop_app.model.values import Level
from workshop_app.model.views import GroupView, Place
from workshop_app.rounds.kind import Scene

Key = tuple[RowKind, str, str]
_TONES = {Pressure.NONE: "normal", Pressure.SHORT: "warm", Pressure.LAST: "bad"}


class GroupsPanel(QWidget):
    """Tables; one of them is opened up, and what is captured while they work belongs to it.

    Signals: `subject_changed` when a person went to another table, `place_requested(Place)` to show what it brings
    back, `capture_requested` when a table was chosen to take notes for, `correction_requested(str, Row)` one of
    `CORRECTIONS` on a note.
    """

    subject_changed = Signal()
    place_requested = Signal(object)
    capture_requested = Signal()
    correction_requested = Signal(str, object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._language = bridge, bridge.language
        self._commands = GroupCommands(bridge)
        self._here = Here.of(bridge.view)
        self._place: Place | None = None
        self._veiled = False
        self._table = TOGETHER
        self._cursor: Key | None = None
        _ = self._language.gettext
        self.list = GroupList(_("Small groups"))
        self._left = TextLabel("", "title")
        self._until = TextLabel("", "lead", "muted")
        self.again = QPushButton(_("Start the clock again ({key})").format(key=key_hint("task-again")))
        self._clock = QWidget()
        self._hint = TextLabel("", "small", "muted", wraps=True)
        self._arrange()
        self.list.moved.connect(self._follow)
        self.list.numbered.connect(self._number)
        self.list.asked.connect(self._asked)
        self.list.entered.connect(self._enter)
        self.list.pointed.connect(self._tell_keys)
        self.list.edited.connect(self._commands.reword)
        self.again.clicked.connect(lambda: self._commands.do("task-again", self._here, None))

    def _arrange(self) -> None:
        em = self.font().pixelSize()
        clock = QHBoxLayout(self._clock)
        clock.setContentsMargins(0, 0, 0, 0)
        clock.setSpacing(em)
        clock.addWidget(self._left)
        clock.addWidget(self._until, 1, Qt.AlignmentFlag.AlignBottom)
        clock.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.4))
        column.addWidget(self._clock)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self.setFocusProxy(self.list)

    @property
    def subject(self) -> str | None:
        """The table that is opened up: what is captured as they work belongs to it, unless the round is anonymous."""
        known = self._here.round
        if known is None or known.level is Level.ANONYMOUS or self._is(Scene.TABLES):
            return None
        return self._table if self._group(self._table) else None

    def show_here(self, here: Here, veiled: bool) -> None:
        """Show the round where the beamer is; `veiled` while the room can see this screen."""
        arrived = here.place != self._place
        self._here, self._veiled, self._place = here, veiled, here.place
        self._clock.setVisible(self._is(Scene.TASK))
        if arrived:
            self._stand_at(self._first_table())
        self._refresh()
        if arrived and self._cursor:
            self.list.bring_into_view(self._cursor)

    def show_time(self, now: datetime) -> None:
        """Count down for all tables; `now` is the clock on the wall."""
        known = self._here.round
        if known is None or not self._is(Scene.TASK):
            return
        left = task_seconds_left(known, now.astimezone())
        shown = max(left, 0)
        self._left.setText(f"{shown // 60}:{shown % 60:02}")
        over = self._language.gettext("Time is up")
        self._until.setText(over if left <= 0 else self._language.gettext("left for the tables"))
        tone = _TONES[schedule.pressure(known, lambda _round_id: known.allotted * 60 - left)]
        if self._left.property("tone") != tone:
            mark(self._left, tone=tone)

    def choose_table(self, number: int) -> None:
        """Take notes for the table with this number, while the tables work or bring back."""
        groups = self._here.round.groups if self._here.round else ()
        if 0 < number <= len(groups) and not self._is(Scene.TABLES) and not self._is_together:
            self._go_to((RowKind.SUBJECT, groups[number - 1].id, ""))
            self.capture_requested.emit()

    def take_typed(self) -> None:
        """Take what is being edited here."""
        self.list.end_editing()

    def _is(self, scene: Scene) -> bool:
        return self._here.step is not None and self._here.step.scene is scene

    @property
    def _is_together(self) -> bool:
        return self._is(Scene.HARVEST) and not self._here.place.prompt_id

    def _group(self, group_id: str) -> GroupView | None:
        groups = self._here.round.groups if self._here.round else ()
        return next((group for group in groups if group.id == group_id), None)

    def _first_table(self) -> str:
        """Which table is opened up on arrival: the one on the beamer, else the one that was open, else the first."""
        if self._is(Scene.HARVEST):
            return self._here.place.prompt_id
        if self._group(self._table):
            return self._table
        return next((group.id for group in self._here.round.groups), UNSEATED) if self._here.round else UNSEATED

    def _stand_at(self, table: str) -> None:
        self._table = table
        self._cursor = (RowKind.SUBJECT, table, "")

    def _build(self) -> tuple[Row, ...]:
        return group_rows.build(self._here, self._language, self._table, self._veiled)

    def _refresh(self) -> None:
        new = self._build()
        if not any(row.key == self._cursor for row in new):
            self._stand_near([row.key for row in new])
            new = self._build()
        self.list.show_rows(new, self._cursor)
        self._tell_keys()

    def _stand_near(self, keys: list[Key]) -> None:
        """The row of the keyboard is gone: stand where it was."""
        before = [row.key for row in self.list.rows.rows]
        place = before.index(self._cursor) if self._cursor in before else 0
        self._cursor = keys[min(place, len(keys) - 1)] if keys else None
        self._table = self._cursor[1] if self._cursor else TOGETHER

    def _follow(self, row: Row) -> None:
        if row.prompt_id == self._table:
            self._cursor = row.key
        else:
            self._go_to(row.key)

    def _go_to(self, key: Key) -> None:
        self._cursor, self._table = key, key[1]
        # First, so that a half-typed text is kept with the table that it was for.
        self.subject_changed.emit()
        self._here = Here.of(self._bridge.view)
        self._refresh()
        self.list.bring_into_view(key)

    def _number(self, number: int) -> None:
        row = self.list.current_row()
        if self._is(Scene.TABLES) or (row and row.kind is RowKind.SAID):
            self._commands.number(self._here, row, number)
        else:
            self.choose_table(number)

    def _enter(self, row: Row, typed: bool) -> None:
        if self._is(Scene.TABLES):
            self._commands.sit_as_before(self._here)
        elif self._here.round and self._group(row.prompt_id):
            places = script.round_places(self._here.round)
            shown = next((place for place in places if place.prompt_id == row.prompt_id), None)
            if shown:
                self.place_requested.emit(shown)

    def _asked(self, action_id: str, row: Row | None, cell: Cell | None) -> None:
        if row and row.kind is RowKind.SAID and action_id in CORRECTIONS:
            self.correction_requested.emit(action_id, row)
        else:
            self._commands.do(action_id, self._here, row)

    def _tell_keys(self) -> None:
        """Say below the list what the keys do on this row."""
        self._hint.setText(dotted(self._keys(self.list.current_row())))

    def _keys(self, row: Row | None) -> tuple[str, ...]:
        _ = self._language.gettext
        if self._is_together or (row and row.kind is RowKind.SAID):
            return (
                _("J merges it with others"),
                _("a digit: it is of that table"),
                _("F2 changes it"),
                _("T: its theme"),
            )
        if not self._is(Scene.TABLES):
            return (_("a digit, or Alt with it: take notes for that table"), _("Enter: show what it brings back"))
        if row and row.kind is RowKind.VOICE:
            return _("a digit: to that table"), _("L: stays there when you mix again"), _("Del: from the table")
        made = _("G mixes again"), _("N seats who came late"), _("Q: each table its own question"), _("F2: its name")
        if self._here.round and self._here.round.groups:
            return _("a digit: so many tables"), *made
        before = self._here.view.groups_for(self._here.place.round_id)
        return _("a digit: so many tables"), _("Enter: the tables of before") if before else ""
