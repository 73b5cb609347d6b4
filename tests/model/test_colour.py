"""How well colours can be told apart, and what lies between two."""

import pytest

from workshop_app.model.colour import contrast, mix, towards


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


def test_a_colour_that_stands_out_stays_and_another_goes_no_further_than_it_must() -> None:
    assert towards("#000000", "#0B5563", ["#FFFFFF"]) == "#0B5563"
    nearer = towards("#000000", "#FFCC00", ["#FFFFFF", "#E3F0F1"])
    assert nearer not in ("#FFCC00", "#000000")
    assert min(contrast(nearer, ground) for ground in ("#FFFFFF", "#E3F0F1")) >= 4.5
