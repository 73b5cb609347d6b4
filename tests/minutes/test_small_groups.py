"""Small groups in the minutes and the answers: tables with their people, their notes, and what several of them said."""

from dataclasses import replace

import pytest

from tests.minutes.reading_back import PARTICIPANTS, PUBLICATION, built, section, strings, text
from tests.minutes.workshops import INFO, NAMES, ORGANISATIONS, a_round, person, prompt, said, workshop
from workshop_app.minutes.answers import answers
from workshop_app.minutes.document import Groups, Prose, Table
from workshop_app.model.values import Level, QuoteMode, Rule
from workshop_app.model.views import GroupView, RoundView, SeatView, WorkshopView

QUESTIONS = [prompt("q1", "Hoe maak ik ruimte?"), prompt("q2", "Wie betaalt?"), prompt("q3", "Wie beslist?")]
NOTES = [
    said("n1", "Begin klein", "insight", group_id="g1", mentions=3),
    said("n2", "Vaste tijd", "insight", group_id="g1"),
    said("n3", "Eén budget", "insight", group_id="g2"),
    said("n4", "Samen inkopen", "proposal", group_id="g2"),
    said("n5", "Zonder tafel", "insight"),
]


def seats(*numbers: int) -> tuple[SeatView, ...]:
    return tuple(SeatView(f"p{n}", locked=False) for n in numbers)


def at_tables(rule: Rule = Rule.NOT_ATTRIBUTED, own: bool = True, **fields: object) -> WorkshopView:
    """A round of two tables of three and one of two people."""
    groups = (
        GroupView("g1", "Tafel 1", "q1" if own else "", seats(0, 1, 2)),
        GroupView("g2", "Raamtafel", "q2" if own else "", seats(3, 4, 5)),
        GroupView("g3", f"Tafel van {NAMES[6]}", "", seats(6, 7)),
    )
    known: RoundView = replace(a_round("groups", QUESTIONS, NOTES), groups=groups, **fields)  # type: ignore[arg-type]
    return workshop(
        known,
        info=replace(INFO, rule=rule),
        participants=tuple(person(n) for n in range(8)),
        organisations=ORGANISATIONS,
    )


def table_of(view: WorkshopView, publish: bool = False) -> Table:
    (found,) = [
        b
        for b in section(
            built(view, edition=PUBLICATION if publish else PARTICIPANTS), "What do the groups bring back?"
        ).blocks
        if isinstance(b, Table)
    ]
    return found


def test_each_table_with_its_question_and_its_people() -> None:
    table = table_of(at_tables())
    assert [column.heading for column in table.columns] == ["Table", "Question", "Who"]
    assert table.rows[0] == ("Tafel 1", "Hoe maak ik ruimte?", "Noor Bakker, Joost Hermans, Ayşe Yıldız")
    assert table.rows[2] == (f"Tafel van {NAMES[6]}", "–", "2 people"), "so few point at a person"
    notes = [b for b in section(built(at_tables()), "What do the groups bring back?").blocks if isinstance(b, Prose)]
    assert Prose("Not dealt with at a table: Wie beslist?", "note") in notes


def test_when_all_work_on_the_same_the_questions_stand_in_a_list() -> None:
    view = at_tables(own=False)
    assert [column.heading for column in table_of(view).columns] == ["Table", "Who"]
    everything = list(strings(built(view)))
    assert all(item.text in everything for item in QUESTIONS)


def test_what_several_tables_said_comes_first_then_table_by_table() -> None:
    insight = section(built(at_tables()), "What is the insight of this table?")
    (told,) = insight.blocks
    assert isinstance(told, Groups)
    assert [(group.heading, [item.text for item in group.items]) for group in told.groups] == [
        ("Said by several tables", ["Begin klein (3 tables)"]),
        ("Tafel 1", ["Vaste tijd"]),
        ("Raamtafel", ["Eén budget"]),
        ("In general", ["Zonder tafel"]),
    ]
    assert "Samen inkopen" in text(built(at_tables()), "What does this table propose?")


@pytest.mark.parametrize(
    ("rule", "publish", "named"),
    [
        (Rule.BY_NAME, False, 8),
        (Rule.NOT_ATTRIBUTED, False, 6),
        (Rule.CHATHAM_HOUSE, False, 0),
        (Rule.BY_NAME, True, 0),
        (Rule.NOT_ATTRIBUTED, True, 0),
        (Rule.CHATHAM_HOUSE, True, 0),
    ],
)
def test_names_are_left_out_where_they_must_be(rule: Rule, publish: bool, named: int) -> None:
    table = table_of(at_tables(rule), publish)
    people = "\n".join(str(row[-1]) for row in table.rows)
    assert sum(name in people for name in NAMES[:8]) == named
    everything = "\n".join(strings(built(at_tables(rule), edition=PUBLICATION)))
    assert not [name for name in NAMES[:8] if name in everything], "nor in the name of a table"
    # A table of two tells how many sat there, so in the published version no table does.
    assert people.count("3 people") == (0 if named or publish else 2)


def test_an_anonymous_round_tells_all_notes_without_tables() -> None:
    notes = [replace(each, group_id="") for each in NOTES]
    view = at_tables(level=Level.ANONYMOUS, contributions=tuple(notes))
    (told,) = section(built(view), "What is the insight of this table?").blocks
    assert isinstance(told, Groups)
    assert [group.heading for group in told.groups] == ["Said by several tables", "In general"]


def test_a_theme_who_said_it_and_a_quote_are_told_too() -> None:
    notes = (
        said("n1", "Begin klein", "insight", group_id="g1", theme="Tijd", organisation_id="lindevoort"),
        said("n2", "Wij zijn op.", "insight", group_id="g1", mode=QuoteMode.VERBATIM, in_minutes=True),
        said("n3", "Van elders", "gone"),
    )
    everything = list(strings(built(at_tables(Rule.BY_NAME, contributions=notes))))
    assert "Tijd: Begin klein (Lindevoort)" in everything
    assert "“Wij zijn op.”" in everything
    assert "Van elders" in everything


def test_the_answers_name_tables_and_count_their_people() -> None:
    (entry,) = answers(at_tables())["rounds"]
    assert entry["groups"] == [
        {"name": "Tafel 1", "people": 3, "item": "q1"},
        {"name": "Raamtafel", "people": 3, "item": "q2"},
        {"name": f"Tafel van {NAMES[6]}", "people": 2, "item": ""},
    ]
    told = {each["text"]: (each["group"], each["mentions"]) for each in entry["said"]}
    assert told["Begin klein"] == ("Tafel 1", 3)
    assert told["Zonder tafel"] == ("", 1)
