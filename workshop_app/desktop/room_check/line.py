"""One line of the room check: a sign, a word, what was found, and what to do."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.desktop import theme
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.desktop.widgets.chip import Chip, Tone
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language

_SIGNS: dict[Verdict, tuple[str, str, Tone]] = {
    Verdict.GOOD: ("✓", theme.GREEN, "green"),
    Verdict.ATTEND: ("!", theme.AMBER, "amber"),
    Verdict.UNKNOWN: ("?", theme.INK2, "grey"),
    Verdict.LOOK: ("?", theme.PETROL, "petrol"),
    Verdict.BUSY: ("…", theme.INK2, "grey"),
}


class _Sign(QWidget):
    """A mark in a circle; words say the same beside it. No signals."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict = Verdict.BUSY
        self.setFixedSize(*(round(self.font().pixelSize() * 1.9),) * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and mark."""
        sign, colour, _ = _SIGNS[self.verdict]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(theme.role_font("card-title", self.font()))
        painter.setPen(QColor(theme.CARD))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), sign)
        painter.end()


class Line(Surface):
    """A subject with its finding; `controls` stand below it. No signals."""

    def __init__(self, title: str, language: Language, controls: QWidget | None = None) -> None:
        super().__init__("card")
        self._language, self._title = language, title
        self.finding = Finding(Verdict.BUSY, "")
        self._sign, self._chip = _Sign(), Chip()
        self._text = TextLabel(wraps=True)
        self._todo = TextLabel("", "strong", wraps=True)
        em = self.font().pixelSize()
        head = QHBoxLayout()
        head.setSpacing(round(em * 0.6))
        head.addWidget(TextLabel(title, "card-title"))
        head.addWidget(self._chip)
        head.addStretch()
        words = QVBoxLayout()
        words.setSpacing(round(em * 0.15))
        words.addLayout(head)
        for part in (self._text, self._todo, controls):
            if part is not None:
                words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(round(em * 0.9), round(em * 0.6), round(em * 0.9), round(em * 0.6))
        row.setSpacing(round(em * 0.9))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.show_finding(self.finding)

    def show_finding(self, finding: Finding) -> None:
        """Show how it is."""
        self.finding = finding
        word = self._language.gettext(finding.verdict.value)
        self._sign.verdict = finding.verdict
        self._sign.update()
        self._chip.show_state(word, _SIGNS[finding.verdict][2])
        for label, text in ((self._text, finding.text), (self._todo, finding.todo)):
            label.setText(text)
            label.setHidden(not text)
        self.setAccessibleName(f"{self._title}: {word}")
        self.setAccessibleDescription(" ".join(filter(None, (finding.text, finding.todo))))
