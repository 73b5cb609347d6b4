"""Which column of a list holds what: a choice for each column, filled in as far as it can be told."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.labels import ElidedLabel, tooltip
from workshop_app.facilitation.participant_columns import Columns, Field, ParticipantTable, assigned
from workshop_app.i18n import Language

_ACROSS = 4
_MOST = 24
"""Choices that are offered: a list of participants has no more columns that matter."""


class ColumnChoice(QWidget):
    """What each column holds. Signals: `changed()` when a person chose otherwise."""

    changed = Signal()

    def __init__(self, table: ParticipantTable, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: Columns = table.columns
        self.boxes: list[QComboBox] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        for at in range(min(len(table.columns), _MOST)):
            grid.addLayout(self._choice(table, at, language), at // _ACROSS, at % _ACROSS)
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)
        self._show()

    def _choice(self, table: ParticipantTable, at: int, language: Language) -> QVBoxLayout:
        _ = language.gettext
        name = table.heading(at) or _("column {n}").format(n=at + 1)
        sample = table.sample(at)
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.setAccessibleName(_("Column {name} holds").format(name=name))
        box.addItem(_("not used"), None)
        for field in Field:
            box.addItem(_(field.value), field)
        box.currentIndexChanged.connect(lambda _index: self._choose(at, box.currentData()))
        self.boxes.append(box)
        label, below = ElidedLabel(name, "small-strong"), ElidedLabel(sample, "small", "muted")
        below.setToolTip(tooltip(sample))
        column = QVBoxLayout()
        column.setSpacing(STEP // 2)
        for widget in (label, box, below):
            column.addWidget(widget)
        return column

    def _choose(self, at: int, field: Field | None) -> None:
        self.columns = assigned(self.columns, at, field)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for box, field in zip(self.boxes, self.columns, strict=False):
            with QSignalBlocker(box):
                box.setCurrentIndex(0 if field is None else 1 + list(Field).index(field))
