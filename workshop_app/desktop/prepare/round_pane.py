"""Everything about one round that can be prepared: its question, how it is counted, its prompts, notes for oneself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare import round_words
from workshop_app.desktop.prepare.autosave import Typing
from workshop_app.desktop.prepare.growing_text import GrowingText
from workshop_app.desktop.prepare.prompt_rows import PromptRows
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.capturing import edit_prompt
from workshop_app.facilitation.counting import set_grain
from workshop_app.facilitation.limits import tidy
from workshop_app.facilitation.preparing import add_prompt, edit_round, plan_level
from workshop_app.model.values import TEXT_LIMIT, TITLE_LIMIT, Grain, Level
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import ItemForm


class RoundPane(QScrollArea):
    """One round in detail; what is changed is saved at once. No signals."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
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
        self._where = TextLabel("", "body", "muted")
        question, closing, notes = GrowingText(), GrowingText(), GrowingText(least=3)
        mark(notes, surface="note")
        self._typed = {
            "title": Typing(self._title),
            "question": Typing(question),
            "closing_question": Typing(closing),
            "notes": Typing(notes),
        }
        for name, typed in self._typed.items():
            typed.settled.connect(lambda text, field=name: self._save(field, text))
        self._question = FormRow(_("Question to the room"), question)
        self._closing = FormRow(_("Our question"), closing)
        self._notes = FormRow(_("Only for you"), notes)
        self._grain, self._level = QComboBox(), QComboBox()
        self._grain_row = FormRow(_("How is counted"), self._grain)
        self._level_row = FormRow(_("Who can be recognised"), self._level)
        self._grain.activated.connect(lambda: self._choose_grain(Grain(self._grain.currentData())))
        self._level.activated.connect(lambda: self._choose_level(Level(self._level.currentData())))
        self._count = TextLabel("", "small-strong", "muted")
        self._prompts = PromptRows(self._language)
        self._prompts.switched.connect(self._switch_prompt)
        self._own = QLineEdit()
        self._own.setMaxLength(TEXT_LIMIT)
        self._own.returnPressed.connect(self._add_own)
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
        texts = {name: str(getattr(known, name)) for name in self._typed}
        for name, typed in self._typed.items():
            if round_id == self.round_id:
                typed.offer(texts[name])
            else:
                typed.replace(texts[name])
        if round_id != self.round_id:
            self.round_id = round_id
            self._own.clear()
            self.verticalScrollBar().setValue(0)
        self._show_choices(known)
        self._show_prompts(known)
        self._closing.setVisible(round_words.has_closing_question(known))
        self._question.setVisible(bool(KINDS[known.kind].question or known.question))
        self._where.setText(self._place(view, known))

    def flush(self) -> bool:
        """Have saved what was typed last, and say whether that worked."""
        for typed in self._typed.values():
            typed.flush()
        return all(typed.is_saved for typed in self._typed.values())

    def take_focus(self) -> None:
        """Begin with the question."""
        (self._title if self._question.isHidden() else self._question.field).setFocus()

    def _place(self, view: WorkshopView, known: RoundView) -> str:
        _ = self._language.gettext
        number = view.number(known.id)
        minutes = self._language.ngettext("{n} minute", "{n} minutes", known.minutes).format(n=known.minutes)
        where = _("Round {number}").format(number=number) if number else _(KINDS[known.kind].name)
        return " · ".join((where, minutes, *([] if known.enabled else [_("left out")])))

    def _show_choices(self, known: RoundView) -> None:
        _ = self._language.gettext
        self._grain_row.setVisible(round_words.is_counted(KINDS[known.kind]))
        self._level_row.setVisible(bool(KINDS[known.kind].mechanics))
        for box, options, chosen in (
            (self._grain, {grain: round_words.GRAINS[grain] for grain in round_words.grains(known)}, known.grain),
            (self._level, {level: words for level, (_short, words) in round_words.LEVELS.items()}, known.level),
        ):
            box.clear()
            for value, words in options.items():
                box.addItem(_(words), str(value))
            box.setCurrentIndex(box.findData(str(chosen)))

    def _show_prompts(self, known: RoundView) -> None:
        kind = KINDS[known.kind]
        self._count.setText(round_words.chosen_of(known, self._language))
        self._count.setVisible(bool(known.prompts))
        self._prompts.show_prompts(known.prompts, "quote" if kind.item_form is ItemForm.QUOTE else "body")
        self._prompts.setVisible(bool(known.prompts))
        self._own.setVisible(bool(kind.strands))
        self._own.setPlaceholderText(round_words.own_prompt(known, self._language))
        self._own.setAccessibleName(self._own.placeholderText())

    def _save(self, field: str, text: str) -> None:
        if field == "title" and not text:
            return
        self._bridge.attempt(edit_round, self.round_id, **{field: text})

    def _choose_grain(self, grain: Grain) -> None:
        if not self._bridge.attempt(set_grain, self.round_id, grain):
            self.show_round(self._bridge.view, self.round_id)

    def _choose_level(self, level: Level) -> None:
        if not self._bridge.attempt(plan_level, self.round_id, level):
            self.show_round(self._bridge.view, self.round_id)

    def _switch_prompt(self, prompt_id: str, included: bool) -> None:
        self._bridge.attempt(edit_prompt, prompt_id, included=included)

    def _add_own(self) -> None:
        text = tidy(self._own.text())
        if text and self._bridge.attempt(add_prompt, self.round_id, text):
            self._own.clear()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(3 * STEP)
        choices.addWidget(self._grain_row, 1)
        choices.addWidget(self._level_row, 1)
        prompts = QVBoxLayout()
        prompts.setSpacing(round(1.5 * STEP))
        prompts.addWidget(self._count)
        prompts.addWidget(self._prompts)
        prompts.addWidget(self._own)
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 6 * STEP)
        column.setSpacing(3 * STEP)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._where)
        column.addLayout(head)
        column.addWidget(self._question)
        column.addLayout(choices)
        column.addLayout(prompts)
        column.addWidget(self._closing)
        column.addWidget(self._notes)
        column.addStretch()
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
