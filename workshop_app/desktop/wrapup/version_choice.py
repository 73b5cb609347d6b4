"""Which version of the minutes: for whom, and whether it is still a concept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.segmented import SegmentedButtons
from workshop_app.desktop.wrapup.day_field import DayField
from workshop_app.facilitation import preparing
from workshop_app.facilitation.action_line import Due
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.model.values import MinutesStatus

CONCEPT, FINAL = MinutesStatus.CONCEPT, MinutesStatus.FINAL


class VersionChoice(QWidget):
    """For whom the minutes are (kept by the window), and their status (kept in the file).

    Signals: `changed()` when they are for others than before.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        _, today = bridge.language.gettext, bridge.desk.now().astimezone().date()
        audiences = [(Audience.PARTICIPANTS, _("Participants")), (Audience.PUBLICATION, _("Publication"))]
        self.audience = SegmentedButtons(_("For whom"), audiences)
        self.status = SegmentedButtons(_("Status"), [(CONCEPT, _("Draft")), (FINAL, _("Adopted"))])
        self.days = {status: DayField(bridge.language, today) for status in MinutesStatus}
        names = {CONCEPT: _("Reactions before"), FINAL: _("Adopted on")}
        self._day_rows = {status: FormRow(names[status], self.days[status]) for status in MinutesStatus}
        words = _("Names of participants are left out. Read whether a text names somebody else.")
        self._warning = TextLabel(words, "small", "muted", wraps=True)
        self._warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (
            FormRow(_("For whom"), self.audience),
            self._warning,
            FormRow(_("Status"), self.status),
            *self._day_rows.values(),
        ):
            column.addWidget(part)
        self.audience.chosen.connect(self._turn)
        self.status.chosen.connect(self._set_status)
        self.days[CONCEPT].settled.connect(lambda due: self._set_day(CONCEPT, due, reactions_before=due.day))
        self.days[FINAL].settled.connect(lambda due: self._set_day(FINAL, due, adopted_on=due.day))
        self.refresh()

    @property
    def edition(self) -> Edition:
        """For whom they are."""
        return Edition(Audience(self.audience.key))

    def refresh(self) -> None:
        """Show what the file holds."""
        info = self._bridge.view.info
        self.status.choose(info.minutes_status)
        self.days[CONCEPT].show_due(Due(info.reactions_before))
        self.days[FINAL].show_due(Due(info.adopted_on))
        for status, row in self._day_rows.items():
            row.setVisible(status is info.minutes_status)

    def _turn(self) -> None:
        self._warning.setVisible(self.edition.public)
        self.changed.emit()

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
