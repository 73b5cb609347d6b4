"""The table of sessions on home: what each is called, when it was, how far it is."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workshop_app.desktop.actions import keys
from workshop_app.desktop.home import words
from workshop_app.desktop.home.session_delegate import ENTRY, SessionDelegate
from workshop_app.desktop.theme import mark
from workshop_app.i18n import Language
from workshop_app.storage.index_entry import IndexEntry

_NO_PARENT = QModelIndex()
_NARROW = 44
"""Width of the table in heights of a letter below which the counts are left out."""


class Column(IntEnum):
    """The columns, from left to right."""

    SESSION = 0
    DATE = 1
    PRESENT = 2
    ACTIONS = 3
    STATE = 4


class SessionModel(QAbstractTableModel):
    """The entries that are shown. The words of a cell are its display text, the entry itself has the role ENTRY."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.entries: tuple[IndexEntry, ...] = ()
        _ = language.gettext
        self._heads = (_("session"), _("date"), _("present"), _("open actions"), _("status"))

    def show(self, entries: Sequence[IndexEntry]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """One row for each session."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """The columns of Column."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, for the screen and for screen readers; or the entry."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {self._words(entry, Column(index.column()))}"
        return self._words(entry, Column(index.column())) if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, entry: IndexEntry, column: Column) -> str:
        match column:
            case Column.SESSION:
                return entry.title
            case Column.DATE:
                return self._language.date(entry.day) if entry.day else words.NONE
            case Column.PRESENT:
                return words.amount(entry.present)
            case Column.ACTIONS:
                return words.amount(entry.open_actions)
            case Column.STATE:
                return self._language.gettext(words.STATES[entry.state][0])


class SessionTable(QTableView):
    """The sessions; Enter opens the current one, Delete asks to erase it.

    Signals: `opened(IndexEntry)`, `erase_asked(IndexEntry)`.
    """

    opened = Signal(object)
    erase_asked = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SessionModel(language)
        self.setModel(self._model)
        self._delegate = SessionDelegate(language, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(language.gettext("Sessions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        mark(self, kind="list")
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._arrange()
        self._act(language.gettext("Open"), (QKeySequence("Return"), QKeySequence("Enter")), self.opened)
        self._act(language.gettext("Erase…"), (QKeySequence(keys("home-erase")[0]),), self.erase_asked)
        self.doubleClicked.connect(lambda: self._tell(self.opened))

    def show_entries(self, entries: Sequence[IndexEntry]) -> None:
        """Show these sessions; the current one stays current."""
        current = self.current()
        place = self.currentIndex().row()
        self._model.show(entries)
        self.setMaximumHeight(
            self.horizontalHeader().sizeHint().height()
            + len(entries) * self.verticalHeader().defaultSectionSize()
            + 2 * self.frameWidth()
        )
        files = [entry.file for entry in self._model.entries]
        if current and current.file in files:
            place = files.index(current.file)
        if files and place >= 0:
            self.selectRow(min(place, len(files) - 1))

    def current(self) -> IndexEntry | None:
        """The session that keys act on."""
        row = self.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def enter(self) -> None:
        """Take the keyboard, on the first session when none is current."""
        if self.current() is None and self._model.entries:
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters only what matters most is shown."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.font().pixelSize()
        for column in (Column.PRESENT, Column.ACTIONS):
            self.setColumnHidden(column, narrow)

    def _arrange(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(self._delegate.width_of("0000"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.SESSION, QHeaderView.ResizeMode.Stretch)
        for column, widest in (
            (Column.DATE, "wo 30 mmm 2026"),
            (Column.PRESENT, "aanwezigen"),
            (Column.ACTIONS, "open acties, "),
            (Column.STATE, "in voorbereiding"),
        ):
            header.resizeSection(column, self._delegate.width_of(widest))

    def _act(self, words: str, keys: Sequence[QKeySequence], signal: Any) -> None:
        action = QAction(words, self)
        action.setShortcuts(list(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._tell(signal))
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _tell(self, signal: Any) -> None:
        entry = self.current()
        if entry:
            signal.emit(entry)
