"""Colours from the two of the house style, with enough contrast whatever they are (WCAG 2.1 AA)."""

from dataclasses import dataclass

from workshop_app.minutes.document import HouseStyle
from workshop_app.model.colour import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, mix, towards

INK = "#14212B"
MUTED = "#4A5B68"
RULE = "#D3DBDD"
WHITE = "#FFFFFF"
BLACK = "#000000"


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
    title = towards(INK, brand, [tint])
    return Palette(
        brand=brand,
        accent=accent,
        wave=wave,
        on_brand=on_brand,
        soft_on_brand=towards(on_brand, mix(brand, on_brand, 0.85), [brand, wave]),
        kicker_on_brand=towards(on_brand, mix(accent, on_brand, 0.72), [brand, wave]),
        title=title,
        deep=mix(title, INK, 0.5),
        accent_text=towards(INK, accent, [WHITE]),
        accent_on_tint=towards(INK, accent, [tint, accent_tint]),
        graphic=towards(INK, brand, [WHITE], GRAPHIC_CONTRAST),
        tint=tint,
        pale=mix(brand, WHITE, 0.955),
        accent_tint=accent_tint,
    )
