"""How far long work is, and how it is called off."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called with what is done and the total, often enough to show. What it raises ends the work, and leaves nothing."""


class Reporter:
    """Tells how far the work is, and remembers whether it was called off: `ended` is what was raised then."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self.ended: BaseException | None = None

    def tell(self, done: int, total: int) -> None:
        """So much is done."""
        if self._progress is None:
            return
        try:
            self._progress(done, total)
        except BaseException as error:
            self.ended = error
            raise
