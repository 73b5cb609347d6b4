"""Text that is saved by itself: when typing pauses, when the field is left, when Enter is pressed."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from workshop_app.desktop.widgets.pause import Pause
from workshop_app.facilitation.limits import tidy

_PAUSE = 600
"""Milliseconds without a key."""
_LONGEST = 3_000
"""Milliseconds since the first key that is not saved."""


class SelfSaving(QObject):
    """Something typed that is saved without being asked for. No signals of its own."""

    @property
    def name(self) -> str:
        """What a person calls the field."""
        raise NotImplementedError

    @property
    def waits(self) -> bool:
        """Whether something typed is not in the file yet."""
        raise NotImplementedError

    def flush(self) -> None:
        """Have saved what is not saved yet."""
        raise NotImplementedError


class Typing(SelfSaving):
    """What is typed in a field, and what is saved of it. Signals: `settled(str)` with text that is to be saved."""

    settled = Signal(str)

    def __init__(self, field: QLineEdit | QPlainTextEdit, required: bool = False, pause: int = _PAUSE) -> None:
        """`required`: what is emptied and left shows again what is saved; `pause` in milliseconds."""
        super().__init__(field)
        self._field = field
        self._required = required
        self._saved = ""
        self._pause = Pause(pause, pause + _LONGEST, self)
        self._pause.over.connect(self._settle)
        field.textChanged.connect(lambda *_: self._pause.key())
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self.flush)

    @property
    def name(self) -> str:
        """What a screen reader calls the field."""
        return self._field.accessibleName()

    @property
    def waits(self) -> bool:
        """Whether something typed is not in the file yet; who emptied a required field is about to type."""
        return not self.is_saved and bool(self.text or not self._required)

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
