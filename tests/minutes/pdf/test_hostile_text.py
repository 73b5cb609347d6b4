"""Whatever people type is printed as they typed it: markup, any script, any length."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.minutes.pdf.conftest import FONTS_DIR, as_read, faults, squeezed
from tests.minutes.pdf.sample import sample
from workshop_app.minutes.charts import BarChart, BarRow, DotChart, DotRow, Dots, SpreadChart, SpreadRow
from workshop_app.minutes.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Cover,
    Document,
    Fact,
    Furniture,
    Group,
    Groups,
    Item,
    KeyFigure,
    KeyFigures,
    Panel,
    Prose,
    Quote,
    Section,
    Table,
)
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.render import render_pdf
from workshop_app.minutes.pdf.text import Run, clean, markup, one_line

HOSTILE = (
    "a < b en x<y",
    "Müller & Zonen",
    "<b>vet</b>",
    "<b>open",
    "</para>",
    "<Plaatshouder>",
    "ik <3 dit",
    "A -> B <- C",
    "&lt;&amp;&#x41;&nbsp;&unknown;",
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1/x.png" width="10" height="10"/>',
    '<a href="javascript:app.alert(1)">klik</a>',
    '<a href="file:///C:/Windows/System32/calc.exe">klik</a>',
    "<font color=\"__import__('os').system('id')\">x</font>",
    '<font size="100000">x</font>',
    '<seq id="a"/><seqreset/>',
    '<onDraw name="span" label="end"/>',
    '<unichar code="0x1F600"/>',
    '<evalString imports="os">os.getcwd()</evalString>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "<b>" * 40 + "x" + "</b>" * 40,
    "regel een\nregel twee<br/>regel drie",
    "%late0% en 100 % van {page} van {total}",
    "BT /F1 12 Tf (x) Tj ET EMC",
    "\\ ( ) [ ] << >> endstream endobj",
)
ALPHABETS = (
    "Jörg Weißmüller, Straße „Größe“ – €",
    "Łukasz Żółć, Çağrı Şahin İı, Nguyễn Thị Hoa",
    "Жанна Ёлкина, Αθήνα",
    "محمد علي en فاطمة",
    "שלום עולם",
    "王小明 你好 नमस्ते",
    "👍 super 😀 👩\u200d💻 ❤\ufe0f ✓ ★ 🇳🇱",
    "Zoe\u0308 n\u0303, Z\u0351\u036b\u0343\u036a\u0302a\u0334\u0335lgo",
    "nul\x00 bel\x07 esc\x1b[31m del\x7f",
    "half \ud800 surrogaat, \ufdd0 \ufffe geen teken",
    "\u202eomgekeerd\u202c \u2066los\u2069 \u200bniets\u200b",
    "\ue000 eigen gebruik \U000f0000",
    "",
    " \t\n\r\n ",
)
Printed = Callable[[Document], Path]


def everywhere(text: str) -> Document:
    """Minutes with the text in every place that takes one."""
    item = Item(text, text, (text, text), Dots(3, text))
    blocks: tuple[Block, ...] = (
        Prose(text),
        Prose(text, "lead"),
        Quote(text, text),
        Callout(text, text),
        Bullets((item, Item(text))),
        Groups((Group(text, (item, Item(text))),)),
        KeyFigures((KeyFigure(text, text),)),
        Table((Column(text), Column(text, right=True)), ((text, text),), text, text),
        BarChart(text, text, (text, text), (BarRow(text, (1, 2)), BarRow(text, (0, 0), quoted=True)), text, text),
        SpreadChart(text, text, text, text, text, (SpreadRow(text, 1, 2.5, 4, text),), caption=text, summary=text),
        DotChart(text, text, (DotRow(text, Dots(2, text)), DotRow(text, Dots(0, text))), text, text),
        Section(text, (Prose(text),), text, text),
    )
    cover = Cover(text, text, text, text, (Fact(text, text),), Panel(text, (item,)), Panel(text, (), text))
    return replace(
        sample(),
        title=text,
        author=text,
        subject=text,
        keywords=text,
        cover=cover,
        furniture=Furniture(text, text, text, text),
        sections=(Section(text, blocks, text, text, text),),
    )


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_markup_is_printed_as_it_was_typed(text: str, printed: Printed) -> None:
    document = replace(sample(), sections=(Section("Bijdragen", (Bullets((Item(text),)), Quote(text))),))
    reader = pypdf.PdfReader(printed(document))
    body = squeezed("".join(page.extract_text() for page in reader.pages[1:]))
    assert body.count(squeezed(text)) == 2
    assert not any(page.images for page in reader.pages)
    targets = [
        annotation.get_object().get("/A", {}).get("/URI")
        for page in reader.pages
        for annotation in page.get("/Annots", [])
    ]
    assert set(targets) <= {None}


@pytest.mark.parametrize("text", [*HOSTILE, *ALPHABETS], ids=lambda text: ascii(text[:24]))
def test_any_text_may_stand_anywhere(text: str, printed: Printed) -> None:
    assert printed(everywhere(text)).stat().st_size > 10_000


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_characters_may_stand_anywhere(text: str) -> None:
    path = Path("verslag.pdf")
    path.write_bytes(render_pdf(everywhere(text), FONTS_DIR))
    assert faults(path) == []


@pytest.fixture(autouse=True)
def _folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["woord " * 667, "x" * 4000, "\n".join(str(at % 7) for at in range(400)), "W" * 500, "\n" * 4000 + "eind"],
    ids=["long", "one word", "400 lines", "500 letters", "empty lines"],
)
def test_length_does_not_matter(text: str, printed: Printed) -> None:
    path = printed(everywhere(text))
    body = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))
    pieces = [squeezed(piece) for piece in re.findall(r"\S{1,40}", text)]
    assert all(piece in body for piece in pieces)


def test_a_contribution_of_three_thousand_lines_is_printed_whole(printed: Printed) -> None:
    lines = [f"z{at}" for at in range(3000)]
    item = Item("\n".join(lines))
    document = replace(sample(), sections=(Section("Bijdragen", (Groups((Group("Thema", (item, Item("daarna"))),)),)),))
    assert as_read(printed(document)).endswith("".join(lines) + "•daarna")


def test_what_has_no_glyph_keeps_its_meaning(fonts: Fonts) -> None:
    made = markup([Run("王 is ok")], "Sans", fonts)
    assert made == '<onDraw name="span" label="=王"/>□<onDraw name="span" label="end"/> is ok'
    assert markup([Run("ﬁets ①")], "Sans", fonts).replace("</font>", "").endswith("ets 1")


def test_names_in_other_scripts_are_drawn_with_their_letters(fonts: Fonts) -> None:
    names = "Жанна Ёлкина, Αθήνα, محمد علي, שרה לוי"
    assert "□" not in markup([Run(names)], "Serif", fonts)


def test_names_from_right_to_left_are_read_as_they_are_written(fonts: Fonts) -> None:
    made = markup([Run("Door محمد علي gezegd")], "Sans", fonts)
    assert 'label="&lt;محمد"' in made
    assert 'label="&lt;علي"' in made
    assert made.startswith("Door <onDraw")
    assert made.endswith("/> gezegd")


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_can_be_written_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode() == cleaned.encode("utf-8", "replace")
    assert clean(cleaned) == cleaned
    assert "\n" not in one_line(text)
    assert "  " not in one_line(text)
