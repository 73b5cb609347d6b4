"""What was counted in a round: a chart with its numbers for each way of answering."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from workshop_app.i18n import N_, Language
from workshop_app.minutes.document import (
    BarChart,
    BarRow,
    Block,
    Column,
    DotChart,
    DotRow,
    Dots,
    Prose,
    SpreadChart,
    SpreadRow,
    Table,
)
from workshop_app.minutes.wording import quoted
from workshop_app.model.values import Grain, Origin
from workshop_app.model.views import PromptView, RoundView
from workshop_app.rounds.item_words import ITEM_NAMES
from workshop_app.rounds.kind import ItemForm, RoundKind, Scale

_LOWEST_NAMED = 3
"""How many of the lowest scores are named in words."""
_UNITS = {
    Grain.ROOM: N_("The number of people for each answer."),
    Grain.ORGANISATION: N_("The number of organisations for each answer."),
    Grain.BALLOT: N_("The number of papers for each answer."),
    Grain.GROUP: N_("The number of groups for each answer."),
}
_HEADS = N_("The number of people for each answer, counted per organisation.")


def counted(known: RoundView, kind: RoundKind, language: Language) -> Iterator[Block]:
    """The charts of a round, those of each set of items apart."""
    from_the_room = language.gettext("From the room")
    for set_title, grouped in groupby(known.items, lambda item: item.set_title or _room_set(item, from_the_room)):
        items = tuple(grouped)
        if kind.scale:
            yield from _on_scale(items, kind, kind.scale, set_title, _unit(known), language)
        if kind.dots:
            yield from _dotted(items, kind, set_title, language)
    if kind.scale or kind.dots:
        yield from _explained(known.items)


def _unit(known: RoundView) -> str:
    return _HEADS if known.heads and known.grain is Grain.ORGANISATION else _UNITS[known.grain]


def item_text(item: PromptView, kind: RoundKind) -> str:
    """An item as it is printed: a quote between its marks."""
    return quoted(item.text) if kind.item_form is ItemForm.QUOTE else item.text


def _on_scale(
    items: Sequence[PromptView], kind: RoundKind, scale: Scale, set_title: str, unit: str, language: Language
) -> Iterator[Block]:
    answered = [item for item in items if item.answered(scale.keys)]
    if not answered:
        # What the room added is told, though nobody answered it; a quote waits for leave.
        added = [item.text for item in items if item.origin is Origin.ROOM and kind.item_form is not ItemForm.QUOTE]
        yield from _left_out(added, language)
        return
    caption = " ".join(filter(None, (f"{set_title}." if set_title else "", language.gettext(unit))))
    if scale.spread:
        yield _lowest(answered, language)
        yield _spread(answered, kind, scale, set_title, language)
    elif scale.across:
        yield _across(items, kind, scale, caption, language)
    else:
        yield _bars(answered, kind, scale, caption, language)
    if not scale.across:
        told = [item for item in items if item.origin is Origin.TEMPLATE or kind.item_form is not ItemForm.QUOTE]
        silent = [item_text(item, kind) for item in told if item not in answered]
        yield from _left_out(silent, language)


def _bars(items: Sequence[PromptView], kind: RoundKind, scale: Scale, caption: str, language: Language) -> BarChart:
    _ = language.gettext
    return BarChart(
        label=_(ITEM_NAMES[kind.item_form]),
        picture=_("Answers"),
        options=tuple(_(option.label) for option in scale.options),
        rows=tuple(
            BarRow(item_text(item, kind), tuple(map(item.total, scale.keys)), kind.item_form is ItemForm.QUOTE)
            for item in items
        ),
        caption=caption,
        summary=_("For each row how often every answer was given, and a bar that shows it."),
    )


def _spread(items: Sequence[PromptView], kind: RoundKind, scale: Scale, set_title: str, language: Language) -> Block:
    _ = language.gettext
    low, high = int(scale.keys[0]), int(scale.keys[-1])
    caption = _("Scores from {low} to {high}, the lowest first: the range as a bar, the mean as a dot.")
    return SpreadChart(
        label=_(ITEM_NAMES[kind.item_form]),
        picture=_("Spread"),
        lowest=_("Lowest"),
        mean=_("Mean"),
        highest=_("Highest"),
        rows=tuple(_scored(item, language) for item in items),
        low=low,
        high=high,
        caption=" ".join(filter(None, (f"{set_title}." if set_title else "", caption.format(low=low, high=high)))),
        summary=_("For each row the lowest, the mean and the highest score, and a picture that shows them."),
    )


def _lowest(items: Sequence[PromptView], language: Language) -> Prose:
    """The lowest by name: one missing factor is enough to hinder, whatever the others are."""
    _ = language.gettext
    ordered = sorted((_scored(item, language) for item in items), key=lambda row: (row.mean, row.lowest))
    few = ordered[: _LOWEST_NAMED if len(ordered) > _LOWEST_NAMED else 1]
    named = [
        _("{item} (lowest {low}, mean {mean})").format(item=_bare(row.label), low=row.lowest, mean=row.mean_text)
        for row in few
    ]
    return Prose(_("Least strong: {items}. One missing factor is enough to hinder.").format(items="; ".join(named)))


def _scored(item: PromptView, language: Language) -> SpreadRow:
    scores = item.scores()
    mean = sum(scores) / len(scores)
    return SpreadRow(item.text, scores[0], mean, scores[-1], language.number(mean, 1))


def _across(items: Sequence[PromptView], kind: RoundKind, scale: Scale, caption: str, language: Language) -> Table:
    _ = language.gettext
    return Table(
        columns=(
            Column(_(ITEM_NAMES[kind.item_form]), 4),
            *(Column(_(option.label), right=True) for option in scale.options),
        ),
        rows=tuple((item.text, *(language.number(item.total(key)) for key in scale.keys)) for item in items),
        caption=caption,
    )


def _left_out(texts: Sequence[str], language: Language) -> Iterator[Prose]:
    if texts:
        yield Prose(language.gettext("Not counted: {items}.").format(items="; ".join(map(_bare, texts))), "note")


def _dotted(items: Sequence[PromptView], kind: RoundKind, set_title: str, language: Language) -> Iterator[DotChart]:
    _, ngettext = language.gettext, language.ngettext
    if any(item.dots for item in items):
        yield DotChart(
            label=_(ITEM_NAMES[kind.item_form]),
            picture=_("Dots"),
            rows=tuple(
                DotRow(
                    item_text(item, kind),
                    Dots(item.dots, ngettext("({n} dot)", "({n} dots)", item.dots).format(n=item.dots)),
                )
                for item in items
            ),
            caption=" ".join(filter(None, (f"{set_title}." if set_title else "", _("What comes first, with dots.")))),
            summary=_("For each row the number of dots, most first."),
        )


def _room_set(item: PromptView, from_the_room: str) -> str:
    return from_the_room if item.origin is Origin.ROOM else ""


def _explained(items: Iterable[PromptView]) -> Iterator[Prose]:
    """What stands behind the short names of items."""
    lines = [f"{_bare(item.text)}. {item.detail}" for item in items if item.detail]
    if lines:
        yield Prose("\n".join(lines), "note")


def _bare(text: str) -> str:
    return text.strip().rstrip(".")
