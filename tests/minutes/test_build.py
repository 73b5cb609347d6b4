"""What stands in the minutes, and in which order."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.minutes.reading_back import built, section, sections, strings, text
from tests.minutes.workshops import (
    INFO,
    ORGANISATIONS,
    STARTED,
    a_round,
    filled,
    person,
    prompt,
    said,
    templates,
    workshop,
)
from workshop_app.minutes.charts import BarChart, DotChart, SpreadChart
from workshop_app.minutes.document import Bullets, KeyFigures, Prose, Section, Table
from workshop_app.minutes.matrix import Matrix
from workshop_app.model.values import (
    ACROSS_OPTION,
    DOTS_OPTION,
    ROOM_VOICE,
    UP_OPTION,
    Grain,
    Level,
    MinutesStatus,
    Origin,
    ParkedState,
    Presence,
    PromptRole,
    QuoteMode,
    organisation_voice,
)
from workshop_app.model.views import (
    ActionView,
    DecisionView,
    EarlierView,
    ParkedView,
    PromptView,
    ResponseView,
    RoundView,
)
from workshop_app.rounds.template import GlossaryTerm


def hands(**counts: int) -> tuple[ResponseView, ...]:
    """Hands of the room per option."""
    return tuple(ResponseView("", ROOM_VOICE, option, value) for option, value in counts.items())


def an_action(**fields: object) -> ActionView:
    made = ActionView("a1", "", "", "Cijfers delen", "", "", "", None, "", done=False)
    return replace(made, **fields)  # type: ignore[arg-type]


def a_quote(prompt_id: str, words: str, in_minutes: bool | None = True, mode: QuoteMode = QuoteMode.VERBATIM) -> object:
    return prompt(prompt_id, words, origin=Origin.ROOM, mode=mode, in_minutes=in_minutes)


# -------------------------------------------------------------------------------------------------- the whole document
def test_the_chapters_stand_in_order() -> None:
    chapters = [chapter.heading for chapter in built(filled(), GlossaryTerm("DVO", "overeenkomst")).sections]
    assert chapters == [
        "In short", "The rounds", "Decisions", "Actions", "Parked", "Follow-up to this session", "Who were there?",
        "About these minutes", "Glossary", "Sources",
    ]  # fmt: skip


@pytest.mark.parametrize("template_id", sorted(templates()))
def test_every_round_of_a_template_is_in_the_minutes_and_its_pause_is_not(template_id: str) -> None:
    view = filled(template_id)
    document = built(view)
    kickers = [each.kicker for each in section(document, "The rounds").blocks if hasattr(each, "kicker")]
    counted = [known for known in view.rounds if known.kind != "pause"]
    assert kickers[: len(counted)] == [f"Round {n}" for n in range(1, len(counted) + 1)]
    everything = "\n".join(strings(document))
    for known in counted:
        assert (known.question or known.title) in everything
        assert all(item.text in everything for item in known.items if item.in_minutes in (None, True) and not item.mode)
    assert "Pauze" not in everything


def test_an_empty_workshop_has_minutes_too() -> None:
    document = built(workshop())
    assert document.sections[0].heading == "In short"
    assert document.cover.decisions.note == "No decisions were taken."
    assert document.cover.actions.note == "No actions were agreed."


def test_braces_and_markup_in_what_people_typed_stay_as_they_are() -> None:
    hostile = "{title} <b>vet</b> %s {0} & {{x}}"
    view = workshop(
        a_round("recognition", [prompt("i", hostile, hands(yes=1))], [said("c", hostile, "explanation", "i")]),
        info=replace(INFO, title=hostile, place=hostile, summary=hostile, contact=hostile, evaluation=hostile),
        decisions=(DecisionView("d", "", hostile, hostile, hostile, hostile),),
        actions=(an_action(text=hostile, owner=hostile, due_text=hostile),),
        parked=(ParkedView("k", "", hostile, ParkedState.OPEN),),
    )
    assert sum(hostile in each for each in strings(built(view))) > 15


# ------------------------------------------------------------------------------------------------------- the first page
def test_the_head_says_when_where_and_who() -> None:
    facts = {fact.label: fact.value for fact in built(workshop()).cover.facts}
    assert facts == {
        "Date": "Thursday 12 November 2026",
        "Time": "13:30 – 16:00 o'clock",
        "Location": "De Kapel, Havenstraat 8, Waterrijk",
        "Chair": "Marieke van den Akker",
        "Note taker": "Joost Hermans",
        "Status": "Draft · reactions before 4 December 2026",
    }


@pytest.mark.parametrize(
    ("final", "info", "status"),
    [
        (False, replace(INFO, reactions_before=None), "Draft"),
        (False, replace(INFO, minutes_version=2), "Draft · reactions before 4 December 2026 · version 2"),
        (True, INFO, "Adopted"),
        (True, replace(INFO, adopted_on=date(2026, 12, 11)), "Adopted on 11 December 2026"),
        (False, replace(INFO, minutes_status=MinutesStatus.FINAL), "Draft · reactions before 4 December 2026"),
    ],
)
def test_concept_and_adopted(final: bool, info: object, status: str) -> None:
    document = built(workshop(info=info), final=final)
    assert document.cover.facts[-1].value == status
    assert document.cover.kicker == ("Minutes of the session" if final else "Draft minutes of the session")


def test_a_session_past_midnight_ends_on_the_clock() -> None:
    info = replace(INFO, start=time(23, 0), booked_minutes=90)
    facts = {fact.label: fact.value for fact in built(workshop(info=info)).cover.facts}
    assert facts["Time"] == "23:00 – 00:30 o'clock"


def test_decisions_and_the_first_actions_are_on_the_first_page() -> None:
    view = workshop(
        decisions=(
            DecisionView("d1", "", "Groen gaat voor. Bij de inrichting krijgt groen voorrang.", "", "", ""),
            DecisionView("d2", "", "Elk kwartaal één overzicht", "", "", ""),
        ),
        actions=(
            an_action(id="a1", text="later", due=date(2027, 2, 1)),
            an_action(id="a2", text="ooit"),
            an_action(id="a3", text="eerst", owner="Heidebeek", due=date(2026, 12, 1)),
            an_action(id="a4", text="gedaan", done=True),
        ),
    )
    cover = built(view).cover
    assert [(item.label, item.text, item.details) for item in cover.decisions.items] == [
        ("1", "Groen gaat voor", ("Bij de inrichting krijgt groen voorrang.",)),
        ("2", "Elk kwartaal één overzicht", ()),
    ]
    assert [(item.text, item.details) for item in cover.actions.items] == [
        ("eerst", ("Heidebeek · by Tue 1 Dec 2026",)),
        ("later", ("by Mon 1 Feb 2027",)),
        ("ooit", ()),
    ]
    assert cover.actions.more is not None
    assert (cover.actions.more.text, cover.actions.more.target) == ("All 4 actions", "#actions")


# -------------------------------------------------------------------------------------------------------------- summary
def test_the_summary_is_the_one_that_was_written() -> None:
    view = filled(summary="Wij kwamen eruit.")
    assert section(built(view), "In short").blocks[0] == Prose("Wij kwamen eruit.", "lead")


def test_without_a_summary_one_is_proposed_from_what_came_out() -> None:
    proposal = section(built(filled("korte-dialoog")), "In short").blocks[0]
    assert isinstance(proposal, Prose)
    assert proposal.text.startswith("19 participants of 10 organisations took part, in 6 rounds. ")
    assert "3 decisions were taken" in proposal.text


def test_a_placement_is_one_answer() -> None:
    placed = tuple(
        ResponseView("", organisation_voice(name), option, value)
        for name in ("a", "b")
        for option, value in ((ACROSS_OPTION, 9), (UP_OPTION, 4))
    )
    view = workshop(a_round("matrix", [prompt("i", "Waar staan we?", placed)]))
    figures = next(block for block in section(built(view), "In short").blocks if isinstance(block, KeyFigures)).figures
    assert ("2", "answers and contributions") in [(figure.number, figure.label) for figure in figures]


def test_the_key_figures_count() -> None:
    view = workshop(
        a_round("recognition", [prompt("i", "Zo?", hands(yes=3, no=2))], [said("c", "Ja", "explanation", "i")]),
        participants=(person(0), person(1), person(2, Presence.EXCUSED)),
    )
    figures = next(block for block in section(built(view), "In short").blocks if isinstance(block, KeyFigures)).figures
    assert [(figure.number, figure.label) for figure in figures] == [
        ("2", "participants present, 1 sent word of absence"),
        ("1", "round in 20 minutes"),
        ("6", "answers and contributions"),
    ]


def test_themes_are_compared_when_there_are_a_few() -> None:
    contributions = [
        said(f"c{n}", "tekst", "answer", "i", theme=theme)
        for n, theme in enumerate(("Geld", "Tijd", "Geld", "Mandaat"))
    ]
    chart = section(
        built(workshop(a_round("open", [prompt("i", "Wat?")], contributions))), "What was it about?"
    ).blocks[0]
    assert isinstance(chart, BarChart)
    assert [(row.label, row.values) for row in chart.rows] == [("Geld", (2,)), ("Mandaat", (1,)), ("Tijd", (1,))]


# --------------------------------------------------------------------------------------------------------------- rounds
def test_a_round_says_how_it_was_asked() -> None:
    document = built(workshop(a_round("resistance", [prompt("i", "Zucht", hands(yes=1))], title="Verzuchtingen")))
    assert section(document, "Which sigh do you hear at home?").meta == (
        "Verzuchtingen · hands in the room · anonymous · 20 minutes"
    )


def test_a_question_that_is_too_long_for_a_heading_stands_under_the_title() -> None:
    question = "Hoe zit het? " * 20
    document = built(workshop(a_round("open", [prompt("i", "Wat?")], title="Open vraag", question=question)))
    assert section(document, "Open vraag").blocks[0] == Prose(question)


def test_what_was_passed_over_is_named_as_such() -> None:
    view = workshop(
        a_round("open", [prompt("i", "Wat?")], [said("c", "Dit", "answer", "i")]),
        a_round("pause", title="Pauze"),
        a_round("recognition", skipped=True, title="Herkenbaar?"),
        a_round("selfscan", title="Zelfscan", started_at=None, spent_seconds=0),
        a_round("support", title="Draagvlak", enabled=False),
    )
    document = built(view)
    assert text(document, "Not dealt with").split("\n")[2::2] == ["Round 2: Herkenbaar?", "Round 3: Zelfscan"]
    assert not any("Draagvlak" in each or "Pauze" in each for each in strings(document))


def test_a_round_of_which_nothing_was_written_down_says_so() -> None:
    assert "Nothing was written down" in text(built(workshop(a_round("outcomes"))), "Who does what, and when?")


def test_hands_become_bars_in_the_order_of_the_script() -> None:
    view = workshop(
        a_round(
            "recognition",
            [
                prompt("a", "Eerst.", hands(yes=1, no=9)),
                prompt("b", "Dan.", hands(yes=9, partly=2)),
                prompt("c", "Niet gevraagd."),
            ],
        )
    )
    chart, note = section(built(view), "Do you recognise this?").blocks
    assert isinstance(chart, BarChart)
    assert chart.options == ("yes", "partly", "no")
    assert [(row.label, row.values) for row in chart.rows] == [("Eerst.", (1, 0, 9)), ("Dan.", (9, 2, 0))]
    assert note == Prose("Not counted: Niet gevraagd.", "note")


def test_sets_of_items_have_a_chart_each() -> None:
    items = [prompt(f"i{n}", f"Zucht {n}", hands(yes=n + 1), set_title=("Regio", "Elkaar")[n // 2]) for n in range(4)]
    blocks = section(built(workshop(a_round("resistance", items))), "Which sigh do you hear at home?").blocks
    assert [block.caption for block in blocks if isinstance(block, BarChart)] == [
        "Regio. The number of people for each answer.",
        "Elkaar. The number of people for each answer.",
    ]


def test_scores_are_shown_with_their_spread_the_lowest_first() -> None:
    def scored(prompt_id: str, *scores: int) -> object:
        given = (ResponseView("", organisation_voice(str(n)), str(score), 1) for n, score in enumerate(scores))
        return prompt(prompt_id, prompt_id, tuple(given))

    items = [scored("hoog", 4, 5, 5), scored("laag", 1, 2, 5)]
    words, chart = section(built(workshop(a_round("selfscan", items))), "How strong are we here?").blocks  # type: ignore[arg-type]
    assert words == Prose("Least strong: laag (lowest 1, mean 2.7). One missing factor is enough to hinder.")
    assert isinstance(chart, SpreadChart)
    assert [(r.label, r.lowest, r.mean_text, r.highest) for r in chart.ordered] == [
        ("laag", 1, "2.7", 5),
        ("hoog", 4, "4.7", 5),
    ]
    assert (chart.low, chart.high) == (1, 5)


def test_dots_are_counted_over_all_voices() -> None:
    given = tuple(ResponseView("", organisation_voice(str(n)), DOTS_OPTION, n) for n in (1, 2))
    items = [prompt("a", "Besparen", given), prompt("b", "Kennis delen")]
    chart = section(built(workshop(a_round("priorities", items))), "What weighs most?").blocks[0]
    assert isinstance(chart, DotChart)
    assert [(row.label, row.dots.count, row.dots.spoken) for row in chart.ordered] == [
        ("Besparen", 3, "(3 dots)"),
        ("Kennis delen", 0, "(0 dots)"),
    ]


def test_where_we_stand_is_a_table_of_now_and_wanted() -> None:
    items = [prompt("a", "Ketensturing", hands(now=7, wanted=1)), prompt("b", "Vraagsturing", hands(wanted=6))]
    heading = "Where do we stand now, and where do we want to go?"
    table = section(built(workshop(a_round("position", items, grain=Grain.ROOM))), heading).blocks[0]
    assert isinstance(table, Table)
    assert [column.heading for column in table.columns] == ["Option", "now", "wanted"]
    assert table.rows == (("Ketensturing", "7", "1"), ("Vraagsturing", "0", "6"))


def test_what_is_revealed_one_by_one_is_listed_as_far_as_it_was() -> None:
    items = [prompt("a", "Eerste"), prompt("b", "Tweede")]
    some = a_round("briefing", items, revealed=frozenset({("reveal", "a")}))
    assert "Tweede" not in text(built(workshop(some)), "Where do we start from?")
    assert "Tweede" in text(built(workshop(replace(some, revealed=frozenset()))), "Where do we start from?")


def a_matrix(level: Level = Level.ORGANISATION) -> RoundView:
    """Three municipalities between two axes."""
    places = {"waterrijk": (8, 7), "lindevoort": (2, 9), "heidebeek": (5, 1)}
    given = [
        ResponseView("", organisation_voice(key) if level is not Level.ANONYMOUS else f"ballot:{n}", option, value)
        for n, (key, place) in enumerate(places.items())
        for option, value in zip((ACROSS_OPTION, UP_OPTION), place, strict=True)
    ]
    around = [
        prompt("x", "onvolledig", role=PromptRole.AXIS, detail="volledig"),
        prompt("y", "wantrouwen", role=PromptRole.AXIS, detail="vertrouwen"),
        *(
            prompt(f"k{n}", name, role=PromptRole.QUADRANT)
            for n, name in enumerate(("stevig", "papier", "goed", "broos"))
        ),
    ]
    talk = [said("c1", "We kennen elkaar", "explanation", "a"), said("c2", "Goed om te zien", "round")]
    grain = Grain.BALLOT if level is Level.ANONYMOUS else Grain.ORGANISATION
    return a_round("matrix", [prompt("a", "Nu", given), *around], talk, grain=grain, level=level)


def test_a_matrix_is_a_picture_with_its_table_and_what_was_said() -> None:
    chapter = section(built(workshop(a_matrix(), organisations=ORGANISATIONS)), "Where do we stand?")
    picture, table, *talk = chapter.blocks
    assert isinstance(picture, Matrix)
    assert isinstance(table, Table)
    assert [(p.label, p.across, p.up) for p in picture.points] == [
        ("Heidebeek", 5, 1), ("Lindevoort", 2, 9), ("Waterrijk", 8, 7),
    ]  # fmt: skip
    assert picture.alt == (
        "3 points between two axes: in between 1, goed 1, stevig 1. "
        "To the right and upwards, from 1 to 9: Heidebeek 5, 1; Lindevoort 2, 9; Waterrijk 8, 7."
    )
    assert table.rows == (("1", "Heidebeek", "in between"), ("2", "Lindevoort", "goed"), ("3", "Waterrijk", "stevig"))
    assert len(talk) == 2


def test_an_anonymous_matrix_tells_only_how_many_stand_in_a_quarter() -> None:
    picture, table, *_ = section(built(workshop(a_matrix(Level.ANONYMOUS))), "Where do we stand?").blocks
    assert isinstance(picture, Matrix)
    assert isinstance(table, Table)
    assert {point.label for point in picture.points} == {""}
    assert table.rows == (("stevig", "1"), ("papier", "0"), ("goed", "1"), ("broos", "0"), ("in between", "1"))


def test_what_moved_since_the_previous_session() -> None:
    def scored(prompt_id: str, words: str, before: dict[str, int], **now: int) -> PromptView:
        return replace(
            prompt(prompt_id, words, hands(**now)), earlier=tuple(EarlierView(o, n) for o, n in before.items())
        )

    items = [
        scored("a", "Toegang", {"arranged": 2, "partly": 8}, arranged=5, partly=5),
        scored("b", "Budget", {"arranged": 5, "not": 5}, arranged=1, partly=9),
        scored("c", "Inkoop", {"arranged": 1, "partly": 1}, arranged=5, unknown=5),
        scored("d", "Beleid", {"arranged": 1}),
        scored("e", "Nieuw", {}, arranged=3),
    ]
    info = replace(INFO, previous_title="Samen verder", previous_day=date(2026, 3, 12))
    blocks = section(built(workshop(a_round("checklist", items), info=info)), "What has been arranged?").blocks
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows == (
        ("Toegang", "2 of 10", "5 of 10", "↑ more"),
        ("Budget", "5 of 10", "1 of 10", "↓ less"),
        ("Inkoop", "1 of 2", "5 of 10", "= the same"),
        ("Beleid", "1 of 1", "–", ""),
    )
    assert "12 March 2026" in table.caption
    words = [block.text for block in blocks if isinstance(block, Prose)]
    assert "Since the previous session 1 went up, 1 went down and 1 stayed the same." in words


@pytest.mark.parametrize("kind", ["options", "groups"])
def test_prompts_and_what_was_said_are_told_without_any_answer(kind: str) -> None:
    items = [prompt("a", "Convenant", detail="licht"), prompt("q", "Wat regelt het?", role=PromptRole.QUESTION)]
    contributions = [
        said("c1", "Snel klaar", "explanation", "a"),
        said("c2", "In het algemeen goed", "round"),
        said("c3", "De inzet", "explanation", "q"),
    ]
    everything = text(built(workshop(a_round(kind, items, contributions))), "The rounds").split("\n")
    for expected in ("Convenant", "licht", "Snel klaar", "In het algemeen goed", "Wat regelt het?", "De inzet"):
        assert expected in everything


def test_weighed_options_are_told_in_words_and_tables() -> None:
    def scored(prompt_id: str, words: str, **scores: str) -> PromptView:
        voices = [
            ResponseView(criterion, organisation_voice(str(n)), score, 1)
            for criterion, given in scores.items()
            for n, score in enumerate(given)
        ]
        return prompt(prompt_id, words, voices)

    criteria = [prompt(f"c{n}", f"criterium {n}", role=PromptRole.CRITERION) for n in range(5)]
    same = dict.fromkeys(("c1", "c2", "c3", "c4"), "34")
    items = [scored("a", "Convenant", c0="15", **same), scored("b", "Centrumregeling", c0="45", **same)]
    known = a_round(
        "options", [*items, *criteria], [said("s", "Snel klaar", "explanation", "a")], grain=Grain.ORGANISATION
    )
    chapter = section(built(workshop(known)), "Which form fits us?")
    bullets, words, first, second, talk = chapter.blocks
    assert isinstance(bullets, Bullets)
    assert words == Prose(
        "The highest: Centrumregeling (+3.5). Most divided, marked ≠: Convenant on criterium 0 (from −− to ++)."
    )
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert [column.heading for column in first.columns] == ["Option", "criterium 0", "criterium 1", "criterium 2"]
    assert first.rows == (
        ("Convenant", "0 ≠ from −− to ++", "+0.5", "+0.5"),
        ("Centrumregeling", "+1.5", "+0.5", "+0.5"),
    )
    assert second.rows == (("Convenant", "+0.5", "+0.5", "+2"), ("Centrumregeling", "+0.5", "+0.5", "+3.5"))
    assert "one answer per organisation" in chapter.meta
    assert isinstance(talk, Section)


def test_of_the_room_there_is_no_difference_and_what_was_not_chosen_is_named() -> None:
    criterion = prompt("c", "kosten", role=PromptRole.CRITERION)
    items = [
        prompt("a", "Convenant", [ResponseView("c", ROOM_VOICE, "4", 1)], chosen=True),
        prompt("b", "Centrumregeling", [ResponseView("c", ROOM_VOICE, "4", 1)], chosen=True),
        prompt("d", "Openbaar lichaam", [ResponseView("c", ROOM_VOICE, "1", 1)]),
    ]
    known = a_round("options", [*items, criterion], variant="numbers")
    words = text(built(workshop(known)), "Which form fits us?").split("\n")
    assert "The highest: Convenant and Centrumregeling (4)." in words
    assert "Not weighed: Openbaar lichaam." in words
    assert "Scores from 1 (low) to 5 (high)." in words


def test_a_case_has_its_facts_and_its_strands() -> None:
    items = [prompt("a", "Zo licht mogelijk", detail="Een regio houdt haar overeenkomst.")]
    contributions = [said("c1", "Het raakt me", "touched", "a"), said("c2", "Wij doen mee", "decision", "a")]
    words = text(built(workshop(a_round("case", items, contributions))), "Zo licht mogelijk").split("\n")
    assert words == [
        "Zo licht mogelijk", "Een regio houdt haar overeenkomst.",
        "What touches you?", "•", "Het raakt me", "What do we do?", "•", "Wij doen mee",
    ]  # fmt: skip


def test_whose_turn_it_is_stands_with_the_topic() -> None:
    items = [prompt("a", "Inkoop", hands(arranged=3)), prompt("b", "Vervoer", origin=Origin.ROOM)]
    view = workshop(
        a_round("checklist", items, [said("c", "Het PFO", "turn", "a"), said("d", "Zandhaven", "turn", "b")])
    )
    words = text(built(view), "Whose turn is it?").split("\n")
    assert words == ["Whose turn is it?", "Inkoop", "•", "Het PFO", "Vervoer", "•", "Zandhaven"]


def test_conditions_stand_with_the_support() -> None:
    items = [prompt("a", "We gaan door", (ResponseView("", organisation_voice("x"), "provided", 1),))]
    words = text(built(workshop(a_round("support", items, [said("c", "Meer tijd", "needed", "a")]))), "The rounds")
    assert "yes, provided" in words
    assert "Meer tijd" in text(
        built(workshop(a_round("support", items, [said("c", "Meer tijd", "needed", "a")]))),
        "What do you need to go along?",
    )


def test_themes_part_what_was_said_under_a_prompt() -> None:
    contributions = [
        said("c1", "los", "answer", "a"),
        said("c2", "geld 1", "answer", "a", theme="Geld"),
        said("c3", "geld 2", "answer", "a", theme="Geld"),
    ]
    words = text(built(workshop(a_round("open", [prompt("a", "Wat?")], contributions))), "Wat?").split("\n")
    assert words[:2] == ["Wat?", "Geld"]
    assert words[-3:] == ["Other", "•", "los"]


def test_nothing_that_was_said_is_lost() -> None:
    """Also not what was said in a strand that the kind does not have, or on a prompt that was switched off later."""
    items = [prompt("a", "Aan"), prompt("b", "Uit", included=False), prompt("q", "Vraag", role=PromptRole.QUESTION)]
    strands = ("answer", "needed", "explanation", "beneath", "round", "elders")
    contributions = [
        said(f"{strand}{on}", f"gezegd {strand} {on}.", strand, on) for strand in strands for on in ("", "a", "b", "q")
    ]
    for kind in ("open", "recognition", "resistance", "principles", "case", "matrix", "outcomes", "lowest"):
        words = text(built(workshop(a_round(kind, items, contributions))), "The rounds").split("\n")
        assert sorted(word for word in words if word.startswith("gezegd")) == sorted(c.text for c in contributions), (
            kind
        )


def test_prompts_without_notes_are_named() -> None:
    items = [prompt("a", "Wat nu?"), prompt("b", "En dan?")]
    words = text(built(workshop(a_round("open", items, [said("c", "Dit", "answer", "a")]))), "The rounds")
    assert "Without notes: En dan?" in words


# --------------------------------------------------------------------------------------------------------------- quotes
def test_quotes_of_the_room_are_in_it_only_when_they_are_marked() -> None:
    items = [
        prompt("a", "Van het draaiboek", hands(yes=4)),
        a_quote("r1", "Dit mag", mode=QuoteMode.PARAPHRASE),
        a_quote("r2", "Dit is niet gevraagd", in_minutes=None),
        a_quote("r3", "Dit mag niet", in_minutes=False),
    ]
    contributions = [
        said("c1", "Als citaat", "beneath", "a", mode=QuoteMode.VERBATIM, in_minutes=True),
        said("c2", "Niet gekozen citaat", "beneath", "a", mode=QuoteMode.VERBATIM),
        said("c3", "Gewone opmerking", "beneath", "a"),
        said("c4", "Liever niet", "beneath", "a", in_minutes=False),
        said("c5", "Onder een citaat dat niet mag", "beneath", "r3"),
    ]
    words = "\n".join(strings(built(workshop(a_round("resistance", items, contributions)))))  # type: ignore[arg-type]
    for shown in (
        "“Dit mag”",
        "from the room, paraphrase",
        "“Als citaat”",
        "from the room, literally",
        "Gewone opmerking",
    ):
        assert shown in words
    for hidden in ("Dit is niet gevraagd", "Dit mag niet", "Niet gekozen citaat", "Liever niet", "Onder een citaat"):
        assert hidden not in words


def test_the_chosen_quotes_have_their_recognition_and_what_lies_beneath() -> None:
    items = [prompt("a", "De regio is ver weg.", hands(yes=12, partly=5), chosen=True), prompt("b", "Een ander")]
    contributions = [
        said("c1", "Wij willen gezien worden", "beneath", "a"),
        said("c2", "Iets anders", "beneath", "b"),
        said("c3", "Nee", "answer"),
    ]
    view = workshop(a_round("resistance", items, contributions, closing_question="Kun je inwoners goed helpen?"))
    chosen = [each for each in sections(built(view)) if each.heading == "What lies beneath it?"]
    assert [each.kicker for each in chosen] == ["Chosen by the room", "About the others"]
    words = text(built(view), "The rounds").split("\n")
    for first, second in (
        ("“De regio is ver weg.”", "yes 12, partly 5, no 0"),
        ("yes 12, partly 5, no 0", "•"),
        ("Our question", "Kun je inwoners goed helpen?"),
        ("Kun je inwoners goed helpen?", "What the room answered"),
    ):
        assert (
            words[words.index(first, words.index("Chosen by the room") if first.startswith("“") else 0) + 1] == second
        )


def test_a_sigh_is_told_from_the_other_chair_too() -> None:
    items = [prompt("a", "De regio is ver weg.", chosen=True), prompt("b", "Een ander", chosen=True)]
    contributions = [
        said("c1", "Wij willen gezien worden", "beneath", "a"),
        said("c2", "Zij missen iemand om te bellen", "other_chair", "a"),
        said("c3", "Tijd", "beneath", "b"),
    ]
    view = workshop(a_round("resistance", items, contributions, variant="chairs"))
    words = [*text(built(view), "What lies beneath it?").split("\n")]
    assert words == [
        "Chosen by the room", "What lies beneath it?",
        "“De regio is ver weg.”",
        "From the other chair", "•", "Zij missen iemand om te bellen",
        "What lies beneath it?", "•", "Wij willen gezien worden",
        "“Een ander”", "•", "Tijd",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------------------------- outcomes
def test_decisions_have_their_support_and_reservation() -> None:
    view = workshop(decisions=(DecisionView("d", "", "Samen verder", "19 ja", "eerst de raad", "college"),))
    assert text(built(view), "Decisions").split("\n") == [
        "Decisions", "B1", "Samen verder", "Support: 19 ja", "Reservation: eerst de raad", "To be ratified by: college",
    ]  # fmt: skip


def test_actions_have_an_owner_a_date_and_a_state() -> None:
    view = workshop(
        participants=(person(0),),
        organisations=ORGANISATIONS,
        actions=(
            an_action(owner="Anna", due=date(2026, 12, 1)),
            an_action(participant_id="p0", organisation_id="lindevoort", due_text="voorjaar", done=True),
            an_action(),
        ),
    )
    table = section(built(view), "Actions").blocks[0]
    assert isinstance(table, Table)
    cells = [tuple(cell if isinstance(cell, str) else cell.text for cell in row) for row in table.rows]
    assert cells == [
        ("A1", "Cijfers delen", "Anna", "Tue 1 Dec 2026", "open"),
        ("A2", "Cijfers delen", "Noor Bakker, Lindevoort", "voorjaar", "done"),
        ("A3", "Cijfers delen", "to be agreed", "to be agreed", "open"),
    ]


def test_the_follow_up_is_what_was_agreed_in_the_round() -> None:
    question = prompt("q", "Wanneer kijken we terug?", role=PromptRole.QUESTION)
    outcomes = a_round("outcomes", [question], [said("c", "in maart", "answer", "q")])
    view = workshop(outcomes, info=replace(INFO, evaluation=""))
    assert "We look back together: in maart" in text(built(view), "Follow-up to this session")
    assert "bij de gemeente Heidebeek" in text(built(workshop(outcomes)), "Follow-up to this session")


def test_attendance_tells_who_came_late_left_or_stayed_away() -> None:
    people = (
        person(0), person(1, late=True),
        replace(person(2, late=True), presence=Presence.LEFT, left_at=STARTED + timedelta(minutes=90)),
        person(3, Presence.EXCUSED), person(4, Presence.ABSENT), person(5, Presence.EXPECTED),
        person(6, Presence.EXCUSED), replace(person(7), replaces_id=person(6).id),
    )  # fmt: skip
    chapter = section(built(workshop(participants=people, organisations=ORGANISATIONS)), "Who were there?")
    assert chapter.blocks[0] == Prose(
        "4 participants were present, 2 were absent with notice and 1 was absent without notice."
    )
    table = chapter.blocks[1]
    assert isinstance(table, Table)
    came, went = (f"{(STARTED + timedelta(minutes=minutes)).astimezone():%H:%M}" for minutes in (25, 90))
    assert [(row[0], row[3]) for row in table.rows] == [
        ("Marieke van den Akker", "present, in place of Tess Vermeulen"),
        ("Noor Bakker", "present"),
        ("Ayşe Yıldız", f"present, came later ({came})"),
        ("Joost Hermans", f"present, came later ({came}), left early ({went})"),
        ("Tess Vermeulen", "replaced by Marieke van den Akker"),
        ("Łukasz Wójcik", "absent, with notice"),
        ("Priya Ramdin", "absent, without notice"),
        ("Emre Doğan", "not marked"),
    ]


# ------------------------------------------------------------------------------------------------------------- colophon
def test_only_terms_that_occur_are_explained() -> None:
    terms = (
        GlossaryTerm("PFO", "portefeuillehoudersoverleg"),
        GlossaryTerm("GR", "regeling"),
        GlossaryTerm("delen", "geven"),
    )
    view = workshop(
        a_round("open", [prompt("a", "GROEN gras?")], [said("c", "Het pfo. Delen van P&C.", "answer", "a")])
    )
    table = section(built(view, *terms, GlossaryTerm("P&C", "planning en control")), "Glossary").blocks[0]
    assert isinstance(table, Table)
    assert table.rows == (("delen", "geven"), ("P&C", "planning en control"))


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("regio@waterrijk.example", "mailto:regio@waterrijk.example"),
        ("de griffie, 012 345 67 89", "Ask de griffie, 012 345 67 89."),
        ("", "Ask Gemeente Waterrijk."),
    ],
)
def test_whom_to_ask(contact: str, expected: str) -> None:
    document = built(workshop(info=replace(INFO, contact=contact)))
    assert any(expected in each for each in strings(section(document, "About these minutes")))


def test_the_sources_are_named() -> None:
    words = text(built(workshop()), "Sources")
    assert "Robuuste samenwerking BW/MO" in words
    assert "Naar robuustere gemeentelijke samenwerking" in words


def test_colours_that_are_none_stay_ours() -> None:
    document = built(workshop(info=replace(INFO, primary_colour="rood", accent_colour="#112233")))
    assert (document.style.primary, document.style.accent) == ("#0B5563", "#112233")


def test_one_theme_stands_under_its_question_and_what_was_said_often_says_so() -> None:
    contributions = [
        said("c1", "geld 1", "needed", "a", theme="Geld", mentions=3, seq=1),
        said("c2", "geld 2", "needed", "a", theme="Geld", seq=2),
    ]
    known = a_round("lowest", [prompt("a", "Tijd")], contributions)
    words = text(built(workshop(known)), "Tijd").split("\n")
    assert sorted(words[words.index("Geld") + 1 :]) == ["geld 1 (said 3 times)", "geld 2", "•", "•"]
