"""Pages are filled well: headings stay with their text, columns balance, tables break between rows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from tests.minutes.pdf.sample import items, sample
from workshop_app.minutes.charts import BarChart, BarRow
from workshop_app.minutes.document import Block, Bullets, Column, Document, Group, Groups, Prose, Quote, Section, Table
from workshop_app.minutes.pdf.layout import grid

Printed = Callable[[Document], Path]
FILL = "Er werd lang over gesproken, en het werd duidelijk dat iedereen er iets van vond. "


def lines_of(path: Path) -> list[list[tuple[float, str]]]:
    """Per page the pieces of text with their height above the foot, from the top down, without the furniture."""
    pages = []
    for page in pypdf.PdfReader(path).pages[1:]:
        found: list[tuple[float, str]] = []

        def visit(text: str, ctm: list[float], tm: list[float], _font: object, _size: object) -> None:
            y = ctm[1] * tm[4] + ctm[3] * tm[5] + ctm[5]
            if text.strip() and 55 < y < 800:
                found.append((y, text.strip()))  # noqa: B023

        page.extract_text(visitor_text=visit)
        pages.append(sorted(found, key=lambda piece: -piece[0]))
    return pages


def blocks() -> dict[str, Block]:
    rows = tuple((str(at), "een rij met tekst") for at in range(40))
    return {
        "prose": Prose(FILL * 12),
        "short intro": Prose("Kort vooraf."),
        "bullets": Bullets(items(20)),
        "groups": Groups((Group("Thema", items(60)), Group("Ander thema", items(30)))),
        "table": Table((Column("Nr"), Column("Tekst", 5)), rows, "Een tabel"),
        "chart": BarChart("Uitspraak", "Beeld", ("ja", "nee"), tuple(BarRow(f"Rij {at}", (at, 3)) for at in range(30))),
    }


@pytest.mark.parametrize("kind", ["prose", "bullets", "groups", "table", "chart", "short intro"])
@pytest.mark.parametrize("filled", [19, 21, 22, 24])
def test_no_heading_is_left_at_the_foot_of_a_page(kind: str, filled: int, printed: Printed) -> None:
    under = (blocks()[kind], blocks()["table"]) if kind == "short intro" else (blocks()[kind],)
    document = replace(
        sample(),
        sections=(
            Section("Eerst", tuple(Prose(FILL * 2) for _ in range(filled - 4))),
            Section("Daarna komt dit", under, kicker="Ronde 2", meta="Zaal, turven"),
        ),
    )
    pages = lines_of(printed(document))
    page = next(page for page in pages if any(text.startswith("Daarna komt") for _, text in page))
    heading_at = next(y for y, text in page if text.startswith("Daarna komt"))
    after = {round(y) for y, text in page if y < heading_at - 1 and text not in ("Zaal, turven", "Kort vooraf.")}
    assert len(after) >= 2
    assert all(page for page in pages)


def test_a_quote_stays_with_the_contributions_under_it(printed: Printed) -> None:
    for filled in range(20, 28, 2):
        told: tuple[Block, ...] = (
            *(Prose(FILL * 2) for _ in range(filled - 4)),
            Quote("“Apart”", "bron"),
            Groups((Group("", items(8)),)),
        )
        pages = lines_of(printed(replace(sample(), sections=(Section("Ronde", told),))))
        page = next(page for page in pages if any(text == "“Apart”" for _, text in page))
        quote_at = next(y for y, text in page if text == "“Apart”")
        assert len({round(y) for y, text in page if y < quote_at - 20}) >= 2


def test_columns_are_about_equally_long(printed: Printed) -> None:
    document = replace(sample(), sections=(Section("Rondes", (blocks()["groups"],)),))
    pages = pypdf.PdfReader(printed(document)).pages[1:]
    for page in pages:
        lowest = {"left": 900.0, "right": 900.0}

        def visit(text: str, ctm: list[float], tm: list[float], _font: object, _size: object) -> None:
            x = ctm[0] * tm[4] + ctm[2] * tm[5] + ctm[4]
            y = ctm[1] * tm[4] + ctm[3] * tm[5] + ctm[5]
            if text.strip() and 55 < y < 780:
                side = "left" if x < 300 else "right"
                lowest[side] = min(lowest[side], y)  # noqa: B023

        page.extract_text(visitor_text=visit)
        assert abs(lowest["left"] - lowest["right"]) < 50


def test_a_table_repeats_its_headings_and_leaves_no_single_row(printed: Printed) -> None:
    for count in range(20, 48, 3):
        rows = tuple((f"rij{at}", "een rij met tekst") for at in range(count))
        table = Table((Column("Nummer"), Column("Tekst", 5)), rows)
        document = replace(sample(), sections=(Section("Tabel", (table,)),))
        pages = [page.extract_text() for page in pypdf.PdfReader(printed(document)).pages[1:]]
        assert all("Nummer" in page for page in pages)
        assert all(page.count("rij met") > 1 for page in pages)
        assert sum(page.count("rij met") for page in pages) == count


def test_a_new_page_is_begun_only_when_this_one_is_well_used(printed: Printed) -> None:
    def pages(filled: int) -> int:
        chapters = (Section("Een", tuple(Prose(FILL * 2) for _ in range(filled))), Section("Twee", new_page=True))
        return len(pypdf.PdfReader(printed(replace(sample(), sections=chapters))).pages)

    assert pages(5) == 2
    assert pages(16) == 3


def test_cell_of_four_thousand_characters_goes_on_over_pages(printed: Printed) -> None:
    words = " ".join(f"w{at}" for at in range(900))
    table = Table((Column("Nr"), Column("Tekst")), (("1", words), ("2", "kort")))
    chart = BarChart("Uitspraak", "Beeld", ("ja",), (BarRow(words, (3,)), BarRow("kort", (2,))))
    path = printed(replace(sample(), sections=(Section("Lang", (table, chart)),)))
    text = " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)
    assert text.count("w899") == 2


class TestGrid:
    @pytest.mark.parametrize("rows", [2, 4, 6])
    def test_a_small_one_stays_whole(self, rows: int) -> None:
        made = grid([["heading"], *([f"row {n}"] for n in range(rows))], [200], [], after=0)
        _, height = made.wrap(200, 1e6)
        assert made.split(200, height - 1) == []

    @pytest.mark.parametrize("room", [2, 3, 5, 18, 19])
    def test_a_long_one_leaves_no_single_row(self, room: int) -> None:
        made = grid([["heading"], *([f"row {n}"] for n in range(20))], [200], [], after=0)
        _, height = made.wrap(200, 1e6)
        parts = made.split(200, height / 21 * (room + 1) + 1)
        assert [part._nrows - 1 for part in parts] in ([], [min(room, 18), 20 - min(room, 18)])
