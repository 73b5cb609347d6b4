"""Text that is saved by itself: when typing pauses, when the field is left, when Enter is pressed."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from workshop_app.facilitation.limits import tidy

_PAUSE = 600
"""Milliseconds without a key."""


class Typing(QObject):
    """What is typed in a field, and what is saved of it. Signals: `settled(str)` with text that is to be saved."""

    settled = Signal(str)

    def __init__(self, field: QLineEdit | QPlainTextEdit, required: bool = False) -> None:
        """`required`: what is emptied and left shows again what is saved."""
        super().__init__(field)
        self._field = field
        self._required = required
        self._saved = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._settle)
        field.textChanged.connect(lambda *_: self._pause.start())
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self.flush)

    @property
    def text(self) -> str:
        """What stands in the field, as it would be saved."""
        field = self._field
        return tidy(field.text() if isinstance(field, QLineEdit) else field.toPlainText())

    def offer(self, text: str) -> None:
        """Show what the file holds, unless somebody has typed on since."""
        changed, self._saved = self.text != self._saved, text
        if not changed and self.text != text:
            self._write(text)
        if self.text == text:
            self._pause.stop()

    def _write(self, text: str) -> None:
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)

    def replace(self, text: str) -> None:
        """Show something else: another round, say. What is not saved is gone; see `is_saved`."""
        self._saved = self.text
        self.offer(text)

    @property
    def is_saved(self) -> bool:
        """Whether the file holds what stands in the field."""
        return self.text == self._saved

    def flush(self) -> None:
        """Have saved what is not saved yet."""
        self._pause.stop()
        if self._required and not self.text:
            self._write(self._saved)
            self._pause.stop()
        elif self.text != self._saved:
            self.settled.emit(self.text)

    def _settle(self) -> None:
        # Somebody who has emptied a field is about to type something else.
        if self.text or not self._required:
            self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field saves it."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)
