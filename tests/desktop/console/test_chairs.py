"""Changing chairs: the other side explains a sigh, from the key to the minutes."""

from tests.desktop.console.conftest import QUOTES, OpenConsole
from tests.minutes.reading_back import built, text
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Cards
from workshop_app.i18n import Language
from workshop_app.rounds.kind import Per


def test_the_other_side_explains_each_chosen_sigh(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    console.go("resistance", "choose")
    console.keys("F6", "Down", "Space", "F4")
    menu = console.window._counting_menu
    next(action for action in menu.actions() if action.text() == "Changing chairs").trigger()
    menu.close()
    known = console.round("resistance")
    assert known.variant == "chairs"
    assert [item.text for item in known.chosen] == ["De regio is ver weg."]
    console.keys("Escape", "PageDown")
    assert console.place.step == "chairs"
    console.capture("Wij weten niet wie we moeten bellen")
    console.keys("PageDown")
    assert console.place.step == "beneath"
    console.capture("Gezien worden")
    console.keys("PageUp")
    said = {each.strand: (each.text, each.prompt_id) for each in console.round("resistance").contributions}
    assert said == {
        "other_chair": ("Wij weten niet wie we moeten bellen", known.chosen[0].id),
        "beneath": ("Gezien worden", known.chosen[0].id),
    }
    scene = compose(console.view, Language.load("en"), Moment(console.clock.now())).scene
    assert isinstance(scene, Cards)
    assert (scene.heading, scene.context) == ("What does the other mean by this?", "De regio is ver weg.")
    assert [card.text for card in scene.cards] == ["Wij weten niet wie we moeten bellen"]
    minutes = text(built(console.view), "The rounds").split("\n")
    assert minutes[minutes.index("From the other chair") + 2] == "Wij weten niet wie we moeten bellen"
    assert "Gezien worden" in minutes


def test_the_usual_way_has_no_chairs(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    console.go("resistance", "choose")
    console.keys("F6", "Space", "Escape", "PageDown")
    assert console.place.step == "beneath"


def test_the_chairs_are_a_step_of_each_chosen_sigh() -> None:
    from workshop_app.rounds.catalogue import RESISTANCE

    step = RESISTANCE.step("chairs")
    assert step is not None
    assert (step.per, step.variant, step.strand) == (Per.CHOSEN, "chairs", "other_chair")
