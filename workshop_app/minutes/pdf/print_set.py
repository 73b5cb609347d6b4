"""The print set as a PDF that keeps the same standards as the minutes."""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate

from workshop_app.minutes.pdf.ballots import BALLOT_LARGE, BALLOT_SMALL, set_ballot
from workshop_app.minutes.pdf.canvas import TaggedCanvas
from workshop_app.minutes.pdf.colours import MUTED, palette
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.layout import Flow, stacked
from workshop_app.minutes.pdf.metadata import Metadata
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.pages import BARE
from workshop_app.minutes.pdf.paragraphs import paragraph
from workshop_app.minutes.pdf.photos import logo_size, small_reader
from workshop_app.minutes.pdf.sheets import Card, Sheet, fitted
from workshop_app.minutes.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, Look, style
from workshop_app.minutes.pdf.text import one_line
from workshop_app.minutes.print_set import NameSign, PrintSet, QuoteCard, TableCard
from workshop_app.model.text import dotted

CENTRE = 1
PAD = 40.0
"""Points around what is printed: no printer reaches the edge of the paper."""

_UPRIGHT, _LYING, _FLOWING = "upright", "lying", "flowing"
_LONG, _SHORT = PAGE_HEIGHT, PAGE_WIDTH


def render_print_set(printed: PrintSet, fonts_dir: Path) -> bytes:
    """The pages as the bytes of a PDF; the same set gives the same bytes.

    OSError: the fonts are not in that folder. ValueError: there is nothing to print.
    """
    root = Node("Document")
    pages = list(_Setter(printed, Look(palette(printed.style), Fonts(fonts_dir)), root).pages())
    if not pages:
        raise ValueError("a print set without a page")
    story: Flow = []
    for paper, flow in pages:
        # The first page has its paper from the order of the templates.
        story += [*((NextPageTemplate(paper), PageBreak()) if story else ()), *flow]
    file = BytesIO()
    template = BaseDocTemplate(file, pagesize=(_SHORT, _LONG), initialFontName="Sans")
    template.addPageTemplates(sorted(_templates(), key=lambda each: each.id != pages[0][0]))
    metadata = Metadata(one_line(printed.heading) or "–", printed.lang, printed.created)
    template.build(story, canvasmaker=partial(TaggedCanvas, metadata=metadata, root=root))
    return file.getvalue()


def _templates() -> list[PageTemplate]:
    return [
        _template(_UPRIGHT, _SHORT, _LONG, 0),
        _template(_LYING, _LONG, _SHORT, 0),
        _template(_FLOWING, _SHORT, _LONG, PAD),
    ]


def _template(name: str, width: float, height: float, pad: float) -> PageTemplate:
    frame = Frame(pad, pad, width - 2 * pad, height - 2 * pad, **BARE)
    return PageTemplate(name, [frame], pagesize=(width, height))


class _Setter:
    """Sets the parts, one after another."""

    def __init__(self, printed: PrintSet, look: Look, root: Node) -> None:
        self._printed, self._look, self._root = printed, look, root
        sizes = [(logo, logo_size(logo, 90, 26)) for logo in printed.logos]
        self._logos = [(small_reader(logo, *size), *size) for logo, size in sizes]

    def pages(self) -> Iterator[tuple[str, Flow]]:
        """What stands on which paper."""
        yield from ((_UPRIGHT, [self._sign(sign)]) for sign in self._printed.signs)
        yield from self._ballots() if self._printed.ballots else ()
        yield from ((_LYING, [self._quotes(four)]) for four in _in_fours(self._printed.quotes))
        yield from ((_LYING, [self._table(table)]) for table in self._printed.tables)

    def _sign(self, sign: NameSign) -> Sheet:
        """The name twice, back to back; a reader hears it once."""
        half, element = _LONG / 2, self._root.add("Sect")
        front = self._face(sign, element.add("H1"), element.add("P"))
        back = self._face(sign, None, None)
        cards = [
            Card(0, 0, _SHORT, half, front, PAD, middle=True, paint=self._paint_face),
            Card(0, half, _SHORT, half, back, PAD, middle=True, turned=True, paint=self._paint_face),
        ]
        return Sheet(_SHORT, _LONG, cards, [(0, half, 26, half), (_SHORT - 26, half, _SHORT, half)])

    def _face(self, sign: NameSign, name_node: Node | None, organisation_node: Node | None) -> Flow:
        fonts, colours = self._look.fonts, self._look.colours
        width = _SHORT - 2 * PAD
        large = style("SansBold", 62, 70, colours.title, alignment=CENTRE, spaceAfter=12)
        flow: Flow = [fitted(one_line(sign.name) or "–", large, width, 190, fonts, name_node, least=20)]
        if sign.organisation.strip():
            smaller = style("Sans", 30, 36, MUTED, alignment=CENTRE)
            flow.append(fitted(one_line(sign.organisation), smaller, width, 72, fonts, organisation_node, least=14))
        return flow

    def _paint_face(self, canvas: Any, width: float, _height: float) -> None:
        canvas.setFillColor(HexColor(self._look.colours.graphic))
        canvas.rect(PAD, PAD - 14, width - 2 * PAD, 5, stroke=0, fill=1)
        left = PAD
        for reader, across, up in self._logos:
            canvas.drawImage(reader, left, PAD + 1, across, up, mask="auto")
            left += across + 12

    def _ballots(self) -> Iterator[tuple[str, Flow]]:
        """Two on a page when they fit, else each on pages of its own."""
        look, copies = self._look, self._printed.copies
        width, height = _LONG / 2 - 2 * PAD, _SHORT - 2 * PAD
        trial = set_ballot(self._printed, look, Node("Sect"), width, BALLOT_SMALL)
        if stacked(trial, width) > height:
            for _ in range(copies):
                yield _FLOWING, set_ballot(self._printed, look, self._root.add("Sect"), _SHORT - 2 * PAD, BALLOT_LARGE)
            return
        for at in range(0, copies, 2):
            cards = [
                Card(
                    side * _LONG / 2, 0, _LONG / 2, _SHORT,
                    set_ballot(self._printed, look, self._root.add("Sect"), width, BALLOT_SMALL), PAD,
                )
                for side in range(min(2, copies - at))
            ]  # fmt: skip
            yield _LYING, [Sheet(_LONG, _SHORT, cards, [(_LONG / 2, 0, _LONG / 2, _SHORT)])]

    def _quotes(self, quotes: Sequence[QuoteCard]) -> Sheet:
        width, height = _LONG / 2, _SHORT / 2
        cards = [
            Card(at % 2 * width, (1 - at // 2) * height, width, height, self._quote(quote, width, height), PAD, True)
            for at, quote in enumerate(quotes)
        ]
        return Sheet(_LONG, _SHORT, cards, [(width, 0, width, _SHORT), (0, height, _LONG, height)])

    def _quote(self, quote: QuoteCard, width: float, height: float) -> Flow:
        element, colours = self._root.add("Sect"), self._look.colours
        kicker = style("SansBold", 9.5, 13, colours.accent_text, spaceAfter=6)
        words = style("SerifItalic", 30, 36, colours.deep)
        room = height - 2 * PAD - 34
        head = fitted(one_line(quote.kicker), kicker, width - 2 * PAD, 26, self._look.fonts, element.add("P"), least=7)
        text = fitted(quote.text, words, width - 2 * PAD, room, self._look.fonts, element.add("BlockQuote").add("P"))
        return [head, text]

    def _table(self, table: TableCard) -> Sheet:
        element, colours, fonts = self._root.add("Sect"), self._look.colours, self._look.fonts
        width = _LONG - 2 * PAD
        head = style("SansBold", 12, 16, colours.accent_text, spaceAfter=2)
        name = style("SerifSemi", 54, 62, colours.title, spaceAfter=8)
        task = style("Serif", 20, 26, spaceAfter=14)
        flow: Flow = [
            fitted(one_line(table.kicker), head, width, 34, fonts, element.add("P"), least=8),
            fitted(one_line(table.name) or "–", name, width, 124, fonts, element.add("H1"), least=18),
        ]
        if table.task.strip():
            flow.append(fitted(one_line(table.task), task, width, 84, fonts, element.add("P"), least=9))
        room = _SHORT - 2 * PAD - stacked(flow, width) - 14
        flow += self._people(table, element.add("L", numbering="None"), width, room)
        return Sheet(_LONG, _SHORT, [Card(0, 0, _LONG, _SHORT, flow, PAD)])

    def _people(self, table: TableCard, element: Node, width: float, room: float) -> Flow:
        texts = [dotted(map(one_line, person)) or "–" for person in table.people]
        size = 26.0
        while True:
            look = style("Sans", size, size * 1.3)
            flow: Flow = [paragraph(text, look, self._look.fonts) for text in texts]
            if stacked(flow, width) <= room or size < 2:
                break
            size *= 0.93
        return [paragraph(text, look, self._look.fonts, element.add("LI").add("LBody")) for text in texts]


def _in_fours(quotes: Sequence[QuoteCard]) -> Iterator[Sequence[QuoteCard]]:
    rest = iter(quotes)
    while four := tuple(islice(rest, 4)):
        yield four
