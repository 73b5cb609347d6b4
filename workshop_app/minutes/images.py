"""Pictures in the minutes: photos of a round, logos of the house style."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG file with its size in pixels. `alt` is what a reader hears; empty for what is only decoration."""

    data: bytes = field(repr=False)
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture over the width of the text, with words under it."""

    image: Image
    caption: str
