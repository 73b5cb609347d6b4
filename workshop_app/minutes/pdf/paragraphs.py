"""Paragraphs that know their structure element. `paragraph()` is the only way from text to a ReportLab paragraph."""

from collections.abc import Sequence
from copy import copy
from typing import Any, TypeVar

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from workshop_app.minutes.pdf.canvas import TaggedText
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.right_to_left import begins_a_word, put_in_order
from workshop_app.minutes.pdf.text import Run, markup, one_line


class Para(Paragraph):
    """A paragraph whose text belongs to `node`, and its bullet to `label`; without a node it is decoration.

    Its borders, back colours and underlines stay artifacts. The parts of a split paragraph share the node.
    """

    node: Node | None = None
    label: Node | None = None
    right_to_left = False
    # by what platypus calls a link: its number in the paragraph, and its target
    link_texts: dict[tuple[int, str], str]
    link_nodes: dict[tuple[int, str], Node]

    _wrapped: tuple[float, tuple[float, float]] | None = None
    _is_part = False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size at that width. Lines are broken only when it is a new width; those of a part never."""
        if self._wrapped is None or (self._wrapped[0] != width and not self._is_part):
            self._wrapped = width, super().wrap(width, height)
            if self.right_to_left:
                put_in_order(self.blPara.lines)
        return self._wrapped[1]

    def split(self, width: float, height: float) -> list["Para"]:
        """The lines that fit and the rest, neither of them a single line; nothing if that cannot be.

        The lines stay as wrap() broke them: breaking the rest anew on every page would take long for a long text, and
        tables ask for a split at a width that does not count their padding.
        """
        if self._wrapped is None:
            self.wrap(width, height)
        lines = len(self.blPara.lines)
        at = min(int(height / self.style.leading + 1e-6), lines - 2)
        if at < 2:
            return []
        return [self._part(slice(at)), self._part(slice(at, None))]

    def _part(self, lines: slice) -> "Para":
        part = copy(self)
        part._is_part = True
        part.__dict__.pop("_postponed", None)
        part.blPara = copy(self.blPara)
        part.blPara.lines = self.blPara.lines[lines]
        part.height = len(part.blPara.lines) * self.style.leading
        part._wrapped = self.width, (self.width, part.height)
        if lines.start:
            part.bulletText, part.spaceBefore = None, 0
        else:
            part.spaceAfter = 0
        return part

    def _link(self, owner: Node, link: tuple[int, str]) -> Node:
        if link not in self.link_nodes:
            self.link_nodes[link] = owner.inline("Link")
        return self.link_nodes[link]

    def _next_link(self) -> tuple[Node, str]:
        # platypus adds the links of a line in sorted order
        link = min(self._pending) if self._pending else self.blPara.link[0]
        self._pending.discard(link)
        return self._link(self._owner, link), self.link_texts[link]

    def beginText(self, x: float, y: float) -> TaggedText:
        """The text object for the lines, which reports where its links begin and end."""
        tx: TaggedText = super().beginText(x, y)
        owner: Node | None = self._owner
        if owner is None:
            return tx
        tx.owner = owner
        if self.blPara.kind == 0 and self.blPara.link:  # all of it is one link
            tx.spans.append([len(tx._code), None, self._link(owner, self.blPara.link[0])])

        def record(link: tuple[int, str], what: str) -> None:
            node = self._link(owner, link)
            if what == "start":  # platypus reports it after the first piece
                tx.spans.append([len(tx._code) - 1, None, node])
                self._pending.add(link)
            else:
                next(span for span in reversed(tx.spans) if span[2] is node)[1] = len(tx._code)

        tx._linkRecord = record
        return tx

    def draw(self) -> None:
        """Draw it as its node's content the first time; after that, and without a node, as decoration."""
        canvas = self.canv
        self._owner: Any = self.node if self.node and canvas.first_time(self) else None
        self._pending: set[tuple[int, str]] = set()
        if self._owner is None:
            with canvas.declared():
                super().draw()
            return
        canvas.next_link = self._next_link
        canvas.next_label = self.label if self.bulletText else None
        super().draw()
        # Without any words there is no bullet either.
        canvas.next_link = canvas.next_label = None


class Ruled(Para):
    """A paragraph with a rule in the colour `rule` ("#RRGGBB") along its left side, on every page it goes on to."""

    rule = ""

    def draw(self) -> None:
        """The rule, then the words."""
        self.canv.saveState()
        self.canv.setStrokeColor(HexColor(self.rule))
        self.canv.setLineWidth(3)
        self.canv.line(1.5, -2, 1.5, self.height - 1)
        self.canv.restoreState()
        super().draw()


class Heading(Para):
    """A heading that can be linked to as `key`; a bookmark named `title` too, if `depth` (0 is the top) says so."""

    key = ""
    title = ""
    depth: int | None = None

    def draw(self) -> None:
        """Draw it, and note its place."""
        if self.key:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + 12)
            self.canv.page_of[self.key] = self.canv.getPageNumber()
            if self.depth is not None:
                self.canv.addOutlineEntry(self.title, self.key, self.depth)
        super().draw()

    def split(self, width: float, height: float) -> list[Para]:
        """A heading is never split, unless a page is too short for it."""
        return super().split(width, height) if self.height > 400 else []

    def _part(self, lines: slice) -> Para:
        part = super()._part(lines)
        if lines.start:
            part.key = ""
        return part


P = TypeVar("P", bound=Para)


def _plain(marked: str, style: ParagraphStyle) -> list[ParaFrag] | None:
    """What platypus would read from text without any markup; None where it has to read it, which takes long."""
    text = marked.strip()
    if not text or "<" in text or "&" in text:
        return None
    font, size, colour = style.fontName, style.fontSize, style.textColor
    return [ParaFrag(text=text, fontName=font, fontSize=size, textColor=colour, rise=0, greek=0, link=[], us_lines=[])]


def paragraph(
    text: str | Sequence[Run],
    style: ParagraphStyle,
    fonts: Fonts,
    node: Node | None = None,
    *,
    bullet: str = "",
    label: Node | None = None,
) -> Para:
    """A paragraph of plain text, or of runs of it, that belongs to node; without one it is decoration."""
    return paragraph_of(Para, text, style, fonts, node, bullet=bullet, label=label)


def paragraph_of(
    kind: type[P],
    text: str | Sequence[Run],
    style: ParagraphStyle,
    fonts: Fonts,
    node: Node | None,
    *,
    bullet: str = "",
    label: Node | None = None,
) -> P:
    """The same, of another kind of paragraph."""
    runs = [Run(text)] if isinstance(text, str) else text
    drawn_bullet = fonts.drawable(one_line(bullet), style.bulletFontName) if bullet else None
    marked = markup(runs, style.fontName, fonts)
    made = kind(marked, style, bulletText=drawn_bullet, frags=_plain(marked, style))
    made.right_to_left = any(map(begins_a_word, made.frags))
    made.node, made.label, made.link_nodes = node, label, {}
    made.link_texts = {}
    for frag in made.frags:
        for link in getattr(frag, "link", None) or ():
            made.link_texts[link] = made.link_texts.get(link, "") + frag.text
    return made
