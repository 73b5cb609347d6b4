"""The parts of the capture line and where they stand: at twice the text the buttons stand above the line."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.author_field import AuthorField
from workshop_app.desktop.console.capture_editor import CaptureEditor
from workshop_app.desktop.console.drafts import DraftState
from workshop_app.desktop.console.key_button import KeyButton
from workshop_app.desktop.console.taken_line import TakenLine, dress
from workshop_app.desktop.console.target_buttons import TargetButtons
from workshop_app.desktop.widgets.labels import ElidedLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface, rule
from workshop_app.model.values import TEXT_LIMIT

_NEAR_LIMIT = TEXT_LIMIT - 400


class CaptureFrame(Surface):
    """The parts in their places; what is taken down is up to the line itself. No signals."""

    def __init__(self, bridge: Bridge, names: Callable[[str], Iterable[str]], parent: QWidget | None = None) -> None:
        """`names` gives the names that what is typed may become."""
        super().__init__("white", parent)
        self._language = bridge.language
        _ = self._language.gettext
        self.editor = CaptureEditor(_("Capture line"), names, _("Names"))
        self.author = AuthorField(self._language)
        literal, allowed = _("literal"), _("may be in the minutes")
        self.verbatim = QCheckBox(f"{literal} ({key_hint('verbatim')})")
        self.in_minutes = QCheckBox(f"{allowed} ({key_hint('in-minutes')})")
        self.button = KeyButton(_("Take down"), "⏎")
        self.taken = TakenLine(bridge.view, self._language)
        self._buttons = TargetButtons(self.font().pixelSize())
        self._count = TextLabel("", "small", "muted")
        self._half_typed = TextLabel("", "small", "muted")
        self._half_typed.hide()
        self._unkept = ElidedLabel(_("anonymous: who said it is not kept"), "small", "muted")
        self._unkept.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._arrange()
        self._show_count()
        self.editor.textChanged.connect(self._show_count)

    def _arrange(self) -> None:
        em = self.font().pixelSize()
        line = QHBoxLayout()
        line.setSpacing(round(em * 0.67))
        line.addWidget(self.editor, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(round(em * 0.67))
        self._rows.addLayout(self._buttons)
        self._rows.setAlignment(self._buttons, Qt.AlignmentFlag.AlignBottom)
        self._rows.addLayout(line, 1)
        below = QHBoxLayout()
        below.setSpacing(round(em))
        below.addWidget(self.taken, 1)
        for part in (self._half_typed, self._count, self._unkept, self.author, self.verbatim, self.in_minutes):
            below.addWidget(part)
        column = QVBoxLayout()
        column.setContentsMargins(round(em * 1.9), round(em * 0.8), round(em * 1.9), round(em * 0.6))
        column.setSpacing(round(em * 0.4))
        column.addLayout(self._rows)
        column.addLayout(below)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(rule())
        outer.addLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As wide as the buttons alone: the line can go below them."""
        hint = super().minimumSizeHint()
        em = self.font().pixelSize()
        return QSize(min(hint.width(), max(self._buttons.minimumSize().width(), em * 20) + em * 4), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons above the line where they would leave it too little room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self._buttons.sizeHint().width() > self.width() * 0.45
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _show_draft(self, state: DraftState) -> None:
        _ = self._language.gettext
        words = {
            DraftState.NONE: "",
            DraftState.TYPING: _("… half typed"),
            DraftState.KEPT: _("✓ half typed, kept"),
            DraftState.UNKEPT: _("! half typed, not saved"),
        }[state]
        self._half_typed.setText(words)
        self._half_typed.setVisible(bool(words))
        dress(self._half_typed, "bad" if state is DraftState.UNKEPT else "muted")

    def _show_count(self) -> None:
        length = len(self.editor.toPlainText())
        self._count.setVisible(length > _NEAR_LIMIT)
        number = self._language.number
        self._count.setText(f"{number(length)} / {number(TEXT_LIMIT)}")
        dress(self._count, "bad" if length > TEXT_LIMIT else "muted")
