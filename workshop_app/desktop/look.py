"""How the projection looks to the room, as the facilitator chose it: for a light or a dark room, moving or still."""

from dataclasses import dataclass

_DARK = "dark"


@dataclass(frozen=True, slots=True)
class Look:
    """`dark` is the theme for dark rooms; `fades` lets one scene fade into the next."""

    dark: bool = False
    fades: bool = True

    @classmethod
    def of(cls, theme: str, fades: bool) -> "Look":
        """The look that the settings remember."""
        return cls(theme == _DARK, fades)

    @property
    def theme(self) -> str:
        """The theme as the settings remember it."""
        return _DARK if self.dark else "light"
