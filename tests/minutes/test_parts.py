"""What of a round can go into the minutes."""

from dataclasses import replace
from datetime import timedelta

from tests.minutes.workshops import STARTED, a_round, prompt, said, workshop
from workshop_app.minutes.parts import order_as_held, parts_of, quotes
from workshop_app.model.values import ROOM_VOICE, MinutesPart, Origin, QuoteMode
from workshop_app.model.views import ResponseView

YES = (ResponseView("", ROOM_VOICE, "yes", 3),)


def parts(kind: str, prompts: object = (), talk: object = ()) -> tuple[MinutesPart, ...]:
    known = a_round(kind, prompts, talk)  # type: ignore[arg-type]
    return parts_of(known, workshop(known))


def test_only_what_is_there_can_be_left_out() -> None:
    assert parts("open") == ()
    assert parts("recognition", [prompt("a", "Zo?", YES)]) == (MinutesPart.CHART, MinutesPart.TABLE)
    assert parts("open", (), [said("c", "Ja", "answer")]) == (MinutesPart.ANSWERS,)
    assert parts("open", (), [said("c", "Ja", "answer", mode=QuoteMode.VERBATIM)]) == (MinutesPart.QUOTES,)


def test_what_is_only_a_table_has_no_chart() -> None:
    assert parts("position", [prompt("a", "Zo?", (ResponseView("", ROOM_VOICE, "now", 3),))]) == (MinutesPart.TABLE,)


def test_quotes_are_those_of_the_room_and_not_those_of_the_script() -> None:
    mine, ours = prompt("a", "Te ver weg"), prompt("b", "Wij horen niets", origin=Origin.ROOM)
    literal = said("c", "Ja", "beneath", mode=QuoteMode.PARAPHRASE)
    known = a_round("resistance", [mine, ours], [literal, said("d", "Nee", "beneath")])
    assert [quote.id for quote in quotes(known)] == ["b", "c"]


def test_the_order_is_told_only_when_it_was_another() -> None:
    first, second = (
        replace(a_round("open"), id=name, started_at=STARTED + timedelta(minutes=minutes), spent_seconds=60)
        for name, minutes in (("a", 20), ("b", 5))
    )
    unheld = replace(a_round("open"), id="c", started_at=None)
    assert order_as_held(workshop(first, unheld, second)) == ("b", "a")
    assert order_as_held(workshop(second, unheld, first)) == ()
