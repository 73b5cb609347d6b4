"""Whatever the colours of the house style, text and bars stand out enough (WCAG 2.1 AA)."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_app.minutes.document import HouseStyle
from workshop_app.minutes.pdf.colours import MUTED, WHITE, palette
from workshop_app.model.colour import contrast

colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


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
