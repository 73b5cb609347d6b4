"""Who reads a public version and calculates, subtracts or compares, finds nobody in it."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.minutes.reading_back import CHATHAM, ENGLISH, PUBLICATION, built, section, strings, text
from tests.minutes.workshops import INFO, ORGANISATIONS, a_round, person, prompt, said, workshop
from workshop_app.minutes.charts import BarChart, Sum
from workshop_app.minutes.document import Document, KeyFigures, Table
from workshop_app.minutes.edition import Edition
from workshop_app.minutes.proposal import proposed_summary
from workshop_app.minutes.support import coarse_support
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, Grain, Origin, QuoteMode, Rule, ballot_voice
from workshop_app.model.views import ActionView, DecisionView, EarlierView, ParticipantView, ResponseView, RoundView
from workshop_app.rounds.catalogue import KINDS

COUNTS = st.lists(st.integers(0, 9), min_size=3, max_size=3)
PUBLIC = (PUBLICATION, CHATHAM)


def _everything(document: Document) -> str:
    return "\n".join(strings(document))


# ------------------------------------------------------------------------------------- one number taken from another
def _compared(counts: list[int], before: list[int]) -> RoundView:
    keys = KINDS["recognition"].scale.keys  # type: ignore[union-attr]
    now = [ResponseView("", ROOM_VOICE, key, n) for key, n in zip(keys, counts, strict=True) if n]
    earlier = tuple(EarlierView(key, n) for key, n in zip(keys, before, strict=True) if n)
    return a_round("recognition", [prompt("i", "Punt", now, earlier=earlier)], grain=Grain.ROOM, question="Vraag?")


@given(COUNTS, COUNTS)
def test_a_comparison_tells_no_count_that_the_chart_told_only_together(counts: list[int], before: list[int]) -> None:
    blocks = section(built(workshop(_compared(counts, before)), edition=PUBLICATION), "Vraag?").blocks
    charts = [block for block in blocks if isinstance(block, BarChart)]
    tables = [block for block in blocks if isinstance(block, Table)]
    alone = {row.label: not isinstance(row.values[0], Sum) for chart in charts for row in chart.rows}
    for table in tables:
        for label, *told in table.rows:
            assert alone.get(str(label)) or str(told[1]) != f"{counts[0]} of {sum(counts)}"
            assert "of 0" not in str(told)


@given(COUNTS)
def test_the_proposed_summary_tells_no_count_that_the_chart_told_only_together(counts: list[int]) -> None:
    view = workshop(_compared(counts, [0, 0, 0]))
    blocks = section(built(view, edition=PUBLICATION), "Vraag?").blocks
    chart = next((block for block in blocks if isinstance(block, BarChart)), None)
    if chart is None or isinstance(chart.rows[0].values[0], Sum):
        assert f"{counts[0]} of {sum(counts)}" not in proposed_summary(view, ENGLISH)


def test_a_low_mean_is_compared_as_a_mean() -> None:
    scores = [ResponseView("", ballot_voice(n), "2", 1) for n in range(6)]
    item = prompt("i", "Punt", scores, earlier=(EarlierView("1", 6),))
    document = built(workshop(a_round("selfscan", [item], grain=Grain.BALLOT, question="Vraag?")), edition=PUBLICATION)
    (table,) = [block for block in section(document, "Vraag?").blocks if isinstance(block, Table)]
    assert table.rows == (("Punt", "1.0", "2.0", "↑ more"),)


def test_an_earlier_mean_of_few_is_not_published() -> None:
    scores = [ResponseView("", ballot_voice(n), "4", 1) for n in range(6)]
    item = prompt("i", "Punt", scores, earlier=(EarlierView("1", 2),))
    document = built(workshop(a_round("selfscan", [item], grain=Grain.BALLOT, question="Vraag?")), edition=PUBLICATION)
    assert "1.0" not in text(document, "Vraag?")


def test_the_number_of_answers_does_not_tell_the_count_that_is_left_out() -> None:
    def answers(few: int) -> str:
        given = zip(("Veel", "Weinig"), (20, few), strict=True)
        items = [prompt(name, name, [ResponseView("", ROOM_VOICE, DOTS_OPTION, n)]) for name, n in given]
        document = built(workshop(a_round("priorities", items, question="Vraag?")), edition=PUBLICATION)
        (figures,) = [b for b in section(document, "In short").blocks if isinstance(b, KeyFigures)]
        return str(figures)

    assert answers(1) == answers(2)


@pytest.mark.parametrize("edition", PUBLIC)
def test_the_proposed_summary_counts_no_one_or_two(edition: Edition) -> None:
    view = workshop(_compared([5, 5, 5], [0, 0, 0]), participants=(person(0), person(1)), organisations=ORGANISATIONS)
    assert "2 participants" not in _everything(built(view, edition=edition))


@pytest.mark.parametrize(
    ("support", "told"),
    [
        ("8 van de 10 gemeenten ja", False),
        ("9/10", False),
        ("9 of the 10", False),
        ("Negen van de tien gemeenten", False),
        ("6 van de 10 gemeenten ja", True),
        ("10 van de 10", True),
    ],
)
def test_support_does_not_leave_one_or_two_over(support: str, told: bool) -> None:
    assert (coarse_support(support, ENGLISH) == support) == told


# -------------------------------------------------------------------------------------------- names as people type them
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Noor Bakker", "Noors voorstel"),
        ("Noor Bakker", "het voorstel van Bakker’s team"),
        ("Ayşe Yıldız", "Ayse Yildiz vindt dat"),
        ("Ayşe Yıldız", "Yildiz vindt dat"),
        ("Łukasz Wójcik", "Lukasz vindt dat"),
        ("Zoe Muller", "Zoë Müller vindt dat"),
        ("Zoë Müller", unicodedata.normalize("NFD", "dat zei Zoë")),
        ("Li Wang", "dat zei Li"),
        ("Noor Bakker", "mail noor.bakker@heidebeek.example"),
        ("Noor Bakker", "mail n.bakker@heidebeek.example"),
    ],
)
@pytest.mark.parametrize("edition", PUBLIC)
def test_a_name_is_found_as_people_type_it(name: str, typed: str, edition: Edition) -> None:
    there = (replace(person(0), name=name), replace(person(0), id="q", name="Iemand Anders"))
    typed_texts = f"Eerst dit: {typed}"
    view = workshop(
        a_round("open", contributions=[said("c", typed_texts, "answer")], question="Vraag?"),
        info=replace(INFO, summary=typed_texts, footer=typed_texts, template_title=typed_texts, source=typed_texts),
        participants=there,
        organisations=ORGANISATIONS,
        decisions=(DecisionView("d", "", typed_texts, "", "", ""),),
    )
    whole = _everything(built(view, edition=edition))
    assert "Eerst dit" in whole
    hidden = {part for part in (*name.split(), *typed.split()) if part[0].isupper() or "@" in part}
    assert not [part for part in hidden if part in whole]
    assert typed in _everything(built(view)) or typed != unicodedata.normalize("NFC", typed)


def test_other_words_stay_as_they_were() -> None:
    kept = "De bakker en de noordkant; mail info@heidebeek.example, Noorderlicht"
    view = workshop(participants=(person(0),), decisions=(DecisionView("d", "", kept, "", "", ""),))
    assert kept in text(built(view, edition=PUBLICATION), "Decisions")


# ------------------------------------------------------------------------------- who took part, under the Chatham rule
def _chatham_workshop(action: ActionView) -> Document:
    people: tuple[ParticipantView, ...] = (person(0), person(1))
    contributions = [
        said("c1", "Heidebeek: wethouder en teammanager", "answer"),
        said("c2", "Wij van Heidebeek sluiten aan", "answer", mode=QuoteMode.VERBATIM, in_minutes=True),
    ]
    own = prompt("i", "Dat zegt Heidebeek altijd", origin=Origin.ROOM, mode=QuoteMode.VERBATIM, in_minutes=True)
    return built(
        workshop(
            a_round("open", contributions=contributions, question="Vraag?"),
            a_round("resistance", [own], question="Welke?"),
            info=replace(INFO, rule=Rule.CHATHAM_HOUSE, evaluation="", summary="Heidebeek zag op tegen de kosten."),
            participants=people,
            organisations=ORGANISATIONS,
            decisions=(DecisionView("d", "", "Zo doen we het", "Heidebeek niet", "Heidebeek wil eerst de raad", ""),),
            actions=(action,),
        ),
        edition=CHATHAM,
    )


def test_what_was_said_does_not_tell_which_organisations_were_there() -> None:
    action = ActionView("a", "", "", "Heidebeek belt", "Ayşe Yıldız", "p1", "heidebeek", None, "", done=False)
    whole = _everything(_chatham_workshop(action))
    assert "Heidebeek" not in whole
    assert "(organisation): wethouder en teammanager" in whole


def test_an_action_given_to_an_organisation_stays_with_it() -> None:
    action = ActionView("a", "", "", "Bellen", "", "", "merenwijk", None, "", done=False)
    assert "Merenwijk" in text(_chatham_workshop(action), "Actions")
