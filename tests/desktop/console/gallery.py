"""Paint the console in several rounds, to look at: python -m tests.desktop.console.gallery FOLDER [SCALE]"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desktop.offscreen import BEAMER, LAPTOP, set_screens
from tests.workshops import DAY, Clock, reopened
from workshop_app.desktop import fonts, theme
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.room import Room
from workshop_app.desktop.screens import ScreenWatcher
from workshop_app.facilitation import capturing, counting, outcomes, people, preparing, script, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import Language
from workshop_app.model.values import ROOM_VOICE, Presence, QuoteMode, organisation_voice
from workshop_app.model.views import Place, RoundView
from workshop_app.paths import resources
from workshop_app.rounds.loading import load_templates

SIZES = ((1440, 900), (1280, 800))
TOWNS = (
    "Lindevoort",
    "Heidebeek",
    "Merenwijk",
    "Zandhaven",
    "Polderdam",
    "Kastanjehout",
    "Waterrijk",
    "Duinhoven",
    "Veldzicht",
    "Rijnkust",
)
FIRST = ("Anna", "Bram", "Carla", "Daan", "Esra", "Femke", "Gijs", "Hanna", "Ilse", "Joris", "Karim", "Lotte")
LAST = ("de Wit", "Smit", "Bos", "Vos", "Yildiz")


def participants() -> list[ParticipantLine]:
    """24 people of ten municipalities."""
    names = [f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}" for n in range(24)]
    return [ParticipantLine(n + 2, name, TOWNS[n % 10], "beleid", "") for n, name in enumerate(names)]


@contextmanager
def demo(template_id: str, language: Language) -> Iterator[tuple[Desk, Clock]]:
    """A session from a shipped template, with everyone present."""
    template = next(t for t in load_templates(resources() / "templates")[0] if t.id == template_id)
    clock = Clock()
    clock.pass_minutes(-6)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.samenspraak"
        head = preparing.Head(template.title, DAY, DAY, place="gemeentehuis, raadzaal", region="Rijnkust")
        create_file(path, template, head, Language.load(), participants())
        with reopened(path, clock) as desk:
            for person in desk.view.participants[:23]:
                desk.run(people.set_presence, person.id, Presence.PRESENT, desk.now())
            yield desk, clock


def hold(desk: Desk, clock: Clock, kinds: dict[str, float]) -> None:
    """Be in rounds of these kinds for so many minutes, one after the other."""
    for kind, minutes in kinds.items():
        known = next(each for each in desk.view.script if each.kind == kind)
        desk.run(stage.go, script.round_places(known)[0], desk.now())
        clock.pass_minutes(minutes)


def of_kind(desk: Desk, kind: str) -> RoundView:
    """The first round of a kind."""
    return next(known for known in desk.view.script if known.kind == kind)


def go(desk: Desk, known: RoundView, step: str, prompt_id: str = "") -> None:
    """Bring the beamer somewhere."""
    desk.run(stage.go, Place(known.id, step, prompt_id), desk.now())


def count(desk: Desk, kind: str, *rows: tuple[int, ...]) -> None:
    """Hands for each item of a round."""
    known = of_kind(desk, kind)
    for item, hands in zip(known.items, rows, strict=False):
        for option, number in zip(_options(known), hands, strict=False):
            desk.run(counting.set_count, item.id, option, number)


def _options(known: RoundView) -> tuple[str, ...]:
    from workshop_app.rounds.catalogue import KINDS

    scale = KINDS[known.kind].scale
    return scale.keys if scale else ()


def resistance(desk: Desk, clock: Clock) -> None:
    """The round of the target picture."""
    hold(desk, clock, {"checkin": 17, "briefing": 9, "recognition": 22, "resistance": 11})
    late = desk.view.participants[23]
    desk.run(people.set_presence, late.id, Presence.PRESENT, desk.now())
    known = of_kind(desk, "resistance")
    desk.run(
        capturing.add_item,
        known.id,
        "Als het spannend wordt, kijkt iedereen naar de centrumgemeente.",
        QuoteMode.PARAPHRASE,
        True,
    )
    count(desk, "resistance", (9, 8, 7), (15, 6, 3), (12, 7, 5), (6, 9, 9), (10, 8, 6), (7, 9, 8), (14, 5, 5))
    known = of_kind(desk, "resistance")
    for number in (1, 2, 6):
        desk.run(capturing.choose_item, known.items[number].id, True)
    for text in ("te weinig contact met de uitvoering", "besluiten vallen zonder ons"):
        desk.run(capturing.contribute, known.id, "beneath", text, known.items[2].id)
    go(desk, known, "beneath", known.items[2].id)


def principles(desk: Desk, clock: Clock) -> None:
    """Principles with states and dots."""
    hold(desk, clock, {"checkin": 15, "briefing": 10, "recognition": 20, "resistance": 20, "principles": 8})
    count(desk, "principles", (4, 14, 6), (2, 9, 13), (8, 12, 4), (0, 7, 17))
    known = of_kind(desk, "principles")
    for item, dots in zip(known.items, (9, 21, 12, 30), strict=True):
        desk.run(counting.set_dots, item.id, ROOM_VOICE, dots)
    lindevoort = desk.view.organisations[0].id
    for text in ("een vaste plek op de agenda van het portefeuillehoudersoverleg", "stukken een week vooraf"):
        desk.run(capturing.contribute, known.id, "needed", text, known.items[1].id, lindevoort)
    go(desk, known, "dots")
    go(desk, known, "needed", known.items[1].id)


def selfscan(desk: Desk, clock: Clock) -> None:
    """Scores per municipality."""
    hold(desk, clock, {"checkin": 12, "selfscan": 9})
    known = of_kind(desk, "selfscan")
    scores = ((3, 4, 2, 3, 4, 5, 2, 3, 3, 4), (4, 4, 5, 3, 4, 4, 4, 5, 3, 4), (1, 2, 2, 3, 1, 2, 4))
    for item, row in zip(known.items, scores, strict=False):
        for organisation, score in zip(desk.view.organisations, row, strict=False):
            desk.run(counting.choose, item.id, organisation_voice(organisation.id), str(score))
    desk.run(capturing.contribute, known.id, "explanation", "We beginnen vaak bij de vorm", known.items[2].id)
    go(desk, known, "score", known.items[2].id)


def decided(desk: Desk, clock: Clock) -> None:
    """Decisions, actions and something parked."""
    hold(desk, clock, {"checkin": 15, "principles": 60, "outcomes": 7})
    for text, support, by in (
        ("De centrumgemeente legt elk kwartaal cijfers voor aan het portefeuillehoudersoverleg.", "9 van 10", "PFO"),
        ("Alle gemeenten regelen vóór 1 april hun mandaat.", "unaniem", "colleges"),
    ):
        desk.run(outcomes.decide, text)
        made = desk.view.decisions[-1].id
        desk.run(outcomes.edit_decision, made, support=support, ratified_by=by)
    desk.run(outcomes.edit_decision, desk.view.decisions[0].id, reservation="Polderdam wil eerst zicht op de kosten")
    person = desk.view.participants[1]
    desk.run(outcomes.act, "Overzicht van mandaten maken", owner=person.name, due=DAY.replace(month=12, day=12))
    desk.run(outcomes.act, "Startnotitie over de verdeelsleutel", owner="Heidebeek", due_text="na de zomer")
    desk.run(outcomes.park, "Doordecentralisatie: wat betekent het voor de huidige afspraken?")
    go(desk, of_kind(desk, "outcomes"), "actions")


def checkin(desk: Desk, clock: Clock) -> None:
    """What people bring."""
    hold(desk, clock, {"checkin": 4})
    known = of_kind(desk, "checkin")
    for n, text in enumerate(
        (
            "Hoe houden we de lijnen kort als het spannend wordt?",
            "Wat verandert er voor onze toegang?",
            "Wie betaalt de extra inzet van de centrumgemeente, en wanneer weten we dat?",
        )
    ):
        organisation = desk.view.organisations[n].id
        desk.run(capturing.contribute, known.id, "answer", text, known.items[-1].id, organisation)
    go(desk, known, "talk", known.items[-1].id)


def pause(desk: Desk, clock: Clock) -> None:
    """A break."""
    hold(desk, clock, {"checkin": 15, "resistance": 20, "pause": 3.3})


def wall(desk: Desk, clock: Clock) -> None:
    """All quotes; a quote from the room is taken down."""
    hold(desk, clock, {"checkin": 15, "resistance": 2})


def nothing(desk: Desk, clock: Clock) -> None:
    """Before the start."""


PICTURES = {
    "resistance": ("robuuste-samenwerking", resistance),
    "principles": ("robuuste-samenwerking", principles),
    "selfscan": ("zelfscan-succesfactoren", selfscan),
    "outcomes": ("robuuste-samenwerking", decided),
    "checkin": ("robuuste-samenwerking", checkin),
    "wall": ("robuuste-samenwerking", wall),
    "pause": ("robuuste-samenwerking", pause),
    "welcome": ("robuuste-samenwerking", nothing),
}


def main(folder: Path, scale: float, language: Language, wanted: list[str]) -> None:
    """Write NAME_WIDTHxHEIGHT.png for each round and size."""
    app = QApplication([])
    set_screens(LAPTOP, BEAMER)
    fonts.load(resources() / "fonts")
    theme.apply(app, resources() / "icons", scale)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (template_id, fill) in PICTURES.items():
        if wanted and name not in wanted:
            continue
        with demo(template_id, language) as (desk, clock):
            fill(desk, clock)
            bridge = Bridge(desk, language)
            room = Room(bridge, ScreenWatcher(app), Language.load())
            window = ConsoleWindow(bridge, room.picture)
            room.status_changed.connect(window.set_room_status)
            room.open()
            window.show()
            for text in ("Nooit meer een brief zonder dat we er eerst van weten", "besluiten vallen zonder ons"):
                window.capture.editor.setPlainText(text)
                window.capture.submit()
            window.capture.editor.setPlainText("We horen pas iets als het al besloten is")
            for width, height in SIZES:
                window.resize(width, height)
                app.processEvents()
                window.grab().save(str(folder / f"{name}_{width}x{height}.png"))
            window.keep()
            room.close()
            window.close()
            bridge.close()
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float((sys.argv[2:] or ["1"])[0]), Language.load(), sys.argv[3:])
