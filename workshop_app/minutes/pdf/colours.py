"""Colours from the two of the house style, with enough contrast whatever they are (WCAG 2.1 AA)."""

from dataclasses import dataclass

from workshop_app.minutes.document import HouseStyle

INK = "#14212B"
MUTED = "#4A5B68"
RULE = "#D3DBDD"
WHITE = "#FFFFFF"
BLACK = "#000000"

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """The colour with this share (0 to 1) of the other in it."""
    return "#" + "".join(
        f"{round(a * (1 - share) + b * share):02X}" for a, b in zip(_parts(colour), _parts(other), strict=True)
    )


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in _parts(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@dataclass(frozen=True, slots=True)
class Palette:
    """What is printed in which colour.

    `brand` and `accent` fill areas, `wave` draws lines on brand; the fields ending in `on_brand` are text on it.
    `title` and `deep` are text on white, `pale` and `tint`; `accent_text` on white, `accent_on_tint` on both tints.
    `graphic` draws bars and dots on white.
    """

    brand: str
    accent: str
    wave: str
    on_brand: str
    soft_on_brand: str
    kicker_on_brand: str
    title: str
    deep: str
    accent_text: str
    accent_on_tint: str
    graphic: str
    tint: str
    pale: str
    accent_tint: str


def palette(style: HouseStyle) -> Palette:
    """The colours for a house style, moved towards ink or white where its own would be hard to read."""
    brand, accent = style.primary.upper(), style.accent.upper()
    tint, accent_tint = mix(brand, WHITE, 0.9), mix(accent, WHITE, 0.9)
    # On any colour white or black stands out enough; ink is nearly black.
    on_brand = next(it for it in (WHITE, INK, BLACK) if contrast(it, brand) >= TEXT_CONTRAST)
    # Text may stand on a line of the waves, so the line must not cost contrast.
    wave = mix(brand, mix(brand, WHITE, 0.2) if on_brand == WHITE else WHITE, 0.5)
    wave = wave if contrast(on_brand, wave) >= TEXT_CONTRAST else brand
    title = _towards(INK, brand, tint)
    return Palette(
        brand=brand,
        accent=accent,
        wave=wave,
        on_brand=on_brand,
        soft_on_brand=_towards(on_brand, mix(brand, on_brand, 0.85), wave),
        kicker_on_brand=_towards(on_brand, mix(accent, on_brand, 0.72), wave),
        title=title,
        deep=mix(title, INK, 0.5),
        accent_text=_towards(INK, accent, WHITE),
        accent_on_tint=_towards(INK, _towards(INK, accent, tint), accent_tint),
        graphic=_towards(INK, brand, WHITE, GRAPHIC_CONTRAST),
        tint=tint,
        pale=mix(brand, WHITE, 0.955),
        accent_tint=accent_tint,
    )


def _towards(safe: str, colour: str, background: str, least: float = TEXT_CONTRAST) -> str:
    """The colour, or the nearest to it on the way to a safe one that stands out enough from its background."""
    steps = (mix(colour, safe, step / 20) for step in range(20))
    return next((step for step in steps if contrast(step, background) >= least), safe)
