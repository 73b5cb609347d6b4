"""What the console says below a grid: what it comes to, what an option led to, and what the keys do. Pure."""

from collections.abc import Iterator

from workshop_app.i18n import Language
from workshop_app.model.led import led_to
from workshop_app.model.text import dotted
from workshop_app.model.views import PromptView, WorkshopView
from workshop_app.model.weighed import DIVIDED, Grid


def outcome(grid: Grid, language: Language) -> Iterator[str]:
    """The highest total, and where voices differ most."""
    if grid.highest:
        text = language.gettext("Highest: {options} ({total})")
        options = language.joined([option.text for option in grid.highest])
        yield text.format(options=options, total=grid.shown_total(grid.highest[0].id, language))
    if grid.divided:
        option, criterion = grid.divided[0]
        text = language.gettext("{sign} Most divided: {option}, {criterion}, {reach}")
        reach = grid.reach(option.id, criterion.id, language)
        yield text.format(sign=DIVIDED, option=option.text, criterion=criterion.text, reach=reach)


def together(grid: Grid, option: PromptView, criterion: PromptView, language: Language) -> Iterator[str]:
    """What all voices together gave to an option on a criterion."""
    count = len(grid.weight(option.id, criterion.id).scores)
    if count and not grid.one_voice:
        text = language.ngettext("Here {n} voice: mean {mean}", "Here {n} voices: mean {mean}", count)
        yield text.format(n=count, mean=grid.shown(option.id, criterion.id, language))


def came_of(view: WorkshopView, option: PromptView, language: Language) -> Iterator[str]:
    """The actions that an option has led to."""
    led, letter = led_to(view, option.id), language.gettext("A")
    for number, action in enumerate(view.actions, start=1):
        if action in led:
            yield f"→ {letter}{number}  {action.text}"


def keys(numbers: bool, several: bool, seeks: bool, language: Language) -> str:
    """What the keys do: scores are numbers or signs, there are several voices, and names are found by letters."""
    _ = language.gettext
    digits = _("digits 1 to 5 score") if numbers else _("1 to 5, or − 0 +, score")
    turning = _("[ and ]: another voice") if several else ""
    seeking = _("letters find a name") if seeks else ""
    return dotted((digits, turning, seeking, _("Space: which options take part")))
