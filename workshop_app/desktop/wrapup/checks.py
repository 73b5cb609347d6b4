"""Is it ready for the minutes? What is missing, each a key away from being mended, and what is in order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.desktop.wrapup import words
from workshop_app.desktop.wrapup.mending import MendForm, mend_form
from workshop_app.minutes.completeness import Gap, completeness


class CheckRow(QWidget):
    """One kind of gap: open, with a form under it when asked, or in order.

    Signals: `opened(QWidget)` with a form that came in sight, `done()` when the last of its forms has been saved.
    """

    opened = Signal(object)
    done = Signal()

    def __init__(self, gap: Gap, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._gap, self._bridge = gap, bridge
        self._targets: tuple[str, ...] = ()
        self._queue: list[str] = []
        self._form: MendForm | None = None
        self._line = _Line()
        self.button = self._line.button
        self.button.setText(f"{bridge.language.gettext(words.HINTS[gap])} ⏎")
        self.button.clicked.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._line)

    @property
    def is_open(self) -> bool:
        """Whether something is missing."""
        return bool(self._targets)

    @property
    def text(self) -> str:
        """What it says."""
        return self._line.label.text()

    def refresh(self, targets: tuple[str, ...]) -> None:
        """Show what is missing now."""
        view, language = self._bridge.view, self._bridge.language
        self._targets = targets
        if targets:
            self._line.show_open(words.missing(self._gap, targets, view, language))
        else:
            self._line.show_done(words.complete(self._gap, view, language))
        self.setVisible(bool(self.text))

    def _toggle(self) -> None:
        if self._form:
            self._end()
        else:
            # Who was there is one question, about all of them.
            self._queue = list(self._targets[:1] if self._gap is Gap.PRESENCE else self._targets)
            self._go_on()

    def _go_on(self) -> None:
        """To the next one that is still missing, if there is one."""
        self._drop_form()
        while self._queue:
            target = self._queue.pop(0)
            if target in self._targets:
                self._open(target)
                return
        self.done.emit()

    def _open(self, target: str) -> None:
        self._form = mend_form(self._gap, self._targets, target, self._bridge)
        self._form.saved.connect(self._go_on)
        self._form.ended.connect(self._end)
        self._column.addWidget(self._form)
        _tab_through(self.button, self._form)
        self.opened.emit(self._form)
        # After that: where the form is higher than the window, its field has to be in sight.
        self._form.take_focus()

    def _end(self) -> None:
        self._drop_form()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_form(self) -> None:
        if self._form:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None


class Checks(QWidget):
    """The rows of all gaps.

    Signals: `opened(QWidget)` with a form that came in sight, `finished()` when nothing is missing any more.
    """

    opened = Signal(object)
    finished = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.rows = {gap: CheckRow(gap, bridge, self) for gap in Gap}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for row in self.rows.values():
            row.opened.connect(self.opened)
            row.done.connect(self.take_focus)
        self.arrange()

    def refresh(self) -> None:
        """Look again at what is missing."""
        missing = {finding.gap: finding.targets for finding in completeness(self._bridge.view)}
        for gap, row in self.rows.items():
            row.refresh(missing.get(gap, ()))

    def arrange(self) -> None:
        """Put what is missing first. Not while somebody is mending: then everything stays where it is."""
        self.refresh()
        for row in self._in_order():
            self._column.addWidget(row)

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that is missing."""
        still = [row for row in self._in_order() if row.is_open]
        if still:
            still[0].button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.finished.emit()

    def _in_order(self) -> list[CheckRow]:
        return sorted(self.rows.values(), key=lambda row: not row.is_open)


def _tab_through(before: QWidget, container: QWidget) -> None:
    """Have Tab go from a widget through what is in a container, which came into the window later than the rest."""
    for widget in container.findChildren(QWidget):
        if widget.focusPolicy():
            QWidget.setTabOrder(before, widget)
            before = widget


class _Line(Surface):
    """The line of a row: a mark, what it says, and the button that opens the form."""

    def __init__(self) -> None:
        super().__init__("card")
        self._mark = TextLabel("", "strong")
        self.label = TextLabel("", wraps=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setAutoDefault(True)
        mark(self.button, kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)

    def show_open(self, text: str) -> None:
        self._show("note", "!", "warm", text)
        self.button.setAccessibleName(text)
        self.button.show()

    def show_done(self, text: str) -> None:
        self._show("card", "✓", "good", text)
        self.button.hide()

    def _show(self, surface: str, sign: str, tone: str, text: str) -> None:
        mark(self, surface=surface)
        mark(self._mark, tone=tone)
        self._mark.setText(sign)
        self.label.setText(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole line opens the form."""
        super().mouseReleaseEvent(event)
        if not self.button.isHidden():
            self.button.click()
