"""Looks on its own whether everything typed gets into the file, whatever should have saved it."""

from collections.abc import Callable, Iterable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.widgets.autosave import SelfSaving

PATIENCE = 5.0
"""Seconds that something typed may wait."""
_LOOK = 1_000


class Watchdog(QObject):
    """Tries to save what has waited too long, and says through `bridge.late` what still waits. No signals."""

    def __init__(
        self,
        bridge: Bridge,
        fields: Callable[[], Iterable[SelfSaving]],
        parent: QObject | None = None,
        monotonic: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._fields, self._monotonic = bridge, fields, monotonic
        self._since: dict[SelfSaving, float] = {}
        self._told = ""
        self.timer = QTimer(self, interval=_LOOK)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Look at all fields now."""
        now = self._monotonic()
        waiting = [field for field in self._fields() if field.waits]
        self._since = {field: self._since.get(field, now) for field in waiting}
        late = [field for field, since in self._since.items() if now - since >= PATIENCE]
        with self._bridge.quietly():
            for field in late:
                field.flush()
        for field in late:
            if not field.waits:
                # Or whoever types on would be saved at every look, also on a disk that holds up the keys.
                del self._since[field]
        self._tell([field.name for field in late if field.waits])

    def stop(self) -> None:
        """Look no more."""
        self.timer.stop()

    def _tell(self, names: list[str]) -> None:
        told = self._sentence(names) if names else ""
        if told != self._told:
            self._told = told
            self._bridge.late.emit(told)

    def _sentence(self, names: list[str]) -> str:
        _ = self._bridge.language.gettext
        words = _("Not saved for {n} seconds now: {fields}. The text is still there; leave it, or copy it.")
        told = words.format(n=round(PATIENCE), fields=", ".join(dict.fromkeys(names)))
        return f"{self._bridge.trouble} {told}".strip()
