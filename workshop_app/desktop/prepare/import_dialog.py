"""What a pasted list or a file gives, to be confirmed before anybody is added."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel, tooltip
from workshop_app.facilitation.participant_import import LineProblem, ParticipantImport
from workshop_app.i18n import Language


class ImportDialog(QDialog):
    """How many can be taken, and what is wrong with which line. Signals: `accepted()` to take them."""

    def __init__(self, found: ParticipantImport, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        _ = language.gettext
        count = len(found.good)
        self.setWindowTitle(_("Add participants"))
        self.resize(44 * self.font().pixelSize(), 30 * self.font().pixelSize() if found.problems else 0)
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        take = QPushButton(language.ngettext("Add {n} participant", "Add {n} participants", count).format(n=count))
        take.clicked.connect(self.accept)
        take.setEnabled(count > 0)
        mark(take, kind="primary")
        first = take if count else cancel
        first.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        text = language.ngettext("{n} participant can be added.", "{n} participants can be added.", count)
        column.addWidget(TextLabel(text.format(n=count), "card-title"))
        if found.problems:
            left_out = sum(not problem.taken for problem in found.problems)
            below = language.ngettext("{n} line is left out.", "{n} lines are left out.", left_out).format(n=left_out)
            column.addWidget(TextLabel(below if left_out else _("Look at these lines:"), tone="muted"))
            column.addWidget(self._table(found.problems), 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(take)
        column.addLayout(foot)
        first.setFocus()

    def _table(self, problems: tuple[LineProblem, ...]) -> QTableWidget:
        _ = self._language.gettext
        table = QTableWidget(len(problems), 3)
        table.setHorizontalHeaderLabels([_("line"), _("what it says"), _("what is the matter")])
        table.setAccessibleName(_("Lines to look at"))
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for row, problem in enumerate(problems):
            mark_taken = "" if problem.taken else _("left out: ")
            words = (str(problem.line_no), problem.text, f"{mark_taken}{problem.explain(self._language)}")
            for place, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(tooltip(text))
                table.setItem(row, place, item)
        table.resizeRowsToContents()
        return table
