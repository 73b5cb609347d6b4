"""The program with a session open on a laptop and a beamer, to measure with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.offscreen import BEAMER, LAPTOP, set_screens
from tests.workshops import DAY
from workshop_app.bootstrap import build
from workshop_app.desktop.application import make_application
from workshop_app.desktop.shell import Shell
from workshop_app.facilitation import capturing, people, script, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.facilitation.preparing import Head
from workshop_app.i18n import Language
from workshop_app.paths import data_paths, resources
from workshop_app.rounds.loading import load_templates
from workshop_app.storage.session_file import SessionFile

_SAID = (
    "De mandaten verschillen per gemeente, dus elke beslissing duurt weken.",
    "Wij weten niet wie er mag tekenen.",
    "Het college is er klaar voor, de raad nog niet.",
)


def prepare(path: Path, contributions: int) -> None:
    """A session of the core template with forty people, in the round of quotes with so many contributions."""
    templates, _ = load_templates(resources() / "templates")
    core = next(each for each in templates if each.id == "robuuste-samenwerking")
    lines = [ParticipantLine(n, f"Deelnemer {n}", f"Gemeente {n % 10}", "beleid", "") for n in range(40)]
    create_file(path, core, Head("Samen verder", DAY, DAY), Language.load(), lines)
    with SessionFile.open(path) as file:
        desk = Desk(file)
        desk.run(people.all_present, desk.now())
        known = next(each for each in desk.view.script if each.kind == "resistance")
        desk.run(capturing.choose_item, known.items[0].id, True)
        place = next(p for p in script.round_places(desk.view.rounds[known_at(desk, known.id)]) if p.step == "beneath")
        desk.run(stage.go, place, desk.now())
        with file.transaction() as db:
            for number in range(contributions):
                text = f"{_SAID[number % len(_SAID)]} ({number})"
                capturing.contribute.function(db, known.id, "beneath", text, place.prompt_id)


def known_at(desk: Desk, round_id: str) -> int:
    """The place of a round among all."""
    return [each.id for each in desk.view.rounds].index(round_id)


def application() -> QApplication:
    """The application of this process, made when it is first asked for."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else make_application()


@contextmanager
def opened(folder: Path, contributions: int) -> Iterator[tuple[QApplication, Shell]]:
    """The program on two offscreen screens, with the console of such a session in front."""
    app = application()
    set_screens(LAPTOP, BEAMER)
    paths = data_paths(folder)
    path = paths.sessions / "avond.samenspraak"
    prepare(path, contributions)
    shell = build(app, paths, Language.load())
    shell.resize(1440, 900)
    shell.show()
    app.processEvents()
    shell.open(path)
    shell.activateWindow()
    app.processEvents()
    try:
        yield app, shell
    finally:
        shell.close()
        app.processEvents()


def come_to_rest(app: QApplication, shell: Shell) -> None:
    """Let a fade of the room's picture end: as long as it runs, two pictures of a screen are kept."""
    room = getattr(shell.session, "room", None)
    while room is not None and room.window.fade.is_running:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Paintings(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let it pass."""
        self.count += event.type() is QEvent.Type.Paint
        return False
