"""The overview of all keys (F1), made of the actions."""

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_app.desktop.actions import ACTIONS, Where, shown_keys
from workshop_app.desktop.widgets.labels import SectionLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language


class KeyOverview(QDialog):
    """All keys, in groups; it leaves the other windows alive. Signals: those of a dialog."""

    def __init__(self, language: Language, parent: QWidget, places: Iterable[Where] = Where) -> None:
        """`places` are those whose keys are shown."""
        super().__init__(parent)
        _ = language.gettext
        self.setWindowTitle(_("Keys"))
        em = self.font().pixelSize()
        content = Surface("paper")
        grid = QGridLayout(content)
        grid.setContentsMargins(round(em * 1.6), em, round(em * 1.6), round(em * 1.6))
        grid.setHorizontalSpacing(round(em * 1.6))
        grid.setVerticalSpacing(round(em * 0.3))
        grid.setColumnStretch(1, 1)
        for where in places:
            heading = SectionLabel(_(where.value))
            heading.setContentsMargins(0, em, 0, round(em * 0.2))
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for each in ACTIONS:
                if each.where is where and each.text:
                    row = grid.rowCount()
                    grid.addWidget(TextLabel(shown_keys(each, language), "strong"), row, 0)
                    grid.addWidget(TextLabel(_(each.text), wraps=True), row, 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize(round(em * 44), round(em * 46))
