"""The version for one organisation: its own scores beside those of the region, never those of another; its own actions
first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.minutes.reading_back import built, section, strings, text
from tests.minutes.workshops import ORGANISATIONS, a_round, filled, prompt, workshop
from workshop_app.minutes.charts import BarChart, SpreadChart
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.minutes.matrix import Matrix
from workshop_app.model.values import ACROSS_OPTION, UP_OPTION, Grain, Level, Rule, organisation_voice
from workshop_app.model.views import ResponseView, RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS

OWN, OTHERS = ORGANISATIONS[0], ORGANISATIONS[1:]
FOR_OWN = Edition(Audience.ORGANISATION, OWN.id)


def by_organisation(kind: str, options: list[str], **fields: bool | Level) -> WorkshopView:
    """A round in which the first organisations each chose the option at their place."""
    given = [ResponseView("", organisation_voice(ORGANISATIONS[n].id), o, 1) for n, o in enumerate(options)]
    known = a_round(kind, [prompt("i", "Punt", given)], question="Vraag?", grain=Grain.ORGANISATION)
    known = replace(known, **fields)  # type: ignore[arg-type]
    return workshop(known, organisations=ORGANISATIONS)


def own_answer(view: WorkshopView) -> str | int | None:
    """What stands in the column of the organisation; None when there is none."""
    chart = next(
        b for b in section(built(view, edition=FOR_OWN), "Vraag?").blocks if isinstance(b, BarChart | SpreadChart)
    )
    return chart.rows[0].own if chart.own == OWN.name else None


def test_own_scores_stand_beside_the_region_from_five_organisations() -> None:
    assert own_answer(by_organisation("selfscan", ["2", "3", "3", "4", "5"])) == 2
    assert own_answer(by_organisation("selfscan", ["2", "3", "3", "4"])) is None
    options = KINDS["checklist"].scale.keys if KINDS["checklist"].scale else ()
    assert own_answer(by_organisation("checklist", [options[0], *[options[1]] * 4])) == "arranged"
    assert own_answer(by_organisation("checklist", [options[0], *[options[1]] * 3])) is None


@pytest.mark.parametrize("fields", [{"heads": True}, {"level": Level.ANONYMOUS}])
def test_what_people_gave_is_not_the_score_of_their_organisation(fields: dict[str, bool | Level]) -> None:
    assert own_answer(by_organisation("selfscan", ["2", "3", "3", "4", "5"], **fields)) is None


@st.composite
def given_by_organisations(draw: st.DrawFn) -> RoundView:
    kind = KINDS[
        draw(st.sampled_from(["matrix", "selfscan", "checklist", "position", "options", "support", "principles"]))
    ]
    items = []
    for n in range(2):
        responses = []
        for organisation in ORGANISATIONS[: draw(st.integers(1, 8))]:
            voice = organisation_voice(organisation.id)
            if kind.id == "matrix":
                place = draw(st.integers(1, 9)), draw(st.integers(1, 9))
                responses += [
                    ResponseView("", voice, o, v) for o, v in zip((ACROSS_OPTION, UP_OPTION), place, strict=True)
                ]
            elif kind.scale:
                responses.append(ResponseView("", voice, draw(st.sampled_from(kind.scale.keys)), 1))
            else:
                responses.append(ResponseView("c", voice, str(draw(st.integers(1, 5))), 1))
        items.append(prompt(f"i{n}", f"Punt {n}", responses))
    return a_round(kind.id, items, question="Vraag?", grain=Grain.ORGANISATION, level=draw(st.sampled_from(Level)))


@given(given_by_organisations(), st.sampled_from(Rule))
def test_no_other_organisation_can_be_told_from_the_scores(known: RoundView, rule: Rule) -> None:
    view = workshop(known, organisations=ORGANISATIONS)
    view = replace(view, info=replace(view.info, rule=rule))
    told = list(strings(section(built(view, edition=FOR_OWN), "Vraag?")))
    assert not [words for words in told for other in OTHERS if other.name in words or other.id in words]


@pytest.mark.parametrize(("organisations", "marked"), [(5, True), (4, False)])
def test_the_own_place_in_a_matrix_is_marked_where_enough_others_stand(organisations: int, marked: bool) -> None:
    responses = [
        ResponseView("", organisation_voice(organisation.id), option, 1 + n)
        for n, organisation in enumerate(ORGANISATIONS[:organisations])
        for option in (ACROSS_OPTION, UP_OPTION)
    ]
    known = a_round("matrix", [prompt("i", "Nu", responses)], question="Vraag?", grain=Grain.ORGANISATION)
    within = section(built(workshop(known, organisations=ORGANISATIONS), edition=FOR_OWN), "Vraag?")
    (matrix,) = [block for block in within.blocks if isinstance(block, Matrix)]
    assert {point.label for point in matrix.points} == ({"", OWN.name} if marked else {""})
    assert (OWN.name in matrix.alt) == marked


def test_own_actions_come_first() -> None:
    document = built(filled(), edition=Edition(Audience.ORGANISATION, "heidebeek"))
    told = text(document, "Actions")
    assert told.index("Of Heidebeek") < told.index("A2") < told.index("Of others") < told.index("A1")
    mine = built(filled(), edition=FOR_OWN)
    assert mine.cover.actions.items[0].text == "Concept van de mandaatregeling rondsturen"


def test_the_version_says_for_whom_it_is() -> None:
    document = built(filled(), edition=FOR_OWN)
    assert document.cover.kicker.endswith("version for Lindevoort")
    assert "This version is for Lindevoort" in text(document, "About these minutes")
    with pytest.raises(ValueError, match="names it"):
        Edition(Audience.ORGANISATION)
