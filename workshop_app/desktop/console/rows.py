"""The rows of a round's panel, as plain values: what is responded to, by which voices, and what was said. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import fmean
from typing import NamedTuple

from workshop_app.desktop.console import words
from workshop_app.desktop.console.here import Here
from workshop_app.facilitation import leading, voices
from workshop_app.i18n import Language
from workshop_app.model.led import led_to
from workshop_app.model.values import DOTS_OPTION, Grain, Origin, PromptRole, QuoteMode
from workshop_app.model.views import ContributionView, DecisionView, PromptView, RoundView, WorkshopView
from workshop_app.rounds.kind import ItemForm, RoundKind, Scene, Tone


class RowKind(Enum):
    """What a row is about."""

    HEADING = "heading"
    SUBJECT = "subject"
    """A prompt, or the round itself."""
    NOTE = "note"
    """A text below the current subject that is only read."""
    VOICE = "voice"
    """What one organisation or ballot answered."""
    NEW_BALLOT = "new ballot"
    THEME = "theme"
    """The heading of what was said under one theme."""
    SAID = "said"
    OUTCOME = "outcome"
    """A decision or an action that came of the current subject."""


VOICES = (RowKind.VOICE, RowKind.NEW_BALLOT)


@dataclass(frozen=True, slots=True)
class Cell:
    """An option (or the dots) with its count. `count` is None while it is hidden; `tone` is None for dots. `countable`:
    a number can be typed (one digit is all of it when `one_digit`); else a voice chooses, and `filled` says that it
    chose this."""

    option: str
    label: str
    count: int | None
    tone: Tone | None
    countable: bool
    filled: bool = False
    one_digit: bool = False


class Row(NamedTuple):
    """One row: a tuple, as hundreds of them are made and compared for each change.

    `id` is a voice or a contribution; `label` stands before the text, `marks` and `aside` after it. `in_card`: it
    belongs to the card of the current subject, which `ends_card` closes. `seek` is the name by whose first letters the
    row is found; in rows without it letters have meanings of their own.
    """

    kind: RowKind
    prompt_id: str = ""
    id: str = ""
    number: str = ""
    text: str = ""
    is_quote: bool = False
    label: str = ""
    marks: str = ""
    aside: str = ""
    cells: tuple[Cell, ...] = ()
    in_card: bool = False
    ends_card: bool = True
    seek: str = ""

    @property
    def key(self) -> tuple[RowKind, str, str]:
        """What stays the same when the row changes."""
        return self.kind, self.prompt_id, self.id

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        cells = ", ".join(
            cell.label if cell.filled else f"{cell.label} {cell.count}" for cell in self.cells if cell.count
        )
        return ". ".join(part for part in (self.number, self.label, self.text, cells, self.marks, self.aside) if part)


def build(here: Here, language: Language, current: str | None, veiled: bool) -> tuple[Row, ...]:
    """The rows of the round where the beamer is.

    `current` is the prompt that is opened up ('' is the round itself, None is nothing); `veiled` hides names and what
    the room has not seen yet.
    """
    if here.round is None or here.kind is None:
        return ()
    builder = _Builder(here, here.round, here.kind, language, current, veiled)
    return tuple(builder.rows())


@dataclass(frozen=True)
class _Builder:
    here: Here
    known: RoundView
    kind: RoundKind
    language: Language
    current: str | None
    veiled: bool

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
            aside = words.joined((subject.aside, count if said else ""))
            return (subject._replace(aside=aside),)
        inside = [*self._detail(prompt), *self._voices(prompt), *self._said(said)] if prompt else [*self._said(said)]
        inside += self._outcomes(subject.prompt_id)
        card = [subject._replace(in_card=True, ends_card=False), *inside]
        card[-1] = card[-1]._replace(ends_card=True)
        return card

    def _outcomes(self, prompt_id: str) -> Iterator[Row]:
        """What the subject has led to, as it was typed or taken over."""
        view, _ = self.here.view, self.language.gettext
        for outcome in led_to(view, prompt_id):
            if isinstance(outcome, DecisionView):
                label, line = f"{_('B')}{view.decisions.index(outcome) + 1}", outcome.text
                about = (outcome.support, outcome.reservation)
            else:
                label, line = f"{_('A')}{view.actions.index(outcome) + 1}", leading.line_of(outcome)
                about = ("", "")
            yield Row(
                RowKind.OUTCOME,
                prompt_id,
                outcome.id,
                label=f"→ {label}",
                text=line,
                aside=words.joined(about),
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
            marks=words.joined(self._marks(prompt)),
            aside=self._scores(prompt),
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
        yield from self._quote_marks(prompt.mode, prompt.in_minutes)
        if prompt.id == self.here.place.prompt_id != self.current:
            yield _("on the beamer")
        if prompt.id != self.current and any(draft.prompt_id == prompt.id for draft in self.here.view.drafts):
            yield _("half-typed text")

    def _quote_marks(self, mode: QuoteMode | None, in_minutes: bool | None) -> Iterator[str]:
        _ = self.language.gettext
        if mode is not None:
            yield _("literal") if mode is QuoteMode.VERBATIM else _("paraphrase")
            if in_minutes:
                yield _("in the minutes")
        elif in_minutes is False:
            yield _("not in the minutes")

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
        grain = self.known.grain
        if grain is Grain.ROOM or prompt.role is not PromptRole.ITEM or not (self.kind.scale or self.kind.dots):
            return
        if self.veiled:
            hidden = self.language.gettext("Hidden while the room looks along")
            yield Row(RowKind.NOTE, prompt.id, "veil", text=hidden, in_card=True, ends_card=False)
            return
        for voice in voices.asked(self.here.view, self.known):
            yield self._voice(prompt, voice)
        if grain is Grain.BALLOT:
            new = self._voice(prompt, "")
            yield new._replace(kind=RowKind.NEW_BALLOT, text=self.language.gettext("+ ballot"), marks="")

    def _voice(self, prompt: PromptView, voice: str) -> Row:
        name = voices.name(self.here.view, self.known, voice, self.language)
        given = {r.option: r.value for r in prompt.responses if r.voice == voice}
        return Row(
            RowKind.VOICE,
            prompt.id,
            voice,
            text=name,
            marks=words.joined(self._too_many(given, voice)),
            cells=self._voice_cells(given),
            in_card=True,
            ends_card=False,
            seek="" if self.known.grain is Grain.BALLOT else name,
        )

    def _voice_cells(self, given: Mapping[str, int]) -> tuple[Cell, ...]:
        heads = voices.counts_heads(self.known)
        cells = [
            Cell(
                option.key,
                self.language.gettext(option.label),
                given.get(option.key, 0),
                option.tone,
                countable=heads,
                filled=not heads and bool(given.get(option.key)),
            )
            for option in (self.kind.scale.options if self.kind.scale else ())
        ]
        if self.kind.dots:
            label, count = self.language.gettext("dots"), given.get(DOTS_OPTION, 0)
            cells.append(Cell(DOTS_OPTION, label, count, None, countable=True, one_digit=not heads))
        return tuple(cells)

    def _too_many(self, given: Mapping[str, int], voice: str) -> Iterator[str]:
        """What cannot be right: more hands than heads, more dots than a voice has."""
        _ = self.language.gettext
        counted = sum(value for option, value in given.items() if option != DOTS_OPTION)
        people = voices.heads(self.here.view, voice) if voices.counts_heads(self.known) else counted
        if counted > people:
            yield _("{n} counted, {total} present").format(n=counted, total=people)
        if given.get(DOTS_OPTION):
            dots, has = voices.dots_given(self.known, voice), voices.dots_to_give(self.here.view, self.known, voice)
            if dots > has:
                yield _("{n} dots given, there are {total}").format(n=dots, total=has)

    def _said(self, said: Iterable[ContributionView]) -> Iterator[Row]:
        by_strand: dict[str, list[ContributionView]] = {strand.key: [] for strand in self.kind.strands}
        for each in said:
            by_strand.setdefault(each.strand, []).append(each)
        for key, contributions in by_strand.items():
            strand = self.kind.strand(key)
            label = self.language.gettext(strand.question) if strand else ""
            themes = dict.fromkeys(each.theme for each in contributions)
            for theme in sorted(themes, key=lambda each: not each):
                of_theme = [each for each in contributions if each.theme == theme]
                if theme:
                    yield self._theme(theme, of_theme, label)
                    label = ""
                for each in of_theme:
                    yield self._contribution(each, label)
                    label = ""

    def _theme(self, theme: str, of_theme: Sequence[ContributionView], label: str) -> Row:
        count = self.language.ngettext("{n} contribution", "{n} contributions", len(of_theme)).format(n=len(of_theme))
        first = of_theme[0]
        return Row(
            RowKind.THEME,
            first.prompt_id,
            f"{first.strand} {theme}",
            label=label,
            text=theme,
            aside=count,
            in_card=True,
            ends_card=False,
        )

    def _contribution(self, each: ContributionView, label: str) -> Row:
        marked = each.mode is not None or each.in_minutes is False
        marks = words.joined(self._quote_marks(each.mode, each.in_minutes)) if marked else ""
        if each.mentions > 1:
            marks = words.joined((f"{each.mentions}×", marks))
        return Row(
            RowKind.SAID,
            each.prompt_id,
            each.id,
            label=label,
            text=each.text,
            marks=marks,
            aside="" if self.veiled else author(self.here.view, each.organisation_id, each.participant_id),
            in_card=True,
            ends_card=False,
        )


def author(view: WorkshopView, organisation_id: str, participant_id: str) -> str:
    """Who said something, as far as it is kept."""
    if not organisation_id and not participant_id:
        return ""
    person = next((p.name for p in view.participants if p.id == participant_id), "")
    return ", ".join(part for part in (person, view.organisation_name(organisation_id)) if part)
