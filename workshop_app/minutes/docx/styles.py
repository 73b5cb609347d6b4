"""The named styles of the Word document: what whoever edits it changes once and sees everywhere."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from workshop_app.minutes.docx.markup import element, insert_property, shade
from workshop_app.minutes.pdf.colours import INK, MUTED, Palette

SANS, SERIF = "Source Sans 3", "Source Serif 4"
_FALLBACKS = {SANS: ("Calibri", "swiss"), SERIF: ("Georgia", "roman")}
"""What a computer without our fonts takes instead."""
WIDTH = 170.0
"""Millimetres between the margins of A4."""
CONTENTS = ("toc 1", "toc 2")


def dress(document: Any, colours: Palette, lang: str) -> None:
    """Set the page, the fonts and every style that the minutes use."""
    _page(document)
    _thin_out(document)
    _fonts(document)
    _language(document, lang)
    title, brand = colours.title, colours.brand
    _look(document, "Normal", SANS, 10.5, INK, after=6, line=1.15)
    _look(document, "Title", SERIF, 28, colours.on_brand, after=0, line=1.1, ground=brand, bold=True)
    _look(document, "Subtitle", SERIF, 13, colours.soft_on_brand, after=0, ground=brand)
    _look(document, "Organisation", SANS, 12, colours.on_brand, after=0, ground=brand, bold=True)
    _look(document, "Kicker", SANS, 10, colours.kicker_on_brand, after=0, ground=brand, bold=True)
    for level, (font, size, colour, before) in enumerate(
        ((SERIF, 20, title, 24), (SERIF, 15.5, INK, 18), (SANS, 12, title, 14), (SANS, 10.5, title, 10)), 1
    ):
        _look(document, f"Heading {level}", font, size, colour, before=before, after=4, line=1.15, bold=True)
        document.styles[f"Heading {level}"].paragraph_format.keep_with_next = True
    _look(document, "Round", SANS, 9.5, colours.accent_text, before=16, after=0, bold=True, next_too=True)
    _look(document, "Lead", SERIF, 12.5, INK, after=9, line=1.3)
    _look(document, "Note", SANS, 9, MUTED, after=6)
    _look(document, "Caption", SANS, 9.5, MUTED, before=8, after=4, bold=True, next_too=True)
    _look(document, "Quote", SERIF, 14, colours.deep, before=10, after=4, line=1.2, italic=True, left=6)
    _look(document, "Source", SANS, 9, MUTED, after=8, left=6)
    _look(document, "Callout", SERIF, 12.5, INK, before=10, after=10, line=1.2, left=4, ground=colours.pale)
    _look(document, "Key Figure", SANS, 9.5, MUTED, after=0)
    _look(document, "List Bullet", SANS, 10.5, INK, after=3)
    _look(document, "List Number", SANS, 10.5, INK, after=4)
    _look(document, "List", SANS, 10.5, INK, after=4, left=9, hanging=9)
    _look(document, "Cell", SANS, 9.5, INK, after=0, line=1.1)
    _look(document, "Cell Head", SANS, 9, colours.on_brand, after=0, line=1.1, bold=True, next_too=True)
    _look(document, "Header", SANS, 9, MUTED, after=0)
    _look(document, "Footer", SANS, 8.5, MUTED, after=0)
    for name in ("Organisation", "Kicker", "Title", "Subtitle"):
        _frame(document.styles[name], brand)
    _edge(document.styles["Quote"], colours.accent)
    _edge(document.styles["Callout"], brand)
    for at, name in enumerate(CONTENTS):
        _look(document, name, SANS, 10 - at * 0.5, INK if at == 0 else MUTED, after=1, line=1.0, left=5 * at)
        tabs = document.styles[name].paragraph_format.tab_stops
        tabs.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name in ("Header", "Footer"):
        tabs = document.styles[name].paragraph_format.tab_stops
        tabs.clear_all()
        tabs.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _words(document, "Label", colours.accent_text, bold=True)
    _words(document, "Detail", MUTED, size=9.5)
    _words(document, "Hyperlink", title, underline=True)
    _table(document, "Minutes Table", colours)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.header_distance = section.footer_distance = Mm(11)
    section.different_first_page_header_footer = True


def _thin_out(document: Any) -> None:
    """Take away the styles of tables that nobody asked for."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()


def _fonts(document: Any) -> None:
    """Say what stands in for our fonts where they are not installed."""
    part = next(p for p in document.part.package.iter_parts() if p.partname.endswith("/fontTable.xml"))
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
        for name, (other, family) in _FALLBACKS.items()
    )
    part._blob = part.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())


def _language(document: Any, lang: str) -> None:
    properties = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=lang, eastAsia=lang, bidi="ar-SA"))


def _look(
    document: Any,
    name: str,
    font: str,
    size: float,
    colour: str,
    *,
    before: float = 0,
    after: float = 6,
    line: float = 1.15,
    bold: bool = False,
    italic: bool = False,
    left: float = 0,
    hanging: float = 0,
    ground: str = "",
    next_too: bool = False,
) -> None:
    """Make or change a style of paragraphs; sizes and spaces in points, indents in millimetres."""
    style = _style(document, name, WD_STYLE_TYPE.PARAGRAPH)
    _letters(style, font, size, colour)
    style.font.bold, style.font.italic = bold, italic
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.widow_control = True
    if left:
        form.left_indent = Mm(left)
        form.first_line_indent = Mm(-hanging)
    if next_too:
        form.keep_with_next = True
    properties = style.element.get_or_add_pPr()
    properties.remove_all("w:pBdr")
    if ground:
        insert_property(properties, element("shd", val="clear", color="auto", fill=ground.lstrip("#")))


def _words(
    document: Any, name: str, colour: str, *, size: float = 0, bold: bool = False, underline: bool = False
) -> None:
    style = _style(document, name, WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    style.font.bold, style.font.underline = bold or None, underline or None
    if size:
        style.font.size = Pt(size)


def _style(document: Any, name: str, kind: Any) -> Any:
    known = {style.name: style for style in document.styles}
    style = known.get(name) or document.styles.add_style(name, kind)
    style.hidden, style.quick_style = False, True
    return style


def _letters(style: Any, font: str, size: float, colour: str) -> None:
    style.font.name, style.font.size = font, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    letters = style.element.get_or_add_rPr()
    letters.remove_all("w:spacing", "w:kern")
    fonts = letters.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)


def _edge(style: Any, colour: str) -> None:
    """A line along the left of paragraphs."""
    border = element("pBdr")
    border.append(element("left", val="single", sz="18", space="10", color=colour.lstrip("#")))
    insert_property(style.element.get_or_add_pPr(), border)


def _frame(style: Any, colour: str) -> None:
    """A border in the colour of the ground, so that the words do not touch its edge."""
    border = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        border.append(element(side, val="single", sz="48", space="4", color=colour.lstrip("#")))
    insert_property(style.element.get_or_add_pPr(), border)
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Mm(3.5)


def _table(document: Any, name: str, colours: Palette) -> None:
    """A style of tables: a head in the colour of the house, thin lines between the rows."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    properties = element("tblPr")
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color="D3DBDD"))
    margins = element("tblCellMar")
    for side, width in (("top", "50"), ("left", "90"), ("bottom", "50"), ("right", "90")):
        margins.append(element(side, w=width, type="dxa"))
    properties.extend((borders, margins))
    first = element("tblStylePr", type="firstRow")
    cells = element("tcPr")
    shade(cells, colours.brand)
    first.append(cells)
    style.element.extend((properties, first))
