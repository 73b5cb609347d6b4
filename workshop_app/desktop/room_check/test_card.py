"""The picture on the beamer before the doors open: number of the screen, smallest text, daylight, and its own edges."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.placing import Placing
from workshop_app.desktop.projection.boxes import SMALLEST_PART
from workshop_app.desktop.screens import ScreenInfo
from workshop_app.desktop.theme import BEAM_PALETTES, SANS, SERIF
from workshop_app.i18n import Language
from workshop_app.model.colour import contrast, mix

RATIOS = (7.0, 4.5, 3.0, 2.0, 1.4)
"""The contrasts with paper of the digits 1 to 5. No text of ours is below 4.5, so 3 leaves some to spare."""
_PAPER = BEAM_PALETTES["light"]


def grey(ratio: float) -> str:
    """The grey that has this contrast with paper."""
    shares = (n / 200 for n in range(201))
    return min(
        (mix(_PAPER.text, _PAPER.ground, share) for share in shares),
        key=lambda each: abs(contrast(each, _PAPER.ground) - ratio),
    )


class TestCard(QWidget):
    """Fills a screen that is not the console's. It takes no keyboard by itself and a person may close it.

    Signals: `left()` when Esc is pressed while it has the keyboard.
    """

    __test__ = False
    left = Signal()

    def __init__(self, number: int, language: Language, *, whole: bool = True) -> None:
        """`number` of the screen; `whole` is the card, else only the number is shown."""
        super().__init__()
        self._number, self._language, self._whole = number, language, whole
        self._distance = ""
        self.placing = Placing(self)
        name = language.gettext("Test card, screen {n}").format(n=number)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_on(self, place: ScreenInfo) -> None:
        """Fill this screen."""
        self.placing.show_on(place)

    def show_distance(self, words: str) -> None:
        """Say from how far the smallest text can be read; '' when that is not known."""
        self._distance = words
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, in sizes that follow the height of the screen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(_PAPER.ground))
        unit = self.height() / SMALLEST_PART
        self._paint_edge(painter, unit)
        self._paint_number(painter, unit)
        if self._whole:
            self._paint_texts(painter, unit)
            self._paint_daylight(painter, unit)
        painter.end()

    def _paint_edge(self, painter: QPainter, unit: float) -> None:
        """A frame on the outermost pixels, and a circle: what is cut off or stretched can be seen."""
        painter.setPen(QPen(QColor(_PAPER.accent), unit / 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = unit / 8
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        if self._whole:
            painter.drawEllipse(QPointF(self.width() - 4 * unit, 4 * unit), 2.4 * unit, 2.4 * unit)

    def _paint_number(self, painter: QPainter, unit: float) -> None:
        size = 6 * unit if self._whole else 14 * unit
        area = QRectF(1.5 * unit, unit, 6 * unit, 6.5 * unit) if self._whole else QRectF(self.rect())
        _write(painter, area, str(self._number), SANS, size, _PAPER.accent, Qt.AlignmentFlag.AlignCenter, bold=True)
        if self._whole:
            words = self._language.gettext("This is what the room sees")
            beside = QRectF(8 * unit, unit, self.width() - 16 * unit, 6.5 * unit)
            _write(painter, beside, words, SERIF, 2 * unit, _PAPER.text, Qt.AlignmentFlag.AlignVCenter, bold=True)

    def _paint_texts(self, painter: QPainter, unit: float) -> None:
        _ = self._language.gettext
        left, width = 2 * unit, self.width() - 4 * unit
        smallest = _("This is the smallest text. Can it be read in the last row?")
        _write(painter, QRectF(left, 8 * unit, width, 1.5 * unit), smallest, SANS, unit, _PAPER.text)
        _write(painter, QRectF(left, 9.4 * unit, width, 1.5 * unit), self._distance, SANS, unit, _PAPER.text)
        larger = _("A question is usually about this large.")
        _write(painter, QRectF(left, 11 * unit, width, 3 * unit), larger, SERIF, 2 * unit, _PAPER.text)

    def _paint_daylight(self, painter: QPainter, unit: float) -> None:
        words = self._language.gettext("Daylight: 3 can be read in the last row? Then everything can.")
        left, width = 2 * unit, self.width() - 4 * unit
        _write(painter, QRectF(left, 14.4 * unit, width, 1.5 * unit), words, SANS, unit, _PAPER.text)
        step = width / len(RATIOS)
        for n, ratio in enumerate(RATIOS):
            area = QRectF(left + n * step, 16 * unit, step, 6 * unit)
            _write(painter, area, str(n + 1), SANS, 5 * unit, grey(ratio), Qt.AlignmentFlag.AlignCenter, bold=True)


def _write(
    painter: QPainter,
    area: QRectF,
    text: str,
    family: str,
    size: float,
    colour: str,
    how: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    *,
    bold: bool = False,
) -> None:
    """Write on one line; a text that is wider than its area becomes smaller."""
    font = QFont(family)
    font.setPixelSize(max(round(size), 1))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > area.width():
        font.setPixelSize(max(int(size * area.width() / wide), 1))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, int(how), text)
