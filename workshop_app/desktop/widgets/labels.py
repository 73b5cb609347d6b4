"""Labels for plain text: with a role of the theme, as a small heading, or shortened to the room there is."""

import re
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workshop_app.desktop.theme import mark

Tone = Literal["normal", "muted", "accent", "warm", "good", "bad"]

_MAY_BREAK = "\u200b"
_LONG_WORD = re.compile(r"\S{30,}")
"""Longer than words are: an address, a hundred letters."""
_PART = re.compile(r"\S{19}[^\s\u200c\u200d](?=[\w!-~])")
"""Behind which the line may end."""


def tooltip(text: str) -> str:
    """Text of any origin, so that it stands in a tooltip as it is: Qt takes what looks like markup there for markup."""
    if "<" not in text:
        return text
    # Rarely needed, and the names of all characters come along.
    from html import escape

    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"


def _in_parts(word: re.Match[str]) -> str:
    return _PART.sub(rf"\g<0>{_MAY_BREAK}", word[0])


class TextLabel(QLabel):
    """Text of any origin, shown as it is, in a role of the theme; ``wraps`` breaks lines. No signals."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: Tone = "normal",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setText(text)
        mark(self, role=role, tone=tone)

    def setText(self, text: str) -> None:  # noqa: N802 - as Qt calls it
        """Show this. A word longer than the line goes on below it: it would make the label as wide as itself."""
        super().setText(_LONG_WORD.sub(_in_parts, text) if self.wordWrap() else text)

    def text(self) -> str:
        """What it was given."""
        return super().text().replace(_MAY_BREAK, "")


class SectionLabel(TextLabel):
    """A small heading in capitals above a part of a window; screen readers get the words as written. No signals."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.upper(), "section", parent=parent)
        self.setAccessibleName(text)


class ElidedLabel(TextLabel):
    """One line that is shortened with … to the room there is; the whole text stays in the tooltip. No signals."""

    def __init__(
        self, text: str = "", role: str = "body", tone: Tone = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 4)

    def shown_text(self) -> str:
        """What fits now."""
        line = " ".join(self.text().split())
        return self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def sizeHint(self) -> QSize:
        """As wide as the text, one line high."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        return QSize(self.minimumWidth(), self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip only when it is shortened."""
        super().resizeEvent(event)
        self.setToolTip(tooltip(self.text()) if self.shown_text() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits, in the colours of the stylesheet."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown_text())
