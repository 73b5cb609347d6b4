"""Half-typed text: kept in the file while it is typed, and brought back with its place."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.editor import Editor
from workshop_app.desktop.widgets.autosave import SelfSaving
from workshop_app.desktop.widgets.pause import Pause
from workshop_app.facilitation import stage
from workshop_app.model.values import NOTES_LIMIT

KEEP_AFTER = 300
"""Milliseconds after the last key."""
KEEP_WITHIN = 700
"""Milliseconds after the first key that is not kept, also while the hands go on."""
KEEP_WITHIN_SLOWLY = 4_000
"""The same on a slow disk, where keeping holds up the keys: there it waits for a pause."""


class DraftState(Enum):
    """How far the half-typed text is."""

    NONE = "none"
    TYPING = "typing"
    KEPT = "kept"
    UNKEPT = "unkept"


@dataclass(frozen=True, slots=True)
class Slot:
    """What a draft belongs to."""

    round_id: str
    prompt_id: str
    strand: str


class Drafts(SelfSaving):
    """Keeps what is in a field as the draft of a slot; what the file cannot take stays in memory.

    Signals: `state_changed(DraftState)` of the text in the field.
    """

    state_changed = Signal(object)

    def __init__(self, bridge: Bridge, field: Editor) -> None:
        super().__init__(field)
        self._bridge, self._field = bridge, field
        self._slot: Slot | None = None
        self._unkept: dict[Slot, str] = {}
        # The file may hold less of it: no names in an anonymous round.
        self._handed = ""
        self._state = DraftState.NONE
        self._pause = Pause(KEEP_AFTER, KEEP_WITHIN, self)
        self._pause.over.connect(self.keep)
        field.textChanged.connect(self._follow_typing)

    @property
    def slot(self) -> Slot | None:
        """Where the text in the field belongs."""
        return self._slot

    @property
    def name(self) -> str:
        """What a screen reader calls the field."""
        return self._field.accessibleName()

    @property
    def waits(self) -> bool:
        """Whether something half typed, here or in another slot, is not in the file."""
        return bool(self._unkept) or (self._slot is not None and self._field.toPlainText() != self._handed)

    def flush(self) -> None:
        """Keep what is not kept, also of other slots."""
        for slot, text in tuple(self._unkept.items()):
            if slot != self._slot and self._write(slot, text[:NOTES_LIMIT]):
                del self._unkept[slot]
        self.keep()

    def go_to(self, slot: Slot) -> None:
        """Keep the text of the old slot, and bring back that of the new one."""
        if slot == self._slot:
            return
        self.keep()
        self._slot = slot
        self._handed = self._in_file(slot)
        text = self._unkept.get(slot, self._handed)
        if text != self._field.toPlainText():
            self._field.setPlainText(text)
            self._field.moveCursor(self._field.textCursor().MoveOperation.End)
        self._pause.stop()
        self._show()

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
        self._pause.stop()
        slot, text = self._slot, self._field.toPlainText()
        if slot is None:
            return
        self._unkept.pop(slot, None)
        kept = text[:NOTES_LIMIT]
        if not self._write(slot, kept) or kept != text:
            self._unkept[slot] = text
        else:
            self._handed = text
        self._show()

    def empty(self) -> None:
        """The text was taken down: nothing is left of it here."""
        self._field.setPlainText("")
        self.keep()

    def _write(self, slot: Slot, text: str) -> bool:
        """Whether this is in the file now."""
        if text == self._in_file(slot):
            return True
        return self._bridge.attempt(stage.keep_draft, slot.round_id, slot.prompt_id, slot.strand, text)

    def _follow_typing(self) -> None:
        self._pause.key(KEEP_WITHIN_SLOWLY if self._bridge.is_slow else KEEP_WITHIN)
        self._show(DraftState.TYPING)

    def _show(self, state: DraftState = DraftState.KEPT) -> None:
        if not self._field.toPlainText():
            state = DraftState.NONE
        elif self._slot in self._unkept:
            state = DraftState.UNKEPT
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _in_file(self, slot: Slot) -> str:
        return self._bridge.view.draft(slot.round_id, slot.prompt_id, slot.strand)
