"""The panel of decisions and actions: three tables that can be changed where they stand."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.outcome_columns import ACTIONS, DECISIONS, PARKED, PARKED_STATES, end_parked
from workshop_app.desktop.console.outcome_table import OutcomeModel, OutcomeTable
from workshop_app.desktop.widgets.announce import announce
from workshop_app.desktop.widgets.labels import SectionLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation import outcomes
from workshop_app.model.values import ParkedState
from workshop_app.model.views import ParkedView


class OutcomesPanel(QScrollArea):
    """Decisions, actions and what is parked.

    Signals: `wipe_requested(Outcome)` to delete one for good.
    """

    wipe_requested = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        _ = bridge.language.gettext
        self._decisions = OutcomeModel(bridge, _("B"), DECISIONS, self)
        self._actions = OutcomeModel(bridge, _("A"), ACTIONS, self)
        self._parked = OutcomeModel(bridge, _("P"), PARKED, self)
        attempt = bridge.attempt
        sections = (
            (_("Decisions"), self._decisions, lambda row: attempt(outcomes.remove_decision, row.id), "decision"),
            (_("Actions"), self._actions, lambda row: attempt(outcomes.remove_action, row.id), "action"),
            (_("Parked for later"), self._parked, lambda row: attempt(outcomes.remove_parked, row.id), "park"),
        )
        content = Surface("clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, round(self.font().pixelSize() * 0.4), 0)
        column.setSpacing(round(self.font().pixelSize() * 0.53))
        self.tables: list[OutcomeTable] = []
        self._hints: list[TextLabel] = []
        for name, model, remove, key in sections:
            table = OutcomeTable(name, model, bridge, remove, self._parked_keys() if key == "park" else {})
            table.wipe_requested.connect(self.wipe_requested)
            table.left.connect(lambda by, table=table: self._go_on(table, by))
            hint = TextLabel(_("Nothing yet: {key}").format(key=key_hint(key)), "body", "muted")
            for part in (SectionLabel(name), table, hint):
                column.addWidget(part)
            column.addSpacing(round(self.font().pixelSize()))
            self.tables.append(table)
            self._hints.append(hint)
        column.addStretch()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_here(self, here: Here) -> None:
        """Show what was decided, agreed and parked."""
        view = here.view
        self._decisions.show(view.decisions)
        self._actions.show(view.actions)
        self._parked.show(view.parked)
        self._actions.refresh()
        for table, hint in zip(self.tables, self._hints, strict=True):
            empty = not table.model().rowCount()
            table.setVisible(not empty)
            hint.setVisible(empty)

    def take_focus(self) -> bool:
        """Give the keyboard to the first table that has rows. Whether there is one."""
        table = next((table for table in self.tables if table.model().rowCount()), None)
        if table:
            table.setFocus(Qt.FocusReason.TabFocusReason)
        return table is not None

    def _parked_keys(self) -> dict[Qt.Key, Callable[[ParkedView], object]]:
        def ends(state: ParkedState) -> Callable[[ParkedView], object]:
            return lambda row: self._end(row, state)

        return {
            Qt.Key.Key_A: self._act,
            Qt.Key.Key_B: ends(ParkedState.HANDLED),
            Qt.Key.Key_V: ends(ParkedState.NEXT_TIME),
            Qt.Key.Key_O: ends(ParkedState.OPEN),
        }

    def _end(self, row: ParkedView, state: ParkedState) -> None:
        if end_parked(self._bridge, row, state):
            announce(self, self._bridge.language.gettext(PARKED_STATES[state]))

    def _act(self, row: ParkedView) -> None:
        """Make an action of a parked item, and go where its owner is typed."""
        if end_parked(self._bridge, row, ParkedState.ACTION):
            actions = self.tables[1]
            actions.setCurrentIndex(actions.model().index(actions.model().rowCount() - 1, 2))
            actions.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(actions)

    def _go_on(self, table: OutcomeTable, by: int) -> None:
        filled = [each for each in self.tables if each.model().rowCount()]
        place = filled.index(table) + by
        if 0 <= place < len(filled):
            other = filled[place]
            other.setCurrentIndex(other.model().index(0 if by > 0 else other.model().rowCount() - 1, 1))
            other.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(other)
