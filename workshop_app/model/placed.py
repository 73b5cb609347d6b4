"""Where voices stand in a matrix: read from their answers. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.model.values import ACROSS_OPTION, MATRIX_STEPS, UP_OPTION
from workshop_app.model.views import PromptView

MIDDLE = (MATRIX_STEPS + 1) // 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A voice with its place: from 1 (left, below) to MATRIX_STEPS (right, above)."""

    voice: str
    across: int
    up: int

    @property
    def quadrant(self) -> int | None:
        """The corner by its place among the quadrants of a round: right above, right below, left above, left below;
        None on a line between them."""
        if MIDDLE in (self.across, self.up):
            return None
        return (0 if self.across > MIDDLE else 2) + (0 if self.up > MIDDLE else 1)


def placements(item: PromptView) -> tuple[Placed, ...]:
    """Every voice that was placed for an item, in the order of the voices."""
    across = {r.voice: r.value for r in item.responses if r.option == ACROSS_OPTION}
    up = {r.voice: r.value for r in item.responses if r.option == UP_OPTION}
    return tuple(Placed(voice, across[voice], up[voice]) for voice in sorted(across.keys() & up.keys()))


def all_placed(item: PromptView, asked: Iterable[str]) -> bool:
    """Whether every voice that is asked has a place; of none that is never so."""
    there = {each.voice for each in placements(item)}
    voices = set(asked)
    return bool(voices) and voices <= there
