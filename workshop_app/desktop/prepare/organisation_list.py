"""The organisations at the table: rename one by typing, add one below, Delete takes one away."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.people import add_organisation, edit_organisation, remove_organisation
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import WorkshopView

_ID = Qt.ItemDataRole.UserRole


class OrganisationList(QWidget):
    """The organisations; what is changed is saved at once. No signals."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        _ = bridge.language.gettext
        self._head = TextLabel("", "small-strong", "muted")
        self._list = QListWidget()
        self._list.setAccessibleName(_("Municipalities and organisations"))
        mark(self._list, kind="list")
        triggers = QAbstractItemView.EditTrigger
        self._list.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self._list.itemChanged.connect(self._rename)
        remove = QAction(self._list)
        remove.setShortcuts(QKeySequence.StandardKey.Delete)
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self._remove)
        self._list.addAction(remove)
        self._new = QLineEdit()
        self._new.setMaxLength(TITLE_LIMIT)
        self._new.setPlaceholderText(_("+ municipality or organisation"))
        self._new.setAccessibleName(self._new.placeholderText())
        self._new.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        column.addWidget(self._new)

    def show_view(self, view: WorkshopView) -> None:
        """Show the organisations as they are saved."""
        _ = self._bridge.language.gettext
        self._head.setText(_("Municipalities and organisations · {n}").format(n=len(view.organisations)))
        row = self._list.currentRow()
        with QSignalBlocker(self._list):
            self._list.clear()
            for each in view.organisations:
                item = QListWidgetItem(each.name)
                item.setData(_ID, each.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self._list.addItem(item)
            self._list.setCurrentRow(min(row, self._list.count() - 1))

    def _rename(self, item: QListWidgetItem) -> None:
        if not self._bridge.attempt(edit_organisation, item.data(_ID), item.text()):
            self.show_view(self._bridge.view)

    def _remove(self) -> None:
        item = self._list.currentItem()
        if item:
            self._bridge.attempt(remove_organisation, item.data(_ID))

    def _add(self) -> None:
        if self._bridge.attempt(add_organisation, self._new.text()):
            self._new.clear()
