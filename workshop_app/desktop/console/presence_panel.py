"""Who is in the room: two or three letters and Enter mark someone present; "+ name, municipality" adds a walk-in."""

from collections.abc import Callable

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
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.console.editor import LineEditor
from workshop_app.desktop.console.key_button import KeyButton
from workshop_app.desktop.console.presence_lines import STATES, PersonLine, matching, named, person_line
from workshop_app.desktop.console.shortcuts import add_shortcuts
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.announce import announce
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation import people
from workshop_app.i18n import N_
from workshop_app.model.text import dotted
from workshop_app.model.values import Presence
from workshop_app.model.views import ParticipantView

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INVITATION = N_("Two or three letters, then Enter · new: + name, municipality, role")


class _PeopleModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[PersonLine, ...] = ()

    def show(self, lines: tuple[PersonLine, ...]) -> None:
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
        self._replaced_id = ""
        self.field = LineEditor()
        self.field.setAccessibleName(_("Who came in"))
        self.field.setPlaceholderText(_(_INVITATION))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        self._people = _PeopleModel(self)
        self.list = QListView()
        self.list.setAccessibleName(_("People"))
        self.list.setModel(self._people)
        mark(self.list, kind="roomy")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(self.font().pixelSize() * 6)
        self.list.activated.connect(self._enter)
        self._told = TextLabel("", "body", "accent", wraps=True)
        self._told.hide()
        self._counts = TextLabel("", "body", "muted", wraps=True)
        self._arrange()

    def _arrange(self) -> None:
        _ = self._language.gettext
        acts: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("arrive", _("Present"), lambda: self._set(Presence.PRESENT)),
            ("gone", _("Left early"), lambda: self._set(Presence.LEFT)),
            ("replaced", _("Replaced by…"), self._ask_replacement),
            ("excused", _("Absent, with notice"), lambda: self._set(Presence.EXCUSED)),
            ("absent", _("Absent, without notice"), lambda: self._set(Presence.ABSENT)),
            ("expected", _("Still expected"), lambda: self._set(Presence.EXPECTED)),
            ("everyone", _("Everyone is here"), self._all),
            ("leave", _("Close"), self.done.emit),
        )
        gap = self.font().pixelSize() // 3
        buttons = FlowLayout(gap)
        for key, text, act in acts:
            button = KeyButton(text, key_hint(key))
            button.clicked.connect(act)
            buttons.addWidget(button)
        add_shortcuts(self, {key: act for key, _text, act in acts if key not in ("arrive", "leave")})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(self.font().pixelSize() * 0.53))
        for part in (self._counts, self.field, self._told):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def refresh(self) -> None:
        """Show who fits what is typed, as the workshop is now."""
        view = self._bridge.view
        wanted = self.field.text()
        chosen = self._chosen()
        if self._replaced_id:
            found = [person for person in view.participants if person.id == self._replaced_id]
        else:
            found = list(view.participants) if wanted.lstrip().startswith("+") else matching(view, wanted)
        self._people.show(tuple(person_line(person, view, self._language) for person in found))
        late = words.latecomers(view, self._language)
        self._counts.setText(dotted((words.people_present(view, self._language), late)))
        ids = [line.id for line in self._people.lines]
        if ids:
            self._stand_at(ids.index(chosen) if chosen in ids else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk the list while one types; Esc first ends the question for a name."""
        if not isinstance(event, QKeyEvent) or watched is not self.field:
            return False
        ends = event.key() == Qt.Key.Key_Escape and bool(self._replaced_id)
        if event.type() == QEvent.Type.ShortcutOverride and ends:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if ends:
            self._tell("")
        elif step:
            row = self.list.currentIndex().row() + step
            self._stand_at(max(0, min(row, self._people.rowCount() - 1)))
        return ends or bool(step)

    def _search(self) -> None:
        self.refresh()
        self._stand_at(0)

    def _stand_at(self, row: int) -> None:
        index = self._people.index(row)
        flags = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.list.scrollTo(index)

    def _chosen(self) -> str:
        row = self.list.currentIndex().row()
        return self._people.lines[row].id if 0 <= row < len(self._people.lines) else ""

    def _person(self, person_id: str) -> ParticipantView | None:
        return next((person for person in self._bridge.view.participants if person.id == person_id), None)

    def _enter(self) -> None:
        text = self.field.text().strip()
        if self._replaced_id:
            self._replace(text)
        elif text.startswith("+"):
            self._walk_in(text.removeprefix("+"))
        elif text or self.list.hasFocus():
            self._set(Presence.PRESENT)

    def _walk_in(self, text: str) -> None:
        name, organisation, role = (part.strip() for part in (*text.split(",", 2), "", "")[:3])
        known = named(self._bridge.view, name, organisation)
        if known:
            self._mark(known, Presence.PRESENT)
        elif self._bridge.attempt(people.walk_in, name, organisation, role, self._bridge.desk.now()):
            self._tell(self._language.gettext("{name} is here and on the list").format(name=name))

    def _ask_replacement(self) -> None:
        person = self._person(self._chosen())
        if person is None:
            return
        _ = self._language.gettext
        self._tell(_("Who came in place of {name}? Type a name, then Enter; Esc leaves it.").format(name=person.name))
        self._replaced_id = person.id
        self.field.setPlaceholderText(_("In place of {name}: name, role").format(name=person.name))
        self.refresh()

    def _replace(self, text: str) -> None:
        person = self._person(self._replaced_id)
        name, _comma, role = (part.strip() for part in text.partition(","))
        if person and name and self._bridge.attempt(people.replace, person.id, name, role, self._bridge.desk.now()):
            words_ = self._language.gettext("{name} is here in place of {replaced}")
            self._tell(words_.format(name=name, replaced=person.name))

    def _set(self, presence: Presence) -> None:
        person = self._person(self._chosen())
        if person:
            self._mark(person, presence)
        else:
            self._say(self._language.gettext("Nobody on the list fits this. Someone new: + name, municipality."))

    def _mark(self, person: ParticipantView, presence: Presence) -> None:
        _ = self._language.gettext
        if person.presence is presence:
            self._tell(person_line(person, self._bridge.view, self._language).text)
        elif self._bridge.attempt(people.set_presence, person.id, presence, self._bridge.desk.now()):
            self._tell(_("{name}: {state}").format(name=person.name, state=_(STATES[presence])))

    def _all(self) -> None:
        if self._bridge.attempt(people.all_present, self._bridge.desk.now()):
            self._tell(self._language.gettext("Everyone who was expected is present"))

    def _tell(self, text: str) -> None:
        """Say what was done, and make the line free for the next one."""
        self._replaced_id = ""
        self.field.setPlaceholderText(self._language.gettext(_INVITATION))
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        self._say(text)

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        if text:
            announce(self._told, text)
