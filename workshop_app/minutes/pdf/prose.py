"""Running text, quotes, callouts, lists and groups of contributions."""

import re

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table

from workshop_app.minutes.document import Bullets, Callout, Groups, KeyFigures, Prose, Quote, shortened
from workshop_app.minutes.pdf.colours import MUTED
from workshop_app.minutes.pdf.layout import Columns, Flow, Tailed, ends_kept, headed
from workshop_app.minutes.pdf.paragraphs import Ruled
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import WIDTH, varied
from workshop_app.minutes.pdf.text import Run, is_right_to_left

LONGEST_NUMBER, LONGEST_LABEL = 16, 90
RIGHT = 2
LONG_QUOTE = 400
"""Characters from which on a quote may go on over pages, without what follows it."""
_EMPTY_LINE = re.compile(r"\n\s*\n")


def set_prose(prose: Prose, place: Place) -> Flow:
    """A paragraph for each part between empty lines; the link after the last."""
    style = {"body": place.styles.body, "lead": place.styles.lead, "note": place.styles.note}[prose.tone]
    if is_right_to_left(prose.text):
        style = varied(style, alignment=RIGHT)
    parts = [[Run(part.strip())] for part in _EMPTY_LINE.split(prose.text) if part.strip()]
    if prose.link:
        link = place.link(prose.link)
        parts = [*parts[:-1], [*parts[-1], Run(" "), link]] if parts else [[link]]
    return [place.paragraph(runs, style) for runs in parts]


def set_quote(quote: Quote, place: Place) -> Flow:
    """The words large, in lines of about equal length, with a rule in the accent colour along them."""
    place = place.under(place.node.add("BlockQuote"))
    text, source = quote.text.strip(), quote.source.strip()
    short = len(text) < LONG_QUOTE
    style = place.balanced(text, place.styles.quote) if short else place.styles.quote
    words = place.paragraph_of(Ruled, text, varied(style, spaceAfter=3) if source else style)
    words.rule = place.look.colours.accent
    if not source:
        return [words]
    told = place.paragraph(source, place.styles.source)
    return headed([words], [told]) if short else [Tailed(words, told)]


def set_callout(callout: Callout, place: Place) -> Flow:
    """The label and the words in a box of their own."""
    colours = place.look.colours
    style = varied(place.styles.callout, backColor=HexColor(colours.accent_tint), borderPadding=(10, 14, 13, 14))
    label = Run(callout.label.strip() + "\n", font="SansBold", size=9.5, color=colours.accent_on_tint)
    return [place.paragraph([label, Run(callout.text.strip())], style)]


def set_bullets(bullets: Bullets, place: Place) -> Flow:
    """The list over the full width."""
    numbered = bullets.ordered or any(item.label for item in bullets.items)
    style = place.styles.numbered if numbered else place.styles.bullet
    return ends_kept(place.items(bullets.items, style, ordered=bullets.ordered))


def set_groups(groups: Groups, place: Place) -> Flow:
    """The groups under their headings, in two columns."""
    flow: Flow = []
    for group in groups.groups:
        if group.heading.strip():
            heading = place.node.add(f"H{min(place.level + 1, 6)}")
            flow.append(place.paragraph(group.heading.strip(), place.styles.group, heading))
        flow += place.items(group.items, place.styles.answer)
    return [Columns(flow)] if flow else []


def set_key_figures(figures: KeyFigures, place: Place) -> Flow:
    """The numbers large, each over what it counts."""
    if not figures.figures:
        return []
    colours = place.look.colours
    tiles = [
        place.paragraph(
            [
                Run(shortened(figure.number, LONGEST_NUMBER) + "\n", font="SerifSemi", size=27, color=colours.title),
                Run(shortened(figure.label, LONGEST_LABEL), color=MUTED),
            ],
            varied(place.styles.figure, autoLeading="max"),
        )
        for figure in figures.figures
    ]
    look = [
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(colours.pale)),
        ("LINEABOVE", (0, 0), (-1, 0), 2, HexColor(colours.brand)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 11),
    ]
    width = WIDTH / len(tiles)
    return [Table([tiles], [width] * len(tiles), style=look, spaceBefore=6, spaceAfter=16)]
