"""Who is in the room: two or three letters and Enter mark someone present; "+ name, municipality" adds a walk-in."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QListView, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.console.editor import LineEditor
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import people
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.i18n import N_
from workshop_app.model.values import Presence
from workshop_app.model.views import ParticipantView, WorkshopView

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STATES = {
    Presence.EXPECTED: N_("expected"),
    Presence.PRESENT: N_("present"),
    Presence.EXCUSED: N_("excused"),
    Presence.ABSENT: N_("absent"),
}
_ORDER = list(_STATES)


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    text: str


def matching(view: WorkshopView, wanted: str) -> list[ParticipantView]:
    """The participants whose name or organisation has words that begin so; those who are expected come first. Pure."""
    parts = wanted.casefold().split()

    def fits(person: ParticipantView) -> bool:
        known = f"{person.name} {view.organisation_name(person.organisation_id)}".casefold().split()
        return all(any(word.startswith(part) for word in known) for part in parts)

    return sorted(filter(fits, view.participants), key=lambda person: _ORDER.index(person.presence))


class _PeopleModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[_Line, ...] = ()

    def show(self, lines: tuple[_Line, ...]) -> None:
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.lines[index.row()].text if index.isValid() and role == Qt.ItemDataRole.DisplayRole else None


class PresencePanel(QWidget):
    """Marks people present. Signals: `done` when it is to be closed."""

    done = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._language = bridge, bridge.language
        _ = self._language.gettext
        self.field = LineEditor()
        self.field.setAccessibleName(_("Who came in"))
        self.field.setPlaceholderText(_("Two or three letters, then Enter · new: + name, municipality"))
        self.field.textChanged.connect(self.refresh)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        self._people = _PeopleModel(self)
        self.list = QListView()
        self.list.setAccessibleName(_("People"))
        self.list.setModel(self._people)
        mark(self.list, kind="roomy")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.activated.connect(self._enter)
        self._told = TextLabel("", "body", "accent")
        self._counts = TextLabel("", "body", "muted")
        self._arrange()

    def _arrange(self) -> None:
        _ = self._language.gettext
        buttons = QGridLayout()
        for place, (text, act) in enumerate(
            (
                (_("&Present"), lambda: self._set(Presence.PRESENT)),
                (_("&Excused"), lambda: self._set(Presence.EXCUSED)),
                (_("&Absent"), lambda: self._set(Presence.ABSENT)),
                (_("Still e&xpected"), lambda: self._set(Presence.EXPECTED)),
                (_("E&veryone is here"), self._all),
                (_("Close (Esc)"), self.done.emit),
            )
        ):
            button = QPushButton(text)
            button.clicked.connect(act)
            buttons.addWidget(button, place // 3, place % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(self.font().pixelSize() * 0.53))
        column.addWidget(self._counts)
        column.addWidget(self.field)
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def refresh(self) -> None:
        """Show who fits what is typed, as the workshop is now."""
        view = self._bridge.view
        wanted = self.field.text()
        new = wanted.lstrip().startswith("+")
        chosen = self._chosen()
        found = view.participants if new else matching(view, wanted)
        self._people.show(tuple(_Line(person.id, self._words(view, person)) for person in found))
        self._counts.setText(words.people_present(view, self._language))
        ids = [line.id for line in self._people.lines]
        row = ids.index(chosen) if chosen in ids and not wanted else 0
        if ids:
            self._stand_at(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk the list while one types."""
        if isinstance(event, QKeyEvent) and watched is self.field and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = self.list.currentIndex().row() + step
                self._stand_at(max(0, min(row, self._people.rowCount() - 1)))
                return True
        return False

    def _words(self, view: WorkshopView, person: ParticipantView) -> str:
        state = self._language.gettext(_STATES[person.presence])
        if person.presence is Presence.PRESENT and person.arrived_at:
            state = f"✓ {state} {self._language.time(wall_clock(person.arrived_at))}"
        name = ", ".join(part for part in (person.name, person.role) if part)
        return words.joined((name, view.organisation_name(person.organisation_id), state))

    def _stand_at(self, row: int) -> None:
        index = self._people.index(row)
        flags = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.list.scrollTo(index)

    def _chosen(self) -> str:
        row = self.list.currentIndex().row()
        return self._people.lines[row].id if 0 <= row < len(self._people.lines) else ""

    def _enter(self) -> None:
        text = self.field.text().strip()
        if text.startswith("+"):
            self._walk_in(text.removeprefix("+"))
        elif text or self.list.hasFocus():
            self._set(Presence.PRESENT)

    def _walk_in(self, text: str) -> None:
        name, _, organisation = (part.strip() for part in text.partition(","))
        if self._bridge.attempt(people.walk_in, name, organisation, "", self._bridge.desk.now()):
            self._tell(self._language.gettext("{name} is here and on the list").format(name=name))

    def _set(self, presence: Presence) -> None:
        person = next((p for p in self._bridge.view.participants if p.id == self._chosen()), None)
        if person and self._bridge.attempt(people.set_presence, person.id, presence, self._bridge.desk.now()):
            state = self._language.gettext(_STATES[presence])
            self._tell(self._language.gettext("{name}: {state}").format(name=person.name, state=state))

    def _all(self) -> None:
        if self._bridge.attempt(people.all_present, self._bridge.desk.now()):
            self._tell(self._language.gettext("Everyone who was expected is present"))

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
