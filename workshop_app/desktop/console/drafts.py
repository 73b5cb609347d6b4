"""Half-typed text: kept in the file shortly after the last key, and brought back with its place."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.editor import Editor
from workshop_app.facilitation import stage
from workshop_app.model.values import NOTES_LIMIT

KEEP_AFTER = 300
"""Milliseconds after the last key."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a draft belongs to."""

    round_id: str
    prompt_id: str
    strand: str


class Drafts(QObject):
    """Keeps what is in a field as the draft of a slot; what the file cannot take stays in memory. No signals."""

    def __init__(self, bridge: Bridge, field: Editor) -> None:
        super().__init__(field)
        self._bridge, self._field = bridge, field
        self._slot: Slot | None = None
        self._unkept: dict[Slot, str] = {}
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
        text = self._unkept.get(slot, self._in_file(slot))
        if text != self._field.toPlainText():
            self._field.setPlainText(text)
            self._field.moveCursor(self._field.textCursor().MoveOperation.End)
        self._timer.stop()

    def carry_to(self, slot: Slot) -> None:
        """Take the text of the field along to another slot, when nothing is half typed there."""
        if self._slot is None or slot == self._slot or self._unkept.get(slot, self._in_file(slot)):
            return
        left, self._slot = self._slot, slot
        self.keep()
        if slot not in self._unkept:
            self._unkept.pop(left, None)
            self._bridge.attempt(stage.keep_draft, left.round_id, left.prompt_id, left.strand, "")

    def keep(self) -> None:
        """Keep the text now, if it changed."""
        self._timer.stop()
        slot, text = self._slot, self._field.toPlainText()
        if slot is None:
            return
        self._unkept.pop(slot, None)
        kept = text[:NOTES_LIMIT]
        in_file = kept == self._in_file(slot) or self._bridge.attempt(
            stage.keep_draft, slot.round_id, slot.prompt_id, slot.strand, kept
        )
        if not in_file or kept != text:
            self._unkept[slot] = text

    def empty(self) -> None:
        """The text was taken down: nothing is left of it here."""
        self._field.setPlainText("")
        self.keep()

    def _in_file(self, slot: Slot) -> str:
        return self._bridge.view.draft(slot.round_id, slot.prompt_id, slot.strand)
