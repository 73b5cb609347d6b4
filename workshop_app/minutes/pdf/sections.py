"""Sections: a heading that stays with what follows it, and the blocks under it, whatever kind they are."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import CondPageBreak

from workshop_app.minutes.charts import BarChart, DotChart, SpreadChart
from workshop_app.minutes.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Groups,
    KeyFigures,
    Prose,
    Quote,
    Section,
    Table,
)
from workshop_app.minutes.images import Photo
from workshop_app.minutes.matrix import Matrix
from workshop_app.minutes.pdf.charts import set_bar_chart, set_dot_chart, set_spread_chart
from workshop_app.minutes.pdf.contents import set_contents
from workshop_app.minutes.pdf.layout import Flow, headed, side_by_side, stacked, tail_kept
from workshop_app.minutes.pdf.matrix import set_matrix
from workshop_app.minutes.pdf.paragraphs import Heading
from workshop_app.minutes.pdf.photos import set_photo
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.prose import (
    LONG_QUOTE,
    set_bullets,
    set_callout,
    set_groups,
    set_key_figures,
    set_prose,
    set_quote,
)
from workshop_app.minutes.pdf.styles import HEIGHT, WIDTH, varied
from workshop_app.minutes.pdf.tables import set_table
from workshop_app.minutes.pdf.text import Run, one_line
from workshop_app.minutes.reading import words

log = logging.getLogger(__name__)

BESIDE = WIDTH * 0.57
"""Points of a matrix beside its table."""
MOST_BESIDE, HIGHEST_BESIDE = 14, 400.0
"""Rows of such a table, and points of both, so that they share a page and neither is much higher."""


def set_blocks(blocks: Sequence[Block], place: Place) -> Flow:
    """The blocks in order. A short quote stays with the contributions under it, a matrix stands beside its table."""
    flow: Flow = []
    quote: Flow = []
    matrix: Flow = []
    for at, block in enumerate(blocks):
        after = next(iter(blocks[at + 1 :]), None)
        here = replace(place, path=(*place.path, at), width=WIDTH - BESIDE if matrix else place.width)
        made = _set_safely(block, here)
        if isinstance(block, Quote) and isinstance(after, Groups) and len(block.text) < LONG_QUOTE:
            quote = made
        elif isinstance(block, Matrix) and isinstance(after, Table) and 0 < len(after.rows) <= MOST_BESIDE:
            matrix = made
        elif matrix:
            flow += _beside(matrix, made)
            matrix = []
        elif isinstance(block, Prose) and (block.tone == "note" or (at and isinstance(blocks[at - 1], Table))):
            flow = tail_kept([*flow, *made])
        else:
            flow += headed(quote, made)
            quote = []
    return flow


def _beside(matrix: Flow, table: Flow) -> Flow:
    if max(stacked(matrix, BESIDE), stacked(table, WIDTH - BESIDE)) > HIGHEST_BESIDE:
        return [*matrix, *table]
    beside = side_by_side(matrix, table, (BESIDE, WIDTH - BESIDE), ("RIGHTPADDING", (0, 0), (0, 0), 16))
    beside.spaceBefore, beside.spaceAfter = 6, 10
    return [beside]


def _set_safely(block: Block, place: Place) -> Flow:
    """One block; as plain text if it is known that it cannot be laid out, or if it turns out that it cannot be set."""
    if place.path in place.plainly:
        return set_plainly(block, place)
    before = len(place.node.kids)
    place.step()
    try:
        return set_block(block, place)
    except Exception:
        log.exception("A block of the minutes is printed as plain text")
        del place.node.kids[before:]
        return set_plainly(block, place)


def set_plainly(block: Block, place: Place) -> Flow:
    """Only the words of a block."""
    return [place.paragraph(text, place.styles.body) for text in words(block) if text.strip()]


def set_block(block: Block, place: Place) -> Flow:
    """One block as flowables, its elements added to those of the place."""
    match block:
        case Section():
            return set_section(block, place)
        case Prose():
            return set_prose(block, place)
        case Quote():
            return set_quote(block, place)
        case Callout():
            return set_callout(block, place)
        case Bullets():
            return set_bullets(block, place)
        case Groups():
            return set_groups(block, place)
        case KeyFigures():
            return set_key_figures(block, place)
        case Contents():
            return set_contents(block, place)
        case Table():
            return set_table(block, place)
        case BarChart():
            return set_bar_chart(block, place)
        case SpreadChart():
            return set_spread_chart(block, place)
        case Photo():
            return set_photo(block, place)
        case Matrix():
            return set_matrix(block, place)
        case DotChart():
            return set_dot_chart(block, place)


def set_section(section: Section, place: Place) -> Flow:
    """Kicker, heading and meta line, kept with the first of the section's blocks."""
    level = place.level + 1
    inner = replace(place, node=place.node.add("Sect"), level=level)
    heads = _heads(section, inner)
    flow = headed(heads, tail_kept(set_blocks(section.blocks, inner)))
    return [CondPageBreak(HEIGHT / 3), *flow] if section.new_page and level == 2 else flow


def _heads(section: Section, place: Place) -> Flow:
    styles, element = place.styles, place.node.add(f"H{min(place.level, 6)}")
    entry = place.outline.entries[place.path]
    style = styles.heading(place.level)
    heads: Flow = []
    if section.kicker.strip():
        kicker = Run(one_line(section.kicker), font="SansBold", size=9.5, color=place.look.colours.accent_text)
        heads.append(place.paragraph([kicker], varied(style, leading=13, spaceAfter=2), element))
        style = varied(style, spaceBefore=0)
    if section.meta.strip():
        style = varied(style, spaceAfter=3)
    text = one_line(section.heading) or "–"
    heading = place.paragraph_of(Heading, text, place.balanced(text, style), element)
    heading.key, heading.title = entry.key, one_line(entry.name)
    heading.depth = entry.depth if entry.in_contents else None
    heads.append(heading)
    if section.meta.strip():
        heads.append(place.paragraph(one_line(section.meta), styles.meta))
    return heads
