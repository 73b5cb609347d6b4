"""Support with its conditions, and a self-scan with its lowest: from the keys to the beamer and the minutes."""

from tests.desktop.console.conftest import Console, OpenConsole
from tests.minutes.reading_back import built, text
from tests.workshops import one_round
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Cards, Prompt, Scene, Spread, StateList
from workshop_app.i18n import Language
from workshop_app.model.values import Grain

ENGLISH = Language.load("en")


def on_the_beamer(console: Console) -> Scene:
    return compose(console.view, ENGLISH, Moment(console.clock.now())).scene


def test_the_condition_stays_with_the_support(open_console: OpenConsole) -> None:
    console = open_console(one_round("support", "We gaan door.", "We stoppen.", grain=Grain.ROOM))
    console.go("support")
    console.keys("F6", "8", "Enter", "2", "Enter", "Escape")
    console.capture("Eerst de raad horen")
    scene = on_the_beamer(console)
    assert isinstance(scene, Prompt)
    assert (scene.result, scene.detail) == (None, ""), "hidden until it is shown"
    console.keys("Ctrl+Enter")
    scene = on_the_beamer(console)
    assert isinstance(scene, Prompt)
    assert scene.result is not None
    assert scene.detail == "Needed to go along: Eerst de raad horen"
    console.keys("PageDown")
    scene = on_the_beamer(console)
    assert isinstance(scene, Cards)
    assert scene.context == "We gaan door. (8 yes · 2 yes, provided)"
    minutes = text(built(console.view), "The rounds")
    assert "Eerst de raad horen" in minutes
    assert "yes, provided" in minutes


def test_the_lowest_comes_first_and_is_named(open_console: OpenConsole) -> None:
    console = open_console(one_round("selfscan", "Vertrouwen", "Middelen", "Ruimte", "Belang"))
    console.go("selfscan")
    for item, digits in enumerate(("445", "124", "233", "334")):
        console.go("selfscan", "score", item=item)
        console.keys("F6", "Down", *digits, "Escape")
    console.go("selfscan", "spread")
    hidden = on_the_beamer(console)
    assert isinstance(hidden, Spread)
    assert hidden.hidden
    console.keys("Ctrl+Enter")
    scene = on_the_beamer(console)
    assert isinstance(scene, Spread)
    assert [(row.label, row.low, row.high, row.value) for row in scene.rows] == [
        ("Middelen", 1, 4, "2.3"),
        ("Ruimte", 2, 3, "2.7"),
        ("Belang", 3, 4, "3.3"),
        ("Vertrouwen", 4, 5, "4.3"),
    ]
    assert [row.highlighted for row in scene.rows] == [True, True, True, False]
    assert scene.hint == "One missing factor is enough to hinder"
    minutes = text(built(console.view), "How strong are we here?")
    assert "Least strong: Middelen (lowest 1, mean 2.3); Ruimte (lowest 2, mean 2.7); Belang" in minutes


def test_the_chosen_options_are_marked_on_the_wall_with_a_word(open_console: OpenConsole) -> None:
    console = open_console(one_round("options", "Convenant", "Centrumregeling", criteria=("kosten",)))
    console.go("options")
    console.keys("F6", "Down", "Space")
    scene = on_the_beamer(console)
    assert isinstance(scene, StateList)
    assert [(row.text, row.chip) for row in scene.rows] == [("Convenant", ""), ("Centrumregeling", "chosen")]
