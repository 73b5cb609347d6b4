"""Whether the minutes were sent: only a person knows, so a person says it; for all, or for one organisation."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.facilitation import wrapping_up

EVERYBODY = ""


class SentMarks(QWidget):
    """A switch for everybody, or one for each organisation. No signals."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._apart = bridge, False
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.refresh()

    def show_apart(self, apart: bool) -> None:
        """Show a switch for each organisation, or one for everybody."""
        self._apart = apart
        self.refresh()

    def refresh(self) -> None:
        """Show what the file holds."""
        view, language = self._bridge.view, self._bridge.language
        sent = {EVERYBODY: view.info.sent_on, **{each.id: each.sent_on for each in view.organisations}}
        names = {EVERYBODY: language.gettext("Sent"), **{each.id: each.name for each in view.organisations}}
        for gone in self._boxes.keys() - sent.keys():
            self._boxes.pop(gone).deleteLater()
        for key, day in sent.items():
            words, box = names[key], self._box(key)
            if day:
                words = language.gettext("{name}, on {date}").format(name=words, date=language.date(day))
            with QSignalBlocker(box):
                box.setChecked(day is not None)
            # A single & would be taken for a key.
            box.setText(words.replace("&", "&&"))
            box.setVisible((key != EVERYBODY) is self._apart)

    def _box(self, key: str) -> QCheckBox:
        if key not in self._boxes:
            box = self._boxes[key] = QCheckBox(self)
            box.toggled.connect(lambda on: self._mark(key, on))
            self._column.addWidget(box)
        return self._boxes[key]

    def _mark(self, key: str, on: bool) -> None:
        today = self._bridge.desk.now().astimezone().date()
        if not self._bridge.attempt(wrapping_up.mark_sent, today if on else None, key):
            self.refresh()
