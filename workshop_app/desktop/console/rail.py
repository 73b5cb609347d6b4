"""The script beside the console: every round with its state and its time, and who is in the room."""

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.console import words
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.rail_delegate import RailDelegate
from workshop_app.desktop.console.stops import Stop, stops
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.announce import announce
from workshop_app.desktop.widgets.labels import ElidedLabel, SectionLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation import schedule
from workshop_app.i18n import Language
from workshop_app.model.text import dotted

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _StopModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()

    def stop_at(self, index: Index) -> Stop | None:
        return self._stops[index.row()] if index.isValid() else None

    def place_of(self, round_id: str) -> int:
        return next((n for n, stop in enumerate(self._stops) if stop.round_id == round_id), -1)

    def show(self, new: tuple[Stop, ...]) -> None:
        """Show these, telling views what differs."""
        old = self._stops
        if [stop.round_id for stop in old] != [stop.round_id for stop in new]:
            self.beginResetModel()
            self._stops = new
            self.endResetModel()
            return
        self._stops = new
        for n, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                self.dataChanged.emit(self.index(n), self.index(n))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        stop = self.stop_at(index)
        if role == Qt.ItemDataRole.UserRole:
            return stop
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return stop.spoken if stop and spoken else None


class ScriptList(QListView):
    """The rounds, walked with the arrows.

    Signals, with the id of a round: `chosen(str)` for Enter or a click, `skip_asked(str)` to pass it over or open it
    again, `move_asked(str, int)` to move it one place earlier (-1) or later (1).
    """

    chosen = Signal(str)
    skip_asked = Signal(str)
    move_asked = Signal(str, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        mark(self, kind="plain")
        self.stops = _StopModel(self)
        self.setModel(self.stops)
        self.setItemDelegate(RailDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(self.font().pixelSize())
        # Only then does a list lay out anew when its width changes.
        self.setWordWrap(True)
        self.clicked.connect(self._choose)

    def show_stops(self, stops: tuple[Stop, ...]) -> None:
        """Show the rounds; the keyboard stays at the round where it is, in another order too."""
        here = self.stops.stop_at(self.currentIndex())
        self.stops.show(stops)
        if here and not self.currentIndex().isValid():
            self._stand(self.stops.place_of(here.round_id))

    def stand_at(self, round_id: str) -> None:
        """Put the keyboard at a round, unless it is in use here."""
        if not self.hasFocus():
            self._stand(self.stops.place_of(round_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the round, S passes it over or opens it again, Alt with an arrow moves it."""
        stop, key = self.stops.stop_at(self.currentIndex()), event.key()
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        elif stop and key == Qt.Key.Key_S:
            self.skip_asked.emit(stop.round_id)
        elif stop and by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(stop.round_id, by)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _stand(self, place: int) -> None:
        if place >= 0:
            index = self.stops.index(place)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        stop = self.stops.stop_at(index)
        if stop:
            self.chosen.emit(stop.round_id)


class Rail(Surface):
    """The script, and how many are present.

    Signals: `presence_requested`. Those of its list say what is asked for with a round.
    """

    presence_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("rail", parent)
        self._language = language
        _ = language.gettext
        self.list = ScriptList(_("Script"))
        self._warned: tuple[str, schedule.Pressure] | None = None
        self._people = ElidedLabel("", "body", "muted")
        self._late = ElidedLabel("", "body", "muted")
        who = _("Who is present")
        button = QPushButton(f"{who}  {key_hint('presence')}")
        mark(button, kind="link")
        button.clicked.connect(self.presence_requested)
        em = self.font().pixelSize()
        column = QVBoxLayout(self)
        column.setContentsMargins(round(em * 0.8), round(em * 1.4), round(em * 0.8), round(em))
        column.setSpacing(round(em * 0.4))
        self._present = SectionLabel(_("Present"))
        for heading in (script := SectionLabel(_("Script")), self._present):
            heading.setContentsMargins(round(em * 0.5), 0, 0, round(em * 0.3))
        for line in (self._people, self._late):
            line.setContentsMargins(round(em * 0.5), 0, 0, 0)
        column.addWidget(script)
        column.addWidget(self.list, 1)
        for part in (self._present, self._people, self._late):
            column.addWidget(part)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_here(self, here: Here, elapsed: schedule.Elapsed) -> None:
        """Show the script and the people of a workshop."""
        shown = stops(here, elapsed, self._language)
        self.list.show_stops(shown)
        self.list.stand_at(here.place.round_id)
        self._warn(next((stop for stop in shown if stop.warning), None))
        self._people.setText(words.people_present(here.view, self._language))
        late = words.latecomers(here.view, self._language)
        self._late.setText(late)
        self._late.setVisible(bool(late))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heading of the people out where the script has too little room."""
        super().resizeEvent(event)
        self._present.setHidden(self.height() < 24 * self.font().pixelSize())

    def _warn(self, stop: Stop | None) -> None:
        """Say once that a round is nearly over, and once that it is as good as over."""
        warned = (stop.round_id, stop.pressure) if stop else None
        if stop and warned != self._warned:
            announce(self.list, dotted((stop.title, stop.warning)))
        self._warned = warned
