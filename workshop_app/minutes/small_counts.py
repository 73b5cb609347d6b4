"""Counts so small that they point at a person: added up with what stands beside them, before a version is public.

What is left are nothing or `LEAST` and more, so no small count comes back by taking the others from their total.
"""

from collections.abc import Sequence

LEAST = 3
"""People, or voices, from which on a count points at nobody."""
LEAST_SCORES = 2 * LEAST - 1
"""Scores from which on a range can be told of which the ends are those of `LEAST` people each."""
STAR = "*"
"""Stands for a count that is told only together with others."""


def is_small(count: int) -> bool:
    """Whether a count is that of one person or two."""
    return 0 < count < LEAST


def leaks(part: int, total: int) -> bool:
    """Whether a part of a total is small, or leaves a small rest."""
    return is_small(part) or is_small(total - part)


def runs(values: Sequence[int]) -> tuple[int, ...]:
    """How many values beside each other are told as one, in their order; () when all together are too small."""
    sums, lengths = list(values), [1] * len(values)
    while (small := next((at for at, value in enumerate(sums) if is_small(value)), None)) is not None:
        beside = [at for at in (small - 1, small + 1) if 0 <= at < len(sums)]
        if not beside:
            return ()
        # Beside one that makes it enough, and of those the smallest: the larger counts say most by themselves.
        other = min(beside, key=lambda at: (is_small(sums[at] + sums[small]), sums[at]))
        first = min(small, other)
        sums[first : first + 2] = [sum(sums[first : first + 2])]
        lengths[first : first + 2] = [sum(lengths[first : first + 2])]
    return tuple(lengths)


def first_stands_alone(counts: Sequence[int]) -> bool:
    """Whether of counts beside each other the first is told by itself."""
    return runs(counts)[:1] == (1,)


def ends(scores: Sequence[int]) -> tuple[int, int]:
    """The range that at least `LEAST` scores reach down to, and as many reach up to. `scores` has the lowest first."""
    return scores[LEAST - 1], scores[-LEAST]


def _starred(values: Sequence[int]) -> frozenset[int]:
    """The places of the values under each other that only their sum is told of; with the small ones as many others as
    it takes. All together may still be too few to tell."""
    if not any(map(is_small, values)):
        return frozenset()
    rising = sorted((value, at) for at, value in enumerate(values) if value)
    small = [at for value, at in rising if is_small(value)]
    for _, at in rising[len(small) :]:
        if len(small) > 1 and sum(values[each] for each in small) >= LEAST:
            break
        small.append(at)
    return frozenset(small)


class ColumnOfCounts:
    """Counts under each other, of which a `public` version tells small ones only together."""

    def __init__(self, counts: Sequence[int], *, public: bool) -> None:
        self._counts = counts
        self.stars = _starred(counts) if public else frozenset[int]()

    def cell(self, at: int) -> str:
        """The count at a place, or a star."""
        return STAR if at in self.stars else str(self._counts[at])

    @property
    def together(self) -> str:
        """The sum of what has a star."""
        together = sum(self._counts[at] for at in self.stars)
        return "" if not self.stars else STAR if is_small(together) else str(together)
