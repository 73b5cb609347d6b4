"""A button that shows its key: beside its words, or below them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from workshop_app.desktop import theme
from workshop_app.desktop.theme import mark


class KeyButton(QPushButton):
    """Words with the key that does the same. It takes no focus: its key acts everywhere. Signals: those of a button."""

    def __init__(
        self, words: str, key: str, *, below: bool = False, checkable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._key, self._below = words, key, below
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if not below else Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if below else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)

    @property
    def words(self) -> str:
        """What the button says."""
        return self._words

    def say(self, words: str, primary: bool = False) -> None:
        """Change the words, and whether this is the thing to do now."""
        if (words, primary) == (self._words, self.property("kind") == "primary"):
            return
        self._words = words
        self.setAccessibleName(words)
        mark(self, kind="primary" if primary else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words and key with air around them."""
        em = self.font().pixelSize()
        words, key = self._widths()
        if self._below:
            return QSize(round(max(words, key) + em * 1.6), round(em * 3.6))
        return QSize(round(words + key + em * (2.2 if key else 1.8)), round(em * 2.8))

    def minimumSizeHint(self) -> QSize:
        """Words and key with hardly any air."""
        hint, em = self.sizeHint(), self.font().pixelSize()
        return QSize(hint.width() - em, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button of the style, then words and key."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        on = self.isChecked() or self.property("kind") == "primary"
        fonts = self._fonts()
        colours = (theme.CARD if on else theme.INK, theme.PETROL_LIGHT if on else theme.INK2)
        area = QRectF(self.rect())
        words, key = self._widths()
        if self._below:
            half = area.height() / 2
            places = (
                (area.adjusted(0, half * 0.24, 0, -half), Qt.AlignmentFlag.AlignCenter),
                (area.adjusted(0, half, 0, -half * 0.24), Qt.AlignmentFlag.AlignCenter),
            )
        else:
            gap = self.font().pixelSize() * 0.4 if key else 0
            left = (area.width() - words - gap - key) / 2
            start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            places = ((area.adjusted(left, 0, 0, 0), start), (area.adjusted(left + words + gap, 0, 0, 0), start))
        for text, font, colour, (where, how) in zip((self._words, self._key), fonts, colours, places, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(where, how, text)
        painter.end()

    def _fonts(self) -> tuple[QFont, QFont]:
        key = theme.role_font("section", self.font())
        key.setWeight(QFont.Weight.Normal)
        return theme.role_font("small-strong", self.font()), key

    def _widths(self) -> tuple[int, int]:
        words, key = self._fonts()
        return QFontMetrics(words).horizontalAdvance(self._words), QFontMetrics(key).horizontalAdvance(self._key)
