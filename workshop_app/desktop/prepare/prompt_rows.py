"""The prompts of a round, each with a box that says whether it takes part."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language
from workshop_app.model.values import PromptRole
from workshop_app.model.views import PromptView


class PromptRow(Surface):
    """One prompt. Signals: `switched(bool)`."""

    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.prompt_id = ""
        self._text = TextLabel("", wraps=True)
        self._box = QCheckBox()
        self._box.toggled.connect(self.switched)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.addWidget(self._text, 1)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)

    def show_prompt(self, prompt: PromptView, role: str) -> None:
        """Show a prompt in a text role of the theme."""
        self.prompt_id = prompt.id
        self._text.setText(f"“{prompt.text}”" if role == "quote" else prompt.text)
        mark(self._text, role=role, tone="normal" if prompt.included else "muted")
        self._box.setAccessibleName(prompt.text)
        with QSignalBlocker(self._box):
            self._box.setChecked(prompt.included)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere switches it."""
        super().mousePressEvent(event)
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
        self._box.toggle()


class PromptRows(QWidget):
    """Prompts under each other. Signals: `switched(str, bool)` with the id of a prompt."""

    switched = Signal(str, bool)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[PromptRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(1.5 * STEP))

    def show_prompts(self, prompts: Sequence[PromptView], role: str) -> None:
        """Show these prompts; items in a text role of the theme, questions to talk about in that of a text."""
        while len(self._rows) < len(prompts):
            self._rows.append(self._row())
            self._column.addWidget(self._rows[-1])
        while len(self._rows) > len(prompts):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.deleteLater()
        for row, prompt in zip(self._rows, prompts, strict=True):
            row.show_prompt(prompt, role if prompt.role is PromptRole.ITEM else "body")

    def _row(self) -> PromptRow:
        row = PromptRow()
        row.switched.connect(lambda on: self.switched.emit(row.prompt_id, on))
        return row
