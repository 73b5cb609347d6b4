"""The rows of an item's voices: what each organisation, group or ballot answered. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workshop_app.desktop.console.row import Cell, Row, RowKind
from workshop_app.facilitation import voices
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, Grain
from workshop_app.model.views import PromptView, RoundView, WorkshopView
from workshop_app.rounds.kind import RoundKind


@dataclass(frozen=True)
class VoiceRows:
    """Makes the rows of the voices in a round that is not counted by the room."""

    view: WorkshopView
    known: RoundView
    kind: RoundKind
    language: Language

    def rows(self, prompt: PromptView) -> Iterator[Row]:
        """A row for each voice."""
        for voice in voices.asked(self.view, self.known):
            yield self._voice(prompt, voice)
        if self.known.grain is Grain.BALLOT:
            new = self._voice(prompt, "")
            yield new._replace(kind=RowKind.NEW_BALLOT, text=self.language.gettext("+ ballot"), marks="")

    def _voice(self, prompt: PromptView, voice: str) -> Row:
        name = voices.name(self.view, self.known, voice, self.language)
        given = {r.option: r.value for r in prompt.responses if r.voice == voice}
        return Row(
            RowKind.VOICE,
            prompt.id,
            voice,
            text=name,
            marks=dotted(self.too_many(given, voice)),
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

    def too_many(self, given: Mapping[str, int], voice: str) -> Iterator[str]:
        """What cannot be right: more hands than heads, more dots than a voice has. Of a room in which nobody was marked
        present that is not known."""
        _ = self.language.gettext
        if voice == ROOM_VOICE and not self.view.present:
            return
        hands = [value for option, value in given.items() if option != DOTS_OPTION]
        # Where the scale goes across, people raise a hand for each option.
        across = self.kind.scale is not None and self.kind.scale.across
        counted = max(hands, default=0) if across else sum(hands)
        by_heads = voice == ROOM_VOICE or voices.counts_heads(self.known)
        people = voices.heads(self.view, voice) if by_heads else counted
        if counted > people:
            yield _("{n} counted, {total} present").format(n=counted, total=people)
        if given.get(DOTS_OPTION):
            dots, has = voices.dots_given(self.known, voice), voices.dots_to_give(self.view, self.known, voice)
            if dots > has:
                yield _("{n} dots given, there are {total}").format(n=dots, total=has)
