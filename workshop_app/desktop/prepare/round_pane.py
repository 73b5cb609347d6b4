"""Everything about one round that can be prepared: its question, how it goes, its prompts, notes for oneself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare import round_words
from workshop_app.desktop.prepare.growing_text import GrowingText
from workshop_app.desktop.prepare.prompt_rows import PromptRows
from workshop_app.desktop.prepare.round_choices import RoundChoices, StepTicks
from workshop_app.desktop.questions import Ask, Question
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.capturing import edit_prompt, remove_prompt
from workshop_app.facilitation.preparing import add_prompt, edit_round, move_prompt
from workshop_app.facilitation.schedule import planned
from workshop_app.model.text import dotted
from workshop_app.model.values import TITLE_LIMIT, PromptRole
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS


class RoundPane(QScrollArea):
    """One round in detail; what is changed is saved at once. No signals."""

    def __init__(self, bridge: Bridge, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._ask = bridge, ask
        self._language = bridge.language
        self.round_id = ""
        """The id of the round that is shown."""
        _ = self._language.gettext
        self._title = QLineEdit()
        self._title.setMaxLength(TITLE_LIMIT)
        self._title.setAccessibleName(_("Title of the round"))
        mark(self._title, kind="heading")
        # The letters stand under each other, not the edges of the fields.
        self._title.setTextMargins(-STEP, 0, 0, 0)
        self._where = TextLabel("", "body", "muted", wraps=True)
        question, intro, closing, notes = GrowingText(), GrowingText(), GrowingText(), GrowingText(least=3)
        mark(notes, surface="note")
        self._typed = {
            "title": Typing(self._title, required=True),
            "question": Typing(question),
            "intro": Typing(intro),
            "closing_question": Typing(closing),
            "notes": Typing(notes),
        }
        for name, typed in self._typed.items():
            typed.settled.connect(lambda text, field=name: self._edit(**{field: text}))
        self._question = FormRow(_("Question to the room"), question)
        self._intro = FormRow(_("Text on the screen under it"), intro)
        self._closing = FormRow(_("Our question"), closing)
        self._notes = FormRow(_("Only for you"), notes)
        self._choices, self._steps = RoundChoices(bridge, ask), StepTicks(bridge)
        self._prompts = {role: self._prompts_of(role) for role in PromptRole}
        self._ground = Surface("white")
        mark(self, surface="white")
        self._lay_out()

    def show_round(self, view: WorkshopView, round_id: str) -> None:
        """Show a round as it is saved. Of the same round, text that is being typed stays."""
        known = view.round(round_id)
        self._ground.setVisible(known is not None)
        if known is None:
            self.round_id = ""
            return
        for name, typed in self._typed.items():
            text = str(getattr(known, name))
            if round_id == self.round_id:
                typed.offer(text)
            else:
                typed.replace(text)
        self._choices.show_round(known)
        self._steps.show_round(known)
        roles = round_words.roles(known)
        for role, rows in self._prompts.items():
            rows.show_round(known)
            rows.setVisible(role in roles)
        self._closing.setVisible(round_words.has_closing_question(known))
        self._question.setVisible(bool(KINDS[known.kind].question or known.question))
        self._where.setText(self._place(view, known))
        if round_id != self.round_id:
            self.round_id = round_id
            for rows in self._prompts.values():
                rows.clear_line()
            self.verticalScrollBar().setValue(0)

    def flush(self) -> bool:
        """Have saved what was typed last, and say whether that worked."""
        for typed in self._typed.values():
            typed.flush()
        saved = [rows.flush() for rows in self._prompts.values()]
        return all(saved) and all(typed.is_saved for typed in self._typed.values())

    def take_focus(self) -> None:
        """Begin with the question."""
        (self._title if self._question.isHidden() else self._question.field).setFocus()

    def _place(self, view: WorkshopView, known: RoundView) -> str:
        _ = self._language.gettext
        number = view.number(known.id)
        minutes = self._language.ngettext("{n} minute", "{n} minutes", known.minutes).format(n=known.minutes)
        where = _("Round {number}").format(number=number) if number else _(KINDS[known.kind].name)
        times = (
            f"{self._language.time(slot.start)}–{self._language.time(slot.end)}"
            for slot in planned(view)
            if slot.round_id == known.id
        )
        return dotted((where, minutes, *times, *([] if known.enabled else [_("left out")])))

    def _edit(self, **fields: object) -> None:
        self._bridge.attempt(edit_round, self.round_id, **fields)

    def _edit_prompt(self, prompt_id: str, field: str, value: object) -> None:
        self._bridge.attempt(edit_prompt, prompt_id, **{field: value})

    def _add_prompt(self, role: PromptRole, text: str) -> None:
        if self._bridge.attempt(add_prompt, self.round_id, text, role):
            self._prompts[role].clear_line()

    def _remove_prompt(self, rows: PromptRows, prompt_id: str) -> None:
        known = self._bridge.view.round(self.round_id)
        prompt = known.prompt(prompt_id) if known else None
        if known is None or prompt is None:
            return
        _ = self._language.gettext
        question = Question(
            _("Take away “{text}”?").format(text=prompt.text),
            _("What was counted and said about it goes too. You can undo that."),
            _("Take away"),
            _("Keep"),
        )
        if not (prompt.responses or known.said(prompt_id)) or self._ask(question, self.window()):
            rows.leave(prompt_id)
            self._bridge.attempt(remove_prompt, prompt_id)

    def _prompts_of(self, role: PromptRole) -> PromptRows:
        rows = PromptRows(role, self._language)
        rows.edited.connect(self._edit_prompt)
        rows.moved.connect(lambda prompt_id, by: self._bridge.attempt(move_prompt, prompt_id, by))
        rows.removed.connect(lambda prompt_id: self._remove_prompt(rows, prompt_id))
        rows.added.connect(lambda text: self._add_prompt(role, text))
        return rows

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 6 * STEP)
        column.setSpacing(3 * STEP)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._where)
        column.addLayout(head)
        for part in (self._question, self._choices, *self._prompts.values()):
            column.addWidget(part)
        for part in (self._closing, self._notes, self._intro, self._steps):
            column.addWidget(part)
        column.addStretch()
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
