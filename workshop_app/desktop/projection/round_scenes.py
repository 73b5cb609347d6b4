"""The scene of each step within a round."""

from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import fmean

from workshop_app.desktop.projection.compared_scene import moved
from workshop_app.desktop.projection.note_cards import note_cards
from workshop_app.desktop.projection.placed_scene import placed
from workshop_app.desktop.projection.scene import (
    PATTERNS,
    Bar,
    Cards,
    Choice,
    ChoiceRow,
    Countdown,
    Pattern,
    Prompt,
    Question,
    RevealItem,
    RevealList,
    Scene,
    Spread,
    SpreadRow,
    StateList,
    Statement,
    StateRow,
    Table,
    TableRow,
    TableSection,
    Wall,
    WallQuote,
)
from workshop_app.desktop.projection.weighed_scene import weighed
from workshop_app.facilitation import voices
from workshop_app.facilitation.leading import support_for
from workshop_app.i18n import N_, Language
from workshop_app.model.led import CONDITION
from workshop_app.model.values import Grain, Rule
from workshop_app.model.views import ActionView, ContributionView, DecisionView, PromptView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS, SUPPORT
from workshop_app.rounds.kind import ItemForm, RoundKind, Scale, Step, Tone
from workshop_app.rounds.kind import Scene as SceneKind

LOWEST_SHOWN = 3
"""How many of the lowest scores are marked: one missing factor is enough to hinder."""

_PATTERN: dict[Tone, Pattern] = {
    Tone.STRONG: "solid",
    Tone.PARTIAL: "stripes",
    Tone.WEAK: "outline",
    Tone.UNKNOWN: "dots",
}
_HINTS = {
    Grain.ROOM: N_("Raise your hand"),
    Grain.ORGANISATION: N_("One voice for each municipality"),
    Grain.BALLOT: N_("Fill in your ballot"),
    Grain.GROUP: N_("One voice for each group"),
}


def scene(
    view: WorkshopView, known: RoundView, step: Step, prompt_id: str, language: Language, newest: frozenset[str]
) -> Scene:
    """What a step of a round shows. A step whose prompt is gone shows the question of the round."""
    _, prompt = language.gettext, known.prompt(prompt_id)
    build = _Builder(view, known, step, prompt, language, newest)
    builders: dict[SceneKind, Callable[[], Scene]] = {
        SceneKind.PROMPT: build.prompt,
        SceneKind.WALL: build.wall,
        SceneKind.CARDS: build.cards,
        SceneKind.REVEAL: build.reveal,
        SceneKind.STATES: build.states,
        SceneKind.SPREAD: build.spread,
        SceneKind.CHOICE: build.choice,
        SceneKind.GRID: lambda: weighed(known, step, _(_HINTS[known.grain]), language),
        SceneKind.MATRIX: lambda: placed(view, known, step, prompt, language),
        SceneKind.MOVED: lambda: moved(view, known, step, language),
        SceneKind.STATEMENT: build.statement,
        SceneKind.QUESTION: build.question,
        SceneKind.DECISIONS: build.decisions,
        SceneKind.ACTIONS: build.actions,
    }
    return builders[step.scene]()


def countdown(known: RoundView, language: Language, now: datetime, elapsed: float) -> Countdown:
    """A break: what is left of it, and when it ends."""
    left = max(0, round(known.allotted * 60 - elapsed))
    back = language.time((now + timedelta(seconds=left)).astimezone())
    return Countdown(known.title, left, language.gettext("We go on at {time}").format(time=back))


class _Builder:
    """Everything a scene is made from, so that each kind of scene is one small method."""

    def __init__(
        self,
        view: WorkshopView,
        known: RoundView,
        step: Step,
        prompt: PromptView | None,
        language: Language,
        newest: frozenset[str],
    ) -> None:
        self._view, self._known, self._step, self._prompt = view, known, step, prompt
        self._kind: RoundKind = KINDS[known.kind]
        self._language, self._newest = language, newest
        self._ = language.gettext

    @property
    def _heading(self) -> str:
        return self._known.question or self._known.title

    def _shown(self, prompt: PromptView) -> bool:
        # What the room saw once stays seen: the overview keeps the results of the steps before it.
        return any(
            self._known.is_revealed(step.key, prompt.id) or (step is self._step and self._known.is_revealed(step.key))
            for step in self._kind.steps
        )

    def question(self) -> Scene:
        return Question(self._("Our question"), self._known.closing_question or self._heading)

    def statement(self) -> Scene:
        if self._prompt is None:
            return Statement(self._heading)
        paragraphs = tuple(part for part in self._prompt.detail.split("\n") if part.strip())
        return Statement(self._prompt.text, paragraphs)

    def prompt(self) -> Scene:
        prompt, scale = self._prompt, self._kind.scale
        if prompt is None or scale is None:
            return Statement(self._heading)
        shown = self._known.is_revealed(self._step.key, prompt.id)
        answered = prompt.answered(scale.keys)
        grain = Grain.ROOM if voices.counts_heads(self._known) else self._known.grain
        present = len(self._view.present) if grain is Grain.ROOM else 0
        return Prompt(
            text=prompt.text,
            is_quote=self._kind.item_form is ItemForm.QUOTE,
            number=self._number(prompt),
            detail=self._explained(prompt, shown),
            result=self._bars(prompt, scale) if shown else None,
            hint="" if shown else self._(_HINTS[grain]),
            reserve=len(scale.options),
            total=max(answered, present),
        )

    def _explained(self, prompt: PromptView, shown: bool) -> str:
        """What stands below an item: its longer text, and with the support for it what people need to go along."""
        asked = [each.text for each in self._known.said(prompt.id, CONDITION)] if shown and self._is_support else []
        needed = self._("Needed to go along: {conditions}").format(conditions="; ".join(asked)) if asked else ""
        return " ".join(filter(None, (prompt.detail, needed)))

    @property
    def _is_support(self) -> bool:
        return self._kind is SUPPORT

    def _number(self, prompt: PromptView) -> str:
        items = [item.id for item in self._known.items]
        return str(items.index(prompt.id) + 1) if prompt.id in items and len(items) > 1 else ""

    def _bars(self, prompt: PromptView, scale: Scale) -> tuple[Bar, ...]:
        if scale.spread:
            return tuple(
                Bar(option.label, prompt.total(option.key), PATTERNS[i % len(PATTERNS)], i / (len(scale.options) - 1))
                for i, option in enumerate(scale.options)
            )
        return tuple(
            Bar(self._(option.label), prompt.total(option.key), _PATTERN[option.tone]) for option in scale.options
        )

    def wall(self) -> Scene:
        if self._kind.item_form is not ItemForm.QUOTE:
            chosen = self._("chosen")
            rows = (StateRow(i.text, chip=chosen if i.chosen else "", highlighted=i.chosen) for i in self._known.items)
            return StateList(self._heading, (), tuple(rows))
        quotes = tuple(WallQuote(str(n), item.text, item.chosen) for n, item in enumerate(self._known.items, start=1))
        return Wall(self._heading, quotes)

    def cards(self) -> Scene:
        strand = self._kind.strand(self._step.strand)
        prompt = None if strand is None or strand.on_round else self._prompt
        said = self._known.said(prompt.id if prompt else "", self._step.strand)
        asked = self._(strand.question) if strand and strand.question else ""
        about = self._about(prompt) if prompt else ""
        revealed = bool(prompt and self._known.is_revealed(self._step.key, prompt.id))
        context = about if asked else prompt.detail if prompt and (revealed or not self._step.reveals) else ""
        return Cards(
            heading=asked or about or self._heading,
            cards=note_cards(said, self._newest, self._tag),
            context=context,
            context_is_quote=bool(asked and about) and self._kind.item_form is ItemForm.QUOTE,
        )

    def _about(self, prompt: PromptView) -> str:
        """An item above what is said of it; a proposal with the support that the room has seen."""
        support = support_for(self._known, prompt, self._language) if self._is_support and self._shown(prompt) else ""
        return f"{prompt.text} ({support})" if support else prompt.text

    def _tag(self, said: ContributionView) -> str:
        if self._view.info.rule is not Rule.BY_NAME:
            return ""
        person = next((p.name for p in self._view.participants if p.id == said.participant_id), "")
        organisation = self._view.organisation_name(said.organisation_id)
        return ", ".join(part for part in (person, organisation) if part)

    def reveal(self) -> Scene:
        items = tuple(
            RevealItem(item.text, self._known.is_revealed(self._step.key, item.id)) for item in self._known.items
        )
        return RevealList(self._heading, items, self._known.intro)

    def states(self) -> Scene:
        scale = self._kind.scale
        options = tuple(self._(option.label) for option in scale.options) if scale else ()
        with_dots = bool(self._kind.dots) and self._step.key == "dots"
        dots_shown = self._known.is_revealed(self._step.key)
        rows = tuple(
            StateRow(
                text=item.text,
                counts=tuple(item.total(key) for key in scale.keys) if scale and self._shown(item) else None,
                dots=item.dots if with_dots and dots_shown else None,
                highlighted=self._prompt is not None and item.id == self._prompt.id,
            )
            for item in self._known.items
        )
        hint = self._("Stick your dots: {n} each").format(n=self._kind.dots) if with_dots and not dots_shown else ""
        return StateList(
            self._heading, options, rows, dots_label=self._("dots") if with_dots and dots_shown else "", hint=hint
        )

    def spread(self) -> Scene:
        hidden = not self._known.is_revealed(self._step.key)
        scored = [(item, item.scores()) for item in self._known.items]
        if hidden:
            rows = tuple(SpreadRow(item.text) for item, _ in scored)
            return Spread(self._heading, rows, hidden=True)
        given = ((fmean(scores), item, scores) for item, scores in scored if scores)
        ordered = sorted(given, key=lambda row: (row[0], row[2][0]))
        return Spread(
            self._("Where we are least strong"),
            tuple(
                SpreadRow(item.text, scores[0], scores[-1], mean, self._language.number(mean, 1), place < LOWEST_SHOWN)
                for place, (mean, item, scores) in enumerate(ordered)
            ),
            hint=self._("One missing factor is enough to hinder"),
        )

    def choice(self) -> Scene:
        hidden = not self._known.is_revealed(self._step.key)
        rows = tuple(
            ChoiceRow(item.text, item.detail, item.total("now"), item.total("wanted")) for item in self._known.items
        )
        return Choice(self._heading, rows, self._("now"), self._("wanted"), hidden=hidden)

    def decisions(self) -> Scene:
        _ = self._
        rows = tuple(
            TableRow(
                _("B{n}").format(n=n), (self._decided(each), each.support or each.ratified_by), each.id in self._newest
            )
            for n, each in enumerate(self._view.decisions, start=1)
        )
        section = TableSection((_("decision"), _("support")), rows)
        return Table(_("What do we decide?"), (section,) if rows else (), "" if rows else _("Nothing decided yet"))

    def _decided(self, decision: DecisionView) -> str:
        """A decision with the conditions on which it was taken."""
        if not decision.reservation:
            return decision.text
        words = self._("{decision} (reservation: {reservation})")
        return words.format(decision=decision.text, reservation=decision.reservation)

    def actions(self) -> Scene:
        _ = self._
        rows = tuple(
            TableRow(_("A{n}").format(n=n), (each.text, self._owner(each), self._due(each)), each.id in self._newest)
            for n, each in enumerate(self._view.actions, start=1)
        )
        section = TableSection((_("action"), _("who"), _("by when")), rows)
        return Table(self._heading, (section,) if rows else (), "" if rows else _("No actions yet"))

    def _owner(self, action: ActionView) -> str:
        return action.owner or self._view.organisation_name(action.organisation_id)

    def _due(self, action: ActionView) -> str:
        return self._language.date(action.due, "day") if action.due else action.due_text
