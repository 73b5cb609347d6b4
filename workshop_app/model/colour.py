"""Colours as #RRGGBB: how well they can be told apart (WCAG 2.1), and what lies between two."""

import re
from collections.abc import Collection

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0


_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def is_colour(text: str) -> bool:
    """Whether it is one."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """The colour with this share (0 to 1) of the other in it."""
    return "#" + "".join(
        f"{round(a * (1 - share) + b * share):02X}" for a, b in zip(_parts(colour), _parts(other), strict=True)
    )


def towards(safe: str, colour: str, grounds: Collection[str], least: float = TEXT_CONTRAST) -> str:
    """The colour, or the nearest to it on the way to a safe one that stands out enough from all grounds."""
    steps = (mix(colour, safe, step / 20) for step in range(20))
    return next((each for each in steps if min(contrast(each, ground) for ground in grounds) >= least), safe)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
