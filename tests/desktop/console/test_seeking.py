"""Names are found by their first letters."""

import pytest

from workshop_app.desktop.console.seeking import matching

NAMES = ("Lindevoort", "Heidebeek", "'s-Gravenmoer", "Sint Odaberg", "Súdwest-Wetering", "Gemeente Lisse", "حي النهر")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("h", ("Heidebeek",)),
        ("L", ("Lindevoort",)),
        ("lis", ("Gemeente Lisse",)),
        ("s", ("'s-Gravenmoer", "Sint Odaberg", "Súdwest-Wetering")),
        ("sg", ("'s-Gravenmoer",)),
        ("sinto", ("Sint Odaberg",)),
        ("sud", ("Súdwest-Wetering",)),
        ("oda", ("Sint Odaberg",)),
        ("ح", ("حي النهر",)),
        ("x", ()),
    ],
)
def test_the_beginning_of_the_name_comes_before_that_of_another_word(typed: str, found: tuple[str, ...]) -> None:
    assert tuple(NAMES[place] for place in matching(typed, NAMES)) == found
