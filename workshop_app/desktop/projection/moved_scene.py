"""What the room sees of what moved since the previous session: from a round to the scene of a table."""

from workshop_app.desktop.projection import scene as scenes
from workshop_app.i18n import Language
from workshop_app.model.compared import compared
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Step


def moved(view: WorkshopView, known: RoundView, step: Step, language: Language) -> scenes.Table:
    """Items with their result of the previous time; that of now, and which way it went, once it was revealed."""
    _, scale = language.gettext, KINDS[known.kind].scale
    rows = compared(known.items, scale.keys, scale.spread) if scale else ()
    shown = known.is_revealed(step.key)
    numbers = {item.id: str(n) for n, item in enumerate(known.items, start=1)}
    first = _(scale.options[0].label) if scale and not scale.spread else _("mean")
    section = scenes.TableSection(
        (first, _("previous time"), _("now"), _("moved")),
        tuple(
            scenes.TableRow(
                numbers[each.item.id],
                (
                    each.item.text,
                    each.before.text(language),
                    each.now.text(language) if shown and each.now else "",
                    each.moved(language) if shown else "",
                ),
            )
            for each in rows
        ),
    )
    day = view.info.previous_day
    since = _("What moved since {day}?").format(day=language.date(day, "long")) if day else ""
    return scenes.Table(since or _("What moved since the previous time?"), (section,) if rows else ())
