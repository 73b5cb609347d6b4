"""Pictures of the program as it is, to look at: `python -m tests.desktop.pictures FOLDER`.

With `readme` in the place of the folder: those of the beamer in the README, in tests/pictures.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QSize, QSizeF, QTimer
from PySide6.QtWidgets import QWidget
from sqlmodel import Session, delete

from tests.desktop.projection.drawn import drawn, faults
from tests.desktop.projection.samples import TYPICAL
from tests.workshops import Clock
from workshop_app.bootstrap import build
from workshop_app.desktop import fonts
from workshop_app.desktop.application import make_application
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.open_session import OpenSession
from workshop_app.desktop.projection.canvas import SceneCanvas
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.layout import Layouts
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.desktop.shell import Shell
from workshop_app.facilitation import preparing, script, stage
from workshop_app.facilitation.command import unjournaled
from workshop_app.facilitation.demo import make_demo
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import Language
from workshop_app.model.entities import RoundTime
from workshop_app.model.values import WorkshopState
from workshop_app.model.views import Place
from workshop_app.paths import data_paths, resources
from workshop_app.storage.session_file import SessionFile

LAPTOPS = (QSize(1440, 900), QSize(1280, 800))
BEAMERS = (QSize(1920, 1080), QSize(1024, 768))
ROUNDS = {"resistance": "beneath", "principles": "dots", "selfscan": "score"}
IN_README = ("wall", "quote", "beneath", "question", "matrix_10", "selfscan")
IN_PRINT, COLOURS = QSizeF(1280, 720), 64
LIVE = RoomStatus(Beamer.LIVE, "EPSON EB-X49")


def wait(milliseconds: int) -> None:
    """Let the program go on; unlike `QTest.qWait`, its other threads too, which make the pages of the minutes."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def save(widget: QWidget, size: QSize, folder: Path, name: str) -> None:
    """One picture at one size."""
    widget.resize(size)
    wait(200)
    widget.grab().save(str(folder / f"{name}-{size.width()}.png"))


def places(desk: Desk, kind: str, step: str) -> list[Place]:
    """Where a step of the first round of a kind is."""
    known = next(each for each in desk.view.script if each.kind == kind)
    return [place for place in script.round_places(known) if place.step == step]


@unjournaled
def forget_times(db: Session) -> None:
    """No round has been held yet."""
    db.exec(delete(RoundTime))


def in_the_middle(session: Path) -> Clock:
    """Make the example a session that runs: the rounds before the quotes are over. Returns the clock of that moment."""
    clock = Clock()
    with SessionFile.open(session) as file:
        desk = Desk(file, clock.now, clock.monotonic)
        desk.run(forget_times)
        desk.run(preparing.edit_workshop, state=WorkshopState.RUNNING, started_at=clock.now(), ended_at=None)
        for minutes, known in zip((17, 9, 23, 11), desk.view.script, strict=False):
            desk.run(stage.go, script.round_places(known)[0], desk.now())
            clock.pass_minutes(minutes)
        desk.run(stage.hold, page=0)
    return clock


def windows(shell: Shell, session: Path, folder: Path) -> None:
    """Home, wrapping up, and the console in three rounds."""
    for size in LAPTOPS:
        save(shell, size, folder, "home")
    shell.open(session)
    wait(2500)
    opened = shell.session
    assert isinstance(opened, OpenSession)
    for size in LAPTOPS:
        save(shell, size, folder, "wrapup")
    opened.leave()
    clock = in_the_middle(session)
    shell.open(session)
    opened = shell.session
    assert isinstance(opened, OpenSession)
    desk = opened.bridge.desk
    desk.now = clock.now
    for kind, step in ROUNDS.items():
        desk.run(stage.go, places(desk, kind, step)[0], desk.now())
        console = shell.currentWidget()
        assert isinstance(console, ConsoleWindow)
        console.set_room_status(LIVE)
        for size in LAPTOPS:
            save(shell, size, folder, f"console-{kind}")
    scenes(desk, folder)
    opened.prepare()
    for size in LAPTOPS:
        save(shell, size, folder, "prepare")


def scenes(desk: Desk, folder: Path) -> None:
    """Every step once, as the room sees it."""
    canvas, seen = SceneCanvas(), set()
    for place in script.places(desk.view):
        known = desk.view.round(place.round_id)
        name = f"{known.kind if known else 'frame'}-{place.step}"
        if name in seen:
            continue
        seen.add(name)
        desk.run(stage.go, place, desk.now())
        shown = compose(desk.view, Language.load(), Moment(desk.now(), elapsed=360))
        canvas.show_scene(shown.scene, shown.frame)
        for size in BEAMERS:
            save(canvas, size, folder, f"room-{name}")


def for_the_readme() -> None:
    """The scenes of `IN_README`, small enough for a page."""
    app = make_application()
    fonts.load(resources() / "fonts")
    for name in IN_README:
        (page,) = drawn(*TYPICAL[name], IN_PRINT, Layouts())
        if wrong := list(faults(page)):
            sys.exit(f"{name}: {wrong[0]}")
        page.picture.quantize(COLOURS).save(Path("tests/pictures", f"{name}.png"), optimize=True)
    app.quit()


def main(folder: Path) -> None:
    """Make the example, open it, and take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with TemporaryDirectory() as made:
        paths = data_paths(Path(made))
        session = paths.sessions / "voorbeeld.samenspraak"
        make_demo(session)
        shell = build(app, paths, Language.load())
        shell.show()
        wait(1500)
        windows(shell, session, folder)
        shell.close()
        app.processEvents()


if __name__ == "__main__":
    if sys.argv[1] == "readme":
        for_the_readme()
    else:
        main(Path(sys.argv[1]))
