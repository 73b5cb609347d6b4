"""The field of the capture line: it grows with its text, and completes names."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.desktop.console.editor import Editor
from workshop_app.desktop.console.name_completion import NameCompletion
from workshop_app.facilitation.mentions import being_typed

_MOST_LINES = 6
_UNITS = "utf-16-le"
"""What Qt counts positions in, two bytes each."""
Names = Callable[[str], Iterable[str]]
"""The names that begin with some letters."""


class CaptureEditor(Editor):
    """Half-typed text of the capture line.

    `names` completes an author or owner; with `in_action` also without an @. Signals: those of an editor.
    """

    def __init__(self, name: str, names: Names, completion_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.in_action = False
        self.completion = NameCompletion(completion_name, self)
        self._dismissed: int | None = None
        self._invitation = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.updateGeometry)
        self.textChanged.connect(self._complete)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.completion.taken.connect(self._take)
        self.completion.dismissed.connect(self._dismiss)

    def sizeHint(self) -> QSize:
        """As many lines as there are, up to six."""
        lines = min(max(int(self.document().size().height()), 1), _MOST_LINES)
        em = self.font().pixelSize()
        return QSize(em * 20, lines * self.fontMetrics().lineSpacing() + round(em * 1.4))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(self.font().pixelSize() * 10, self.sizeHint().height())

    def invite(self, invitation: str) -> None:
        """What the empty field says, on one line; a screen reader gets all of it."""
        if invitation != self._invitation:
            self._invitation = invitation
            self.setAccessibleDescription(invitation)
            self._fit_invitation()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the invitation to the room there is."""
        super().resizeEvent(event)
        self._fit_invitation()

    def _fit_invitation(self) -> None:
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        fitting = self.fontMetrics().elidedText(self._invitation, Qt.TextElideMode.ElideRight, max(room, 0))
        if fitting != self.placeholderText():
            self.setPlaceholderText(fitting)
            # Qt paints again only when such a text appears or goes, and not when another one takes its place.
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """While names are offered, the keys that choose one are theirs: before the window's, and before Tab goes on."""
        if isinstance(event, QKeyEvent) and self.completion.takes(event):
            if event.type() == QEvent.Type.KeyPress:
                self.completion.press(event)
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Names are offered only while this has the keyboard."""
        self.completion.hide()
        super().focusOutEvent(event)

    def _being_typed(self) -> tuple[int, str]:
        cursor = self.textCursor()
        units = cursor.block().text().encode(_UNITS)[: 2 * cursor.positionInBlock()]
        return being_typed(units.decode(_UNITS, "ignore"), self.in_action)

    def _complete(self) -> None:
        start, typed = self._being_typed() if self.hasFocus() else (0, "")
        if not typed or start != self._dismissed:
            self._dismissed = None
        names = [*dict.fromkeys(self._names(typed))] if typed and self._dismissed is None else []
        if [name.casefold() for name in names] == [typed.casefold().strip()]:
            names = []
        self.completion.offer(names, self.cursorRect().topLeft() + self.viewport().pos())

    def _dismiss(self) -> None:
        self._dismissed = self._being_typed()[0]

    def _take(self, name: str) -> None:
        self.completion.hide()
        _start, typed = self._being_typed()
        cursor = self.textCursor()
        length = len(typed.encode(_UNITS)) // 2
        cursor.setPosition(cursor.position() - length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{name} ")
