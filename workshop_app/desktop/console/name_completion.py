"""A small list of names that complete what is being typed. It lies within the window: nothing new comes on a screen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from workshop_app.desktop.theme import mark

_MOST_ROWS = 6
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class NameCompletion(QListWidget):
    """Names above the place of typing; the field keeps the keyboard and passes its keys on.

    Signals: `taken(str)` for the name that was chosen, `dismissed` for Esc.
    """

    taken = Signal(str)
    dismissed = Signal()

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self, kind="list")
        self.itemClicked.connect(lambda item: self.taken.emit(item.text()))
        self.hide()

    def offer(self, names: Sequence[str], at: QPoint) -> None:
        """Show these names with their lowest row above a point of the field; none hides the list."""
        if not names:
            self.hide()
            return
        if names != [self.item(n).text() for n in range(self.count())]:
            self.clear()
            self.addItems(names)
            self.setCurrentRow(0)
        self._place(at)
        if self.isHidden():
            self.show()
        self.raise_()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is for the list while it is open."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.isVisible() and plain and event.key() in (*_STEPS, *_TAKES, Qt.Key.Key_Escape)

    def press(self, event: QKeyEvent) -> None:
        """Act on a key that it takes."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.setCurrentRow((self.currentRow() + _STEPS[key]) % self.count())
        elif key in _TAKES:
            self.taken.emit(self.currentItem().text())
        else:
            self.hide()
            self.dismissed.emit()

    def _place(self, at: QPoint) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        em = self.font().pixelSize()
        frame = 2 * self.frameWidth()
        rows = min(self.count(), _MOST_ROWS)
        widest = max(self.fontMetrics().horizontalAdvance(self.item(n).text()) for n in range(self.count()))
        width = min(widest + 3 * em, window.width() - 2 * em)
        height = rows * self.sizeHintForRow(0) + frame
        point = self._field.mapTo(window, at)
        left = max(em, min(point.x(), window.width() - width - em))
        self.setGeometry(left, max(point.y() - height - em // 3, 0), width, height)
