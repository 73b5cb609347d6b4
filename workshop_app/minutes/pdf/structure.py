"""The structure tree in the file: which marked content and annotations belong to which element, and the way back."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFString

from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.text import one_line

Writing: TypeAlias = Callable[[int], Callable[[], None]]
"""Is told how many elements will be written, and gives what is called for each of them."""
Content: TypeAlias = "tuple[int, int | PDFDictionary] | Node"
_GRID = ("TD", "TH", "TR")


class _Lazy(PDFObject):
    """An indirect object whose bytes are made when the file is written."""

    __RefOnly__ = 1

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make

    def format(self, document: Any) -> bytes:
        return self._make()


class Structure:
    """Collects what is drawn for which element while pages are made; then writes the tree.

    `pages` are ReportLab's page objects, each with the owners of its marked content.
    """

    def __init__(self, root: Node) -> None:
        self.pages: list[tuple[Any, list[Node]]] = []
        self._root = root
        self._content: dict[Node, list[Content]] = {}
        self._owners: list[Node] = []
        self._links: list[tuple[PDFDictionary, Node]] = []

    # ----------------------------------------------------------------------------------------- while pages are made
    def mark(self, node: Node) -> int:
        """The number (MCID) for a next piece of content of node on this page."""
        self._content.setdefault(node, []).append((len(self.pages), len(self._owners)))
        self._owners.append(node)
        return len(self._owners) - 1

    def place(self, inner: Node, owner: Node) -> None:
        """Give a link or span its place among the pieces of its owner's text."""
        content = self._content.setdefault(owner, [])
        if inner not in content:
            content.append(inner)

    def annotate(self, node: Node, link: PDFDictionary) -> None:
        """Tie the annotation of a link on this page to its element."""
        self._links.append((link, node))
        self._content.setdefault(node, []).append((len(self.pages), link))

    def finish_page(self, page: Any) -> None:
        """What is marked from now on stands on the next page."""
        self.pages.append((page, self._owners))
        self._owners = []

    # -------------------------------------------------------------------------------------- when the file is written
    def write(self, document: Any, writing: Writing) -> Any:
        """Add the tree to ReportLab's document, and give a reference to its root."""
        return _Writer(document, self._root, self._content, self.pages, self._links, writing).root


class _Writer:
    """Numbers the elements in reading order and turns them into objects."""

    def __init__(
        self,
        document: Any,
        root: Node,
        content: dict[Node, list[Content]],
        pages: list[tuple[Any, list[Node]]],
        links: list[tuple[PDFDictionary, Node]],
        writing: Writing,
    ) -> None:
        self._document, self._content, self._pages, self._links = document, content, pages, links
        self._references: dict[Node, Any] = {}
        self._used: dict[Node, bool] = {}
        self._page_references = [document.Reference(page) for page, _ in pages]
        for at, (link, _) in enumerate(links, len(pages)):
            link["StructParent"] = at
        tree = document.Reference(_Lazy(self._parent_tree))
        self.root = document.Reference(
            _Lazy(
                lambda: (
                    b"<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>"
                    % (self._bytes(self._references[root]), self._bytes(tree), len(pages) + len(links))
                )
            )
        )
        self._number(root)
        self._step = writing(len(self._references))

    def _bytes(self, value: Any) -> bytes:
        formatted: bytes = pdfdoc.format(value, self._document)
        return formatted

    def _is_used(self, node: Node) -> bool:
        """Whether anything of it was drawn. Empty cells stay: they hold the grid of the table."""
        if node not in self._used:
            self._used[node] = node.tag in _GRID or node in self._content or any(map(self._is_used, node.kids))
        return self._used[node]

    def _items(self, node: Node) -> list[Content]:
        return [*self._content.get(node, []), *filter(self._is_used, node.kids)]

    def _number(self, node: Node) -> None:
        self._references[node] = self._document.Reference(_Lazy(lambda: self._element(node)))
        for kid in self._items(node):
            if isinstance(kid, Node):
                self._number(kid)

    def _kid(self, kid: Content, home: int | None) -> bytes:
        if isinstance(kid, Node):
            return self._bytes(self._references[kid])
        page, what = kid
        if not isinstance(what, int):
            link = self._bytes(self._document.Reference(what))
            return b"<</Type/OBJR/Pg %s/Obj %s>>" % (self._bytes(self._page_references[page]), link)
        if page == home:
            return b"%d" % what
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (self._bytes(self._page_references[page]), what)

    def _element(self, node: Node) -> bytes:
        self._step()
        kids = self._items(node)
        home = next((kid[0] for kid in kids if not isinstance(kid, Node)), None)
        parent = self._references.get(node.parent, self.root) if node.parent else self.root
        out = b"<</S/%s/P %s" % (node.tag.encode(), self._bytes(parent))
        if home is not None:
            out += b"/Pg " + self._bytes(self._page_references[home])
        if kids:
            out += b"/K[%s]" % b" ".join(self._kid(kid, home) for kid in kids)
        return out + b"".join(self._attributes(node)) + b">>"

    def _attributes(self, node: Node) -> Iterator[bytes]:
        if node.alt:
            yield b"/Alt " + self._text(node.alt)
        if node.actual:
            yield b"/ActualText " + self._text(node.actual)
        if node.scope:
            yield b"/A<</O/Table/Scope/%s>>" % node.scope.encode()
        if node.columns > 1:
            yield b"/A<</O/Table/ColSpan %d>>" % node.columns
        if node.summary:
            yield b"/A<</O/Table/Summary %s>>" % self._text(node.summary)
        if node.numbering:
            yield b"/A<</O/List/ListNumbering/%s>>" % node.numbering.encode()
        if node.bbox:
            box = " ".join(f"{value:.2f}" for value in node.bbox)
            yield b"/A<</O/Layout/Placement/Block/BBox[%s]>>" % box.encode()

    def _text(self, text: str) -> bytes:
        return self._bytes(PDFString(one_line(text)))

    def _parent_tree(self) -> bytes:
        entries = [
            b"%d[%s]" % (at, b" ".join(self._bytes(self._references[node]) for node in owners))
            for at, (_, owners) in enumerate(self._pages)
        ]
        entries += [
            b"%d %s" % (link["StructParent"], self._bytes(self._references[node])) for link, node in self._links
        ]
        return b"<</Nums[%s]>>" % b"\n".join(entries)
