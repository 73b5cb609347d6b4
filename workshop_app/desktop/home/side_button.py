"""A large button with an explanation under its title, for the dark side of home."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workshop_app.desktop.theme import CARD, PETROL, PETROL_DARK, PETROL_MIST, STEP, mark, role_font
from workshop_app.desktop.widgets.labels import tooltip

_INSET = 4 * STEP
_ABOVE = 3 * STEP


class SideButton(QPushButton):
    """Two lines on the dark ground; the primary one is white. Signals: those of a button (clicked)."""

    def __init__(self, title: str, detail: str, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._primary = primary
        self._title, self._detail = title, detail
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if primary:
            mark(self, kind="primary")
        self.say(title, detail)

    def say(self, title: str, detail: str) -> None:
        """Change both lines."""
        self._title, self._detail = title, detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines high."""
        lines = sum(metrics.height() for metrics in self._metrics())
        return QSize(0, lines + 2 * _ABOVE)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both lines on the button, shortened to the room there is."""
        super().paintEvent(event)
        painter = QPainter(self)
        colours = (PETROL_DARK, PETROL) if self._primary else (CARD, PETROL_MIST)
        top = (self.height() - sum(metrics.height() for metrics in self._metrics())) // 2
        shortened = []
        for role, text, colour in zip(("strong", "small"), (self._title, self._detail), colours, strict=True):
            painter.setFont(role_font(role, self.font()))
            painter.setPen(QColor(colour))
            metrics = painter.fontMetrics()
            line = QRect(_INSET, top, self.width() - 2 * _INSET, metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += metrics.height()
            shortened += [text] if shown != text else []
        painter.end()
        self.setToolTip(tooltip("\n".join(shortened)))

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(role_font("strong", self.font())), QFontMetrics(role_font("small", self.font()))
