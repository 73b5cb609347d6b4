"""What moved since the previous session: the result of then and of now beside each other."""

from collections.abc import Iterator, Sequence

from workshop_app.i18n import Language
from workshop_app.minutes.document import Block, Column, Prose, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.small_counts import LEAST, first_stands_alone, is_small, leaks
from workshop_app.model.compared import Compared, Result, compared
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.kind import RoundKind


def moved(
    known: RoundView, kind: RoundKind, view: WorkshopView, edition: Edition, language: Language
) -> Iterator[Block]:
    """A table of the items that have an earlier result, and in words which of them moved."""
    scale = kind.scale
    rows = compared(known.items, scale.keys, scale.spread) if scale else ()
    if scale is None or not any(row.now for row in rows):
        return
    _ = language.gettext
    yield Prose(_in_words(rows, language))
    day = language.date(view.info.previous_day, "long") if view.info.previous_day else ""
    measured = (
        _("the mean score") if scale.spread else _("how many said “{option}”").format(option=_(scale.options[0].label))
    )
    yield Table(
        columns=(
            Column(_("Item"), 4),
            Column(_("Previous time"), 1.2, right=True),
            Column(_("Now"), 1.2, right=True),
            Column(_("Moved"), 1.2),
        ),
        rows=tuple(
            (row.item.text, *_told_both(row, scale.keys, edition, language), row.moved(language)) for row in rows
        ),
        caption=" ".join(
            filter(
                None, (_("Compared with the previous session ({day}):").format(day=day) if day else "", f"{measured}.")
            )
        ),
        summary=_("For each item the result of the previous session, that of now, and which way it went."),
    )


def _told_both(row: Compared, options: Sequence[str], edition: Edition, language: Language) -> tuple[str, str]:
    """The results of then and of now as this version may tell them."""
    earlier = {each.option: each.value for each in row.item.earlier}
    before, now = [earlier.get(option, 0) for option in options], [row.item.total(option) for option in options]
    return _told(row.before, before, edition, language), _told(row.now, now, edition, language)


def _told(result: Result | None, counts: Sequence[int], edition: Edition, language: Language) -> str:
    """A result as this version may tell it: not exactly where the chart tells it only together with others."""
    if result is None:
        return "–"
    amount, total = round(result.amount), result.total
    if not edition.public or not total or first_stands_alone(counts):
        return result.text(language)
    if is_small(total) or not leaks(amount, total):
        return "–"
    few = is_small(amount)
    words = language.gettext("fewer than {n} of {total}") if few else language.gettext("more than {n} of {total}")
    return words.format(n=LEAST if few else total - LEAST, total=total)


def _in_words(rows: tuple[Compared, ...], language: Language) -> str:
    ways = [row.way for row in rows]
    words = language.gettext("Since the previous session {more} went up, {less} went down and {same} stayed the same.")
    return words.format(more=ways.count("more"), less=ways.count("less"), same=ways.count("same"))
