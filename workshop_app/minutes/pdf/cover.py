"""The first page: the title on the colour of the organisation, under it what was decided and what happens first."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Spacer, Table

from workshop_app.minutes.document import Cover, Fact, Item, Link, Panel, shortened
from workshop_app.minutes.pdf.layout import Flow, side_by_side, stacked
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.paragraphs import Heading
from workshop_app.minutes.pdf.photos import set_logo
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.styles import BOTTOM, HEIGHT, PAGE_HEIGHT, PAGE_WIDTH, TITLE_SIZES, WIDTH, Look, varied
from workshop_app.minutes.pdf.text import Run, one_line

HERO_TOP, HERO_FOOT = 46.0, 26.0
HERO_LEAST = 300.0
PANELS_LEAST = 180.0
AIR = ((92.0, 40.0), (56.0, 32.0), (26.0, 20.0))
"""Points over the title and under the subtitle: as much as leaves room for the outcome."""

LONGEST_ITEM, LONGEST_FACT, LONGEST_TITLE, LONGEST_SUBTITLE, LONGEST_NAME = 210, 70, 220, 160, 70
LONGEST_LABEL = 12
CARD = 0.45
DECISIONS_WIDTH, ACTIONS_WIDTH = WIDTH * (1 - CARD) - 20, WIDTH * CARD - 28
GAP = 8.0
FACT_COLUMNS = ((158.0, 136.0, WIDTH - 294), (WIDTH / 2, WIDTH / 2))
FACT_GAP, FACT_SIZE, MOST_FACTS = 12.0, 11.0, 9


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The flowables of both frames of the first page, and the height of the upper one, in points.

    `overflows`: a title this long leaves no room for the panels; they go to the next page.
    """

    hero: Flow
    hero_height: float
    panels: Flow
    overflows: bool


def set_cover(cover: Cover, place: Place) -> FirstPage:
    """The first page, with less air over the title when the decisions need the room."""
    for air in AIR:
        hero = _hero(cover, place.under(Node("Sect")), air)
        height = max(stacked(hero, WIDTH) + HERO_TOP + HERO_FOOT, HERO_LEAST)
        left = PAGE_HEIGHT - height - BOTTOM - 36
        room = left if left >= PANELS_LEAST else HEIGHT / 2
        counts = (
            _fitting(cover.decisions, DECISIONS_WIDTH, room, place, decisions=True),
            _fitting(cover.actions, ACTIONS_WIDTH, room, place, decisions=False),
        )
        if counts == (len(cover.decisions.items), len(cover.actions.items)):
            break
    hero = _hero(cover, place.under(place.node.add("Sect")), air)
    return FirstPage(hero, height, [_set_panels(cover, place, counts)], overflows=left < PANELS_LEAST)


def draw_cover(canvas: Any, look: Look, height: float) -> None:
    """The background of the first page: the colour with faint waves, and a band in the accent colour."""
    colours, foot = look.colours, PAGE_HEIGHT - height
    canvas.setFillColor(HexColor(colours.brand))
    canvas.rect(0, foot, PAGE_WIDTH, height, stroke=0, fill=1)
    canvas.setLineWidth(1.1)
    canvas.setStrokeColor(HexColor(colours.wave))
    for line in range(11):
        path = canvas.beginPath()
        for step in range(61):
            x = step * PAGE_WIDTH / 60
            y = foot + 14 + line * 11 + math.sin(step / 7 + line * 0.55) * (13 - line * 0.5)
            (path.lineTo if step else path.moveTo)(x, y)
        canvas.drawPath(path)
    canvas.setFillColor(HexColor(colours.accent))
    canvas.rect(0, foot - 5, PAGE_WIDTH, 5, stroke=0, fill=1)


def _hero(cover: Cover, place: Place, air: tuple[float, float]) -> Flow:
    styles, above, below = place.styles, *air
    flow: Flow = []
    if cover.organisation.strip() or cover.logos:
        flow += [_sender(cover, place), Spacer(1, above)]
    if cover.kicker.strip():
        flow.append(place.paragraph(shortened(cover.kicker, LONGEST_NAME), styles.kicker))
    flow.append(_title(shortened(cover.title, LONGEST_TITLE), place))
    if cover.subtitle.strip():
        flow.append(place.paragraph(shortened(cover.subtitle, LONGEST_SUBTITLE), styles.subtitle))
    return [*flow, Spacer(1, below), *_facts(cover.facts, place)]


def _sender(cover: Cover, place: Place) -> Any:
    """Whose minutes these are: the name, and the logos at the right."""
    text = shortened(cover.organisation, LONGEST_NAME)
    name = place.paragraph(text, place.styles.organisation) if text else ""
    if not cover.logos:
        return name
    logos = [set_logo(logo, place) for logo in cover.logos]
    widths = [logo.width + GAP for logo in logos]
    look = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), GAP),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("RIGHT", "TOP", "BOTTOM")),
    ]
    return Table([[name, *logos]], [WIDTH - sum(widths), *widths], hAlign="LEFT", style=look)


def _title(title: str, place: Place) -> Heading:
    """The title as large as it goes on three lines."""
    node, text = place.node.add("H1"), one_line(title) or "–"
    for size, leading in TITLE_SIZES:
        style = place.balanced(text, varied(place.styles.title, fontSize=size, leading=leading))
        heading = place.paragraph_of(Heading, text, style, node)
        if heading.wrap(WIDTH, 1e6)[1] <= 3 * leading:
            break
    return heading


def _facts(facts: tuple[Fact, ...], place: Place) -> Flow:
    colours, style = place.look.colours, place.styles.fact
    cells: list[Any] = [
        place.paragraph(
            [
                Run(f"{shortened(fact.label, LONGEST_FACT)}\n", size=9, color=colours.soft_on_brand),
                Run(shortened(fact.value, LONGEST_FACT)),
            ],
            style,
        )
        for fact in facts[:MOST_FACTS]
    ]
    if not cells:
        return []
    widths = _fact_widths(facts[:MOST_FACTS])
    rows = [cells[at : at + len(widths)] for at in range(0, len(cells), len(widths))]
    rows[-1] += [""] * (len(widths) - len(rows[-1]))
    look = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), FACT_GAP),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return [Table(rows, widths, hAlign="LEFT", style=look)]


def _fact_widths(facts: tuple[Fact, ...]) -> Sequence[float]:
    """The columns of the facts, in which each of them stands on one line where that can be: three, or else two."""
    natural = [stringWidth(shortened(fact.value, LONGEST_FACT), "Sans", FACT_SIZE) + FACT_GAP for fact in facts]
    # Not one of them alone under three others.
    for usual in reversed(FACT_COLUMNS) if len(facts) == 4 else FACT_COLUMNS:
        needed = [max(natural[at :: len(usual)], default=0) for at in range(len(usual))]
        needed[-1] -= FACT_GAP
        spare = (WIDTH - sum(needed)) / len(usual)
        if all(need <= width for need, width in zip(needed, usual, strict=True)):
            return usual
        if spare >= 0:
            return [need + spare for need in needed]
    return FACT_COLUMNS[0]


def _fitting(panel: Panel, width: float, room: float, place: Place, *, decisions: bool) -> int:
    """How many of the items there is room for, in points."""
    scratch = place.under(Node("Sect"))
    return next(
        (
            count
            for count in range(len(panel.items), 0, -1)
            if stacked(_panel(panel, count, scratch, decisions=decisions), width) <= room
        ),
        0,
    )


def _set_panels(cover: Cover, place: Place, counts: tuple[int, int]) -> Any:
    return side_by_side(
        _panel(cover.decisions, counts[0], place.under(place.node.add("Sect")), decisions=True),
        _panel(cover.actions, counts[1], place.under(place.node.add("Sect")), decisions=False),
        [WIDTH * (1 - CARD), WIDTH * CARD],
        ("BACKGROUND", (1, 0), (1, 0), HexColor(place.look.colours.tint)),
        ("RIGHTPADDING", (0, 0), (0, 0), 20),
        ("LEFTPADDING", (1, 0), (1, 0), 15),
        ("RIGHTPADDING", (1, 0), (1, 0), 13),
        ("TOPPADDING", (0, 0), (-1, -1), 12),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    )


def _panel(panel: Panel, count: int, place: Place, *, decisions: bool) -> Flow:
    styles = place.styles
    flow: Flow = [place.paragraph(shortened(panel.heading, LONGEST_NAME), styles.panel_heading, place.node.add("H2"))]
    if panel.items:
        style = styles.decision if decisions else styles.first_action
        items = [_short(item) for item in panel.items[:count]]
        flow += place.items(items, style, strong=decisions)
    elif panel.note.strip():
        flow.append(place.paragraph(shortened(panel.note, LONGEST_ITEM), styles.body))
    if panel.more:
        more = Link(shortened(panel.more.text, LONGEST_NAME), panel.more.target)
        flow.append(place.paragraph([place.link(more)], varied(styles.body, spaceBefore=2)))
    return flow


def _short(item: Item) -> Item:
    details = tuple(shortened(detail, LONGEST_ITEM) for detail in item.details[:3])
    return Item(shortened(item.text, LONGEST_ITEM), shortened(item.label, LONGEST_LABEL), details)
