"""How options were weighed: what it came to in words, and tables of the scores and totals."""

from collections.abc import Iterator, Sequence
from math import ceil

from workshop_app.i18n import Language
from workshop_app.minutes.document import Block, Column, Prose, Table
from workshop_app.model.values import Origin
from workshop_app.model.views import PromptView, RoundView
from workshop_app.model.weighed import DIVIDED, Grid

_MOST_COLUMNS = 4
"""Criteria beside each other on a page; more of them come in tables of about the same width."""
_MOST_NAMED = 3
"""Differences that are named in the sentence; all of them have their sign in the tables."""


def weighed(known: RoundView, language: Language) -> Iterator[Block]:
    """The outcome in words and the tables of a round in which options were weighed; nothing where none was."""
    grid = Grid.of(known)
    if grid.is_empty:
        # What the room added is told, though nobody weighed it.
        yield from _left_out([item for item in known.items if item.origin is Origin.ROOM], language)
        return
    yield Prose(" ".join(filter(None, (_highest(grid, language), _difference(grid, language)))) or _unclear(language))
    count = ceil(len(grid.criteria) / _MOST_COLUMNS)
    each = ceil(len(grid.criteria) / count)
    for first in range(0, len(grid.criteria), each):
        yield _table(grid, grid.criteria[first : first + each], first + each >= len(grid.criteria), language)
    yield from _left_out([item for item in known.items if item not in grid.options], language)


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


def _table(grid: Grid, criteria: tuple[PromptView, ...], with_total: bool, language: Language) -> Table:
    _ = language.gettext
    totals = (Column(_("Total"), 0.8, right=True),) if with_total else ()
    return Table(
        columns=(Column(_("Option"), 2), *(Column(_bare(each), 1.1, right=True) for each in criteria), *totals),
        rows=tuple(_row(grid, option, criteria, with_total, language) for option in grid.options),
        caption=_scale(grid, language) if criteria[0] is grid.criteria[0] else "",
        summary=_("For each option its score on these criteria, and at the end the total over all criteria.")
        if with_total
        else _("For each option its score on these criteria."),
    )


def _scale(grid: Grid, language: Language) -> str:
    _ = language.gettext
    words = _("Scores from {low} (low) to {high} (high).").format(low=grid.sign(1), high=grid.sign(5))
    return words if grid.one_voice else " ".join((words, _("The mean of all who gave one.")))


def _row(
    grid: Grid, option: PromptView, criteria: tuple[PromptView, ...], with_total: bool, language: Language
) -> tuple[str, ...]:
    cells = [_cell(grid, option, criterion, language) for criterion in criteria]
    total = [grid.shown_total(option.id, language)] if with_total else []
    return (option.text, *cells, *total)


def _cell(grid: Grid, option: PromptView, criterion: PromptView, language: Language) -> str:
    shown = grid.shown(option.id, criterion.id, language)
    if not grid.is_divided(option.id, criterion.id):
        return shown
    return f"{shown} {DIVIDED} {grid.reach(option.id, criterion.id, language)}"


def _left_out(left: Sequence[PromptView], language: Language) -> Iterator[Prose]:
    if left:
        words = language.gettext("Not weighed: {items}.")
        yield Prose(words.format(items="; ".join(map(_bare, left))), "note")


def _bare(prompt: PromptView) -> str:
    return prompt.text.strip().rstrip(".")
