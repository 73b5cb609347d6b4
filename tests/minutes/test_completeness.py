"""What is missing before the minutes can go out."""

from dataclasses import replace

from tests.minutes.workshops import a_round, filled, person, prompt, said, workshop
from workshop_app.minutes.completeness import Finding, Gap, completeness
from workshop_app.model.values import Origin, ParkedState, Presence, QuoteMode
from workshop_app.model.views import ActionView, DecisionView, ParkedView


def action(action_id: str, owner: str = "", due_text: str = "", done: bool = False) -> ActionView:
    return ActionView(action_id, "", "", "Bellen", owner, "", "", None, due_text, done)


def test_everything_that_is_missing_is_found_with_its_place() -> None:
    missing = {finding.gap: finding.targets for finding in completeness(filled("korte-dialoog"))}
    assert missing == {
        Gap.ACTION: ("a3", "a4"),
        Gap.DECISION: ("d3",),
        Gap.PARKED: ("k1",),
        Gap.QUOTE: ("resistance.r2",),
    }


def test_an_action_needs_an_owner_and_a_date_unless_it_is_done() -> None:
    actions = (
        action("a", "Anna", "voorjaar"),
        action("b", "Anna"),
        action("c", "", "voorjaar"),
        action("d", done=True),
    )
    assert completeness(workshop(actions=actions)) == (Finding(Gap.ACTION, ("b", "c")),)


def test_a_quote_must_be_judged_only_in_rounds_that_are_on() -> None:
    room = prompt("r", "Zucht", origin=Origin.ROOM)
    contributions = (said("c", "Mooi gezegd", "beneath", mode=QuoteMode.VERBATIM), said("d", "Gewoon", "beneath"))
    known = a_round("resistance", [prompt("t", "Draaiboek"), room], contributions)
    assert completeness(workshop(known)) == (Finding(Gap.QUOTE, ("r", "c")),)
    assert completeness(workshop(replace(known, enabled=False))) == ()


def test_rounds_that_were_not_held_are_told_unless_passed_over_on_purpose() -> None:
    fresh = [replace(a_round(kind), started_at=None, spent_seconds=0) for kind in ("open", "pause", "support")]
    view = workshop(*fresh[:2], replace(fresh[2], skipped=True), a_round("checkin"))
    assert completeness(view) == (Finding(Gap.ROUND, ("open",)),)


def test_nobody_present_and_a_parked_item() -> None:
    view = workshop(
        participants=(person(0, Presence.EXPECTED), person(1, Presence.EXCUSED)),
        parked=(ParkedView("k", "", "Vervoer", ParkedState.OPEN), ParkedView("l", "", "Geld", ParkedState.HANDLED)),
    )
    assert completeness(view) == (Finding(Gap.PRESENCE, ("p0", "p1")), Finding(Gap.PARKED, ("k",)))


def test_a_decision_needs_its_support() -> None:
    decisions = (DecisionView("a", "", "Ja", "19 ja", "", ""), DecisionView("b", "", "Nee", " ", "", ""))
    assert completeness(workshop(decisions=decisions)) == (Finding(Gap.DECISION, ("b",)),)


def test_a_complete_workshop_has_nothing_to_mend() -> None:
    assert completeness(workshop(a_round("open"), participants=(person(0),))) == ()
