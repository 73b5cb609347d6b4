"""What was counted in a round: a chart with its numbers for each way of answering."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from workshop_app.i18n import N_, Language
from workshop_app.minutes.charts import BarChart, BarRow, DotChart, DotRow, Dots, SpreadChart, SpreadRow, Sum
from workshop_app.minutes.document import Block, Column, Prose, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.own_scores import LEAST_ORGANISATIONS, own_name, own_option, own_voice
from workshop_app.minutes.small_counts import LEAST, STAR, ColumnOfCounts, ends, is_small, runs
from workshop_app.minutes.support import any_of
from workshop_app.minutes.wording import quoted
from workshop_app.model.values import Grain, Origin
from workshop_app.model.views import PromptView, RoundView, WorkshopView
from workshop_app.model.weighed import SCORES
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


def counted(
    known: RoundView, kind: RoundKind, view: WorkshopView, edition: Edition, language: Language
) -> Iterator[Block]:
    """The charts of a round, those of each set of items apart."""
    from_the_room = language.gettext("From the room")
    charts = _Charts(known, kind, own_voice(known, edition), own_name(view, edition), edition.public, language)
    for set_title, grouped in groupby(known.items, lambda item: item.set_title or _room_set(item, from_the_room)):
        items = tuple(grouped)
        if kind.scale:
            yield from charts.on_scale(items, kind.scale, set_title)
        if kind.dots:
            yield from charts.dotted(items, set_title)
    if kind.scale or kind.dots:
        yield from _explained(known.items)


def _unit(known: RoundView) -> str:
    return _HEADS if known.heads and known.grain is Grain.ORGANISATION else _UNITS[known.grain]


def item_text(item: PromptView, kind: RoundKind) -> str:
    """An item as it is printed: a quote between its marks."""
    return quoted(item.text) if kind.item_form is ItemForm.QUOTE else item.text


@dataclass(frozen=True, slots=True)
class _Charts:
    """One round being counted. `own` is the voice whose answers stand apart under `own_name`, `public`: no count may
    point at a person."""

    known: RoundView
    kind: RoundKind
    own: str
    own_name: str
    public: bool
    language: Language

    def on_scale(self, items: Sequence[PromptView], scale: Scale, set_title: str) -> Iterator[Block]:
        """The answers to one set of items."""
        told = [item for item in items if item.answered(scale.keys)]
        few = [item for item in told if self.public and is_small(item.answered(scale.keys))] if not scale.across else []
        answered = [item for item in told if item not in few]
        caption = _sentences(set_title, self.language.gettext(_unit(self.known)))
        if answered and scale.spread:
            yield self._lowest(answered)
            yield self._spread(answered, scale, set_title)
        elif answered and scale.across:
            yield from self._across(answered, scale, caption)
        elif answered:
            yield self._bars(answered, scale, caption)
        # What the room added is told, though nobody answered it; a quote waits for leave.
        added = [item for item in items if item.origin is Origin.ROOM and self.kind.item_form is not ItemForm.QUOTE]
        # Of scores that too few gave, nothing is left in a public version.
        all_of_them = (answered and not scale.across) or (self.public and scale.spread)
        silent = [item for item in (items if all_of_them else added) if item not in told]
        yield from self._not_told(silent, few)

    def _not_told(self, silent: Sequence[PromptView], few: Sequence[PromptView]) -> Iterator[Prose]:
        _ = self.language.gettext
        untold = (
            _("Not counted, or by too few to be published: {items}.") if self.public else _("Not counted: {items}.")
        )
        items = [*silent, *few]
        if items:
            texts = "; ".join(_bare(item_text(item, self.kind)) for item in items)
            yield Prose(untold.format(items=texts), "note")

    def _heading(self) -> str:
        return self.language.gettext(ITEM_NAMES[self.kind.item_form])

    def _bars(self, items: Sequence[PromptView], scale: Scale, caption: str) -> BarChart:
        _ = self.language.gettext
        labels = {option.key: _(option.label) for option in scale.options}
        own = {item.id: labels.get(own_option(item, self.own, scale.keys), "–") for item in items if self.own}
        quoted_form = self.kind.item_form is ItemForm.QUOTE
        return BarChart(
            label=self._heading(),
            picture=_("Answers"),
            options=tuple(labels.values()),
            rows=tuple(
                BarRow(item_text(item, self.kind), self._values(item, labels), quoted_form, own.get(item.id, ""))
                for item in items
            ),
            caption=caption,
            summary=_("For each row how often every answer was given, and a bar that shows it."),
            own=self.own_name if any(answer != "–" for answer in own.values()) else "",
        )

    def _values(self, item: PromptView, labels: Mapping[str, str]) -> tuple[int | Sum, ...]:
        counts, names = tuple(map(item.total, labels)), list(labels.values())
        return told_counts(counts, names, self.language) if self.public else counts

    def _spread(self, items: Sequence[PromptView], scale: Scale, set_title: str) -> Block:
        _ = self.language.gettext
        low, high = int(scale.keys[0]), int(scale.keys[-1])
        caption = _("Scores from {low} to {high}, the lowest first: the range as a bar, the mean as a dot.")
        sentences = [caption.format(low=low, high=high)]
        rows = tuple(self._scored(item) for item in items)
        own = self.own_name if any(row.own is not None for row in rows) else ""
        if own:
            sentences.append(_("The score of {organisation} is a diamond.").format(organisation=own))
        if self.public:
            sentences.append(
                _("At least {n} gave the lowest score or less, and as many the highest or more.").format(n=LEAST)
            )
        return SpreadChart(
            label=self._heading(),
            picture=_("Spread"),
            lowest=_("Lowest"),
            mean=_("Mean"),
            highest=_("Highest"),
            rows=rows,
            low=low,
            high=high,
            caption=_sentences(set_title, *sentences),
            summary=_("For each row the lowest, the mean and the highest score, and a picture that shows them."),
            own=own,
        )

    def _scored(self, item: PromptView) -> SpreadRow:
        scores = item.scores()
        mean = sum(scores) / len(scores)
        lowest, highest = ends(scores) if self.public else (scores[0], scores[-1])
        own = own_option(item, self.own, SCORES) if self.own else ""
        return SpreadRow(item.text, lowest, mean, highest, self.language.number(mean, 1), int(own) if own else None)

    def _lowest(self, items: Sequence[PromptView]) -> Prose:
        """The lowest by name: one missing factor is enough to hinder, whatever the others are."""
        _ = self.language.gettext
        ordered = sorted(map(self._scored, items), key=lambda row: (row.mean, row.lowest))
        few = ordered[: _LOWEST_NAMED if len(ordered) > _LOWEST_NAMED else 1]
        named = [
            _("{item} (lowest {low}, mean {mean})").format(item=_bare(row.label), low=row.lowest, mean=row.mean_text)
            for row in few
        ]
        return Prose(_("Least strong: {items}. One missing factor is enough to hinder.").format(items="; ".join(named)))

    def _across(self, items: Sequence[PromptView], scale: Scale, caption: str) -> Iterator[Block]:
        """Each option is a question of its own, so it is told in a column."""
        _ = self.language.gettext
        columns = [ColumnOfCounts([item.total(key) for item in items], public=self.public) for key in scale.keys]
        rows = [(item.text, *(column.cell(at) for column in columns)) for at, item in enumerate(items)]
        if any(column.stars for column in columns):
            together = _("Together, where {star} stands").format(star=STAR)
            rows.append((together, *(column.together for column in columns)))
        yield Table(
            columns=(Column(self._heading(), 4), *(Column(_(option.label), right=True) for option in scale.options)),
            rows=tuple(rows),
            caption=caption,
        )
        yield from self._own_position(items, scale)

    def _own_position(self, items: Sequence[PromptView], scale: Scale) -> Iterator[Prose]:
        if not self.own:
            return
        chosen = []
        for option in scale.options:
            given = {r.voice: item.text for item in items for r in item.responses if r.option == option.key and r.value}
            if len(given) >= LEAST_ORGANISATIONS and self.own in given:
                chosen.append(f"{self.language.gettext(option.label)}: {_bare(given[self.own])}")
        if chosen:
            yield Prose(f"{self.own_name}. {'; '.join(chosen)}.")

    def dotted(self, items: Sequence[PromptView], set_title: str) -> Iterator[Block]:
        """What comes first, with dots."""
        _, ngettext = self.language.gettext, self.language.ngettext
        few = [item for item in items if self.public and is_small(item.dots)]
        told = [item for item in items if item not in few]
        if any(item.dots for item in told):
            yield DotChart(
                label=self._heading(),
                picture=_("Dots"),
                rows=tuple(
                    DotRow(
                        item_text(item, self.kind),
                        Dots(item.dots, ngettext("({n} dot)", "({n} dots)", item.dots).format(n=item.dots)),
                    )
                    for item in told
                ),
                caption=_sentences(set_title, _("What comes first, with dots.")),
                summary=_("For each row the number of dots, most first."),
            )
        if few:
            texts = "; ".join(_bare(item_text(item, self.kind)) for item in few)
            yield Prose(_("Fewer than {n} dots: {items}.").format(n=LEAST, items=texts), "note")


def spoken_counts(item: PromptView, scale: Scale, language: Language, *, public: bool) -> str:
    """How often every answer to an item was given, in words; '' where it was not answered, or by too few."""
    names, counts = [language.gettext(option.label) for option in scale.options], tuple(map(item.total, scale.keys))
    row = BarRow("", told_counts(counts, names, language) if public else counts)
    return BarChart("", "", tuple(names), (row,)).alt(row) if any(counts) and row.values else ""


def told_counts(counts: Sequence[int], names: Sequence[str], language: Language) -> tuple[int | Sum, ...]:
    """Counts of options as they can be published: small ones together with those beside them."""
    told: list[int | Sum] = []
    at = 0
    for length in runs(counts):
        count = sum(counts[at : at + length])
        if length == 1:
            told.append(count)
        else:
            name = language.gettext("{labels} together").format(labels=any_of(list(names[at : at + length]), language))
            told.append(Sum(length, count, name, language.gettext("together {n}").format(n=count)))
        at += length
    return tuple(told)


def _sentences(set_title: str, *sentences: str) -> str:
    return " ".join(filter(None, (f"{set_title}." if set_title else "", *sentences)))


def _room_set(item: PromptView, from_the_room: str) -> str:
    return from_the_room if item.origin is Origin.ROOM else ""


def _explained(items: Iterable[PromptView]) -> Iterator[Prose]:
    """What stands behind the short names of items."""
    lines = [f"{_bare(item.text)}. {item.detail}" for item in items if item.detail]
    if lines:
        yield Prose("\n".join(lines), "note")


def _bare(text: str) -> str:
    return text.strip().rstrip(".")
