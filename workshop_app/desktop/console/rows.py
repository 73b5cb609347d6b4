"""The rows of a round's panel, as plain values: what is responded to, by which voices, and what was said. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

from workshop_app.desktop.console import words
from workshop_app.desktop.console.capture_remarks import of_action
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.row import Cell, Row, RowKind
from workshop_app.desktop.console.said_rows import SaidRows, quote_marks
from workshop_app.desktop.console.voice_rows import VoiceRows
from workshop_app.facilitation import leading
from workshop_app.i18n import Language
from workshop_app.model.compared import compared
from workshop_app.model.led import led_to
from workshop_app.model.text import dotted
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, Grain, Origin, PromptRole
from workshop_app.model.views import DecisionView, PromptView, RoundView
from workshop_app.rounds.kind import ItemForm, RoundKind, Scene


def build(here: Here, language: Language, current: str | None, veiled: bool, said: SaidRows) -> tuple[Row, ...]:
    """The rows of the round where the beamer is.

    `current` is the prompt that is opened up ('' is the round itself, None is nothing); `veiled` hides names and what
    the room has not seen yet; `said` makes the rows of contributions.
    """
    if here.round is None or here.kind is None:
        return ()
    builder = _Builder(here, here.round, here.kind, language, current, veiled, said)
    return tuple(builder.rows())


@dataclass(frozen=True)
class _Builder:
    here: Here
    known: RoundView
    kind: RoundKind
    language: Language
    current: str | None
    veiled: bool
    said: SaidRows

    def rows(self) -> Iterator[Row]:
        heading = ""
        numbers = {item.id: str(n) for n, item in enumerate(self.known.items, start=1)}
        # What the room adds comes last in the file, and still belongs above the criteria.
        for prompt in sorted(self.known.prompts, key=lambda prompt: prompt.role is PromptRole.CRITERION):
            if not prompt.included:
                continue
            over, sign = self._heading_over(prompt), "?" if prompt.role is PromptRole.QUESTION else ""
            if over != heading:
                heading = over
                if heading:
                    yield Row(RowKind.HEADING, id=prompt.id, text=heading)
            yield from self._card(self._prompt(prompt, numbers.get(prompt.id, sign)), prompt)
        if self._talks_in_general:
            yield from self._card(self._general(), None)

    def _heading_over(self, prompt: PromptView) -> str:
        return self.language.gettext("Criteria") if prompt.role is PromptRole.CRITERION else prompt.set_title

    @property
    def _talks_in_general(self) -> bool:
        own = any(strand.on_round and not strand.adds_item for strand in self.kind.strands)
        return own or bool(self.known.closing_question) or bool(self.known.said())

    def _card(self, subject: Row, prompt: PromptView | None) -> Iterable[Row]:
        said = self.known.said(subject.prompt_id)
        if subject.prompt_id != self.current:
            count = self.language.ngettext("{n} contribution", "{n} contributions", len(said)).format(n=len(said))
            aside = dotted((subject.aside, count if said else ""))
            return (subject._replace(aside=aside),)
        inside = [*self._detail(prompt), *self._voices(prompt)] if prompt else []
        inside += self.said.rows(self.here.view, self.kind, said, self.veiled)
        inside += self._outcomes(subject.prompt_id)
        card = [subject._replace(in_card=True, ends_card=False), *inside]
        card[-1] = card[-1]._replace(ends_card=True)
        return card

    def _outcomes(self, prompt_id: str) -> Iterator[Row]:
        """What the subject has led to, as it was typed or taken over. Owners are names, which the room may not see."""
        view, _ = self.here.view, self.language.gettext
        for outcome in () if self.veiled else led_to(view, prompt_id):
            if isinstance(outcome, DecisionView):
                label, line = _("B") + str(view.decisions.index(outcome) + 1), outcome.text
                about: tuple[str, ...] = (outcome.support, outcome.reservation)
            else:
                label, line = _("A") + str(view.actions.index(outcome) + 1), leading.line_of(outcome)
                about = (of_action(outcome, view, self.language, view.info.day),)
            yield Row(
                RowKind.OUTCOME,
                prompt_id,
                outcome.id,
                label=f"→ {label}",
                text=line,
                aside=dotted(about),
                in_card=True,
                ends_card=False,
            )

    def _prompt(self, prompt: PromptView, number: str) -> Row:
        return Row(
            RowKind.SUBJECT,
            prompt.id,
            number=number,
            text=words.quoted(prompt.text, self.kind.item_form),
            is_quote=self.kind.item_form is ItemForm.QUOTE,
            marks=dotted(self._marks(prompt)),
            aside=dotted((self._scores(prompt), self._earlier(prompt))),
            cells=self._cells(prompt) if prompt.role is PromptRole.ITEM else (),
        )

    def _general(self) -> Row:
        _ = self.language.gettext
        asked = self.known.closing_question
        live = self.here.step is not None and self.here.step.scene is Scene.QUESTION
        return Row(
            RowKind.SUBJECT,
            label=_("Our question") if asked else "",
            text=asked or _("In general"),
            marks=_("on the beamer") if live and self.current != "" else "",
        )

    def _marks(self, prompt: PromptView) -> Iterator[str]:
        _ = self.language.gettext
        if prompt.chosen:
            yield _("chosen")
        if self.here.step is not None and self.here.step.scene is Scene.REVEAL and prompt.role is PromptRole.ITEM:
            yield _("revealed") if self.known.is_revealed(self.here.step.key, prompt.id) else _("not shown yet")
        if prompt.origin is Origin.ROOM:
            yield _("from the room")
        yield from quote_marks(prompt.mode, prompt.in_minutes, self.language)
        yield from self._too_many(prompt)
        if prompt.id == self.here.place.prompt_id != self.current:
            yield _("on the beamer")
        if prompt.id != self.current and any(draft.prompt_id == prompt.id for draft in self.here.view.drafts):
            yield _("half-typed text")

    def _too_many(self, prompt: PromptView) -> Iterator[str]:
        if self.known.grain is Grain.ROOM and not self._hidden(prompt):
            given = {response.option: response.value for response in prompt.responses}
            yield from self._voice_rows.too_many(given, ROOM_VOICE)

    @property
    def _voice_rows(self) -> VoiceRows:
        return VoiceRows(self.here.view, self.known, self.kind, self.language)

    def _hidden(self, prompt: PromptView) -> bool:
        steps = [step.key for step in self.kind.steps if step.reveals]
        shown = any(self.known.is_revealed(key, prompt.id) or self.known.is_revealed(key) for key in steps)
        return self.veiled and bool(steps) and not shown

    def _scores(self, prompt: PromptView) -> str:
        scores = prompt.scores() if self.kind.scale and self.kind.scale.spread else ()
        if not scores or self._hidden(prompt):
            return ""
        words_ = self.language.gettext("lowest {low} · mean {mean}")
        return words_.format(low=scores[0], mean=self.language.number(fmean(scores), 1))

    def _earlier(self, prompt: PromptView) -> str:
        """What the previous session gave to an item."""
        scale = self.kind.scale
        found = compared((prompt,), scale.keys, scale.spread) if scale and prompt.earlier else ()
        if not scale or not found:
            return ""
        option = "" if scale.spread else f" {self.language.gettext(scale.options[0].label)}"
        words_ = self.language.gettext("previous time: {result}")
        return words_.format(result=f"{found[0].before.text(self.language)}{option}")

    def _cells(self, prompt: PromptView) -> tuple[Cell, ...]:
        hidden = self._hidden(prompt)
        room = self.known.grain is Grain.ROOM
        cells = [
            Cell(o.key, self.language.gettext(o.label), None if hidden else prompt.total(o.key), o.tone, room)
            for o in (self.kind.scale.options if self.kind.scale else ())
        ]
        if self.kind.dots:
            dots = None if hidden else prompt.dots
            cells.append(Cell(DOTS_OPTION, self.language.gettext("dots"), dots, None, room))
        return tuple(cells)

    def _detail(self, prompt: PromptView) -> Iterator[Row]:
        if prompt.detail and not self._hidden(prompt):
            yield Row(RowKind.NOTE, prompt.id, "detail", text=prompt.detail, in_card=True, ends_card=False)

    def _voices(self, prompt: PromptView) -> Iterator[Row]:
        by_room = self.known.grain is Grain.ROOM
        if by_room or prompt.role is not PromptRole.ITEM or not (self.kind.scale or self.kind.dots):
            return
        if self.veiled:
            hidden = self.language.gettext("Hidden while the room looks along")
            yield Row(RowKind.NOTE, prompt.id, "veil", text=hidden, in_card=True, ends_card=False)
        else:
            yield from self._voice_rows.rows(prompt)
