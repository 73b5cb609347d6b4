"""The participants as a table that can be typed in, with an empty row at the end for one more."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from workshop_app.desktop.theme import INK2
from workshop_app.i18n import Language
from workshop_app.model.names import name_key
from workshop_app.model.views import ParticipantView, WorkshopView

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    EMAIL = 3


class PeopleModel(QAbstractTableModel):
    """The participants.

    Signals: `added(str)` with the name typed in the empty row, `edited(str, int, str)` with the id of a person, the
    column and what was typed.
    """

    added = Signal(str)
    edited = Signal(str, int, str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        _ = language.gettext
        self._heads = (_("name"), _("municipality or organisation"), _("role"), _("e-mail address"))
        self._new = _("+ name")
        self._people: tuple[ParticipantView, ...] = ()
        self._organisations: dict[str, str] = {}

    def show_view(self, view: WorkshopView) -> None:
        """Show the participants as they are saved, by surname. Someone typed in stays at the end until a list comes in;
        what was chosen stays chosen where it can."""
        organisations = {each.id: each.name for each in view.organisations}
        now = {person.id: person for person in view.participants}
        before = [person.id for person in self._people]
        new = [person for person in view.participants if person.id not in before]
        if len(new) < 2 and all(each in now for each in before):
            self._append((*(now[each] for each in before), *new), organisations)
        else:
            self.beginResetModel()
            self._people = tuple(sorted(view.participants, key=lambda person: name_key(person.name)))
            self._organisations = organisations
            self.endResetModel()

    def person(self, row: int) -> ParticipantView | None:
        """Who is on a row, None for the empty one."""
        return self._people[row] if 0 <= row < len(self._people) else None

    def organisation_names(self) -> list[str]:
        """The organisations that are known."""
        return list(self._organisations.values())

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """The participants and the empty row."""
        return 0 if parent.isValid() else len(self._people) + 1

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """The columns of Column."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell."""
        person, column = self.person(index.row()), Column(index.column())
        if person is None and column is Column.NAME:
            return {Qt.ItemDataRole.DisplayRole: self._new, Qt.ItemDataRole.ForegroundRole: QColor(INK2)}.get(
                Qt.ItemDataRole(role)
            )
        if person is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        organisation = self._organisations.get(person.organisation_id, "")
        return (person.name, organisation, person.role, person.email)[column]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be typed in; in the empty row the name comes first."""
        flags = super().flags(index)
        if self.person(index.row()) or index.column() == Column.NAME:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the table changes when it has been saved."""
        text, person = str(value).strip(), self.person(index.row())
        if role != Qt.ItemDataRole.EditRole or text == self.data(index, role):
            return False
        if person is None and text:
            self.added.emit(text)
        elif person is not None and (text or index.column() != Column.NAME):
            self.edited.emit(person.id, index.column(), text)
        return True

    def _append(self, people: tuple[ParticipantView, ...], organisations: dict[str, str]) -> None:
        first, more = len(self._people), len(people) - len(self._people)
        self._organisations = organisations
        if more:
            # The row that was empty becomes the first of them: whoever typed in it stays there.
            self.beginInsertRows(_NO_PARENT, first + 1, first + more)
            self._people = people
            self.endInsertRows()
        self._people = people
        self.dataChanged.emit(self.index(0, 0), self.index(len(people), len(Column) - 1))
