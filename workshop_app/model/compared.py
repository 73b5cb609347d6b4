"""What a voice count came to in the previous session, and what it comes to now. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workshop_app.i18n import N_, Language
from workshop_app.model.views import PromptView

Way = Literal["more", "less", "same"]
_SIGNS: dict[Way, str] = {"more": "↑", "less": "↓", "same": "="}
_WORDS: dict[Way, str] = {"more": N_("more"), "less": N_("less"), "same": N_("the same")}


@dataclass(frozen=True, slots=True)
class Result:
    """What answers came to: the mean of scores, or how many of all chose the first option (`total` is 0 for a mean)."""

    amount: float
    total: int = 0

    @property
    def comparable(self) -> float:
        """A number that can be held against another, also when fewer took part."""
        return self.amount / self.total if self.total else round(self.amount, 1)

    def text(self, language: Language) -> str:
        """The result as people read it: "2,9" or "4 of 10"."""
        if not self.total:
            return language.number(self.amount, 1)
        return language.gettext("{n} of {total}").format(n=round(self.amount), total=self.total)


@dataclass(frozen=True, slots=True)
class Compared:
    """An item with its result of the previous session, and that of now as soon as anything was answered."""

    item: PromptView
    before: Result
    now: Result | None

    @property
    def way(self) -> Way | None:
        """Whether it became more or less."""
        if self.now is None:
            return None
        difference = self.now.comparable - self.before.comparable
        return "more" if difference > 0 else "less" if difference < 0 else "same"

    def moved(self, language: Language) -> str:
        """Which way it went, as a sign and a word; '' as long as that is not known."""
        return f"{_SIGNS[self.way]} {language.gettext(_WORDS[self.way])}" if self.way else ""


def compared(items: Sequence[PromptView], options: Sequence[str], spread: bool) -> tuple[Compared, ...]:
    """The items that have an earlier result. `options` are those of the scale; `spread`: they are scores."""
    found = []
    for item in items:
        before = _result({each.option: each.value for each in item.earlier}, options, spread)
        if before:
            now = _result({option: item.total(option) for option in options}, options, spread)
            found.append(Compared(item, before, now))
    return tuple(found)


def _result(counts: Mapping[str, int], options: Sequence[str], spread: bool) -> Result | None:
    total = sum(counts.get(option, 0) for option in options)
    if not total:
        return None
    if spread:
        return Result(sum(int(option) * counts.get(option, 0) for option in options) / total)
    return Result(counts.get(options[0], 0), total)
