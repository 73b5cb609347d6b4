"""How far the minutes are: a concept or adopted, which version, and until when or since when."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.segmented import SegmentedButtons
from workshop_app.desktop.wrapup.day_field import DayField
from workshop_app.facilitation import preparing
from workshop_app.facilitation.action_line import Due
from workshop_app.model.values import MinutesStatus

CONCEPT, FINAL = MinutesStatus.CONCEPT, MinutesStatus.FINAL
_LAST_VERSION = 99


class StatusChoice(QWidget):
    """The status of the minutes, which the file keeps. No signals."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        _, today = bridge.language.gettext, bridge.desk.now().astimezone().date()
        self.status = SegmentedButtons(_("Status"), [(CONCEPT, _("Draft")), (FINAL, _("Adopted"))])
        self.days = {status: DayField(bridge.language, today) for status in MinutesStatus}
        names = {CONCEPT: _("Reactions before"), FINAL: _("Adopted on")}
        self._day_rows = {status: FormRow(names[status], self.days[status]) for status in MinutesStatus}
        self.version = QSpinBox()
        self.version.setRange(1, _LAST_VERSION)
        self.version.valueChanged.connect(
            lambda number: bridge.attempt(preparing.edit_workshop, minutes_version=number)
        )
        beside = QHBoxLayout()
        beside.setSpacing(12)
        for row in self._day_rows.values():
            beside.addWidget(row, 1)
        beside.addWidget(FormRow(_("Version"), self.version))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(FormRow(_("Status"), self.status))
        column.addLayout(beside)
        self.status.chosen.connect(self._set_status)
        self.days[CONCEPT].settled.connect(lambda due: self._set_day(CONCEPT, due, reactions_before=due.day))
        self.days[FINAL].settled.connect(lambda due: self._set_day(FINAL, due, adopted_on=due.day))
        self.refresh()

    def refresh(self) -> None:
        """Show what the file holds."""
        info = self._bridge.view.info
        self.status.choose(info.minutes_status)
        self.days[CONCEPT].show_due(Due(info.reactions_before))
        self.days[FINAL].show_due(Due(info.adopted_on))
        with QSignalBlocker(self.version):
            self.version.setValue(info.minutes_version)
        for status, row in self._day_rows.items():
            row.setVisible(status is info.minutes_status)

    def flush(self) -> None:
        """Save a day that is typed in a field which was not left yet."""
        for field in self.days.values():
            field.settle()

    def _set_status(self, key: str) -> None:
        bridge = self._bridge
        adopted_on = bridge.view.info.adopted_on
        if key == FINAL and adopted_on is None:
            adopted_on = bridge.desk.now().astimezone().date()
        bridge.attempt(preparing.edit_workshop, minutes_status=MinutesStatus(key).value, adopted_on=adopted_on)

    def _set_day(self, status: MinutesStatus, due: Due, **fields: object) -> None:
        """Keep the day; words that are no day are refused, and the day before them stays."""
        understood = due.day is not None or not due.text
        wrong = "" if understood else self._bridge.language.gettext("This is not a day. Write it as 12 December.")
        self._day_rows[status].tell_mistake(wrong)
        if understood:
            self._bridge.attempt(preparing.edit_workshop, **fields)
