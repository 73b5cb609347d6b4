"""What the minutes can hold, as rows: the rounds, the parts of each, and the quotes one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop_app.i18n import N_, Language
from workshop_app.minutes.parts import parts_of, quotes
from workshop_app.minutes.sections.rounds import held_rounds
from workshop_app.minutes.wording import quoted, round_name
from workshop_app.model.text import single_line
from workshop_app.model.values import MinutesPart, QuoteMode
from workshop_app.model.views import ContributionView, PromptView, RoundView, WorkshopView

PARTS = {
    MinutesPart.CHART: N_("Charts"),
    MinutesPart.TABLE: N_("Tables"),
    MinutesPart.ANSWERS: N_("Answers"),
    MinutesPart.QUOTES: N_("Quotes"),
    MinutesPart.PHOTOS: N_("Photos"),
}
_MODES = {QuoteMode.VERBATIM: N_("literally"), QuoteMode.PARAPHRASE: N_("paraphrase"), None: ""}
ALL_ROUNDS = ""
"""The id that stands for all rounds together."""


@dataclass(frozen=True, slots=True)
class Key:
    """Which row: a round; with a part, that; with a quote, one of its quotes."""

    round_id: str
    part: MinutesPart | None = None
    quote_id: str = ""

    @property
    def parent(self) -> "Key | None":
        """Under which row it stands."""
        if self.quote_id:
            return Key(self.round_id, self.part)
        return Key(self.round_id) if self.part else None


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `on`: whether it goes in (None: some of it does, or nobody said); `can_switch`: it has a switch."""

    key: Key
    text: str
    state: str
    on: bool | None
    can_switch: bool = True


def rows(view: WorkshopView, language: Language) -> tuple[Row, ...]:
    """All rows, each after the one it stands under."""
    held = [(known, parts) for known in held_rounds(view) if (parts := parts_of(known, view))]
    return (*_together(held, language), *(row for known, parts in held for row in _round(known, parts, view, language)))


def quote(view: WorkshopView, key: Key) -> PromptView | ContributionView | None:
    """The quote of a row, None when it is another row or the quote is gone."""
    known = view.round(key.round_id)
    return next((each for each in quotes(known) if each.id == key.quote_id), None) if known else None


def rounds_with(view: WorkshopView, part: MinutesPart) -> list[str]:
    """The ids of the rounds that have a part."""
    return [known.id for known in held_rounds(view) if part in parts_of(known, view)]


def _together(held: list[tuple[RoundView, tuple[MinutesPart, ...]]], language: Language) -> Iterator[Row]:
    """A switch for each part, of all rounds at once."""
    if len(held) < 2:
        return
    yield Row(Key(ALL_ROUNDS), language.gettext("All rounds"), "", None, can_switch=False)
    for part, label in PARTS.items():
        states = {part not in known.left_out for known, parts in held if part in parts}
        if states:
            on = states.pop() if len(states) == 1 else None
            yield Row(Key(ALL_ROUNDS, part), language.gettext(label), _in_words(on, language), on)


def _round(known: RoundView, parts: tuple[MinutesPart, ...], view: WorkshopView, language: Language) -> Iterator[Row]:
    name = round_name(known, view, language)
    text = name if name == known.title else f"{name} · {single_line(known.title)}"
    yield Row(Key(known.id), text, _left_out(known, parts, language), None, can_switch=False)
    for part in parts:
        on = part not in known.left_out
        told = _chosen(known, language) if part is MinutesPart.QUOTES and on else _in_words(on, language)
        yield Row(Key(known.id, part), language.gettext(PARTS[part]), told, on)
    if MinutesPart.QUOTES in parts:
        for each in quotes(known):
            mode = language.gettext(_MODES[each.mode])
            yield Row(Key(known.id, MinutesPart.QUOTES, each.id), quoted(single_line(each.text)), mode, each.in_minutes)


def _left_out(known: RoundView, parts: tuple[MinutesPart, ...], language: Language) -> str:
    """What of a round stays out, in a few words."""
    out = [language.gettext(PARTS[part]).lower() for part in parts if part in known.left_out]
    if not out:
        return language.gettext("whole")
    return language.gettext("without {parts}").format(parts=language.joined(out))


def _chosen(known: RoundView, language: Language) -> str:
    all_of_them = quotes(known)
    chosen = sum(each.in_minutes is True for each in all_of_them)
    return language.gettext("{n} of {total}").format(n=chosen, total=len(all_of_them))


def _in_words(on: bool | None, language: Language) -> str:
    _ = language.gettext
    return {True: _("on"), False: _("off"), None: _("in some rounds")}[on]
