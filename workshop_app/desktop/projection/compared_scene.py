"""What the room sees of what moved since the previous session: from a round to the scene of its bars."""

from workshop_app.desktop.projection import scene as scenes
from workshop_app.i18n import Language
from workshop_app.model.compared import Compared, Result, compared
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Step


def moved(view: WorkshopView, known: RoundView, step: Step, language: Language) -> scenes.Moved:
    """Items with their result of the previous time; that of now, and which way it went, once it was revealed."""
    _, scale = language.gettext, KINDS[known.kind].scale
    rows = compared(known.items, scale.keys, scale.spread) if scale else ()
    shown = known.is_revealed(step.key)
    numbers = {item.id: str(n) for n, item in enumerate(known.items, start=1)}
    highest = len(scale.options) if scale else 1
    day = view.info.previous_day
    since = _("What moved since {day}?").format(day=language.date(day, "long")) if day else ""
    return scenes.Moved(
        heading=since or _("What moved since the previous time?"),
        measure=_(scale.options[0].label) if scale and not scale.spread else _("mean"),
        before_label=_("previous time"),
        now_label=_("now"),
        rows=tuple(_row(each, numbers[each.item.id], highest, language, shown=shown) for each in rows),
    )


def _row(each: Compared, number: str, highest: int, language: Language, *, shown: bool) -> scenes.MovedRow:
    row = scenes.MovedRow(number, each.item.text, _part(each.before, highest), each.before.text(language))
    if not shown or each.now is None:
        return row
    now = _part(each.now, highest), each.now.text(language), each.moved(language)
    return scenes.MovedRow(row.number, row.text, row.before, row.before_text, *now)


def _part(result: Result, highest: int) -> float:
    """How much of a full bar: of all who answered, or of the way from the lowest score to the highest."""
    return result.comparable if result.total else (result.amount - 1) / max(highest - 1, 1)
