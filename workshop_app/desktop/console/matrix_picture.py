"""The live picture of a matrix, for who leads: every point, the one of the keyboard with its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.desktop import theme
from workshop_app.model import label_places as places
from workshop_app.model.values import MATRIX_STEPS


@dataclass(frozen=True, slots=True)
class Dot:
    """A voice in the picture; `here`: the keyboard is at it."""

    name: str
    across: int
    up: int
    here: bool = False


class MatrixPicture(QWidget):
    """Points between two axes. Names stand beside them as far as they fit. No signals."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: tuple[Dot, ...] = ()
        self._corners: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_dots(self, dots: Sequence[Dot], corners: Sequence[str]) -> None:
        """Show these points, and the names of the corners: right above, right below, left above, left below."""
        self._dots, self._corners = tuple(dots), tuple(corners)
        self.setAccessibleDescription("; ".join(f"{dot.name} {dot.across} {dot.up}" for dot in self._dots))
        self.update()

    def sizeHint(self) -> QSize:
        """Wider than high."""
        em = self.font().pixelSize()
        return QSize(em * 22, em * 15)

    def minimumSizeHint(self) -> QSize:
        """Large enough to see who stands where."""
        em = self.font().pixelSize()
        return QSize(em * 10, em * 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the corners, the points and their names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.FIELD_LINE), 1))
        painter.setBrush(QColor(theme.CARD))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        painter.setPen(QPen(QColor(theme.FIELD_LINE), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(frame.left(), frame.center().y()), QPointF(frame.right(), frame.center().y()))
        painter.drawLine(QPointF(frame.center().x(), frame.top()), QPointF(frame.center().x(), frame.bottom()))
        self._paint_corners(painter, frame)
        self._paint_dots(painter, frame)
        painter.end()

    def _paint_corners(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QColor(theme.INK2))
        em = self.font().pixelSize()
        inner = frame.adjusted(em * 0.5, em * 0.3, -em * 0.5, -em * 0.3)
        for number, name in enumerate(self._corners):
            side = Qt.AlignmentFlag.AlignRight if number < 2 else Qt.AlignmentFlag.AlignLeft
            level = Qt.AlignmentFlag.AlignBottom if number % 2 else Qt.AlignmentFlag.AlignTop
            width = round(inner.width() / 2 - em)
            shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)
            painter.drawText(inner, int(side | level), shown)

    def _paint_dots(self, painter: QPainter, frame: QRectF) -> None:
        radius, em = self.font().pixelSize() * 0.42, self.font().pixelSize()
        inner = frame.adjusted(em, em * 2, -em, -em * 2)
        box = places.Box(frame.left(), frame.top(), frame.right(), frame.bottom())
        wanted = [
            places.Spot(
                inner.left() + (dot.across - 1) / (MATRIX_STEPS - 1) * inner.width(),
                inner.bottom() - (dot.up - 1) / (MATRIX_STEPS - 1) * inner.height(),
            )
            for dot in self._dots
        ]
        spots = places.spread_out(wanted, radius + 1, [box] * len(wanted))
        metrics = self.fontMetrics()
        sizes = [(metrics.horizontalAdvance(dot.name) + 6.0, float(metrics.height())) for dot in self._dots]
        labels = places.label_places(spots, sizes, radius + 1, box)
        for number, (dot, spot) in enumerate(zip(self._dots, spots, strict=True)):
            painter.setPen(QPen(QColor(theme.AMBER if dot.here else theme.PETROL), theme.RING))
            painter.setBrush(QColor(theme.AMBER_LIGHT if dot.here else theme.PETROL))
            painter.drawEllipse(QPointF(spot.x, spot.y), radius, radius)
            if labels:
                place = labels[number]
                painter.setPen(QColor(theme.INK))
                rect = QRectF(QPointF(place.left, place.top), QPointF(place.right, place.bottom))
                painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), dot.name)
