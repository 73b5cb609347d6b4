"""Half-typed text: kept in the file shortly after the last key, and brought back with its place."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.editor import Editor
from workshop_app.facilitation import stage
from workshop_app.model.values import TEXT_LIMIT

KEEP_AFTER = 300
"""Milliseconds after the last key."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a draft belongs to."""

    round_id: str
    prompt_id: str
    strand: str


class Drafts(QObject):
    """Keeps what is in a field as the draft of a slot. No signals."""

    def __init__(self, bridge: Bridge, field: Editor) -> None:
        super().__init__(field)
        self._bridge, self._field = bridge, field
        self._slot: Slot | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        field.textChanged.connect(self._timer.start)

    @property
    def slot(self) -> Slot | None:
        """Where the text in the field belongs."""
        return self._slot

    def go_to(self, slot: Slot) -> None:
        """Keep the text of the old slot, and bring back that of the new one."""
        if slot == self._slot:
            return
        self.keep()
        self._slot = slot
        text = self._kept()
        if text != self._field.toPlainText():
            self._field.setPlainText(text)
            self._field.moveCursor(self._field.textCursor().MoveOperation.End)
        self._timer.stop()

    def keep(self) -> None:
        """Keep the text now, if it changed."""
        self._timer.stop()
        text = self._field.toPlainText()[:TEXT_LIMIT]
        if self._slot and text != self._kept():
            slot = self._slot
            self._bridge.attempt(stage.keep_draft, slot.round_id, slot.prompt_id, slot.strand, text)

    def empty(self) -> None:
        """The text was taken down: nothing is left of it here."""
        self._field.setPlainText("")
        self.keep()

    def _kept(self) -> str:
        slot = self._slot
        return self._bridge.view.draft(slot.round_id, slot.prompt_id, slot.strand) if slot else ""
