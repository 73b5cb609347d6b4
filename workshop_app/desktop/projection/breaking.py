"""Things in rows of limited length: words in lines, rows on pages; and the largest size at which they fit."""

import math
from collections.abc import Callable, Sequence


def line_breaks(lengths: Sequence[float], gap: float, limit: float) -> list[int]:
    """The places of the things that begin a line (a page) when each line takes as many as it can."""
    breaks: list[int] = []
    reached = math.inf
    for place, length in enumerate(lengths):
        if reached + gap + length > limit:
            breaks.append(place)
            reached = length
        else:
            reached += gap + length
    return breaks


def even_breaks(lengths: Sequence[float], gap: float, limit: float) -> list[int]:
    """Breaks for the same number of lines, all about as long."""
    fewest = line_breaks(lengths, gap, limit)
    low, high = max(lengths, default=0.0), max(limit, max(lengths, default=0.0))
    for _ in range(10):
        middle = (low + high) / 2
        if len(line_breaks(lengths, gap, middle)) <= len(fewest):
            high = middle
        else:
            low = middle
    return line_breaks(lengths, gap, high)


def largest_size(fits: Callable[[int], bool], largest: float, smallest: float) -> int:
    """The largest whole size for which `fits` says yes; the smallest when none does."""
    low, high = math.ceil(smallest), max(math.ceil(smallest), math.floor(largest))
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low
