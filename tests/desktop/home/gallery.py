"""Paint home and preparing, to look at: python -m tests.desktop.home.gallery FOLDER [SCALE]"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.workshops import reopened
from workshop_app.desktop.application import dress
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.home.window import HomeWindow
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.facilitation import outcomes, people, preparing, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import new_session
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.facilitation.preparing import Head
from workshop_app.facilitation.script import round_places
from workshop_app.i18n import Language
from workshop_app.model.values import MinutesStatus
from workshop_app.paths import DataPaths, data_paths, resources
from workshop_app.rounds.loading import load_templates
from workshop_app.rounds.template import Template
from workshop_app.storage.index import SessionIndex

SIZES = ((1280, 800), (1440, 900))
NOW = datetime(2026, 11, 21, 14, 12, tzinfo=UTC)
TOWNS = ("Lindevoort", "Heidebeek", "Merenwijk", "Zandhaven", "Polderdam", "Kastanjehout")
NAMES = ("Noor de Wit", "Joost Bakker", "Fatma Yilmaz", "Daan van den Berg", "Anouk Visser", "Karim el Amrani")


def _people(count: int, towns: tuple[str, ...]) -> list[ParticipantLine]:
    return [
        ParticipantLine(n, f"{NAMES[n % len(NAMES)]}{n or ''}", towns[n % len(towns)], "beleid", "")
        for n in range(count)
    ]


def running(desk: Desk) -> None:
    """In the fourth round."""
    desk.run(people.all_present, NOW)
    desk.run(stage.go, round_places(desk.view.script[3])[0], NOW)


def finished(actions: int, status: MinutesStatus) -> Callable[[Desk], None]:
    """Over, with so many open actions."""

    def happen(desk: Desk) -> None:
        desk.run(people.all_present, NOW)
        for number in range(actions):
            desk.run(outcomes.act, text=f"Actie {number + 1}")
        desk.run(stage.finish, NOW)
        desk.run(preparing.edit_workshop, minutes_status=status)

    return happen


def make_sessions(paths: DataPaths, templates: dict[str, Template]) -> Path:
    """The sessions of the target picture; answers with the one that is running."""

    def head(title: str, day: date, region: str = "", place: str = "") -> Head:
        return Head(title, day, keep_until=day.replace(year=day.year + 1), region=region, place=place)

    made: list[Path] = []
    for template, known, count, towns, happen in (
        ("lokaal-en-wijkteams", head("Wijkteams: wat staat in de weg?", date(2026, 11, 30)), 6, TOWNS[:1], None),
        ("samen-of-apart", head("Samen of apart? Vervoer en inkoop", date(2025, 11, 3)), 11, TOWNS[4:],
            finished(2, MinutesStatus.FINAL)),
        ("zelfscan-succesfactoren", head("Zelfscan succesfactoren", date(2026, 11, 12)), 17, TOWNS[:4],
            finished(6, MinutesStatus.CONCEPT)),
        ("robuuste-samenwerking",
            head("Robuuste samenwerking BW/MO", date(2026, 11, 21), "Rijnkust", "gemeentehuis, raadzaal"), 24, TOWNS,
            running),
    ):  # fmt: skip
        path = new_session(templates[template], known, paths.sessions, Language.load(), _people(count, towns))
        if happen:
            with reopened(path) as desk:
                happen(desk)
        moment = NOW.timestamp() + len(made) * 0.001
        os.utime(path, (moment, moment))
        made.append(path)
    return made[-1]


def picture(window: QWidget, folder: Path, name: str, *keys: str) -> None:
    """Press keys, then paint the window in each size."""
    window.resize(*SIZES[0])
    QTest.qWait(100)
    for sequence in keys:
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(sequence))
    for width, height in SIZES:
        window.resize(width, height)
        QTest.qWait(100)
        window.grab().save(str(folder / f"{name}_{width}x{height}.png"))


def main(folder: Path, scale: float) -> None:
    """Write NAME_WIDTHxHEIGHT.png for each page and size."""
    app, language = QApplication([]), Language.load()
    dress(app, resources(), language, scale)
    folder.mkdir(parents=True, exist_ok=True)
    templates, _problems = load_templates(resources() / "templates")

    def home(paths: DataPaths) -> HomeWindow:
        window = HomeWindow(language, SessionIndex(paths.sessions, paths.index), paths, now=lambda: NOW)
        window.show_templates(templates)
        window.show()
        window.activateWindow()
        QTest.qWait(200)
        return window

    with tempfile.TemporaryDirectory() as temporary:
        picture(home(data_paths(Path(temporary) / "empty")), folder, "home-empty")
        paths = data_paths(Path(temporary) / "full")
        path = make_sessions(paths, {template.id: template for template in templates})
        window = home(paths)
        picture(window, folder, "home")
        picture(window, folder, "home-new", "Ctrl+N")
        with reopened(path) as desk:
            prepare = PrepareWindow(Bridge(desk, language))
            prepare.show()
            prepare.activateWindow()
            prepare.take_focus()
            picture(prepare, folder, "prepare", "Down", "Down", "Down")
            for name in ("prepare-people", "prepare-style", "prepare-head"):
                picture(prepare, folder, name, "Ctrl+Tab")
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float((sys.argv[2:] or ["1"])[0]))
