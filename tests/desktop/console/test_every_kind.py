"""Every kind of round is walked with the keyboard: what is typed at each stop is in the file and in the minutes."""

from datetime import UTC, datetime

import pytest

from tests.desktop.console.conftest import OpenConsole
from tests.minutes.reading_back import built, strings
from tests.workshops import one_round
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.facilitation import script
from workshop_app.i18n import Language
from workshop_app.model.values import Origin
from workshop_app.model.views import RoundView, WorkshopView
from workshop_app.rounds.catalogue import KINDS, PAUSE
from workshop_app.rounds.kind import Step

ENGLISH = Language.load("en")


def everything_said(view: WorkshopView) -> set[str]:
    """All texts that somebody typed, as the view after the last COMMIT has them."""
    said = {said.text for known in view.rounds for said in known.contributions}
    said |= {prompt.text for known in view.rounds for prompt in known.prompts}
    outcomes = ([each.text for each in kind] for kind in (view.decisions, view.actions, view.parked))
    return said.union(*outcomes)


def about_quotes(known: RoundView) -> set[str]:
    """Quotes from the room that nobody has said may be printed, and what was said about them."""
    quotes = [prompt for prompt in known.items if prompt.origin is Origin.ROOM and known.kind == "resistance"]
    return {each.text for each in quotes} | {said.text for each in quotes for said in known.said(each.id)}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != PAUSE.id])
def test_what_is_typed_at_each_stop_is_kept_and_told(open_console: OpenConsole, kind: str) -> None:
    console = open_console(one_round(kind, "Het eerste", "Het tweede", questions=("En verder?",)))
    console.go(kind)
    typed: list[str] = []
    seen: set[str] = set()
    while console.place.round_id:
        step: Step | None = script.step_at(console.view, console.place)
        assert step is not None
        seen.add(step.key)
        text = f"Words {len(typed)} of {step.key}"
        console.capture(text)
        typed.append(text)
        assert typed[-1] in everything_said(console.view)
        moment = Moment(datetime.now(UTC), 0.0, frozenset())
        assert compose(console.view, ENGLISH, moment, dark=False).scene is not None
        console.keys("PageDown")
        assert len(typed) < 30, "the way comes to no end"
    known = console.round(kind)
    assert seen == {place.step for place in script.round_places(known)}
    assert set(typed) <= everything_said(console.view)
    told = "\n".join(strings(built(console.view)))
    assert [text for text in typed if text not in told and text not in about_quotes(known)] == []
    for _text in typed:
        console.keys("Ctrl+Z")
    assert not set(typed) & everything_said(console.view)
