"""What looks like data of a resident, and what does not."""

from time import perf_counter

import pytest

from workshop_app.facilitation.resident_data import looks_like


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("BSN 111222333 van mevrouw", "number"),
        ("111.222.333", "number"),
        ("het gaat om 111 222 333.", "number"),
        ("geboren op 3-4-1987", "birth"),
        ("geb. 03-04-2021", "birth"),
        ("zij is van 12/11/1950", "birth"),
        ("bel 06-12345678", "telephone"),
        ("bel 0612345678 even", "telephone"),
        ("+31 6 12 34 56 78", "telephone"),
        ("030 123 45 67", "telephone"),
    ],
)
def test_it_is_seen(text: str, what: str) -> None:
    assert what in looks_like(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Wie betaalt dit?", "111222334", "1112223330", "€ 1.112.223.334", "het besluit van 12-12-2026"),
        *("in 2026 waren er 1500 meldingen op 12 plekken", "van 9:00 tot 12:30", "19 factoren, 10 gemeenten, 190 keer"),
        *("1.1.1.2.2.2.3.3.3", "000000000", "²²²²²²²²²", "\U0001f337" * 2000),
    ],
)
def test_it_is_not_seen(text: str) -> None:
    assert looks_like(text) == ""


@pytest.mark.parametrize("text", ["1 " * 2000, "a1-" * 1300, "06" * 2000, "x" * 4000, "geb. " * 800])
def test_it_is_quick_on_long_texts(text: str) -> None:
    start = perf_counter()
    looks_like(text)
    assert perf_counter() - start < 0.05
