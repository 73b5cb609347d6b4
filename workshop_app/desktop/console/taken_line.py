"""The line of words below the capture line: what was taken down last, or what has to be said instead."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.console.recent import Recent
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import ElidedLabel, TextLabel, Tone
from workshop_app.i18n import Language
from workshop_app.model.views import WorkshopView

_RECENT = 3


class TakenLine(QWidget):
    """The last captures that are there; instead of them a remark about what is typed, else the news. No signals."""

    def __init__(self, view: WorkshopView, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._recent = Recent()
        self._news, self._remark = "", ""
        self._labels = [ElidedLabel("", "small", "muted") for _place in range(_RECENT)]
        self._undo = TextLabel(language.gettext("{key} undo").format(key=key_hint("undo")), "small", "accent")
        self._mark = TextLabel("✓", "small", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.font().pixelSize())
        row.addWidget(self._mark)
        for label in self._labels:
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(label)
        row.addWidget(self._undo)
        row.addStretch(1)

    @property
    def texts(self) -> list[str]:
        """What is said now."""
        return [label.text() for label in self._labels if not label.isHidden()]

    def follow(self, view: WorkshopView) -> None:
        """Pass over what is no longer there."""
        self._view = view
        self._show()

    def add(self, before: frozenset[str], view: WorkshopView, round_id: str, words: str) -> None:
        """Remember what was taken down: what is there now and was not `before`."""
        self._recent.add(before, view, round_id, words)
        self.follow(view)

    def tell(self, news: str) -> None:
        """Say something, until the next news; '' shows the captures again."""
        self._news = news
        self._show()

    def remark(self, remark: str) -> None:
        """Warn about what is being typed, as long as it is there."""
        if remark != self._remark:
            self._remark = remark
            self._show()

    def _show(self) -> None:
        recent = self._recent.newest(self._view, _RECENT)
        told = self._remark or self._news
        shown = [told] if told else recent
        tone: Tone = "warm" if self._remark else "accent" if told else "muted"
        for place, label in enumerate(self._labels):
            text = shown[place] if place < len(shown) else ""
            label.setVisible(bool(text))
            label.setText(text)
            dress(label, tone)
        for part in (self._mark, self._undo):
            part.setVisible(bool(recent) and not told)


def dress(label: TextLabel, tone: Tone) -> None:
    """Give a label a tone. Dressing it anew takes a part of a millisecond, and this happens with every key."""
    if label.property("tone") != tone:
        mark(label, tone=tone)
