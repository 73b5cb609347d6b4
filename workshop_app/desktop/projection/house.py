"""The house style on the beamer: its colours where they can be told from their ground, else the nearest that can."""

from dataclasses import replace
from functools import lru_cache

from workshop_app.desktop.projection.frame import Frame, PaletteName
from workshop_app.desktop.theme import AMBER, BEAM_PALETTES, PETROL, BeamPalette
from workshop_app.model.colour import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, mix, towards

_WHITE, _BLACK = "#FFFFFF", "#000000"
_DEEP = 9.0
"""Contrast of white text with the ground of a question."""


def palette_of(frame: Frame) -> BeamPalette:
    """The colours of a frame."""
    return _palette(frame.palette, frame.house.primary.upper(), frame.house.accent.upper())


@lru_cache(maxsize=12)
def _palette(name: PaletteName, primary: str, accent: str) -> BeamPalette:
    base = BEAM_PALETTES[name]
    if not primary or not accent or (primary, accent) == (PETROL, AMBER):
        return base
    return _deep(base, primary) if name == "petrol" else _plain(base, primary, accent)


def _plain(base: BeamPalette, primary: str, accent: str) -> BeamPalette:
    marked = mix(mix(base.ground, base.card, 0.5), primary, 0.12)
    if min(contrast(text, marked) for text in (base.text, base.muted)) < TEXT_CONTRAST:
        marked = base.marked
    grounds = (base.ground, base.card, marked)
    shape = towards(base.text, primary, grounds, GRAPHIC_CONTRAST)
    warm = towards(base.text, accent, grounds, GRAPHIC_CONTRAST)
    return replace(
        base,
        accent=towards(base.text, primary, grounds, TEXT_CONTRAST),
        done=shape,
        marked=marked,
        marked_line=shape,
        warm=warm,
        reach=mix(shape, base.ground, 0.65),
        options=(shape, warm, *base.options[2:]),
    )


def _deep(base: BeamPalette, primary: str) -> BeamPalette:
    """White on the main colour, made as dark as that needs."""
    ground = towards(_BLACK, primary, (_WHITE,), _DEEP)
    line, card, marked = (mix(ground, _WHITE, share) for share in (0.22, 0.07, 0.13))
    accent = towards(_WHITE, mix(primary, _WHITE, 0.6), (ground, card, marked), TEXT_CONTRAST)
    return replace(
        base,
        ground=ground,
        text=_WHITE,
        muted=towards(_WHITE, mix(ground, _WHITE, 0.82), (ground, card, marked), TEXT_CONTRAST),
        accent=accent,
        rule=line,
        done=accent,
        todo=line,
        card=card,
        card_line=line,
        marked=marked,
        marked_line=accent,
        frame=accent,
        reach=mix(accent, ground, 0.5),
        options=(accent, *base.options[1:]),
    )
