"""The words of the minutes in the order in which they are read: plain text, for whoever needs only that."""

from collections.abc import Iterator

from workshop_app.minutes.charts import BarChart, DotChart, SpreadChart
from workshop_app.minutes.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Cover,
    Document,
    Group,
    Groups,
    Item,
    KeyFigures,
    Panel,
    Prose,
    Quote,
    Section,
    State,
    Table,
)
from workshop_app.minutes.images import Photo
from workshop_app.minutes.matrix import Matrix


def read(document: Document) -> Iterator[str]:
    """The texts of the whole document. The lines of the contents are left out: they are headings of sections."""
    yield from _cover(document.cover)
    for section in document.sections:
        yield from words(section)


def words(block: Block) -> Iterator[str]:
    """The texts of a block, one at a time, those of the blocks inside it too. Some may be empty.

    A table or chart without rows is not printed, so it is not read either.
    """
    match block:
        case Table(rows=()) | BarChart(rows=()) | SpreadChart(rows=()) | DotChart(rows=()):
            return
        case Section():
            yield from (block.kicker, block.heading, block.meta)
            for inner in block.blocks:
                yield from words(inner)
        case Prose():
            yield block.text
            yield block.link.text if block.link else ""
        case Quote():
            yield from (block.text, block.source)
        case Callout():
            yield from (block.label, block.text)
        case Bullets():
            yield from _list(block.items, ordered=block.ordered)
        case Groups():
            for group in block.groups:
                yield from _group(group)
        case KeyFigures():
            for figure in block.figures:
                yield from (figure.number, figure.label)
        case Contents():
            yield block.heading
        case Table():
            yield from (block.caption, *(column.heading for column in block.columns))
            for row in block.rows:
                yield from (cell.text if isinstance(cell, State) else cell for cell in row)
        case BarChart():
            yield from _bars(block)
        case SpreadChart():
            yield from _spreads(block)
        case Photo():
            yield block.caption
        case Matrix():
            yield from (block.caption, *block.across, *block.up, *block.quadrants)
        case DotChart():
            yield from (block.caption, block.label, block.picture)
            for voted in block.ordered:
                yield from (voted.label, voted.dots.spoken if block.drawn else str(voted.dots.count))


def _bars(chart: BarChart) -> Iterator[str]:
    yield from (chart.caption, chart.label, chart.picture if chart.drawn else "")
    yield from chart.options if chart.numbered else ()
    yield chart.own
    for row in chart.rows:
        yield row.label
        yield from (text for text, _ in row.cells) if chart.numbered else ()
        yield row.own if chart.own else ""


def _spreads(chart: SpreadChart) -> Iterator[str]:
    yield from (chart.caption, chart.label, chart.picture if chart.drawn else "")
    yield from (chart.lowest, chart.mean, chart.highest) if chart.numbered else ()
    yield chart.own
    for row in chart.ordered:
        yield row.label
        yield from (str(row.lowest), row.mean_text, str(row.highest)) if chart.numbered else ()
        yield "–" if row.own is None and chart.own else str(row.own or "")


def _cover(cover: Cover) -> Iterator[str]:
    yield from (cover.organisation, cover.kicker, cover.title, cover.subtitle)
    for fact in cover.facts:
        yield from (fact.label, fact.value)
    yield from _panel(cover.decisions)
    yield from _panel(cover.actions)


def _panel(panel: Panel) -> Iterator[str]:
    yield panel.heading
    yield from _list(panel.items)
    yield from ("" if panel.items else panel.note, panel.more.text if panel.more else "")


def _group(group: Group) -> Iterator[str]:
    yield group.heading
    yield from _list(group.items)


def _list(items: tuple[Item, ...], *, ordered: bool = False) -> Iterator[str]:
    for at, item in enumerate(items, 1):
        yield item.label or (str(at) if ordered else "•")
        yield from (item.text, item.dots.spoken if item.dots and item.dots.count else "", *item.details)
