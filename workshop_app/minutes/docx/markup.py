"""The parts of WordprocessingML that python-docx has no words for: fields, marks in tables, links, bookmarks."""

import re
import unicodedata
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from workshop_app.model.text import running_text, single_line

_RIGHT_TO_LEFT = ("R", "AL")
_ORDER = (
    *("w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr", "w:pBdr", "w:shd", "w:tabs"),
    *("w:bidi", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"),
)
"""The properties of paragraphs that we use, as they have to follow each other."""
_DECORATION = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def element(tag: str, **attributes: str) -> Any:
    """An element in the namespace of Word, with attributes in it."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def plain(text: str) -> str:
    """The text as XML may hold it, with its lines."""
    return running_text(text).replace("\t", " ")


def one_line(text: str) -> str:
    """The text as XML may hold it, on one line."""
    return single_line(running_text(text))


def dressed(paragraph: Any, style: str) -> Any:
    """The paragraph in a style, by its name. Looking styles up one by one takes seconds in a long document."""
    paragraph._p.style = style_id(style)
    return paragraph


def style_id(name: str) -> str:
    """How a document names a style inside."""
    return name.replace(" ", "")


def write(paragraph: Any, text: str, style: str = "") -> Any:
    """Add a text to a paragraph, which turns to the right when the text begins there. Gives the run."""
    text = plain(text)
    if _begins_right(text) and not paragraph.runs:
        insert_property(paragraph._p.get_or_add_pPr(), element("bidi"))
    run = paragraph.add_run(text)
    if style:
        run._r.style = style_id(style)
    if _begins_right(text):
        run.font.rtl = True
    return run


def insert_property(properties: Any, made: Any) -> None:
    """Put a property of paragraphs in its place, instead of one that is there: Word is strict about the order."""
    name = f"w:{made.tag.rpartition('}')[2]}"
    properties.remove_all(name)
    properties.insert_element_before(made, *_ORDER[_ORDER.index(name) + 1 :])


def _begins_right(text: str) -> bool:
    first = next((c for c in text if unicodedata.bidirectional(c) in ("L", *_RIGHT_TO_LEFT)), "")
    return bool(first) and unicodedata.bidirectional(first) in _RIGHT_TO_LEFT


def add_field(parent: Any, instruction: str, shown: str) -> None:
    """Add a field that a word processor works out; `shown` is there until it does."""
    open_field(parent, instruction)
    value = element("t")
    value.text = shown
    _add_run(parent, value)
    close_field(parent)


def open_field(parent: Any, instruction: str) -> None:
    """Begin a field; what is shown follows, and may go on in other paragraphs until it is closed."""
    code = element("instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    for part in (element("fldChar", fldCharType="begin"), code, element("fldChar", fldCharType="separate")):
        _add_run(parent, part)


def close_field(parent: Any) -> None:
    """End a field."""
    _add_run(parent, element("fldChar", fldCharType="end"))


def _add_run(parent: Any, part: Any) -> None:
    run = element("r")
    run.append(part)
    parent.append(run)


def add_bookmark(paragraph: Any, number: int, name: str) -> None:
    """Put a bookmark around what a paragraph holds."""
    start = element("bookmarkStart", id=str(number), name=name)
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else list(paragraph._p).index(properties) + 1, start)
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def add_link(paragraph: Any, text: str, target: str, anchors: dict[str, str]) -> None:
    """Add a text that leads to a bookmark (`#acties`, by `anchors`) or out of the document; else only the text."""
    if target.startswith("#"):
        name = anchors.get(target[1:], "")
        link = element("hyperlink", anchor=name) if name else None
    else:
        relation = paragraph.part.relate_to(
            target, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
        )
        link = element("hyperlink")
        link.set(qn("r:id"), relation)
    run = write(paragraph, text, "Hyperlink" if link is not None else "")
    if link is not None:
        paragraph._p.append(link)
        link.append(run._r)


def describe(picture: Any, alt: str) -> None:
    """Give a picture its text alternative; without one it says that it is decoration."""
    inline = picture._inline
    for side in ("T", "B", "L", "R"):
        inline.set(f"dist{side}", "0")
    inline.docPr.set("descr", one_line(alt))
    if not one_line(alt):
        inline.docPr.append(parse_xml(_DECORATION))


def shade(properties: Any, colour: str) -> None:
    """Fill a paragraph, cell or style, by its properties, with a colour like "#0B5563"."""
    properties.append(element("shd", val="clear", color="auto", fill=colour.lstrip("#")))


def bookmark_name(number: int) -> str:
    """The name of the bookmark at a heading, as Word makes them itself."""
    return f"_Toc{number:08d}"


def paragraphs_of(text: str) -> list[str]:
    """The parts of a text between its empty lines; at least one."""
    return [part.strip("\n") for part in re.split(r"\n\s*\n", plain(text)) if part.strip()] or [""]
