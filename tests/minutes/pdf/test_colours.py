"""Whatever the colours of the house style, text and bars stand out enough (WCAG 2.1 AA)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.minutes.document import HouseStyle
from workshop_app.minutes.pdf.colours import MUTED, WHITE, contrast, mix, palette

colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#FFFFFF", 1), ("#777777", "#FFFFFF", 4.48), ("#0B5563", "#FFFFFF", 8.42)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_mixing_ends_at_both_colours() -> None:
    assert mix("#123456", "#FFFFFF", 0) == "#123456"
    assert mix("#123456", "#FFFFFF", 1) == "#FFFFFF"


def test_a_readable_house_style_is_used_as_it_is() -> None:
    made = palette(HouseStyle())
    assert (made.brand, made.title, made.graphic, made.accent_text) == ("#0B5563", "#0B5563", "#0B5563", "#B45309")
    assert made.on_brand == WHITE


@given(colours, colours)
def test_everything_is_readable(primary: str, accent: str) -> None:
    made = palette(HouseStyle(primary, accent))
    for text, background in [
        (made.on_brand, made.brand), (made.on_brand, made.wave), (made.soft_on_brand, made.wave),
        (made.kicker_on_brand, made.wave), (made.title, made.tint), (made.title, made.pale), (made.title, WHITE),
        (made.deep, WHITE), (made.accent_text, WHITE), (made.accent_on_tint, made.tint), (MUTED, made.tint),
        (MUTED, made.pale), (made.accent_on_tint, made.accent_tint),
    ]:  # fmt: skip
        assert contrast(text, background) >= 4.5, (text, background)
    assert contrast(made.graphic, WHITE) >= 3
