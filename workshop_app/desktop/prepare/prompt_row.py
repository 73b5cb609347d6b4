"""One prompt of a round, to be read and to be changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from workshop_app.desktop.prepare.growing_text import GrowingText
from workshop_app.desktop.theme import STEP, mark, role_font
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language
from workshop_app.model.values import TITLE_LIMIT, PromptRole
from workshop_app.model.views import PromptView

_DETAILS_WITHOUT_ASKING = (PromptRole.AXIS, PromptRole.QUADRANT)


class PromptRow(Surface):
    """One prompt: its text, whether it takes part, and once somebody is in it what else belongs to it.

    Alt with an arrow moves it, Alt+Delete takes it away, Enter goes on; an arrow out of its text asks for the next.

    Signals: `edited(str, object)` with a field and its value, `moved(int)` and `left(int)` with -1 for up and 1 for
    down, `removed()`.
    """

    edited = Signal(str, object)
    moved = Signal(int)
    left = Signal(int)
    removed = Signal()

    def __init__(self, prompt: PromptView, name: str, place: str, quoted: bool, language: Language) -> None:
        """`name` is what such a prompt is called; `place` says where it belongs, '' for nowhere in particular."""
        super().__init__("card")
        _ = language.gettext
        self.prompt_id, self._role = prompt.id, prompt.role
        self._place = TextLabel(place, "small", "muted")
        self.text, self._detail, self._heading = GrowingText(), GrowingText(), QLineEdit()
        self._heading.setMaxLength(TITLE_LIMIT)
        self._typed = {
            "text": Typing(self.text, required=True),
            "detail": Typing(self._detail),
            "set_title": Typing(self._heading),
        }
        for name_of, typed in self._typed.items():
            typed.settled.connect(partial(self.edited.emit, name_of))
        self.text.setAccessibleName(name)
        self.text.setAccessibleDescription(place)
        mark(self.text, kind="prompt")
        if quoted:
            self.text.setFont(role_font("quote", self.text.font()))
        self._box = QCheckBox()
        self._box.setToolTip(_("Takes part, or not"))
        self._box.toggled.connect(partial(self.edited.emit, "included"))
        self._more = QWidget()
        self._lay_out(*_detail_words(prompt.role, language), language)
        for field in self.fields:
            field.installEventFilter(self)
        self._show(prompt)
        self._open(False)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in order."""
        return self.text, self._detail, self._heading, self._box

    def show_prompt(self, prompt: PromptView) -> None:
        """Show the same prompt as it is saved; text that is being typed stays."""
        self._show(prompt)

    def flush(self) -> bool:
        """Have saved what was typed last, and say whether that worked."""
        for typed in self._typed.values():
            typed.flush()
        return all(typed.is_saved for typed in self._typed.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes in sees all of it; keys move it or take it away."""
        if event.type() == QEvent.Type.FocusIn:
            self._open(True)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._obeys(watched, event):
            return True
        return super().eventFilter(watched, event)

    def close_up(self) -> None:
        """Show only what is needed to read it."""
        self._open(False)

    def _obeys(self, watched: QObject, event: QKeyEvent) -> bool:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and key in steps:
            self._move(steps[key])
        elif alt and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in steps and (watched is self._box or (watched is self.text and self._is_at_edge(steps[key]))):
            self.left.emit(steps[key])
        elif key in ENTER and watched is self.text and not event.modifiers():
            self._typed["text"].flush()
            self.focusNextChild()
        else:
            return False
        return True

    def _is_at_edge(self, step: int) -> bool:
        way = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
        return not QTextCursor(self.text.textCursor()).movePosition(way)

    def _move(self, by: int) -> None:
        if self.flush():
            self.moved.emit(by)

    def _show(self, prompt: PromptView) -> None:
        for field, typed in self._typed.items():
            typed.offer(str(getattr(prompt, field)))
        self._box.setAccessibleName(prompt.text)
        mark(self.text, tone="normal" if prompt.included else "muted")
        with QSignalBlocker(self._box):
            self._box.setChecked(prompt.included)

    def _open(self, opened: bool) -> None:
        mark(self, surface="selected" if opened else "card")
        has_more = self._role in _DETAILS_WITHOUT_ASKING or bool(self._typed["detail"].text)
        self._more.setVisible(opened or has_more)
        self._tools.setVisible(opened)
        headed = bool(self._typed["set_title"].text)
        for part in (self._heading, self._heading_label):
            part.setVisible(self._role is PromptRole.ITEM and (opened or headed))

    def _lay_out(self, detail: str, hint: str, language: Language) -> None:
        _ = language.gettext
        self._detail.setAccessibleName(detail)
        self._detail.setPlaceholderText(hint)
        self._heading.setAccessibleName(_("Heading above it"))
        mark(self._heading, kind="compact")
        mark(self._detail, kind="compact")
        self._heading_label = TextLabel(_("Heading above it"), "small", "muted")
        more = QGridLayout(self._more)
        more.setContentsMargins(2 * STEP, 0, 0, 0)
        more.setSpacing(STEP)
        more.addWidget(TextLabel(detail, "small", "muted"), 0, 0)
        more.addWidget(self._detail, 0, 1)
        more.addWidget(self._heading_label, 1, 0)
        more.addWidget(self._heading, 1, 1)
        more.setColumnStretch(1, 1)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(0)
        tools.addWidget(self._tool("up", _("Move up (Alt+↑)"), lambda: self._move(-1)))
        tools.addWidget(self._tool("down", _("Move down (Alt+↓)"), lambda: self._move(1)))
        tools.addWidget(self._tool("", _("Take away (Alt+Delete)"), self.removed.emit))
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.text, 1)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, 2 * STEP, STEP)
        column.setSpacing(STEP // 2)
        column.addWidget(self._place)
        column.addLayout(row)
        column.addWidget(self._more)
        column.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignRight)
        self._place.setContentsMargins(2 * STEP, 0, 0, 0)
        self._place.setVisible(bool(self._place.text()))

    def _tool(self, icon: str, words: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        if icon:
            button.setIcon(QIcon(f"icons:{icon}.svg"))
            button.setIconSize(QSize(3 * STEP, 3 * STEP))
        else:
            button.setText("×")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(button, kind="quiet")
        button.clicked.connect(lambda _checked: act())
        return button


def _detail_words(role: PromptRole, language: Language) -> tuple[str, str]:
    _ = language.gettext
    if role is PromptRole.AXIS:
        return _("to"), _("the high end")
    if role is PromptRole.QUADRANT:
        return _("means"), _("what it means to be here")
    return _("More"), _("a longer text, the facts, the answer to show")
