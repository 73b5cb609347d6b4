"""A whole evening's counting by real keys, with the people of the example: the keys are counted, the file is compared.

At five keys a second, 1200 keys are four minutes. Every key that goes down counts; Ctrl and Shift count as keys too.
"""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.desktop.console.conftest import Console, OpenConsole
from tests.workshops import options_of
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.model.values import organisation_voice
from workshop_app.model.views import PromptView, RoundView
from workshop_app.paths import resources
from workshop_app.rounds.loading import load_templates
from workshop_app.rounds.template import TemplateRound

DEVIATIONS = 3
"""How many of the ten organisations answer something else than most."""
KEYS_A_SECOND = 5


def people() -> tuple[ParticipantLine, ...]:
    """The people of the example, from ten municipalities."""
    session = tomllib.loads((resources() / "demo" / "session.toml").read_text(encoding="utf-8"))
    return tuple(
        ParticipantLine(number, each["name"], each["organisation"], each["role"], each["email"])
        for number, each in enumerate(session["people"], start=2)
    )


def rounds(template_id: str, kind: str) -> list[TemplateRound]:
    """The rounds of a kind in a template that is shipped."""
    template = next(each for each in load_templates(resources() / "templates")[0] if each.id == template_id)
    return [replace(known, optional=False) for known in template.rounds if known.kind == kind]


class Typist:
    """Types at a console and counts the keys that go down."""

    def __init__(self, console: Console) -> None:
        self._console, self._panel, self.count = console, console.window.centre.prompts, 0

    def press(self, *sequences: str) -> None:
        self.count += sum(1 if len(each) == 1 else len(each.split("+")) for each in sequences)
        self._console.keys(*sequences)

    def find(self, name: str) -> None:
        """Type letters of a name until the keyboard is in its row."""
        for letter in name:
            row = self._panel.list.current_row()
            if row is not None and row.text == name:
                return
            self.press(letter.lower())

    def report(self, what: str) -> None:
        print(f"{what}: {self.count} keys, {self.count / KEYS_A_SECOND:.0f} seconds at {KEYS_A_SECOND} keys a second")


def held(console: Console, kind: str) -> list[RoundView]:
    """The rounds of a kind."""
    return [known for known in console.view.script if known.kind == kind]


def answers(randomly: random.Random, towns: Sequence[str], options: Sequence[str]) -> tuple[str, dict[str, str]]:
    """What most towns answer to an item, and the others with what they answer."""
    majority = randomly.choice(options)
    others = [option for option in options if option != majority]
    return majority, {town: randomly.choice(others) for town in randomly.sample(towns, DEVIATIONS)}


def by_organisation(console: Console, kind: str, typist: Typist) -> dict[str, dict[str, str]]:
    """Type every item of the rounds of a kind. Returns what each town answered to each item."""
    randomly, towns = random.Random(kind), [each.name for each in console.view.organisations]
    options, wanted = options_of(kind), dict[str, dict[str, str]]()
    typist.press("F6")
    for number, known in enumerate(held(console, kind)):
        typist.press(*["Ctrl+PageDown"] * (number > 0))
        for item in known.items:
            majority, others = answers(randomly, towns, options)
            assert console.place.prompt_id == item.id, "the beamer came along"
            typist.press(str(options.index(majority) + 1))
            for town, option in others.items():
                typist.find(town)
                typist.press(str(options.index(option) + 1))
            typist.press(*["Enter"] * (item != known.items[-1]))
            wanted[item.id] = {town: others.get(town, majority) for town in towns}
    return wanted


def in_the_file(console: Console, kind: str) -> dict[str, dict[str, str]]:
    """What each town answered to each item, as the file has it."""
    names = {organisation_voice(each.id): each.name for each in console.view.organisations}
    with console.desk.file.reading() as db:
        rows = db.execute("SELECT prompt_id, voice, option, value FROM response").fetchall()
    assert {value for *_, value in rows} == {1}
    items: list[PromptView] = [item for known in held(console, kind) for item in known.items]
    return {item.id: {names[voice]: option for prompt, voice, option, _ in rows if prompt == item.id} for item in items}


@pytest.mark.parametrize(
    ("template_id", "kind", "items", "most"),
    [("zelfscan-succesfactoren", "selfscan", 19, 1_200), ("robuuste-samenwerking", "checklist", 9, 600)],
)
def test_the_majority_and_its_deviations(
    open_console: OpenConsole, template_id: str, kind: str, items: int, most: int
) -> None:
    console = open_console(*rounds(template_id, kind), participants=people())
    console.go(kind)
    typist = Typist(console)
    wanted = by_organisation(console, kind, typist)
    assert len(wanted) == items
    assert len(console.view.organisations) == 10
    assert in_the_file(console, kind) == wanted
    typist.report(f"{items} items × 10 organisations, {DEVIATIONS} deviations each")
    assert typist.count <= most


def test_twelve_quotes_in_the_room(open_console: OpenConsole) -> None:
    console = open_console(*rounds("robuuste-samenwerking", "resistance"), participants=people())
    console.go("resistance")
    randomly, typist, wanted = random.Random(12), Typist(console), {}
    present = len(console.view.present)
    typist.press("F6")
    for number, known in enumerate(held(console, "resistance")):
        typist.press(*["Ctrl+PageDown"] * (number > 0), "PageDown")
        for item in known.items:
            assert console.place.prompt_id == item.id
            yes = randomly.randint(3, 16)
            partly = randomly.randint(0, present - yes)
            typist.press(*str(yes), "Enter", *str(partly), "R", *["Enter"] * (item != known.items[-1]))
            wanted[item.id] = (yes, partly, present - yes - partly)
    items = [item for known in held(console, "resistance") for item in known.items]
    assert len(items) == 12
    assert {item.id: tuple(map(item.total, ("yes", "partly", "no"))) for item in items} == wanted
    typist.report("12 quotes × the room")
    assert typist.count <= 300
