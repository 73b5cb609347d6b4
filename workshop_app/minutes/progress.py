"""How far long work is, and how it is called off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called with what is done and the total, often enough to show. What it raises ends the work, and leaves nothing."""

_TOTAL = 100
_EVERY = 0.05
"""Seconds between two calls."""


class CalledOff(BaseException):
    """The work ends because of what was raised when it told how far it was."""


class Reporter:
    """Tells how far the work is, and remembers whether it was called off: `ended` is what was raised then."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._start, self._end, self._steps, self._made = 0, 0, 1, 0
        self._told_at = 0.0
        self.ended: BaseException | None = None

    def begin(self, upto: int, steps: int) -> None:
        """The next part of the work: it takes so many steps, and goes up to a share of the whole, of 100."""
        self._start, self._end, self._steps, self._made = self._end, upto, max(steps, 1), 0

    def step(self, made: int | None = None) -> None:
        """One step was made, or so many since this part began. Raises CalledOff."""
        self._made = max(self._made, self._made + 1 if made is None else made)
        if self._progress is None or monotonic() - self._told_at < _EVERY:
            return
        self._told_at = monotonic()
        share = min(self._made / self._steps, 1.0)
        try:
            self._progress(int(self._start + (self._end - self._start) * share), _TOTAL)
        except BaseException as error:
            self.ended = error
            raise CalledOff from error


@contextmanager
def reporting(progress: Progress | None) -> Iterator[Reporter]:
    """Work that tells how far it is; raises what was raised when it was called off."""
    reporter = Reporter(progress)
    try:
        yield reporter
    except CalledOff as called_off:
        raise reporter.ended or called_off from None
