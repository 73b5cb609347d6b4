"""A canvas that knows to which structure element everything it draws belongs.

Whatever a page draws is an artifact unless a flowable says whose it is. Backgrounds, rules and repeated table headers
can so never end up as untagged content. Text is never an artifact by silence: without an element, and outside
`tagged()` and `artifact()`, it is refused, because it would pass every validator and yet be lost for who cannot see it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from workshop_app.minutes.pdf.catalog import write_catalog
from workshop_app.minutes.pdf.engine import mend
from workshop_app.minutes.pdf.metadata import Metadata
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.structure import Structure, Writing
from workshop_app.minutes.pdf.text import DECORATION, END, SPOKEN

_PAINTS = re.compile(r"(?:^|\s)(?:[fFbBsS]\*?|Do|sh|Tj|TJ)(?:\s|$)|%late")
_SHOWS_TEXT = re.compile(r"\bT[jJ]\b")
_LATE = re.compile(r"%late(\d+)%")

Owner: TypeAlias = Node | str
NextLink: TypeAlias = Callable[[], tuple[Node, str]]

mend()


class UntaggedTextError(ValueError):
    """Text or a link was drawn outside a structure element."""


class _Marked(str):
    """Page content that is already inside a marked-content sequence."""

    __slots__ = ()


class TaggedText(PDFTextObject):
    """A text object that knows its owner, and the links and spans inside it: [start, end, owner], slices of its code.

    When it is `read` (it has an owner, or stands in something that has), a wrapped line ends with a space, as tagged
    PDF asks (ISO 32000-1, 14.8.2.5).
    """

    owner: Node | None = None
    read = False

    def __init__(self, *args: Any, **options: Any) -> None:
        self.spans: list[list[Any]] = []
        super().__init__(*args, **options)

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N803
        if TStar and (self.read or self.owner is not None) and not text[-1:].isspace():
            text += " "
        super()._textOut(text, TStar)


class TaggedCanvas(Canvas):
    """ReportLab's canvas, writing PDF/UA-1 and PDF/A-2a. `root` is the Document element of the structure tree.

    `page_of` tells on which page a bookmark ended up; it is complete when all pages are laid out.
    """

    def __init__(
        self, *args: Any, metadata: Metadata, root: Node, writing: Writing = lambda _: lambda: None, **options: Any
    ) -> None:
        super().__init__(*args, **{**options, "lang": metadata.lang, "pdfVersion": (1, 7), "invariant": 1})
        self.structure = Structure(root)
        self.page_of: dict[str, int] = {}
        self.next_link: NextLink | None = None
        self.next_label: Node | None = None
        self._metadata, self._writing = metadata, writing
        self._drawn: set[Any] = set()
        self._late: list[Callable[[TaggedCanvas], None]] = []
        self._declared = 0
        self._inside_tagged = False
        self._doc._timeStamp = metadata.stamp
        self.setNamedCB("span", _span)

    # -------------------------------------------------------------------------------------------------- content
    def _mark(self, node: Node, code: str) -> str:
        return f"/{node.tag} <</MCID {self.structure.mark(node)}>> BDC\n{code}\nEMC"

    def _wrap(self, start: int, opening: str) -> None:
        code = "\n".join(self._code[start:])
        self._code[start:] = [_Marked(f"{opening}\n{code}\nEMC")]

    @contextmanager
    def declared(self) -> Iterator[None]:
        """Text inside needs no element of its own."""
        self._declared += 1
        yield
        self._declared -= 1

    @contextmanager
    def tagged(self, node: Node) -> Iterator[None]:
        """What is drawn inside belongs to node: a figure, a line of the contents."""
        start = len(self._code)
        self._inside_tagged = True
        with self.declared():
            yield
        self._inside_tagged = False
        self._wrap(start, f"/{node.tag} <</MCID {self.structure.mark(node)}>> BDC")

    @contextmanager
    def artifact(self, subtype: str) -> Iterator[None]:
        """A running "Header" or "Footer", named as such."""
        start = len(self._code)
        with self.declared():
            yield
        self._wrap(start, f"/Artifact <</Type/Pagination/Subtype/{subtype}>> BDC")

    def first_time(self, flowable: Any) -> bool:
        """False if this very flowable was drawn before: a repeated table header."""
        new = flowable not in self._drawn
        self._drawn.add(flowable)
        return new

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:
        """A text object that can be given an owner."""
        text = TaggedText(self, x, y, direction=direction)
        text.read = self._inside_tagged
        return text

    def drawText(self, tx: Any) -> None:
        """Draw the text for its owner: a paragraph, its links and spans, or the label of a list item."""
        owner = tx.owner
        if owner is None:  # platypus draws a bullet before its paragraph
            owner, self.next_label = self.next_label, None
        if owner is not None:
            self._code.append(_Marked("\n".join(["BT", *self._marked_pieces(tx, owner), "ET"])))
            return
        if not self._declared and _SHOWS_TEXT.search(" ".join(tx._code)):
            raise UntaggedTextError("text without a structure element would be lost")
        super().drawText(tx)

    def _marked_pieces(self, tx: TaggedText, owner: Node) -> Iterator[str]:
        at, code = 1, tx._code
        for start, end, inner in [*sorted(tx.spans, key=lambda span: span[0]), [len(code), None, owner]]:
            yield self._marked_piece(code[at:start], owner, owner)
            at = len(code) if end is None else end
            yield self._marked_piece(code[start:at], inner, owner)

    def _marked_piece(self, code: list[str], who: Owner, owner: Node) -> str:
        piece = "\n".join(code)
        if not _SHOWS_TEXT.search(piece):
            return piece
        if not isinstance(who, Node):
            return f"/Artifact BMC\n{piece}\nEMC"
        if who is not owner:
            self.structure.place(who, owner)
        return self._mark(who, piece)

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:
        if self.next_link is None:
            raise UntaggedTextError("a link outside a tagged paragraph cannot be made accessible")
        node, text = self.next_link()
        if isinstance(annotation, PDFDictionary):
            entries = dict(annotation.dict)
        else:
            entries = {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Border": annotation.Border,
                "Rect": PDFArray(annotation.Rect),
                "Dest": annotation.Destination,
            }
        link = PDFDictionary({**entries, "F": 4, "Contents": PDFString(text)})
        self.structure.annotate(node, link)
        super()._addAnnotation(link, name, addtopage)

    # ---------------------------------------------------- what is known only at the end: totals, pages of the contents
    def late(self, draw: "Callable[[TaggedCanvas], None]") -> None:
        """Run draw(canvas) when all pages are laid out; what it draws takes this place."""
        self._late.append(draw)
        self._code.append(f"%late{len(self._late) - 1}%")

    def _drawn_late(self, match: re.Match[str]) -> str:
        saved: list[str] = self._code
        self._code: list[str] = []
        self.saveState()
        with self.declared():
            self._late[int(match.group(1))](self)
        self.restoreState()
        code, self._code = "\n".join(self._code), saved
        return code

    @property
    def page_count(self) -> int:
        """The number of finished pages."""
        return len(self.structure.pages)

    # ---------------------------------------------------------------------------------------------------- pages
    def showPage(self) -> None:
        """Finish a page: what nobody owns becomes an artifact."""
        self._code[:] = _with_artifacts(self._code)
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
        page.Tabs, page.StructParents = "/S", self.page_count
        self.structure.finish_page(page)

    def save(self) -> None:
        """Finish the last page, draw what had to wait, and write the file."""
        if self._code:
            self.showPage()
        for page, _ in self.structure.pages:
            page.stream = _LATE.sub(self._drawn_late, page.stream)
        write_catalog(self._doc, self._metadata, self.structure, self._writing)
        self._doc.SaveToFile(self._filename, self)


def _with_artifacts(code: list[str]) -> list[str]:
    out: list[str] = []
    run: list[str] = []
    for piece in [*code, _Marked("")]:
        if not isinstance(piece, _Marked):
            run.append(piece)
            continue
        painting = [at for at, operators in enumerate(run) if _PAINTS.search(operators)]
        if painting:
            run[painting[0]] = "/Artifact BMC\n" + run[painting[0]]
            run[painting[-1]] += "\nEMC"
        out += [*run, piece]
        run = []
    return out


def _span(canvas: TaggedCanvas, kind: str, label: str) -> None:
    """Called inside a paragraph where a span of its text begins or ends (see text.py)."""
    tx = canvas._curr_tx_info["tx"]
    if tx.owner is None:
        return
    if label != END:
        node = DECORATION if label == DECORATION else tx.owner.inline("Span", actual=label[len(SPOKEN) :])
        tx.spans.append([len(tx._code), None, node])
    elif tx.spans and tx.spans[-1][1] is None:
        tx.spans[-1][1] = len(tx._code)
