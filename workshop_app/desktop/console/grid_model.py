"""The table of options against criteria as the console shows it: the scores of one voice, and the totals of all."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.views import PromptView, RoundView
from workshop_app.model.weighed import DIVIDED, Grid

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """Options in rows with their totals, criteria in columns. No signals of its own."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.options: tuple[PromptView, ...] = ()
        self.grid = Grid((), (), numbers=False, one_voice=True)
        self._voice = ""
        self._folded = False

    def show(self, known: RoundView, voice: str, folded: bool) -> None:
        """Show what this voice gave, or what all gave together when it is ''. `folded`: the room can see this screen,
        and may not see the scores."""
        before = [p.text for p in (*self.options, *self.grid.criteria)], len(self.options)
        self.grid, self._voice, self._folded = Grid.of(known), voice, folded
        after = [p.text for p in (*known.items, *self.grid.criteria)], len(known.items)
        if before != after:
            self.beginResetModel()
            self.options = known.items
            self.endResetModel()
            return
        self.options = known.items
        if self.options and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        if self.options:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def option_at(self, index: Index) -> PromptView | None:
        """The option of a row."""
        return self.options[index.row()] if 0 <= index.row() < len(self.options) else None

    def criterion_at(self, index: Index) -> PromptView | None:
        """The criterion of a column."""
        return self.grid.criteria[index.column()] if 0 <= index.column() < len(self.grid.criteria) else None

    def takes_part(self, option: PromptView | None) -> bool:
        """Whether an option is weighed: it is chosen, or none is."""
        return option in self.grid.options

    def is_divided(self, index: Index) -> bool:
        """Whether voices differ most in a cell, as far as that may be seen."""
        option, criterion = self.option_at(index), self.criterion_at(index)
        if option is None or criterion is None or self._folded:
            return False
        return self.grid.is_divided(option.id, criterion.id)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many options."""
        return 0 if parent.isValid() else len(self.options)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many criteria."""
        return 0 if parent.isValid() else len(self.grid.criteria)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The score of the voice; spoken with what it is about."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The criteria; the options with their numbers, whether they were chosen, and the total of all voices."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.grid.criteria[section].text if section < len(self.grid.criteria) else None
        return self._head(section + 1, self.options[section]) if section < len(self.options) else None

    def _head(self, number: int, option: PromptView) -> str:
        _ = self._language.gettext
        part = _("chosen") if option.chosen else "" if self.takes_part(option) else _("takes no part")
        total = "" if self._folded else self.grid.shown_total(option.id, self._language)
        counted = _("total {total}").format(total=total) if total and self.takes_part(option) else ""
        return dotted((f"{number}  {' '.join(option.text.split())}", part, counted))

    def _shown(self, index: Index) -> str:
        option, criterion = self.option_at(index), self.criterion_at(index)
        if option is None or criterion is None or self._folded or not self.takes_part(option):
            return ""
        sign = DIVIDED if self.is_divided(index) else ""
        return " ".join(filter(None, (self._score(option, criterion), sign)))

    def _score(self, option: PromptView, criterion: PromptView) -> str:
        if not self._voice:
            return self.grid.shown(option.id, criterion.id, self._language)
        score = self.grid.weight(option.id, criterion.id).scores.get(self._voice)
        return self.grid.sign(score) if score else ""

    def _spoken(self, index: Index) -> str:
        option, criterion = self.option_at(index), self.criterion_at(index)
        divided = self._language.gettext("here we differ most") if self.is_divided(index) else ""
        about = (each.text for each in (option, criterion) if each)
        return dotted((*about, self._shown(index).removesuffix(DIVIDED).strip(), divided))
