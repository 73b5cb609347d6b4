"""How options were weighed: what it came to in words, and tables of the scores and totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from workshop_app.i18n import Language
from workshop_app.minutes.document import Block, Column, Prose, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.own_scores import LEAST_ORGANISATIONS, own_name, own_voice
from workshop_app.model.values import Origin
from workshop_app.model.views import PromptView, RoundView, WorkshopView
from workshop_app.model.weighed import DIVIDED, Grid

_MOST_COLUMNS = 4
"""Criteria beside each other on a page; more of them come in tables of about the same width."""
_MOST_NAMED = 3
"""Differences that are named in the sentence; all of them have their sign in the tables."""


def weighed(known: RoundView, view: WorkshopView, edition: Edition, language: Language) -> Iterator[Block]:
    """The outcome in words and the tables of a round in which options were weighed; nothing where none was."""
    grid = Grid.of(known)
    if grid.is_empty:
        # What the room added is told, though nobody weighed it.
        yield from _left_out([item for item in known.items if item.origin is Origin.ROOM], language)
        return
    yield Prose(" ".join(filter(None, _in_words(grid, edition, language))) or _unclear(language))
    count = ceil(len(grid.criteria) / _MOST_COLUMNS)
    each = ceil(len(grid.criteria) / count)
    for first in range(0, len(grid.criteria), each):
        part = _Part(grid, grid.criteria[first : first + each], first + each >= len(grid.criteria), not edition.public)
        yield part.table(language)
    yield from _own(grid, own_voice(known, edition), own_name(view, edition), language)
    yield from _left_out([item for item in known.items if item not in grid.options], language)


def _in_words(grid: Grid, edition: Edition, language: Language) -> Iterator[str]:
    yield _highest(grid, language)
    # How far apart two people are tells what they gave.
    yield "" if edition.public else _difference(grid, language)


def _highest(grid: Grid, language: Language) -> str:
    if not grid.highest:
        return ""
    total = grid.shown_total(grid.highest[0].id, language)
    words = language.gettext("The highest: {options} ({total}).")
    return words.format(options=language.joined([_bare(option) for option in grid.highest]), total=total)


def _difference(grid: Grid, language: Language) -> str:
    _, divided = language.gettext, grid.divided
    if grid.one_voice or grid.is_empty:
        return ""
    if not divided:
        return _("Nowhere did scores differ by more than one step.")
    if len(divided) > _MOST_NAMED:
        words = language.ngettext(
            "Most divided: {n} score, marked {sign}.", "Most divided: {n} scores, marked {sign}.", len(divided)
        )
        return words.format(n=len(divided), sign=DIVIDED)
    where = [
        _("{option} on {criterion} ({reach})").format(
            option=_bare(option), criterion=_bare(criterion), reach=grid.reach(option.id, criterion.id, language)
        )
        for option, criterion in divided
    ]
    return _("Most divided, marked {sign}: {where}.").format(sign=DIVIDED, where="; ".join(where))


def _unclear(language: Language) -> str:
    return language.gettext("Not every option has a score on every criterion.")


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of some criteria, the last one with the totals; `divided`: it marks where voices differ most."""

    grid: Grid
    criteria: tuple[PromptView, ...]
    with_total: bool
    divided: bool

    def table(self, language: Language) -> Table:
        """The scores of every option on these criteria."""
        _, grid = language.gettext, self.grid
        totals = (Column(_("Total"), 0.8, right=True),) if self.with_total else ()
        return Table(
            columns=(
                Column(_("Option"), 2),
                *(Column(_bare(each), 1.1, right=True) for each in self.criteria),
                *totals,
            ),
            rows=tuple(self._row(option, language) for option in grid.options),
            caption=_scale(grid, language) if self.criteria[0] is grid.criteria[0] else "",
            summary=_("For each option its score on these criteria, and at the end the total over all criteria.")
            if self.with_total
            else _("For each option its score on these criteria."),
        )

    def _row(self, option: PromptView, language: Language) -> tuple[str, ...]:
        cells = [self._cell(option, criterion, language) for criterion in self.criteria]
        total = [self.grid.shown_total(option.id, language)] if self.with_total else []
        return (option.text, *cells, *total)

    def _cell(self, option: PromptView, criterion: PromptView, language: Language) -> str:
        shown = self.grid.shown(option.id, criterion.id, language)
        if not self.divided or not self.grid.is_divided(option.id, criterion.id):
            return shown
        return f"{shown} {DIVIDED} {self.grid.reach(option.id, criterion.id, language)}"


def _own(grid: Grid, voice: str, name: str, language: Language) -> Iterator[Table]:
    """What one organisation gave, where enough others did."""
    _ = language.gettext
    rows = []
    for option in grid.options:
        weights = [(criterion, grid.weight(option.id, criterion.id).scores) for criterion in grid.criteria]
        given = [
            f"{_bare(c)} {grid.sign(s[voice])}" for c, s in weights if voice in s and len(s) >= LEAST_ORGANISATIONS
        ]
        if given:
            rows.append((option.text, "; ".join(given)))
    if rows:
        columns = (Column(_("Option"), 2), Column(_("Own scores"), 4))
        yield Table(columns, tuple(rows), caption=_("What {organisation} gave.").format(organisation=name))


def _scale(grid: Grid, language: Language) -> str:
    _ = language.gettext
    words = _("Scores from {low} (low) to {high} (high).").format(low=grid.sign(1), high=grid.sign(5))
    return words if grid.one_voice else " ".join((words, _("The mean of all who gave one.")))


def _left_out(left: Sequence[PromptView], language: Language) -> Iterator[Prose]:
    if left:
        words = language.gettext("Not weighed: {items}.")
        yield Prose(words.format(items="; ".join(map(_bare, left))), "note")


def _bare(prompt: PromptView) -> str:
    return prompt.text.strip().rstrip(".")
