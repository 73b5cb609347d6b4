"""The Word document: every word of the tree in order, in real styles, opened by LibreOffice."""

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.minutes.generated import TEXTS, generated
from tests.minutes.pdf.sample import sample
from tests.minutes.reading_back import built
from tests.minutes.workshops import filled
from workshop_app.i18n import Language
from workshop_app.minutes import progress
from workshop_app.minutes.document import Document, HouseStyle, Prose, Section
from workshop_app.minutes.docx.markup import plain
from workshop_app.minutes.docx.render import render_docx
from workshop_app.minutes.reading import read
from workshop_app.model.colour import TEXT_CONTRAST, contrast
from workshop_app.paths import resources

FONTS = resources() / "fonts"
ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange "
)
"""What the standard says of the order of the properties of paragraphs."""


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(render_docx(document, FONTS)))


def written(made: Any) -> Iterator[str]:
    """The texts of the body in order, the numbers of lists too; without the lines of the contents."""
    numbers: Counter[int] = Counter()
    for block in made.iter_inner_content():
        if isinstance(block, Table):
            yield from (text.text or "" for text in block._tbl.iter(qn("w:t")))
            continue
        if str(block.style.name).lower().startswith("toc"):
            continue
        if (properties := block._p.pPr) is not None and properties.numPr is not None:
            numbers[properties.numPr.numId.val] += 1
            yield str(numbers[properties.numPr.numId.val])
        yield all_text(block)


def all_text(paragraph: Paragraph) -> str:
    return "".join(
        node.text or "" if node.tag == qn("w:t") else " "
        for node in paragraph._p.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    )


def tokens(texts: Iterator[str]) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", " ".join(plain(text) for text in texts)))


@pytest.mark.parametrize("template_id", ["robuuste-samenwerking", "korte-dialoog", "vervolg"])
def test_every_word_of_the_tree_is_there_in_order(template_id: str) -> None:
    document = built(filled(template_id), language=Language.load())
    assert tokens(written(opened(document))) == tokens(read(document))


@pytest.mark.parametrize("seed", range(6))
def test_every_word_of_any_session_is_there_in_order(seed: int) -> None:
    document = built(generated(seed))
    assert "".join(tokens(written(opened(document)))) == "".join(tokens(read(document)))


def test_every_kind_of_block_is_there() -> None:
    document = sample()
    assert "".join(tokens(written(opened(document)))) == "".join(tokens(read(document)))


def test_styles_are_real_and_the_head_of_a_table_is_repeated() -> None:
    made = opened(built(filled()))
    used = {paragraph.style.name for paragraph in made.paragraphs}
    assert {
        "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 4", "Quote", "Caption", "List Bullet", "List Number",
    } <= used  # fmt: skip
    for table in made.tables:
        assert table.style.name == "Minutes Table"
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    pictures = made.inline_shapes
    assert len(pictures) > 10
    assert any("descr" in shape._inline.docPr.attrib and shape._inline.docPr.get("descr") for shape in pictures)


def test_headings_never_skip_a_level_and_have_a_field_of_contents() -> None:
    made = opened(built(filled()))
    levels = [int(p.style.name[-1]) for p in made.paragraphs if str(p.style.name).startswith("Heading")]
    body = levels[levels.index(1) :]
    assert all(after <= before + 1 or after == 4 for before, after in pairwise(body))
    footer = "".join(node.text or "" for node in made.sections[0].footer._element.iter(qn("w:instrText")))
    assert footer.split() == ["PAGE", "NUMPAGES"]


def test_the_contents_are_links_to_what_they_list_and_ask_for_nothing() -> None:
    """Somebody who has them made again gets what stands within the bookmark, and no panel of the first page."""
    body = opened(built(filled())).element.body
    (field,) = (node.text.split() for node in body.iter(qn("w:instrText")))
    assert field[0] == "TOC"
    assert not [node for node in body.iter(qn("w:fldChar")) if node.get(qn("w:dirty"))]
    (start,) = (node for node in body.iter(qn("w:bookmarkStart")) if node.get(qn("w:name")) == field[-1])
    (end,) = (node for node in body.iter(qn("w:bookmarkEnd")) if node.get(qn("w:id")) == start.get(qn("w:id")))
    children = list(body)
    within = children[children.index(start) : children.index(end)]
    named = {node.get(qn("w:name")) for part in within for node in part.iter(qn("w:bookmarkStart"))}
    links = {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))} - {None}
    assert len(links) > 10
    assert links <= named
    assert children[-1].tag == qn("w:sectPr")


def test_what_is_left_and_right_in_a_head_stands_there() -> None:
    made = opened(built(filled(), language=Language.load()))
    head = made.sections[0].header.paragraphs[0]
    assert head.text.split("\t") == ["Conceptverslag werksessie", "Gemeente Waterrijk"]
    assert [stop.alignment for stop in made.styles["Header"].paragraph_format.tab_stops] == [WD_TAB_ALIGNMENT.RIGHT]


def test_what_a_paragraph_is_like_is_said_in_the_order_that_word_wants() -> None:
    right_to_left = filled("korte-dialoog", title="محمد", place="محمد")
    document = replace(built(right_to_left), lang="ar")
    made, order = opened(document), [qn(f"w:{name}") for name in ORDER.split()]
    pages = (made.element, made.styles.element, made.sections[0].header._element, made.sections[0].footer._element)
    properties = [node for part in pages for node in part.iter(qn("w:pPr"))]
    assert any(node.find(qn("w:bidi")) is not None for node in properties)
    for node in properties:
        places = [order.index(child.tag) for child in node]
        assert places == sorted(set(places))


def test_a_picture_says_what_it_shows_or_that_it_is_decoration() -> None:
    pictures = opened(sample()).inline_shapes
    described = [bool(each._inline.docPr.get("descr")) for each in pictures]
    assert described == [not list(each._inline.docPr) for each in pictures]
    assert {True, False} == set(described)


def test_the_head_of_a_chart_explains_the_parts_of_its_bars() -> None:
    tables = opened(built(filled())).tables
    known = next(
        table for table in tables if [cell.text.strip() for cell in table.rows[0].cells[2:]] == ["yes", "partly", "no"]
    )
    assert [len(list(cell.iter(qn("w:drawing")))) for cell in known._tbl.tr_lst[0].tc_lst] == [0, 0, 1, 1, 1]


class TestProgress:
    @pytest.fixture(autouse=True)
    def every_step(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "_EVERY", 0.0)

    def test_it_goes_up_to_the_end(self) -> None:
        told: list[int] = []
        render_docx(built(filled()), FONTS, lambda done, total: told.append(100 * done // total))
        assert told == sorted(told)
        assert len(set(told)) > 30
        assert told[-1] == 100

    @pytest.mark.parametrize("share", [0, 50, 95])
    def test_it_can_be_called_off(self, share: int) -> None:
        class CalledOffError(Exception):
            pass

        def told(done: int, _total: int) -> None:
            if done >= share:
                raise CalledOffError

        with pytest.raises(CalledOffError):
            render_docx(built(filled()), FONTS, told)


def test_what_kind_of_document_it_is_stands_in_its_properties() -> None:
    about = opened(built(filled(), language=Language.load())).core_properties
    assert about.title.endswith("Robuuste samenwerking BW/MO")
    assert (about.author, about.language) == ("Gemeente Waterrijk", "nl-NL")
    assert "Regio Rijnkust" in about.keywords


@pytest.mark.parametrize("text", [*TEXTS, "".join(map(chr, range(32))), "\ud800 half", "a\u2028b\x0bc\ufffe"])
def test_any_text_can_be_written(text: str) -> None:
    document = built(filled("korte-dialoog"))
    section = Section(text, (Prose(text), Prose(text, "lead")), kicker=text, meta=text)
    document = replace(document, title=text, author=text, keywords=text, sections=(section,))
    assert opened(document).paragraphs


@pytest.mark.parametrize("colour", ["#FFFF00", "#000000", "#FFFFFF", "#808080"])
def test_words_on_the_colour_of_the_house_stay_readable(colour: str) -> None:
    made = opened(replace(built(filled("korte-dialoog")), style=HouseStyle(colour, colour)))
    for name in ("Title", "Subtitle", "Kicker", "Organisation"):
        assert contrast(f"#{made.styles[name].font.color.rgb}", colour) >= TEXT_CONTRAST
    assert contrast(f"#{made.styles['Heading 1'].font.color.rgb}", "#FFFFFF") >= TEXT_CONTRAST


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_finds_every_heading(tmp_path: Path) -> None:
    from pypdf import PdfReader

    document = built(filled(), language=Language.load())
    (tmp_path / "verslag.docx").write_bytes(render_docx(document, FONTS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "verslag.docx")], check=True, capture_output=True, timeout=150)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "verslag.pdf").pages).split())
    for section in document.sections:
        assert section.heading in text


def test_the_parts_of_the_file_are_whole() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(built(filled("korte-dialoog")), FONTS))) as packed:
        assert packed.testzip() is None
        assert b"Calibri" in packed.read("word/fontTable.xml")
