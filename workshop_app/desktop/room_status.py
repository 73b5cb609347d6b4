"""What the room sees, in a word: for the console's chip and for what it folds away."""

from dataclasses import dataclass
from enum import StrEnum


class Beamer(StrEnum):
    """Where the projection is."""

    LIVE = "live"
    """On a screen of its own."""
    MIRRORED = "mirrored"
    """The beamer shows the laptop: the room sees the console."""
    ONE_SCREEN = "one_screen"
    """No second screen."""


@dataclass(frozen=True, slots=True)
class RoomStatus:
    """What the console says about the room's picture."""

    beamer: Beamer
    screen_name: str = ""
    frozen: bool = False
    black: bool = False
    result_hidden: bool = False

    @property
    def private_things_hidden(self) -> bool:
        """Whether notes, names and hidden results fold away, as the room may see the console."""
        return self.beamer is not Beamer.LIVE
