"""Choosing the kind of a new round: every kind with what it is for."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workshop_app.desktop.prepare.kind_words import PURPOSES
from workshop_app.desktop.theme import INK, INK2, PETROL_LIGHT, STEP, role_font
from workshop_app.desktop.widgets.dialog_foot import DialogFoot
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import Language
from workshop_app.rounds.catalogue import KINDS

_KIND = Qt.ItemDataRole.UserRole
_PURPOSE = Qt.ItemDataRole.UserRole + 1


class KindDelegate(QStyledItemDelegate):
    """A kind on two lines: its name, and what it is for. No signals of its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines high."""
        line = option.fontMetrics.height()
        return QSize(0, 2 * line + 3 * STEP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint both lines, shortened to the room there is."""
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(PETROL_LIGHT))
        top = option.rect.top() + round(1.5 * STEP)
        for role, colour, text in (
            ("strong", INK, index.data(Qt.ItemDataRole.DisplayRole)),
            ("small", INK2, index.data(_PURPOSE)),
        ):
            painter.setFont(role_font(role, option.font))
            painter.setPen(QColor(colour))
            metrics = painter.fontMetrics()
            line = QRect(option.rect.left() + 3 * STEP, top, option.rect.width() - 6 * STEP, metrics.height())
            painter.drawText(line, 0, metrics.elidedText(str(text), Qt.TextElideMode.ElideRight, line.width()))
            top += metrics.height()
        painter.restore()


class KindPicker(QDialog):
    """All kinds, narrowed by typing. Signals: those of a dialog; `picked(str)` with a kind before it is accepted."""

    picked = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = language.gettext
        self.setWindowTitle(_("New round"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search"))
        self._search.setAccessibleName(_("Search a kind of round"))
        self._search.textChanged.connect(self._narrow)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Kinds of round"))
        self._list.setItemDelegate(KindDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in KINDS.values():
            item = QListWidgetItem(_(kind.name), self._list)
            item.setData(_KIND, kind.id)
            item.setData(_PURPOSE, _(PURPOSES[kind.id]))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, _(PURPOSES[kind.id]))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(lambda _item: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        for part in (TextLabel(_("Which kind of round?"), "heading"), self._search, self._list):
            column.addWidget(part)
        column.addLayout(DialogFoot(self, _("Add"), self._take, language))
        letter = self.font().pixelSize()
        self.resize(38 * letter, 36 * letter)
        if parent:
            self.resize(self.size().boundedTo(parent.window().size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While somebody types, the arrows walk the list."""
        walks = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in walks:
            self._walk(-1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1)
            return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        shown, here = self._shown(), self._list.currentRow()
        if here in shown:
            self._list.setCurrentRow(shown[max(0, min(len(shown) - 1, shown.index(here) + step))])

    def _shown(self) -> list[int]:
        return [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        named = []
        for row in range(self._list.count()):
            item = self._list.item(row)
            name = item.text().casefold()
            said = f"{name} {item.data(_PURPOSE)}".casefold()
            item.setHidden(not all(word in said for word in wanted))
            if all(word in name for word in wanted):
                named.append(row)
        # One that is called so comes before one that is about it.
        self._list.setCurrentRow(next(iter((*named, *self._shown())), -1))

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is not None and not item.isHidden():
            self.picked.emit(item.data(_KIND))
            self.accept()
