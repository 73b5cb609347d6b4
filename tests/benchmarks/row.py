"""One line of the table of benchmarks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured against its bar, in a unit: "×" (a ratio within one run), "ms", "s" or "MB". Less is better."""

    what: str
    measured: float
    bar: float
    unit: str

    @property
    def ok(self) -> bool:
        """Whether the bar is held."""
        return self.measured <= self.bar
