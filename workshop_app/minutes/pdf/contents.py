"""The table of contents: a line for every section, with the number of its page, as a link."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from workshop_app.minutes.document import Contents, shortened
from workshop_app.minutes.pdf.colours import RULE
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.layout import Columns, Flow, headed
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.outline import Entry
from workshop_app.minutes.pdf.paragraphs import paragraph
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import varied

LONGEST = 110


def set_contents(contents: Contents, place: Place) -> Flow:
    """The heading and the lines, in two columns."""
    entries = place.outline.contents
    if not entries:
        return []
    heading = place.paragraph(contents.heading, place.styles.panel_heading, place.node.add(f"H{place.level + 1}"))
    toc = place.node.add("TOC")
    styles = place.styles
    lines = [
        ContentsLine(
            entry, styles.contents_inner if entry.depth else styles.contents, place.look.fonts, toc.add("TOCI")
        )
        for entry in entries
    ]
    return headed([heading], [Columns(lines)])


class ContentsLine(Flowable):
    """A title, dots and a page number: one link as a whole."""

    def __init__(self, entry: Entry, style: ParagraphStyle, fonts: Fonts, item: Node) -> None:
        super().__init__()
        self._entry, self.style, self._fonts = entry, style, fonts
        self._node = item.add("Reference").add("Link")
        self._title = paragraph(shortened(entry.name, LONGEST), style, fonts)
        self._number_style = varied(style, alignment=2, leftIndent=0, rightIndent=0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The height of the title."""
        self.width, self.height = self._title.wrapOn(self.canv, width, height)
        return self.width, self.height

    def draw(self) -> None:
        """Title and number as one link; the dots are decoration."""
        canvas = self.canv
        self._title.wrapOn(canvas, self.width, self.height)
        with canvas.tagged(self._node):
            self._title.drawOn(canvas, 0, 0)
            canvas.late(self._number)
        self._draw_dots(canvas)
        canvas.next_link = lambda: (self._node, self._entry.name)
        canvas.linkRect("", self._entry.key, (0, 0, self.width, self.height), relative=1, thickness=0)
        canvas.next_link = None

    def _number(self, canvas: Any) -> None:
        number = paragraph(str(canvas.page_of[self._entry.key]), self._number_style, self._fonts)
        number.wrapOn(canvas, self.width, self.height)
        number.drawOn(canvas, 0, 0)

    def _draw_dots(self, canvas: Any) -> None:
        start = self.style.leftIndent + self._title.getActualLineWidths0()[-1] + 6
        canvas.setStrokeColor(HexColor(RULE))
        canvas.setLineWidth(0.8)
        canvas.setDash(0.8, 3)
        if start < self.width - 22:
            canvas.line(start, 4, self.width - 18, 4)
        canvas.setDash()
