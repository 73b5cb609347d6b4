"""Nothing is drawn that a screen reader would miss, and the checks do see the faults they are there for."""

import inspect
import io
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject
from reportlab.platypus import SimpleDocTemplate, Table

import workshop_app.minutes.pdf as package
from tests.minutes.pdf.conftest import faults
from tests.minutes.pdf.sample import sample
from workshop_app.minutes.document import Document
from workshop_app.minutes.pdf.canvas import TaggedCanvas, UntaggedTextError
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.metadata import Metadata
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.paragraphs import paragraph, paragraph_of
from workshop_app.minutes.pdf.styles import style
from workshop_app.minutes.pdf.text import Run

Printed = Callable[[Document], Path]


def canvas(root: Node, *args: object, **options: Any) -> TaggedCanvas:
    metadata = Metadata("Titel", "nl-NL", sample().created)
    return TaggedCanvas(
        *(args or (io.BytesIO(),)), metadata=metadata, root=root, **{"initialFontName": "Sans", **options}
    )


@pytest.mark.usefixtures("fonts")
def test_text_without_an_element_is_refused() -> None:
    with pytest.raises(UntaggedTextError):
        canvas(Node("Document")).drawString(50, 50, "vergeten")


@pytest.mark.usefixtures("fonts")
def test_a_table_cell_of_plain_text_is_refused() -> None:
    file = io.BytesIO()
    template = SimpleDocTemplate(file, initialFontName="Sans")
    with pytest.raises(UntaggedTextError):
        template.build([Table([["vergeten"]])], canvasmaker=partial(canvas, Node("Document")))


@pytest.mark.usefixtures("fonts")
def test_a_link_outside_a_paragraph_is_refused() -> None:
    with pytest.raises(UntaggedTextError):
        canvas(Node("Document")).linkURL("https://example.org", (0, 0, 10, 10))


@pytest.mark.usefixtures("fonts")
def test_a_footer_may_have_text() -> None:
    made = canvas(Node("Document"))
    with made.artifact("Footer"):
        made.drawString(50, 50, "Pagina 1")


def test_links_over_lines_and_pages_stay_whole(fonts: Fonts, tmp_path: Path) -> None:
    root, path = Node("Document"), tmp_path / "links.pdf"
    heading = root.add("H1")
    words = "woorden die over de regel en over de bladzijde lopen " * 30
    runs = [Run(words), Run(words, link="https://example.org/a"), Run(words), Run("kort", link="https://example.org/b")]
    story = [paragraph("Titel", style(), fonts, heading)]
    story += [paragraph(runs, style(), fonts, root.add("P")) for _ in range(4)]
    SimpleDocTemplate(str(path), initialFontName="Sans").build(story, canvasmaker=partial(canvas, root))
    assert faults(path) == []
    annotations = [it.get_object() for page in pypdf.PdfReader(path).pages for it in page.annotations or []]
    assert {it["/A"]["/URI"] for it in annotations} == {"https://example.org/a", "https://example.org/b"}
    assert all(it["/Contents"] for it in annotations)


def elements(node: DictionaryObject) -> list[DictionaryObject]:
    kids = node.get("/K", ArrayObject())
    found = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
    inner = [kid for kid in found if isinstance(kid, DictionaryObject) and "/S" in kid]
    return [node, *(element for kid in inner for element in elements(kid))]


def spoil(writer: pypdf.PdfWriter, fault: str) -> None:
    root = writer.root_object
    tree = elements(root["/StructTreeRoot"]["/K"].get_object())  # type: ignore[index]
    first = {str(element["/S"]): element for element in reversed(tree)}
    match fault:
        case "no alternative text":
            del first["/Figure"]["/Alt"]
        case "no language":
            del root["/Lang"]
        case "skipped heading":
            first["/H2"][NameObject("/S")] = NameObject("/H4")
        case "header without scope":
            for element in tree:
                element.pop("/A", None)
        case "not marked":
            del root["/MarkInfo"]
        case "list item as paragraph":
            first["/LI"][NameObject("/S")] = NameObject("/P")
        case "cell missing":
            del first["/TR"]["/K"][-1]  # type: ignore[attr-defined]
        case "no metadata":
            del root["/Metadata"]


@pytest.mark.parametrize(
    "fault",
    [
        "no alternative text", "no language", "skipped heading", "header without scope", "not marked",
        "list item as paragraph", "cell missing", "no metadata",
    ],
)  # fmt: skip
def test_the_checks_see_a_fault(fault: str, printed: Printed, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=printed(sample()))
    spoil(writer, fault)
    path = tmp_path / "spoiled.pdf"
    writer.write(path)
    assert faults(path)


def test_there_is_one_way_from_text_to_a_paragraph() -> None:
    made = re.compile(r"\b(?:Paragraph|XPreformatted|Para|Ruled|Heading|kind)\(")
    assert package.__file__
    sources = Path(package.__file__).parent.glob("**/*.py")
    found = [line.strip() for path in sources for line in path.read_text("utf-8").splitlines() if made.search(line)]
    classes = {"class Para(Paragraph):", "class Ruled(Para):", "class Heading(Para):"}
    assert set(found) - classes == {"made = kind(marked, style, bulletText=drawn_bullet, frags=_plain(marked, style))"}
    assert "    marked = markup(runs, style.fontName, fonts)\n    made = kind(marked" in inspect.getsource(paragraph_of)
