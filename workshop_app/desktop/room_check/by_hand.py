"""What only a person in the room can say: measures in metres, and whether a digit can be read."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QVBoxLayout, QWidget

from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.segmented import SegmentedButtons
from workshop_app.i18n import Language

_ANSWERS = {"": None, "yes": True, "no": False}


class ReadingFields(QWidget):
    """How wide the picture is and how far the last row. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = language.gettext
        self._width, self._row = _metres(20.0, 0.1), _metres(60.0, 0.5)
        fields = FlowLayout(round(self.font().pixelSize() * 0.9), self)
        for label, field in ((_("Width of the picture"), self._width), (_("Distance of the last row"), self._row)):
            fields.addWidget(FormRow(label, field))
            field.valueChanged.connect(self.changed)
        self.setFocusProxy(self._width)

    @property
    def width_of_picture(self) -> float:
        """In metres; 0 when it was not filled in."""
        return self._width.value()

    @property
    def last_row(self) -> float:
        """In metres from the picture; 0 when it was not filled in."""
        return self._row.value()


class _Metres(QDoubleSpinBox):
    """A measure with a comma, which the point of the number pad types too. Signals: those of a spin box."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of what stands there, also after a click."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take point and comma for the same."""
        if event.text() in (".", ","):
            point = self.locale().decimalPoint()
            event = QKeyEvent(event.type(), event.key(), event.modifiers(), point, event.isAutoRepeat())
        super().keyPressEvent(event)


def _metres(most: float, step: float) -> QDoubleSpinBox:
    field = _Metres()
    field.setRange(0, most)
    field.setSingleStep(step)
    field.setDecimals(1)
    field.setSuffix(" m")
    field.setSpecialValueText("–")
    return field


class YesNo(QWidget):
    """A question for whoever looks. Signals: `chosen(object)` with True, False, or None for not looked yet."""

    chosen = Signal(object)

    def __init__(self, question: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = language.gettext
        options = (("", _("Not looked yet")), ("yes", _("Yes")), ("no", _("No")))
        self._buttons = SegmentedButtons(question, options)
        self._buttons.chosen.connect(lambda key: self.chosen.emit(_ANSWERS[key]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(self.font().pixelSize() * 0.3))
        column.addWidget(TextLabel(question, "small", "muted", wraps=True))
        column.addWidget(self._buttons)

    @property
    def answer(self) -> bool | None:
        """What was answered."""
        return _ANSWERS[self._buttons.key]
