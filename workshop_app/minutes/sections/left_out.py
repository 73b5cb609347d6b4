"""What stays out of the section of a round because somebody said so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workshop_app.minutes.charts import BarChart, DotChart, SpreadChart
from workshop_app.minutes.document import Block, Table
from workshop_app.minutes.matrix import Matrix
from workshop_app.model.values import MinutesPart
from workshop_app.model.views import RoundView


def outcome_kept(blocks: Iterable[Block], left_out: frozenset[str]) -> Iterator[Block]:
    """What was counted, without its charts, its numbers, or all of it."""
    drawn, numbered = MinutesPart.CHART not in left_out, MinutesPart.TABLE not in left_out
    for block in blocks if drawn or numbered else ():
        match block:
            case BarChart() | SpreadChart() | DotChart():
                chart = replace(block, drawn=block.drawn and drawn, numbered=block.numbered and numbered)
                if chart.drawn or chart.numbered:
                    yield chart
            case Matrix():
                if drawn:
                    yield block
            case Table():
                if numbered:
                    yield block
            case _:
                yield block


def answers_kept(known: RoundView) -> RoundView:
    """The round without the answers, or the quotes, that stay out."""
    answers, quotes = MinutesPart.ANSWERS not in known.left_out, MinutesPart.QUOTES not in known.left_out
    return replace(known, contributions=tuple(c for c in known.contributions if (quotes if c.mode else answers)))
