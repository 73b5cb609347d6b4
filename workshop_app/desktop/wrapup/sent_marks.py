"""Whether the minutes were sent: only a person knows, so a person says it; for all, or for one organisation."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.widgets.labels import tooltip
from workshop_app.facilitation import wrapping_up

EVERYBODY = ""


class SentMarks(QWidget):
    """A switch for everybody, or one for each organisation that gets a version of its own. No signals."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._boxes: dict[str, _Box] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_for(self, readers: Collection[str]) -> None:
        """Show what the file holds, for these organisations (their ids) or for EVERYBODY."""
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
            box.say(words)
            box.setVisible(key in readers)

    def _box(self, key: str) -> "_Box":
        if key not in self._boxes:
            box = self._boxes[key] = _Box(self)
            box.toggled.connect(lambda on: self._mark(key, on))
            self._column.addWidget(box)
        return self._boxes[key]

    def _mark(self, key: str, on: bool) -> None:
        today = self._bridge.desk.now().astimezone().date()
        if not self._bridge.attempt(wrapping_up.mark_sent, today if on else None, key):
            with QSignalBlocker(self._boxes[key]):
                self._boxes[key].setChecked(not on)


class _Box(QCheckBox):
    """A switch whose words are shortened in their middle to the room there is: at their end stands a date."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show these words; a screen reader gets all of them."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(tooltip(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten to the room there is now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, shown = self.fontMetrics(), self.text().replace("&&", "&")
        beside = self.sizeHint().width() - metrics.horizontalAdvance(shown)
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, self.width() - beside)
        # A single & would be taken for a key.
        self.setText(shown.replace("&", "&&"))
