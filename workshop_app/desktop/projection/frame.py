"""What stands around every scene, as plain values: round, progress, page, colours and house style."""

from dataclasses import dataclass, field
from typing import Literal

PaletteName = Literal["light", "petrol", "dark"]


@dataclass(frozen=True)
class Logo:
    """A PNG or JPEG file with its size in pixels."""

    data: bytes = field(repr=False)
    width: int = 1
    height: int = 1
    alt: str = ""


@dataclass(frozen=True)
class House:
    """The house style: two colours as #RRGGBB ('' for ours), logos, and a line at the foot of the first and last
    screens."""

    primary: str = ""
    accent: str = ""
    logos: tuple[Logo, ...] = ()
    footer: str = ""


@dataclass(frozen=True)
class Frame:
    """What stands around a scene. ``page`` counts from 0; None shows the page of what is newest or marked."""

    number: str = ""
    title: str = ""
    region: str = ""
    progress: tuple[float, ...] = ()
    remaining: str = ""
    palette: PaletteName = "light"
    page: int | None = None
    house: House = House()
