"""What the scores of options against criteria add up to, and where voices differ most. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, pvariance

from workshop_app.i18n import Language
from workshop_app.model.values import Grain
from workshop_app.model.views import PromptView, RoundView

SCORES = ("1", "2", "3", "4", "5")
"""The options under which a score is kept."""
_MIDDLE = 3
"""The score that says neither good nor bad: 0 where scores are shown as signs."""
NUMBERS = "numbers"
"""The variant of a grid that shows its scores as 1 to 5; the other one shows them from −− to ++."""
DIVIDED = "≠"
"""The sign of what voices differ most about."""
_SIGNS = {1: "−−", 2: "−", 3: "0", 4: "+", 5: "++"}
_LEAST_DIFFERENCE = 2
"""Steps between two voices from which on they differ; one step is a matter of taste."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What was given to one option on one criterion: a score from 1 to 5 by voice."""

    scores: Mapping[str, int]

    @property
    def lowest(self) -> int:
        """The lowest score; 0 when there is none."""
        return min(self.scores.values(), default=0)

    @property
    def highest(self) -> int:
        """The highest score; 0 when there is none."""
        return max(self.scores.values(), default=0)

    @property
    def spread(self) -> int:
        """The steps between the lowest score and the highest."""
        return self.highest - self.lowest

    @property
    def mean(self) -> float | None:
        """The mean score; None when there is none."""
        return fmean(self.scores.values()) if self.scores else None


@dataclass(frozen=True)
class Grid:
    """The options that take part, the criteria, and what was given; scores of anything else are left out."""

    options: tuple[PromptView, ...]
    criteria: tuple[PromptView, ...]
    numbers: bool
    one_voice: bool

    @classmethod
    def of(cls, known: RoundView) -> "Grid":
        """The grid of a round: the chosen options, or all when none is chosen."""
        return cls(known.chosen or known.items, known.criteria, known.variant == NUMBERS, known.grain is Grain.ROOM)

    @cached_property
    def _weights(self) -> dict[tuple[str, str], Weight]:
        return {(o.id, c.id): Weight(_scores(o, c.id)) for o in self.options for c in self.criteria}

    def weight(self, option_id: str, criterion_id: str) -> Weight:
        """What an option got on a criterion."""
        return self._weights.get((option_id, criterion_id), Weight({}))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given yet."""
        return not any(weight.scores for weight in self._weights.values())

    @cached_property
    def voices(self) -> frozenset[str]:
        """Those who gave a score."""
        return frozenset(voice for weight in self._weights.values() for voice in weight.scores)

    def value(self, score: float) -> float:
        """A score as it counts: 1 to 5, or −2 to +2."""
        return score if self.numbers else score - _MIDDLE

    def total(self, option_id: str, voice: str = "") -> float | None:
        """The sum over the criteria of what a voice gave, or of the means of all voices; None when there is nothing."""
        weights = [self.weight(option_id, criterion.id) for criterion in self.criteria]
        scores = [each.scores.get(voice) for each in weights] if voice else [each.mean for each in weights]
        given = [self.value(score) for score in scores if score is not None]
        return sum(given) if given else None

    def is_complete(self, option_id: str) -> bool:
        """Whether an option has a score on every criterion."""
        return all(self.weight(option_id, criterion.id).scores for criterion in self.criteria)

    @cached_property
    def highest(self) -> tuple[PromptView, ...]:
        """The options with the highest total, among those with a score on every criterion; none before there are two of
        those."""
        totals = {o.id: round(self.total(o.id) or 0.0, 6) for o in self.options if self.is_complete(o.id)}
        if not self.criteria or len(totals) < 2:
            return ()
        return tuple(option for option in self.options if totals.get(option.id) == max(totals.values()))

    @cached_property
    def divided(self) -> tuple[tuple[PromptView, PromptView], ...]:
        """The options and criteria that voices differ about most: the largest spread, of those the largest variance."""
        reach = {key: self._difference(weight) for key, weight in self._weights.items()}
        most = max(reach.values(), default=(0, 0.0))
        if most[0] < _LEAST_DIFFERENCE:
            return ()
        return tuple((o, c) for o in self.options for c in self.criteria if reach[o.id, c.id] == most)

    def _difference(self, weight: Weight) -> tuple[int, float]:
        return weight.spread, round(pvariance(weight.scores.values()), 6) if weight.scores else 0.0

    def is_divided(self, option_id: str, criterion_id: str) -> bool:
        """Whether this is where voices differ most."""
        return any((o.id, c.id) == (option_id, criterion_id) for o, c in self.divided)

    def sign(self, score: int) -> str:
        """One score as it is shown: "4", or "+"."""
        return str(score) if self.numbers else _SIGNS[score]

    def shown(self, option_id: str, criterion_id: str, language: Language) -> str:
        """What all voices gave, in words: the score of the room, the mean of several voices; '' for nothing."""
        weight = self.weight(option_id, criterion_id)
        if weight.mean is None:
            return ""
        return self.sign(weight.lowest) if self.one_voice else self._amount(self.value(weight.mean), language)

    def shown_total(self, option_id: str, language: Language, voice: str = "") -> str:
        """The total of an option in words: "+3", "−1,5", "31"; '' for nothing."""
        total = self.total(option_id, voice)
        return "" if total is None else self._amount(total, language)

    def reach(self, option_id: str, criterion_id: str, language: Language) -> str:
        """How far apart voices are, in words: "from −− to ++"."""
        weight = self.weight(option_id, criterion_id)
        words = language.gettext("from {low} to {high}")
        return words.format(low=self.sign(weight.lowest), high=self.sign(weight.highest)) if weight.scores else ""

    def _amount(self, value: float, language: Language) -> str:
        rounded = round(float(value), 1)
        number = language.number(abs(rounded), 0 if rounded.is_integer() else 1)
        sign = "" if self.numbers or not rounded else "+" if rounded > 0 else "−"
        return f"{sign}{number}"


def _scores(option: PromptView, criterion_id: str) -> dict[str, int]:
    given = {r.voice: r.option for r in option.responses if r.criterion == criterion_id}
    return {voice: int(score) for voice, score in given.items() if score in SCORES}
