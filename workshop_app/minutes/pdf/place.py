"""Where a block is set: under which element, at which level of headings, in which look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.styles import ParagraphStyle

from workshop_app.minutes.document import Item, Link
from workshop_app.minutes.pdf.colours import MUTED
from workshop_app.minutes.pdf.layout import Flow
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.outline import Outline, Path
from workshop_app.minutes.pdf.paragraphs import P, Para, paragraph, paragraph_of
from workshop_app.minutes.pdf.styles import WIDTH, Look, Styles, varied
from workshop_app.minutes.pdf.text import Run


@dataclass(frozen=True, slots=True)
class Place:
    """What is needed to set a block. `level` is that of the heading above it, `path` the way to it, `width` the points
    there are for a table. `step` is called for every block.

    What `plainly` holds the way to is set as plain text.
    """

    look: Look
    outline: Outline
    node: Node
    level: int = 1
    path: Path = ()
    plainly: frozenset[Path] = frozenset()
    width: float = WIDTH
    step: Callable[[], None] = lambda: None

    @property
    def styles(self) -> Styles:
        """The styles of the look."""
        return self.look.styles

    def under(self, node: Node) -> "Place":
        """The same place, for what belongs to node."""
        return replace(self, node=node)

    def paragraph(self, text: str | Sequence[Run], style: ParagraphStyle, node: Node | None = None) -> Para:
        """A paragraph that belongs to node, or to a new P here."""
        return self.paragraph_of(Para, text, style, node)

    def paragraph_of(
        self, kind: type[P], text: str | Sequence[Run], style: ParagraphStyle, node: Node | None = None
    ) -> P:
        """The same, of another kind of paragraph."""
        return paragraph_of(kind, text, style, self.look.fonts, node or self.node.add("P"))

    def balanced(self, text: str, style: ParagraphStyle) -> ParagraphStyle:
        """The style with a right indent that makes the lines of this text about equally long, over the full width."""
        measured = paragraph(text, style, self.look.fonts)

        def lines(width: float) -> int:
            measured.wrap(width, 1e6)
            return len(measured.blPara.lines)

        wanted, low, high = lines(WIDTH), WIDTH * 0.4, WIDTH
        while wanted > 1 and high - low > 2:
            middle = (low + high) / 2
            low, high = (low, middle) if lines(middle) == wanted else (middle, high)
        return varied(style, rightIndent=WIDTH - high)

    def link(self, link: Link) -> Run:
        """The link as a run of text; just text if what it leads to is not in the document."""
        return Run(link.text, color=self.look.colours.title, link=self.outline.target(link.target))

    def items(
        self, items: Sequence[Item], style: ParagraphStyle, *, ordered: bool = False, strong: bool = False
    ) -> Flow:
        """A list, an item a paragraph; `strong` sets the text of an item apart from its details."""
        labelled = any(item.label for item in items)
        numbering = "Decimal" if ordered else "None" if labelled else "Disc"
        node = self.node.add("L", numbering=numbering)
        flow: Flow = []
        for at, item in enumerate(items, 1):
            element = node.add("LI")
            bullet = item.label or (f"{at}" if ordered else "•")
            label, body = element.add("Lbl"), element.add("LBody")
            runs = item_runs(item, self.look.colours.accent_text, strong=strong)
            flow.append(paragraph(runs, style, self.look.fonts, body, bullet=bullet, label=label))
        return flow


def item_runs(item: Item, dots: str, *, strong: bool) -> list[Run]:
    """An item as runs: its text, its dots in that colour, its details on lines of their own."""
    runs = [Run(item.text.strip(), font="SansBold" if strong else "")]
    if item.dots and item.dots.count > 0:
        runs += [Run("\u00a0"), Run("●" * item.dots.count, size=7.5, color=dots, spoken=item.dots.spoken)]
    for detail in item.details:
        runs.append(Run("\n"))
        runs.append(Run(detail.strip()) if strong else Run(detail.strip(), size=9, color=MUTED))
    return runs
