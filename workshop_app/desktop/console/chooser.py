"""Choosing from a list by typing a few letters of it. It lies within the window: nothing new comes on a screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop_app.desktop.console.seeking import folded
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.model.values import TITLE_LIMIT

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_MOST_ROWS = 9
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_TICK = "✓ "


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose: what it says, and what it stands for."""

    text: str
    value: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked: a title, a line about the keys, and the entries. `several`: Tab ticks more than one. `new` is the
    entry for words that are not there yet ("new: {text}"); with '' there is none."""

    title: str
    hint: str
    entries: tuple[Entry, ...]
    several: bool = False
    new: str = ""


Chosen = Callable[[Sequence[Entry]], object]


class Chooser(Surface):
    """A title, a field to type in, and what fits it. Enter chooses, Esc closes; the keyboard goes back where it was.

    No signals: `open` takes what to do with the choice.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__("card", window)
        self._window = window
        self._choice = Choice("", "", ())
        self._then: Chosen = len
        self._before: QWidget | None = None
        self._ticked: list[Entry] = []
        self._title, self._hint = TextLabel("", "strong"), TextLabel("", "small", "muted", wraps=True)
        self.field = QLineEdit()
        self.field.setMaxLength(TITLE_LIMIT)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        mark(self.list, kind="list")
        em = self.font().pixelSize()
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.setSpacing(em // 2)
        for part in (self._title, self.field, self.list, self._hint):
            column.addWidget(part)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(lambda _item: self._choose())
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is offered now."""
        return [self.list.item(n).text() for n in range(self.list.count())]

    def open(self, choice: Choice, then: Chosen) -> None:
        """Ask; `then` is called with what was chosen, and with nothing for Esc it is not called."""
        self._choice, self._then, self._before = choice, then, QApplication.focusWidget()
        self._ticked = []
        self._title.setText(choice.title)
        self._hint.setText(choice.hint)
        self.field.setAccessibleName(choice.title)
        self.field.setAccessibleDescription(choice.hint)
        self.field.clear()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list, which the field passes on; the window's own keys wait until this is closed."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        mine = key in (*_STEPS, *ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab) and not event.modifiers() & ~_KEYPAD
        if not mine:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._press(key)
        return True

    def _press(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + _STEPS[key])))
        elif key == Qt.Key.Key_Tab:
            self._tick()
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            self._choose()

    def _choose(self) -> None:
        chosen = [*self._ticked] or [entry for entry in (self._current(),) if entry]
        if chosen:
            self._close()
            self._then(chosen)

    def _close(self) -> None:
        self.hide()
        if self._before:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self) -> None:
        entry = self._current()
        if not self._choice.several or entry is None:
            return
        if entry in self._ticked:
            self._ticked.remove(entry)
        else:
            self._ticked.append(entry)
        row = self.list.currentRow()
        self.field.selectAll()
        self._fill()
        self.list.setCurrentRow(min(row + 1, self.list.count() - 1))

    def _current(self) -> Entry | None:
        item = self.list.currentItem()
        entry = item.data(Qt.ItemDataRole.UserRole) if item else None
        return entry if isinstance(entry, Entry) else None

    def _fill(self) -> None:
        """Show what holds all the words that were typed, at the beginning of a word."""
        typed = " ".join(self.field.text().split())
        wanted = folded(typed).split()
        self.list.clear()
        for entry in self._choice.entries:
            words = f" {folded(entry.text)}"
            if all(f" {word}" in words for word in wanted):
                self._add(entry, _TICK if entry in self._ticked else "")
        known = {entry.text.casefold() for entry in self._choice.entries}
        if self._choice.new and typed and typed.casefold() not in known:
            self._add(Entry(self._choice.new.format(text=typed), (typed,)), "")
        self.list.setCurrentRow(0)

    def _add(self, entry: Entry, tick: str) -> None:
        item = QListWidgetItem(tick + " ".join(entry.text.split()))
        item.setData(Qt.ItemDataRole.UserRole, entry)
        self.list.addItem(item)

    def _place(self) -> None:
        window = self._window
        em = self.font().pixelSize()
        width = min(round(em * 46), window.width() - 2 * em)
        rows = max(min(self.list.count(), _MOST_ROWS), 1)
        row = max(self.list.sizeHintForRow(0), em * 2)
        self.list.setFixedHeight(min(rows * row + em, window.height() - 12 * em))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, max((window.height() - self.height()) // 3, 0))
