"""The prompts of a round that have one role, under each other, with a line to add one."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from workshop_app.desktop.prepare import round_words
from workshop_app.desktop.prepare.prompt_row import PromptRow
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.limits import tidy
from workshop_app.i18n import Language
from workshop_app.model.values import TEXT_LIMIT, PromptRole
from workshop_app.model.views import PromptView, RoundView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import ItemForm


class PromptRows(QWidget):
    """Prompts of one role.

    Signals: `edited(str, str, object)` with the id of a prompt, a field and its value, `moved(str, int)`,
    `removed(str)`, `added(str)` with a text.
    """

    edited = Signal(str, str, object)
    moved = Signal(str, int)
    removed = Signal(str)
    added = Signal(str)

    def __init__(self, role: PromptRole, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._language = role, language
        self._rows: list[PromptRow] = []
        self._form = ""
        self._head = TextLabel("", "small-strong", "muted")
        self._own = QLineEdit()
        self._own.setMaxLength(TEXT_LIMIT)
        self._own.returnPressed.connect(self._add)
        self._own.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(1.5 * STEP))
        self._column.addWidget(self._head)
        self._column.addWidget(self._own)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def show_round(self, known: RoundView) -> None:
        """Show the prompts of this role in a round. Of the same ones, text that is being typed stays."""
        prompts = [prompt for prompt in known.prompts if prompt.role is self._role]
        self._head.setText(round_words.section(self._role, known, self._language))
        self._own.setPlaceholderText(round_words.own_prompt(self._role, known, self._language))
        self._own.setAccessibleName(self._own.placeholderText())
        most = round_words.MOST.get(self._role)
        self._own.setVisible(most is None or len(prompts) < most)
        self._keep_rows(prompts, known)
        for prompt, row in zip(prompts, self._rows, strict=True):
            row.show_prompt(prompt)

    def clear_line(self) -> None:
        """Forget what stands in the line to add one."""
        self._own.clear()

    def flush(self) -> bool:
        """Have saved what was typed last, and say whether that worked."""
        saved = [row.flush() for row in self._rows]
        return all(saved)

    def leave(self, prompt_id: str) -> None:
        """Give the keyboard to the prompt beside this one, which is about to go."""
        ids = [row.prompt_id for row in self._rows]
        if prompt_id in ids:
            place = ids.index(prompt_id)
            self._go(place + 1 if place + 1 < len(ids) else place - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line, the arrow up goes to the last prompt."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Up:
            self._go(len(self._rows) - 1)
            return True
        return super().eventFilter(watched, event)

    def _keep_rows(self, prompts: Sequence[PromptView], known: RoundView) -> None:
        """One row for each prompt, in order; a row stays with its prompt, so that whoever types in it can go on."""
        before = {row.prompt_id: row for row in self._rows}
        if [row.prompt_id for row in self._rows] == [prompt.id for prompt in prompts]:
            return
        self._rows = [before.get(each.id) or self._row(each, n, known) for n, each in enumerate(prompts)]
        for row in set(before.values()) - set(self._rows):
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, row in enumerate(self._rows, start=1):
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
        # From the line and back to it: it keeps its place in the window.
        way = [self._own, *(field for row in self._rows for field in row.fields), self._own]
        for one, other in pairwise(way):
            QWidget.setTabOrder(one, other)

    def _row(self, prompt: PromptView, place: int, known: RoundView) -> PromptRow:
        quoted = prompt.role is PromptRole.ITEM and KINDS[known.kind].item_form is ItemForm.QUOTE
        name = round_words.prompt_name(prompt.role, known, self._language)
        where = round_words.prompt_place(prompt.role, place, self._language)
        row = PromptRow(prompt, name, where, quoted, self._language)
        row.edited.connect(lambda field, value: self.edited.emit(row.prompt_id, field, value))
        row.moved.connect(lambda by: self.moved.emit(row.prompt_id, by))
        row.removed.connect(lambda: self.removed.emit(row.prompt_id))
        row.left.connect(lambda by: self._go(self._rows.index(row) + by))
        return row

    def _go(self, place: int) -> None:
        if place == len(self._rows):
            self._own.setFocus()
        elif 0 <= place < len(self._rows):
            self._rows[place].text.setFocus()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        for row in self._rows:
            if not row.isAncestorOf(now):
                row.close_up()

    def _add(self) -> None:
        text = tidy(self._own.text())
        if text:
            self.added.emit(text)
