"""A session that follows up on a previous one, walked by keyboard: what was open, and what moved."""

from pathlib import Path

import pytest

from tests.desktop.console.conftest import Console, OpenConsole
from tests.minutes.reading_back import built, text
from workshop_app.cli import main
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Moved, Scene, Thanks
from workshop_app.i18n import Language

ENGLISH = Language.load("en")


@pytest.fixture(scope="module")
def follow_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vervolg")
    demo, made = folder / "vorige.samenspraak", folder / "vervolg.samenspraak"
    people = folder / "mensen.csv"
    people.write_text("naam;gemeente\nAnna de Wit;Lindevoort\nCarla Bos;Heidebeek\n")
    assert main(["demo", "-o", str(demo), "--no-window"]) == 0
    made_of = ["new", "vervolg", "-o", str(made), "--previous", str(demo), "--participants", str(people)]
    assert main(made_of) == 0
    return made


def scene(console: Console) -> Scene:
    return compose(console.view, ENGLISH, Moment(console.desk.now())).scene


def test_it_is_walked_whole(open_console: OpenConsole, follow_up: Path) -> None:
    console = open_console(path=follow_up)
    assert console.view.info.previous_title
    assert console.view.info.previous_day
    steps, kinds = [], []
    console.keys("F5")
    for _key in range(150):
        if isinstance(scene(console), Thanks):
            break
        steps.append(console.place.step)
        kinds.append(next((r.kind for r in console.view.rounds if r.id == console.place.round_id), ""))
        console.keys("PageDown")
    assert isinstance(scene(console), Thanks)
    assert steps.count("moved") == 2, "in the checklist and in the self-scan"
    assert set(kinds) == {"", "followup", "checklist", "selfscan", "outcomes", "checkout"}


def test_what_moved_is_shown_with_the_previous_time(open_console: OpenConsole, follow_up: Path) -> None:
    console = open_console(path=follow_up)
    console.go("checklist", "topics", item=0)
    before = next(e.value for e in console.round("checklist").items[0].earlier if e.option == "arranged")
    assert f"previous time: {before} of 10 arranged" in console.panel_rows()[0]
    console.keys("F6", "Down", "1", "2", "Escape")
    console.go("checklist", "moved")
    hidden = scene(console)
    assert isinstance(hidden, Moved)
    assert {(row.now, row.now_text, row.moved) for row in hidden.rows} == {(None, "", "")}
    console.keys("Ctrl+Enter")
    shown = scene(console)
    assert isinstance(shown, Moved)
    row = shown.rows[0]
    assert (row.before_text, row.now_text) == (f"{before} of 10", "1 of 2")
    assert (row.before, row.now) == (before / 10, 0.5), "the bars are parts of all who answered"
    assert row.moved[0] in "↑↓="
    assert "previous session" in text(built(console.view), console.round("checklist").question)
    assert row.text == console.round("checklist").items[0].text


def test_an_unfinished_action_becomes_a_new_one_with_one_key(open_console: OpenConsole, follow_up: Path) -> None:
    console = open_console(path=follow_up)
    known = console.go("followup", "actions", item=0)
    there = len(console.view.actions)
    console.keys("F6", "A")
    assert len(console.view.actions) == there + 1
    assert console.view.actions[-1].prompt_id == known.items[0].id
    assert console.view.actions[-1].text == known.items[0].text
