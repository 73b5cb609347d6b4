"""What the room sees of options that are weighed: from a round to the scene of its grid."""

from workshop_app.desktop.projection import scene as scenes
from workshop_app.i18n import Language
from workshop_app.model.views import PromptView, RoundView
from workshop_app.model.weighed import DIVIDED, Grid
from workshop_app.rounds.kind import Step


def weighed(known: RoundView, step: Step, invitation: str, language: Language) -> scenes.Grid:
    """The options against the criteria. Scores are there once they were revealed; before, the invitation is."""
    grid, hidden = Grid.of(known), not known.is_revealed(step.key)
    return scenes.Grid(
        heading=known.question or known.title,
        criteria=tuple(criterion.text for criterion in grid.criteria),
        rows=tuple(_row(grid, option, hidden, language) for option in grid.options),
        total_label=language.gettext("total"),
        hidden=hidden,
        hint=invitation if hidden else _difference(grid, language),
    )


def _row(grid: Grid, option: PromptView, hidden: bool, language: Language) -> scenes.GridRow:
    if hidden:
        return scenes.GridRow(option.text, tuple("" for _ in grid.criteria))
    return scenes.GridRow(
        text=option.text,
        cells=tuple(grid.shown(option.id, criterion.id, language) for criterion in grid.criteria),
        total=grid.shown_total(option.id, language),
        divided=tuple(n for n, criterion in enumerate(grid.criteria) if grid.is_divided(option.id, criterion.id)),
    )


def _difference(grid: Grid, language: Language) -> str:
    if not grid.divided:
        return ""
    option, criterion = grid.divided[0]
    words = language.gettext("{sign} here we differ most: {reach}")
    return words.format(sign=DIVIDED, reach=grid.reach(option.id, criterion.id, language))
