"""A card that can be chosen: with the mouse, Enter or the space bar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel


class Card(QPushButton):
    """A title, an explanation and a last line, chosen as a whole. Signals: those of a button (clicked)."""

    def __init__(self, title: str, text: str = "", footer: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(filter(None, (text, footer))))
        mark(self, kind="card")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(16, 14, 16, 14)
        self._lines.setSpacing(4)
        self._add(title, "card-title", "normal")
        self._add(text, "small", "muted")
        self._lines.addStretch()
        self._add(footer, "small-strong", "accent")

    def _add(self, text: str, role: str, tone: str) -> None:
        if not text:
            return
        label = TextLabel(text, role, wraps=True)
        mark(label, tone=tone)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines.addWidget(label)

    def sizeHint(self) -> QSize:
        """As large as its lines."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as its lines at their narrowest."""
        return self._lines.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Narrower cards are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the broken lines."""
        return self._lines.totalHeightForWidth(width)
