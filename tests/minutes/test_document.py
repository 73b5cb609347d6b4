"""The minutes as values: what they refuse, what they say of a chart, in which order they are read."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.minutes.pdf.sample import sample
from workshop_app.minutes.charts import BarChart, BarRow, DotChart, DotRow, Dots, SpreadChart, SpreadRow
from workshop_app.minutes.document import (
    Bullets,
    Column,
    Contents,
    Group,
    Groups,
    Item,
    Link,
    Section,
    State,
    Table,
    shortened,
)
from workshop_app.minutes.reading import read, words


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///c:/x.exe", "//host/share", "", "mailto:a b", "#a\nb"]
)
def test_a_link_leads_nowhere_unsafe(target: str) -> None:
    with pytest.raises(ValueError, match="target"):
        Link("klik", target)


def test_a_table_has_a_cell_for_every_column() -> None:
    with pytest.raises(ValueError, match="every row"):
        Table((Column("Nr"), Column("Naam")), (("1",),))


@pytest.mark.parametrize("values", [(1,), (1, 2, 3), (1, -2)])
def test_a_bar_has_a_count_for_every_option(values: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="every row"):
        BarChart("Uitspraak", "Beeld", ("ja", "nee"), (BarRow("Samen", values),))


def test_a_document_has_a_moment_and_not_just_a_clock() -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(sample(), created=datetime(2026, 11, 12))  # noqa: DTZ001


def test_a_bar_says_its_counts() -> None:
    row = BarRow("Samen", (12, 7, 5))
    chart = BarChart("Uitspraak", "Beeld", ("ja", "deels", "nee"), (row, BarRow("Apart", (1, 2, 3))))
    assert chart.alt(row) == "ja 12, deels 7, nee 5"
    assert chart.scale == 24


def test_a_spread_says_its_numbers_and_shows_the_lowest_first() -> None:
    high, low, lower = (SpreadRow(str(at), at, mean, 5, f"{mean}") for at, mean in ((2, 4.0), (2, 2.5), (1, 2.5)))
    chart = SpreadChart("Factor", "Spreiding", "laagste", "gemiddeld", "hoogste", (high, low, lower))
    assert chart.ordered == (lower, low, high)
    assert chart.alt(low) == "laagste 2, gemiddeld 2.5, hoogste 5"


def test_most_votes_come_first_and_equals_stay_in_order() -> None:
    rows = tuple(DotRow(name, Dots(count, f"({count} stemmen)")) for name, count in (("a", 1), ("b", 3), ("c", 3)))
    assert [row.label for row in DotChart("Motief", "Stippen", rows).ordered] == ["b", "c", "a"]


def test_a_section_is_named_with_its_kicker() -> None:
    assert Section("Wat nu?", kicker="Ronde 4").name == "Ronde 4: Wat nu?"
    assert Section("Besluiten").name == "Besluiten"


def test_words_come_in_reading_order() -> None:
    section = Section(
        "Kop",
        (
            Bullets((Item("een", details=("meer",)), Item("twee", "B2", dots=Dots(2, "(2 stemmen)"))), ordered=True),
            Groups((Group("thema", (Item("drie"),)),)),
            Table((Column("Wie"), Column("Stand")), (("Noor", State("loopt", "running")),), "titel"),
            Table((Column("leeg"),), ()),
            Contents("Inhoud"),
        ),
        kicker="Ronde 1",
        meta="kort",
    )
    assert " ".join(" ".join(words(section)).split()) == (
        "Ronde 1 Kop kort 1 een meer B2 twee (2 stemmen) thema • drie titel Wie Stand Noor loopt Inhoud"
    )


def test_the_whole_document_is_read_from_the_cover_on() -> None:
    texts = [text for text in read(sample()) if text]
    assert texts[:4] == [
        "Gemeente Lindevoort",
        "Verslag werksessie",
        "Robuuste samenwerking in de regio Rivierenland",
        sample().cover.subtitle,
    ]
    assert texts.index("Dit is besloten") < texts.index("Dit gebeurt het eerst") < texts.index("In het kort")


@given(st.text(), st.integers(2, 60))
def test_shortened_text_is_one_line_of_at_most_so_many_characters(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == " ".join(short.split())
    if len(" ".join(text.split())) <= limit:
        assert short == " ".join(text.split())
    else:
        assert short.endswith("…")


def test_a_text_is_shortened_after_a_word() -> None:
    assert shortened("Alle gemeenten, samen met de raden", 18) == "Alle gemeenten…"
