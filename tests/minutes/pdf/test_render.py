"""The file as a whole: what it says about itself, its bookmarks and links, the furniture of its pages."""

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pypdf
import pytest

from tests.minutes.pdf.conftest import FONTS_DIR, faults, structure_lines
from tests.minutes.pdf.sample import cover, sample
from workshop_app.minutes.charts import BarChart, BarRow
from workshop_app.minutes.document import Document, Fact, HouseStyle, Item, Link, Panel, Prose, Section
from workshop_app.minutes.pdf import paragraphs, sections
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.layout import Columns
from workshop_app.minutes.pdf.render import render_pdf

Printed = Callable[[Document], Path]


def page_texts(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_the_same_minutes_give_the_same_bytes() -> None:
    assert render_pdf(sample(), FONTS_DIR) == render_pdf(sample(), FONTS_DIR)


def test_text_without_markup_is_set_as_when_it_is_read_for_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    quickly = render_pdf(sample(), FONTS_DIR)
    monkeypatch.setattr(paragraphs, "_plain", lambda *_: None)
    assert render_pdf(sample(), FONTS_DIR) == quickly


@pytest.mark.parametrize("left_out", [(), ("Chair",), ("Chair", "Note taker")])
def test_every_fact_of_the_first_page_stands_on_one_line(left_out: tuple[str, ...], printed: Printed) -> None:
    told = {
        "Date": "vrijdag 27 november 2026",
        "Time": "13:30 – 17:30 uur",
        "Location": "Gemeentehuis Lindevoort, raadzaal",
        "Chair": "Marleen Kuipers",
        "Note taker": "Joris van Dam",
        "Status": "Concept · reacties vóór 11 december 2026 · versie 2",
    }
    facts = tuple(Fact(label, value) for label, value in told.items() if label not in left_out)
    path = printed(replace(sample(), cover=replace(cover(), facts=facts)))
    lines = [line.strip() for line in pypdf.PdfReader(path).pages[0].extract_text().splitlines()]
    assert {fact.value for fact in facts} <= set(lines)


def test_the_file_says_what_it_is(printed: Printed) -> None:
    moment = datetime(2026, 11, 12, 16, 30, tzinfo=timezone(timedelta(hours=1)))
    reader = pypdf.PdfReader(printed(replace(sample(), created=moment)))
    assert reader.metadata is not None
    assert reader.metadata.title == sample().title
    assert reader.metadata.author == "Gemeente Lindevoort"
    assert str(reader.metadata["/Keywords"]) == sample().keywords
    assert reader.metadata.creation_date == moment
    assert str(reader.root_object["/Lang"]) == "nl-NL"
    assert "/DisplayDocTitle" in str(reader.root_object["/ViewerPreferences"])
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.xmp_create_date == moment.astimezone(UTC).replace(tzinfo=None)


def test_chapters_are_bookmarks_on_their_pages(printed: Printed) -> None:
    path = printed(sample())
    reader, texts = pypdf.PdfReader(path), page_texts(path)
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    assert [mark.title for mark in marks] == [section.name for section in sample().sections]
    for mark, section in zip(marks, sample().sections, strict=True):
        number = reader.get_destination_page_number(mark)
        assert number is not None
        assert section.heading in texts[number]


def test_the_contents_name_the_page_of_each_chapter(printed: Printed) -> None:
    path = printed(sample())
    contents = " ".join(line.strip(' "') for line in structure_lines(path))
    texts = page_texts(path)
    for section in sample().sections:
        found = re.search(rf"{re.escape(section.name)} (\d+)", contents)
        assert found, section.name
        assert section.heading in texts[int(found.group(1)) - 1]


def test_every_page_has_its_number_and_later_pages_a_band(printed: Printed) -> None:
    texts = page_texts(printed(sample()))
    for number, text in enumerate(texts, 1):
        assert f"Pagina {number} van {len(texts)}" in text
        assert sample().furniture.footer in text
        assert text.startswith("Verslag werksessie Gemeente Lindevoort") == (number > 1)


def test_a_link_leads_to_its_section_or_is_just_text(printed: Printed) -> None:
    path = printed(sample())
    first = pypdf.PdfReader(path).pages[0]
    assert len(first.annotations or []) == 1
    assert "Alle 8 acties" in page_texts(path)[0]
    lost = replace(sample(), sections=(Section("Slot", (Prose("Zie", link=Link("elders", "#weg")),)),))
    assert "Zie elders" in page_texts(printed(lost))[1]


@pytest.mark.parametrize("count", [0, 1, 4, 9, 30])
def test_the_first_page_holds_any_number_of_decisions(count: int, printed: Printed) -> None:
    texts = page_texts(printed(replace(sample(), cover=cover(count, count))))
    assert "Dit is besloten" in texts[0]
    assert "Dit gebeurt het eerst" in texts[0]
    assert ("Er zijn in deze sessie geen besluiten genomen." in texts[0]) == (count == 0)
    assert ("B1 " in texts[0]) == (count > 0)
    assert "In het kort" in texts[1]


def test_the_first_page_holds_texts_of_any_length(printed: Printed) -> None:
    long = "woorden die maar doorgaan " * 20
    item = Item(long, "B1", (long, long))
    crowded = replace(
        cover(),
        title=long,
        subtitle=long,
        organisation=long,
        facts=(Fact(long, long),) * 12,
        decisions=Panel(long, (item,) * 3, more=Link(long, "#besluiten")),
        actions=Panel(long, (item,) * 3),
    )
    texts = page_texts(printed(replace(sample(), cover=crowded)))
    assert "Pagina 1 van" in texts[0]
    assert "B1" in texts[0] + texts[1]


@pytest.mark.parametrize("primary", ["#FFFFFF", "#000000", "#FFD400", "#777777", "#00AEEF"])
def test_any_house_style_can_be_printed(primary: str, printed: Printed) -> None:
    printed(replace(sample(), style=HouseStyle(primary, "#FFEE00"), sections=sample().sections[:4]))


def test_a_block_that_cannot_be_set_is_printed_as_plain_text(
    printed: Printed, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no chart today")

    monkeypatch.setattr(sections, "set_bar_chart", broken)
    chart = BarChart("Uitspraak", "Verdeling", ("ja", "nee"), (BarRow("Samen is beter", (17, 4)),))
    document = replace(
        sample(),
        sections=(
            Section(
                "Ronde",
                (Prose("Ervoor."), chart, Prose("Erna.")),
            ),
        ),
    )
    with caplog.at_level(logging.CRITICAL):
        text = page_texts(printed(document))[1]
    assert "Ervoor. Uitspraak Verdeling ja nee Samen is beter 17 4 Erna." in text


def test_a_block_that_cannot_be_laid_out_is_printed_as_plain_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no columns today")

    monkeypatch.setattr(Columns, "wrap", broken)
    with caplog.at_level(logging.CRITICAL):
        data = render_pdf(replace(sample(), sections=sample().sections[1:3]), FONTS_DIR)
    path = tmp_path / "verslag.pdf"
    path.write_bytes(data)
    text = " ".join(page_texts(path))
    assert faults(path) == []
    assert "Welke vragen leven er?" in text
    assert "Wie nieuw is, moet alles zelf uitzoeken" in text
    assert "1 Gemeenten zijn verantwoordelijk voor beschermd wonen." in text


def test_missing_fonts_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlab.pdfbase.pdfmetrics.getRegisteredFontNames", list)
    with pytest.raises(Exception, match="open file"):
        Fonts(tmp_path)
