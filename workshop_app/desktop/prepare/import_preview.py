"""The rows of a list as they will come in, and those that are left out with the reason why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workshop_app.desktop.theme import AMBER_DARK, INK2, STEP
from workshop_app.desktop.widgets.labels import tooltip
from workshop_app.facilitation.participant_import import ParticipantImport
from workshop_app.i18n import Language

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = (5, 15, 16, 11, 14)
"""In heights of a letter; what is the matter gets the rest."""


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: tuple[str, ...]
    remark: str
    taken: bool


class PreviewModel(QAbstractTableModel):
    """The lines of a list, in their order."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        _ = language.gettext
        self._heads = (
            _("line"), _("name"), _("municipality or organisation"), _("role"), _("e-mail address"),
            _("what is the matter"),
        )  # fmt: skip
        self._lines: tuple[_Line, ...] = ()

    def show_import(self, found: ParticipantImport) -> None:
        """Show who would come in now."""
        self.beginResetModel()
        self._lines = tuple(sorted(self._of(found), key=lambda line: line.number))
        self.endResetModel()

    def _of(self, found: ParticipantImport) -> Iterator[_Line]:
        left_out = self._language.gettext("left out: ")
        remarks: dict[int, str] = {}
        people = {line.line_no for line in found.good}
        for problem in found.problems:
            words = problem.explain(self._language)
            if problem.taken and problem.line_no in people:
                remarks[problem.line_no] = words
            else:
                remark = words if problem.taken else f"{left_out}{words}"
                yield _Line(problem.line_no, (problem.text, "", "", ""), remark, taken=False)
        for number, name in enumerate(found.organisations, start=1):
            yield _Line(number, ("", name, "", ""), "", taken=True)
        for line in found.good:
            cells = (line.name, line.organisation, line.role, line.email)
            yield _Line(line.line_no, cells, remarks.get(line.line_no, ""), taken=True)

    def whole(self, row: int) -> str:
        """A row in one piece, with what is the matter first; '' when nothing is."""
        if not 0 <= row < len(self._lines):
            return ""
        line = self._lines[row]
        words = self._language.gettext("Line {n}: {remark}").format(n=line.number, remark=line.remark)
        return f"{words}\n{' · '.join(filter(None, line.cells))}" if line.remark else ""

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """The line, what comes in, what is the matter."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell."""
        line = self._lines[index.row()]
        last = len(self._heads) - 1
        text = (str(line.number), *line.cells, line.remark)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(text)
            case Qt.ItemDataRole.ForegroundRole if index.column() == last:
                return QColor(AMBER_DARK)
            case Qt.ItemDataRole.ForegroundRole if not line.taken or index.column() == 0:
                return QColor(INK2)
        return None


class PreviewTable(QTableView):
    """Shows a preview. Signals: `told(str)` with all that is the matter with the row gone to, '' for nothing."""

    told = Signal(str)

    def __init__(self, model: PreviewModel, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(language.gettext("Lines as they will come in"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 3 * STEP)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        letter = self.font().pixelSize()
        for at, width in enumerate(_WIDTHS):
            self.setColumnWidth(at, round(width * letter * 0.7))
        self.selectionModel().currentRowChanged.connect(lambda index: self.told.emit(model.whole(index.row())))
