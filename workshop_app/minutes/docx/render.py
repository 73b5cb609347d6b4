"""The minutes as a Word document, for whoever edits them: the same tree as the PDF, in real styles."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.shared import Mm, Pt

from workshop_app.minutes.charts import BarChart, DotChart, SpreadChart
from workshop_app.minutes.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Cover,
    Document,
    Furniture,
    Groups,
    Item,
    KeyFigures,
    Panel,
    Prose,
    Quote,
    Section,
    Table,
)
from workshop_app.minutes.docx import matrix_picture, tables
from workshop_app.minutes.docx.markup import (
    add_bookmark,
    add_field,
    add_link,
    bookmark_name,
    close_field,
    describe,
    dressed,
    element,
    one_line,
    open_field,
    paragraphs_of,
    write,
)
from workshop_app.minutes.docx.styles import CONTENTS, WIDTH, dress
from workshop_app.minutes.images import Image, Photo
from workshop_app.minutes.matrix import Matrix
from workshop_app.minutes.pdf.colours import Palette, palette
from workshop_app.minutes.progress import Progress, Reporter, reporting

_TONES = {"body": "Normal", "lead": "Lead", "note": "Note"}
_HIGHEST_PHOTO, _LOGO = 115.0, (36.0, 11.0)
"""Millimetres."""
_PIXEL = 25.4 / 100
_LISTED = "_Contents"
"""The bookmark around what the contents list: the first page, and what stands before them, is not in it."""


def render_docx(minutes: Document, fonts: Path, progress: Progress | None = None) -> bytes:
    """The document as a .docx file. `fonts` is the folder of our fonts, for the words in pictures.

    `progress(done, total)` is called often while the work goes on; what it raises ends the work.
    """
    with reporting(progress) as reporter:
        writer = _Writer(minutes, fonts, reporter)
        writer.write()
        out = BytesIO()
        writer.document.save(out)
        return out.getvalue()


@dataclass
class _Writer:
    """Writes the tree block by block; `headings` has every section with its bookmark, in the order of reading."""

    minutes: Document
    fonts: Path
    reporter: Reporter
    document: Any = field(default_factory=docx.Document)
    written: int = 0
    listing: bool = False

    def __post_init__(self) -> None:
        self.headings = list(_sections(self.minutes.sections, 1))
        self.anchors = {s.anchor: bookmark_name(n) for n, (s, _) in enumerate(self.headings, 1) if s.anchor}
        self.colours: Palette = palette(self.minutes.style)

    def write(self) -> None:
        self.reporter.begin(upto=100, steps=_leaves(self.minutes.sections))
        dress(self.document, self.colours, self.minutes.lang)
        self._properties()
        self._furniture(self.minutes.furniture)
        self._cover(self.minutes.cover)
        for section in self.minutes.sections:
            self._section(section, 1)
        self.document.element.body.sectPr.addprevious(element("bookmarkEnd", id="0"))

    def _properties(self) -> None:
        about, minutes = self.document.core_properties, self.minutes
        about.title, about.author = one_line(minutes.title)[:250], one_line(minutes.author)[:250]
        about.subject, about.keywords = one_line(minutes.subject)[:250], one_line(minutes.keywords)[:250]
        about.language, about.comments, about.last_modified_by = minutes.lang, "", ""
        about.created = about.modified = minutes.created

    def _furniture(self, furniture: Furniture) -> None:
        section = self.document.sections[0]
        head = section.header.paragraphs[0]
        write(head, one_line(furniture.band_left))
        head.add_run("\t")
        write(head, one_line(furniture.band_right))
        for foot in (section.footer.paragraphs[0], section.first_page_footer.paragraphs[0]):
            write(foot, one_line(furniture.footer))
            foot.add_run("\t")
            self._page_number(foot, furniture.page)

    def _page_number(self, foot: Any, pattern: str) -> None:
        before, _, rest = pattern.partition("{page}")
        between, _, after = rest.partition("{total}")
        for text, instruction in ((before, "PAGE"), (between, "NUMPAGES")):
            write(foot, text)
            add_field(foot._p, instruction, "1")
        write(foot, after)

    # ------------------------------------------------------------------------------------------- the first page
    def _cover(self, cover: Cover) -> None:
        if cover.logos:
            line = self.document.add_paragraph()
            for logo in cover.logos:
                self._picture(line, logo, *_LOGO)
                line.add_run("  ")
        for text, style in (
            (cover.organisation, "Organisation"),
            (cover.kicker, "Kicker"),
            (cover.title, "Title"),
            (cover.subtitle, "Subtitle"),
        ):
            if text.strip():
                write(self._paragraph(style), one_line(text))
        for fact in cover.facts:
            paragraph = self._paragraph("List")
            paragraph.paragraph_format.left_indent = Mm(32)
            paragraph.paragraph_format.first_line_indent = Mm(-32)
            paragraph.paragraph_format.space_after = Pt(0)
            if fact is cover.facts[0]:
                paragraph.paragraph_format.space_before = Pt(12)
            write(paragraph, fact.label, "Label")
            paragraph.add_run("\t")
            write(paragraph, fact.value)
        for panel in (cover.decisions, cover.actions):
            self._panel(panel)

    def _panel(self, panel: Panel) -> None:
        write(self._paragraph("Heading 2"), panel.heading)
        if panel.items:
            self._items(panel.items, ordered=False)
        else:
            write(self._paragraph("Note"), panel.note)
        if panel.more:
            add_link(self._paragraph("Note"), panel.more.text, panel.more.target, self.anchors)

    # ------------------------------------------------------------------------------------------------ the blocks
    def _section(self, section: Section, level: int) -> None:
        self.written += 1
        number = self.written
        if section.kicker.strip():
            write(self._paragraph("Round"), one_line(section.kicker))
        heading = self._paragraph(f"Heading {min(level, 4)}")
        if section.kicker.strip() or number == 1:
            heading.paragraph_format.space_before = Pt(0)
        if number == 1:
            heading.paragraph_format.page_break_before = True
        if not self.listing and section.in_contents:
            self.listing = True
            heading._p.addprevious(element("bookmarkStart", id="0", name=_LISTED))
        write(heading, one_line(section.heading) or "–")
        add_bookmark(heading, number, bookmark_name(number))
        if section.meta.strip():
            meta = self._paragraph("Note")
            meta.paragraph_format.keep_with_next = True
            write(meta, one_line(section.meta))
        for block in section.blocks:
            self._block(block, level)

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Section():
                self._section(block, level + 1)
                return
            case Prose():
                self._prose(block)
            case Quote():
                self._texts(block.text, "Quote")
                self._texts(block.source, "Source")
            case Callout():
                paragraph = self._paragraph("Callout")
                write(paragraph, block.label, "Label")
                paragraph.add_run().add_break()
                write(paragraph, block.text)
            case Bullets():
                self._items(block.items, ordered=block.ordered)
            case Groups():
                for group in block.groups:
                    if group.heading.strip():
                        write(self._paragraph("Heading 4"), one_line(group.heading))
                    self._items(group.items, ordered=False)
            case KeyFigures():
                self._figures(block)
            case Contents():
                self._contents(block)
            case Table():
                tables.add_table(self.document, block)
            case BarChart():
                tables.add_bar_chart(self.document, block, self.colours)
            case SpreadChart():
                tables.add_spread_chart(self.document, block, self.colours)
            case DotChart():
                tables.add_dot_chart(self.document, block, self.colours)
            case Photo():
                self._picture(self.document.add_paragraph(), block.image, WIDTH, _HIGHEST_PHOTO)
                self._texts(block.caption, "Note")
            case Matrix():
                self._matrix(block)
        self.reporter.step()

    def _prose(self, prose: Prose) -> None:
        parts = paragraphs_of(prose.text)
        for part in parts:
            paragraph = self._paragraph(_TONES[prose.tone])
            write(paragraph, part)
        if prose.link:
            write(paragraph, " ")
            add_link(paragraph, prose.link.text, prose.link.target, self.anchors)

    def _paragraph(self, style: str) -> Any:
        return dressed(self.document.add_paragraph(), style)

    def _texts(self, text: str, style: str) -> None:
        for part in paragraphs_of(text) if text.strip() else ():
            write(self._paragraph(style), part)

    def _items(self, items: Sequence[Item], *, ordered: bool) -> None:
        numbered = ordered or (bool(items) and all(item.label == str(at) for at, item in enumerate(items, 1)))
        list_id = self._new_numbering() if numbered else 0
        for item in items:
            own_label = bool(item.label) and not (numbered and item.label.isdigit())
            style = "List" if own_label else "List Number" if numbered else "List Bullet"
            paragraph = self._paragraph(style)
            if style == "List Number":
                self._number(paragraph, list_id)
            if own_label:
                write(paragraph, item.label, "Label")
                paragraph.add_run("\t")
            write(paragraph, item.text)
            if item.dots and item.dots.count:
                write(paragraph, f" {item.dots.spoken}", "Label")
            for detail in item.details:
                paragraph.add_run().add_break()
                write(paragraph, detail, "Detail")

    def _new_numbering(self) -> int:
        """A numbering of its own, so that a next list begins at 1 again."""
        numbering = self.document.part.numbering_part.numbering_definitions._numbering
        usual = self.document.styles["List Number"].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(usual).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def _number(self, paragraph: Any, list_id: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = list_id

    def _figures(self, block: KeyFigures) -> None:
        for figure in block.figures:
            paragraph = self._paragraph("Key Figure")
            write(paragraph, figure.number, "Label").font.size = Pt(15)
            write(paragraph, f"  {figure.label}")

    def _contents(self, block: Contents) -> None:
        """The table of contents: a field with the headings as links, and with pages as soon as somebody updates it.

        It does not ask to be updated on opening: Word would warn of fields that may lead to other files.
        """
        write(self._paragraph("Heading 2"), block.heading)
        listed = [
            (section, level, number)
            for number, (section, level) in enumerate(self.headings, 1)
            if section.in_contents and level <= len(CONTENTS)
        ]
        for at, (section, level, number) in enumerate(listed):
            paragraph = self._paragraph(CONTENTS[level - 1])
            if at == 0:
                open_field(paragraph._p, f'TOC \\o "1-{len(CONTENTS)}" \\h \\z \\b {_LISTED}')
            link = element("hyperlink", anchor=bookmark_name(number))
            run = write(paragraph, one_line(section.name) or "–")
            paragraph._p.append(link)
            link.append(run._r)
            if at == len(listed) - 1:
                close_field(paragraph._p)

    def _matrix(self, block: Matrix) -> None:
        if block.caption.strip():
            write(self._paragraph("Caption"), block.caption)
        png = matrix_picture.matrix_picture(block, self.colours, self.fonts)
        run = self.document.add_paragraph().add_run()
        describe(run.add_picture(BytesIO(png), width=Pt(matrix_picture.WIDTH)), block.alt)
        around = (f"{block.across[0]} → {block.across[1]}", f"{block.up[0]} ↑ {block.up[1]}")
        write(self._paragraph("Note"), "\n".join((*around, " · ".join(block.quadrants))))

    def _picture(self, paragraph: Any, image: Image, width: float, height: float) -> None:
        """A picture that fits in so many millimetres, in its own proportions."""
        scale = min(width / image.width, height / image.height, _PIXEL)
        size = max(math.floor(image.width * scale * 10) / 10, 0.5)
        describe(paragraph.add_run().add_picture(BytesIO(image.data), width=Mm(size)), image.alt)


def _sections(blocks: Sequence[Block], level: int) -> Iterator[tuple[Section, int]]:
    for block in blocks:
        if isinstance(block, Section):
            yield block, level
            yield from _sections(block.blocks, level + 1)


def _leaves(blocks: Sequence[Block]) -> int:
    return sum(_leaves(block.blocks) if isinstance(block, Section) else 1 for block in blocks)
