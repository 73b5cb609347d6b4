"""From minutes to a PDF that keeps PDF/UA-1 and PDF/A-2a, in one pass."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path as FilePath

from reportlab.platypus import BaseDocTemplate, FrameBreak, NextPageTemplate, PageBreak

from workshop_app.minutes.document import Block, Document, Section
from workshop_app.minutes.pdf.canvas import TaggedCanvas
from workshop_app.minutes.pdf.colours import palette
from workshop_app.minutes.pdf.cover import set_cover
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.layout import Flow
from workshop_app.minutes.pdf.metadata import Metadata
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.outline import Path, outline
from workshop_app.minutes.pdf.pages import page_templates
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.sections import set_blocks
from workshop_app.minutes.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, Look
from workshop_app.minutes.pdf.text import one_line
from workshop_app.minutes.progress import Progress, Reporter, reporting

log = logging.getLogger(__name__)


def render_pdf(document: Document, fonts_dir: FilePath, progress: Progress | None = None) -> bytes:
    """The document as the bytes of a PDF; the same document gives the same bytes.

    `progress(done, total)` is called often while the work goes on; what it raises ends the work. A block that cannot
    be laid out is printed as plain text. OSError: the fonts are not in that folder.
    """
    look = Look(palette(document.style), Fonts(fonts_dir))
    with reporting(progress) as reporter:
        return _built(document, look, reporter)


def _built(document: Document, look: Look, reporter: Reporter) -> bytes:
    try:
        return _build(document, look, reporter)
    except Exception:
        log.exception("The minutes could not be laid out; looking for the block")
    plainly = frozenset(path for path, block in _leaves(document.sections) if not _can_be_built(document, block, look))
    return _build(document, look, reporter, plainly)


def _leaves(blocks: Sequence[Block], path: Path = ()) -> Iterator[tuple[Path, Block]]:
    for at, block in enumerate(blocks):
        if isinstance(block, Section):
            yield from _leaves(block.blocks, (*path, at))
        else:
            yield (*path, at), block


def _can_be_built(document: Document, block: Block, look: Look) -> bool:
    alone = replace(document, sections=(Section(document.title, (block,)),))
    try:
        _build(alone, look, Reporter(None))
    except Exception:
        return False
    return True


def _build(document: Document, look: Look, reporter: Reporter, plainly: frozenset[Path] = frozenset()) -> bytes:
    root = Node("Document")
    place = Place(look, outline(document), root, plainly=plainly, step=reporter.step)
    reporter.begin(upto=25, steps=sum(1 for _ in _leaves(document.sections)))
    cover = set_cover(document.cover, place)
    sections = set_blocks(document.sections, place)
    next_page: Flow = [NextPageTemplate("later"), PageBreak()]
    panels = [*next_page, *cover.panels] if cover.overflows else [FrameBreak(), *cover.panels, *next_page]
    file = BytesIO()
    template = BaseDocTemplate(file, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), initialFontName="Sans")
    template.addPageTemplates(page_templates(document.furniture, look, cover.hero_height))
    story = [*cover.hero, *panels, *sections]
    reporter.begin(upto=80, steps=len(story))

    def laid_out(kind: str, done: int) -> None:
        if kind == "PROGRESS":
            reporter.step(done)

    def writing(elements: int) -> Callable[[], None]:
        reporter.begin(upto=100, steps=elements)
        return reporter.step

    template.setProgressCallBack(laid_out)
    canvas = partial(TaggedCanvas, metadata=_metadata(document), root=root, writing=writing)
    template.build(story, canvasmaker=canvas)
    return file.getvalue()


def _metadata(document: Document) -> Metadata:
    return Metadata(
        title=one_line(document.title) or "–",
        lang=document.lang,
        created=document.created,
        author=one_line(document.author),
        subject=one_line(document.subject),
        keywords=one_line(document.keywords),
    )
