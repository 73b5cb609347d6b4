"""In a public version no count points at a person, not by taking the others from their total either."""

import re
from collections.abc import Iterator
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.minutes.reading_back import CHATHAM, ENGLISH, PUBLICATION, built, section, strings, text
from tests.minutes.workshops import ORGANISATIONS, a_round, filled, prompt, workshop
from workshop_app.minutes.charts import BarChart, DotChart, SpreadChart
from workshop_app.minutes.document import Section, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.small_counts import LEAST, STAR, ColumnOfCounts, runs
from workshop_app.minutes.support import coarse_support
from workshop_app.model.values import (
    ACROSS_OPTION,
    DOTS_OPTION,
    ROOM_VOICE,
    UP_OPTION,
    Grain,
    PromptRole,
    ballot_voice,
    organisation_voice,
)
from workshop_app.model.views import PromptView, ResponseView, RoundView
from workshop_app.rounds.catalogue import KINDS

B = TypeVar("B", BarChart, DotChart, SpreadChart, Table)
COUNTS = st.lists(st.integers(0, 14), min_size=1, max_size=6)
COUNTED = ("recognition", "resistance", "principles", "priorities", "checklist", "sorting", "support")


@given(COUNTS)
def test_counts_beside_each_other_are_told_together_until_none_is_small(counts: list[int]) -> None:
    lengths = runs(counts)
    at = 0
    for length in lengths:
        assert sum(counts[at : at + length]) not in range(1, LEAST)
        at += length
    assert at == (len(counts) if lengths else 0)
    assert bool(lengths) == (sum(counts) not in range(1, LEAST))
    if not any(0 < count < LEAST for count in counts):
        assert lengths == (1,) * len(counts)


@given(COUNTS)
def test_a_count_under_others_cannot_be_worked_out(counts: list[int]) -> None:
    column = ColumnOfCounts(counts, public=True)
    shown = [column.cell(at) for at in range(len(counts))]
    assert not {"1", "2"} & {*shown, column.together}
    if shown.count(STAR) == 1:
        assert column.together == STAR, "there was nothing else to tell it with"


@st.composite
def counted_rounds(draw: st.DrawFn) -> RoundView:
    kind = KINDS[draw(st.sampled_from(COUNTED))]
    options = [*(kind.scale.keys if kind.scale else ()), *([DOTS_OPTION] if kind.dots else [])]
    items = [
        prompt(
            f"i{n}",
            f"Punt {'abc'[n]}",
            [ResponseView("", ROOM_VOICE, option, value) for option in options if (value := draw(st.integers(0, 14)))],
            chosen=bool(kind.choose),
        )
        for n in range(3)
    ]
    return a_round(kind.id, items, grain=Grain.ROOM, title="Ronde", question="Vraag?", id="r")


@given(counted_rounds(), st.sampled_from([PUBLICATION, CHATHAM]))
def test_no_small_count_is_published(known: RoundView, edition: Edition) -> None:
    document = built(workshop(known), edition=edition)
    for chart in _blocks(section(document, "Vraag?"), BarChart):
        assert not any(0 < count < LEAST for row in chart.rows for count in row.counts)
    for dots in _blocks(section(document, "Vraag?"), DotChart):
        assert not any(0 < row.dots.count < LEAST for row in dots.rows)
    told = [words for block in section(document, "Vraag?").blocks for words in strings(block)]
    assert not [words for words in told if re.search(r"(?<!\w)[12](?!\w)", words.replace("Punt", ""))]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=12))
def test_no_quarter_tells_where_one_person_stands(places: list[tuple[int, int]]) -> None:
    given = [
        ResponseView("", ballot_voice(n), option, value)
        for n, place in enumerate(places)
        for option, value in zip((ACROSS_OPTION, UP_OPTION), place, strict=True)
    ]
    corners = [prompt(f"k{n}", name, role=PromptRole.QUADRANT) for n, name in enumerate("abcd")]
    known = a_round("matrix", [prompt("i", "Nu", given), *corners], grain=Grain.BALLOT, question="Vraag?")
    (table,) = _blocks(section(built(workshop(known), edition=PUBLICATION), "Vraag?"), Table)
    assert not {"1", "2"} & {row[1] for row in table.rows}


@pytest.mark.parametrize("scores", [[1, 5, 5, 5, 5, 5], [1, 2, 3, 4, 5], [3] * 9])
def test_the_ends_of_a_range_are_those_of_three(scores: list[int]) -> None:
    known = a_round("selfscan", [_scored(scores)], grain=Grain.BALLOT, question="Vraag?")
    (chart,) = _blocks(section(built(workshop(known), edition=PUBLICATION), "Vraag?"), SpreadChart)
    (row,) = chart.rows
    assert sum(score <= row.lowest for score in scores) >= LEAST
    assert sum(score >= row.highest for score in scores) >= LEAST


def test_scores_of_few_are_not_published() -> None:
    known = a_round("selfscan", [_scored([1, 5, 5, 4])], grain=Grain.BALLOT, question="Vraag?")
    told = text(built(workshop(known), edition=PUBLICATION), "Vraag?")
    assert "by too few to be published: Punt" in told


def _scored(scores: list[int]) -> PromptView:
    return prompt("i", "Punt", [ResponseView("", ballot_voice(n), str(s), 1) for n, s in enumerate(scores)])


def test_what_organisations_chose_is_told_in_columns_without_small_counts() -> None:
    voices = [organisation_voice(organisation.id) for organisation in ORGANISATIONS]
    chosen = (voices[:4], voices[4:5], voices[5:8])
    items = [
        prompt(f"i{n}", f"Vorm {'abc'[n]}", [ResponseView("", voice, "now", 1) for voice in given])
        for n, given in enumerate(chosen)
    ]
    known = a_round("position", items, grain=Grain.ORGANISATION, question="Vraag?")
    (table,) = _blocks(section(built(workshop(known), edition=PUBLICATION), "Vraag?"), Table)
    assert [row[1] for row in table.rows] == ["4", STAR, STAR, "4"]


@pytest.mark.parametrize(
    ("support", "told"),
    [
        ("8 ja · 2 ja, mits · 1 nee", "8 ja · 3 ja, mits or nee"),
        ("19 ja, 3 ja, mits", "19 ja · 3 ja, mits"),
        ("22 ja", "22 ja"),
        ("Iedereen, op 1 na", "counted; the numbers are too small to be told"),
        ("Negen gemeenten ja, één nog niet", "counted; the numbers are too small to be told"),
        ("1 ja", "counted; the numbers are too small to be told"),
        ("Alle gemeenten", "Alle gemeenten"),
        ("", ""),
    ],
)
def test_the_support_of_a_decision_counts_nobody_by_himself(support: str, told: str) -> None:
    assert coarse_support(support, ENGLISH) == told


def test_who_came_is_not_told_of_organisations_with_few() -> None:
    told = text(built(filled(), edition=PUBLICATION), "Who were there?")
    assert "19 participants were present" in told
    assert "1 was absent" not in told
    assert "They came from Lindevoort, Heidebeek and other organisations." in told


def _blocks(within: Section, kind: type[B]) -> Iterator[B]:
    for block in within.blocks:
        if isinstance(block, Section):
            yield from _blocks(block, kind)
        elif isinstance(block, kind):
            yield block
