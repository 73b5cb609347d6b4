"""The window of the program: what cannot be opened, what is plugged and unplugged, and the ways between the pages."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.offscreen import BEAMER, LAPTOP, FakeScreen, set_screens
from tests.desktop.walking import DUTCH, Facilitator, WindowManager, focus, press, rewrite, tab_to, walk_to, write
from tests.session_files import a_head
from tests.workshops import PEOPLE
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.projection.scene import Black, Prompt, Wall, Welcome
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.wrapup.window import WrapUpWindow
from workshop_app.facilitation.opening import new_session
from workshop_app.paths import data_paths, resources
from workshop_app.rounds.loading import load_templates
from workshop_app.storage.session_file import SessionFile

HOLDER = """
import sys
from pathlib import Path
from workshop_app.storage.session_file import SessionFile
with SessionFile.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def me(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Facilitator:
    """Somebody who has not started the program yet."""
    return Facilitator(qtbot, data_paths(tmp_path), WindowManager(qapp))


def a_session(folder: Path, title: str = "Samen verder") -> Path:
    """A prepared session of the short dialogue, with four people."""
    templates, _ = load_templates(resources() / "templates")
    template = next(each for each in templates if each.id == "korte-dialoog")
    return new_session(template, a_head(title), folder, DUTCH, PEOPLE)


def open_from_home(me: Facilitator, title: str = "") -> None:
    """Find the session in the list, and open it."""
    press("Ctrl+F")
    write(title)
    press("Down", "Return")


def told(me: Facilitator) -> str:
    """The sentence on home, which must be what is shown."""
    assert me.shell.currentWidget() is me.shell.home
    assert me.shell.session is None
    (banner,) = me.shell.home.findChildren(Banner)
    assert me.english.left_in([banner.text]) == []
    return banner.text


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def _rewrite(path: Path) -> None:
    with SessionFile.open(path) as file, file.transaction() as db:
        db.connection().exec_driver_sql("UPDATE workshop SET rule='zomaar'")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])


def _spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:12288] = b"\x5a" * 4096
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda path: path.write_bytes(b""), "stuk.samenspraak is geen sessie van Samenspraak."),
        (lambda path: path.write_text("Geachte heer"), "stuk.samenspraak is geen sessie van Samenspraak."),
        (_cut, "stuk.samenspraak is beschadigd."),
        (_spoil, "stuk.samenspraak is beschadigd."),
        (lambda path: change(path, "PRAGMA user_version=999"), "stuk.samenspraak is gemaakt met een nieuwere versie"),
        (lambda path: change(path, "PRAGMA application_id=7"), "stuk.samenspraak is geen sessie van Samenspraak."),
        (lambda path: change(path, "UPDATE workshop SET rule='zomaar'"), "stuk.samenspraak is beschadigd."),
        (lambda path: change(path, "UPDATE round SET kind='dans'"), "stuk.samenspraak is beschadigd."),
        (_rewrite, "stuk.samenspraak is beschadigd."),
        (lambda path: change(path, "DELETE FROM workshop"), "stuk.samenspraak is beschadigd."),
        (lambda path: path.unlink(), "stuk.samenspraak is er niet meer."),
    ],
    ids=[
        "empty",
        "foreign",
        "cut",
        "damaged",
        "newer",
        "other program",
        "odd value",
        "odd kind",
        "odd rule",
        "no head",
        "gone",
    ],
)
def test_a_file_that_cannot_be_opened_is_told_in_one_sentence_and_the_program_goes_on(
    me: Facilitator, qapp: QApplication, damage: Callable[[Path], object], sentence: str
) -> None:
    broken = a_session(me.paths.sessions).rename(me.paths.sessions / "stuk.samenspraak")
    a_session(me.paths.sessions, "Heel gebleven")
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Heel gebleven"))
    press("Ctrl+F", "Down")
    walk_to("Samen verder")
    damage(broken)
    press("Return")
    assert told(me).startswith(sentence)
    assert told(me).count("\n") == 0
    press("Ctrl+F")
    write("Heel")
    press("Down", "Return")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    press("Ctrl+Q")


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    """Another process has the file open."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        yield
        holder.communicate("")


def test_a_session_that_is_open_elsewhere_is_told_and_can_be_opened_later(me: Facilitator, qapp: QApplication) -> None:
    path = a_session(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    with held_elsewhere(path):
        open_from_home(me)
        assert told(me).startswith(f"{path.name} is al open in een ander venster of op een andere computer.")
    press("Return")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    press("Ctrl+Q")


def test_a_file_from_elsewhere_is_copied_in(me: Facilitator, qapp: QApplication, tmp_path: Path) -> None:
    stick = a_session(tmp_path / "stick")
    me.sit_down(qapp)
    press("Ctrl+O")
    write(str(stick))
    press("Return")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    assert me.path.parent == me.paths.sessions
    press("Ctrl+Q")


def test_a_folder_that_takes_no_session_is_told_and_what_was_typed_stays(me: Facilitator, qapp: QApplication) -> None:
    me.paths.sessions.parent.mkdir(exist_ok=True)
    me.paths.sessions.write_text("geen map")
    me.sit_down(qapp)
    press("Ctrl+N")
    rewrite("Samen op reis")
    press("Ctrl+Return")
    assert "kan hier niet worden geschreven." in told(me)
    me.sees("Samen op reis")
    me.paths.sessions.unlink()
    press("Ctrl+Return")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    assert me.file.info.title == "Samen op reis"
    press("Ctrl+Q")


def lead_the_room(me: Facilitator, qapp: QApplication) -> None:
    """Open a session, and go to the wall of quotes."""
    a_session(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    open_from_home(me)
    press("F5")
    assert me.place == "welcome"
    press("PgDown", "Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown")
    assert me.place == "resistance wall"


@contextmanager
def full_disk(path: Path) -> Iterator[None]:
    """No file can grow beyond the size of this one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def moved(path: Path) -> Iterator[None]:
    """The file is somewhere else for a while."""
    elsewhere = path.rename(path.with_suffix(".weg"))
    yield
    elsewhere.rename(path)


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [(full_disk, "De schijf is vol."), (moved, "is verplaatst of vervangen terwijl het open was.")],
    ids=["full", "moved"],
)
def test_what_cannot_be_saved_is_told_stays_in_the_line_and_is_saved_later(
    me: Facilitator, qapp: QApplication, trouble: Callable[[Path], AbstractContextManager[None]], sentence: str
) -> None:
    lead_the_room(me, qapp)
    press("PgDown")
    text = "Wat we zeiden. " * 200
    write(text)
    with trouble(me.path):
        press("Return")
        me.sees(sentence, "! niet opgeslagen", text.strip())
        press("Ctrl+Q")
        assert me.shell.isVisible(), "it does not end while something is not saved"
    press("Return")
    assert not me.reads(sentence)
    me.sees("✓ opgeslagen")
    assert [each.text for each in me.round("resistance").contributions] == [text.strip()]
    press("Ctrl+Q")
    assert not me.shell.isVisible()


@pytest.mark.usefixtures("two_screens")
def test_pulling_the_cable_hides_the_projection_and_folds_private_things_away(
    me: Facilitator, qapp: QApplication
) -> None:
    lead_the_room(me, qapp)
    me.at("resistance wall", Wall)
    press("F6", "F6", "F6")
    write("Alleen voor mij")
    press("Esc")
    write("Half ge")
    me.sees("Alleen voor mij")

    set_screens(LAPTOP)
    me.qtbot.waitUntil(lambda: not me.room.window.isVisible())
    me.qtbot.waitUntil(lambda: me.reads("Geen beamer"))
    me.sees("De zaal kan dit scherm zien: notities, namen en verborgen uitkomsten zijn weggevouwen.")
    assert not me.reads("Alleen voor mij")
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [me.shell]
    write("typt")
    assert me.console.capture.editor.toPlainText() == "Half getypt"

    set_screens(LAPTOP, BEAMER)
    me.qtbot.waitUntil(me.room.window.isVisible)
    me.at("resistance wall", Wall)
    me.sees("Alleen voor mij", "Half getypt")
    assert not me.reads("weggevouwen")
    write(" door")
    assert me.console.capture.editor.toPlainText() == "Half getypt door"
    press("Ctrl+Q")
    assert me.file.drafts[0].text == "Half getypt door"


@pytest.mark.usefixtures("screens")
def test_on_a_mirrored_screen_private_things_are_folded_away_until_asked_for(
    me: Facilitator, qapp: QApplication
) -> None:
    set_screens(LAPTOP, FakeScreen("b-beamer", 0, 0, 1440, 900))
    lead_the_room(me, qapp)
    me.sees("Beamer toont dit scherm", "weggevouwen")
    tab_to("Toon ze toch")
    press("Space")
    assert not me.reads("weggevouwen")
    assert not me.room.window.isVisible()
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_f9_swaps_the_screens_and_the_projection_never_covers_the_console(me: Facilitator, qapp: QApplication) -> None:
    lead_the_room(me, qapp)
    write("Half ge")
    laptop, beamer = (screen.geometry() for screen in qapp.screens())
    for room, console in ((laptop, beamer), (beamer, laptop)):
        press("F9")
        me.qtbot.waitUntil(lambda room=room: me.room.window.geometry() == room)  # type: ignore[misc]
        assert console.contains(me.shell.geometry())
        assert focus() is me.console.capture.editor
    write("typt")
    assert me.console.capture.editor.toPlainText() == "Half getypt"
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_a_window_on_the_rooms_screen_makes_way_when_the_session_begins(me: Facilitator, qapp: QApplication) -> None:
    a_session(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    me.shell.move(BEAMER.x + 100, 100)
    me.shell.setWindowState(Qt.WindowState.WindowMaximized)
    open_from_home(me)
    press("F5")
    assert not me.room.window.geometry().intersects(me.shell.geometry())
    me.at("welcome", Welcome)
    press("Ctrl+Q")


def test_with_one_screen_f9_brings_a_preview(me: Facilitator, qapp: QApplication) -> None:
    lead_the_room(me, qapp)
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [me.shell]
    press("F9")
    assert me.room.preview.isVisible()
    assert isinstance(me.room.preview.scene, Wall)
    assert me.room.preview.accessibleDescription() == me.room.picture.accessibleDescription()
    me.qtbot.waitActive(me.shell)
    press("PgDown")
    assert isinstance(me.room.preview.scene, Prompt)
    me.room.preview.activateWindow()
    me.qtbot.waitActive(me.room.preview)
    press("PgUp")
    assert isinstance(me.room.preview.scene, Wall)
    press("Ctrl+Q")
    assert not me.shell.isVisible()
    assert set(me.windows.appeared) == {"Shell", "PreviewWindow"}


@pytest.mark.usefixtures("two_screens")
def test_the_projection_has_the_keys_of_a_presenter_when_it_has_the_keyboard(
    me: Facilitator, qapp: QApplication
) -> None:
    lead_the_room(me, qapp)
    write(" .b")
    assert me.console.capture.editor.toPlainText() == " .b"
    me.room.window.activateWindow()
    me.qtbot.waitActive(me.room.window)
    for key, place in (
        ("Space", "resistance hands 1"),
        ("Right", "resistance hands 2"),
        ("Down", "resistance hands 3"),
        ("Left", "resistance hands 2"),
        ("Up", "resistance hands 1"),
        ("PgUp", "resistance wall"),
        ("PgDown", "resistance hands 1"),
    ):
        press(key)
        assert me.place == place
    for key in ("B", "."):
        press(key)
        assert isinstance(me.room.window.scene, Black)
        press(key)
        assert isinstance(me.room.window.scene, Prompt)
    press("F7")
    assert me.file.stage.frozen
    press("F7", "Ctrl+7", "Esc")
    me.qtbot.waitActive(me.shell)
    assert focus() is me.console.capture.editor
    me.sees("Welk besluit?")
    press("Ctrl+Q")


@pytest.mark.usefixtures("two_screens")
def test_every_page_is_reached_by_keyboard_and_nothing_flickers(me: Facilitator, qapp: QApplication) -> None:
    lead_the_room(me, qapp)
    press("F1")
    me.qtbot.waitUntil(lambda: type(qapp.activeWindow()).__name__ == "KeyOverview")
    press("Esc")
    press("F4", "Esc", "Ctrl+P", "Esc")
    press("F10")
    walk_menu_to("Draaiboek aanpassen")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    press("Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab")
    press("F5")
    me.at("resistance wall", Wall)
    press("F10")
    walk_menu_to("Afronden")
    assert isinstance(me.shell.currentWidget(), WrapUpWindow)
    press("Alt+Left")
    me.qtbot.waitUntil(lambda: not isinstance(me.shell.currentWidget(), WrapUpWindow))
    me.at("resistance wall", Wall)
    press("F10")
    walk_menu_to("Naar het overzicht van sessies")
    assert me.shell.currentWidget() is me.shell.home
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [me.shell]
    me.qtbot.waitUntil(lambda: focus().accessibleName() == "Verder met Rijnkust")
    press("Return")
    me.at("resistance wall", Wall)
    press("Ctrl+Q")
    assert not me.shell.isVisible()
    assert set(me.windows.appeared) == {"Shell", "KeyOverview", "ProjectionWindow"}


def tab_round(me: Facilitator) -> None:
    """Press Tab until it is back where it began; everything that can have the keyboard has had it, and has a name."""
    began = focus()
    reached = [began]
    press("Tab")
    while focus() not in reached[:-1]:
        # A time has two parts: Tab stays in it once.
        reached += [focus()] if focus() is not reached[-1] else []
        press("Tab")
    assert focus() is began, f"Tab does not come back from {reached[-1]}"
    left = [each for each in me.shell.findChildren(QWidget) if takes_tab(each) and each not in reached]
    assert left == []
    assert [each for each in reached if not (each.accessibleName() or getattr(each, "text", str)())] == []


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab should come here: of a group of choices it comes to the one that is on."""
    off = isinstance(widget, QRadioButton) and not widget.isChecked()
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy() and not off
    return bool(wanted) and widget.isVisible() and widget.isEnabled()


@pytest.mark.usefixtures("two_screens")
def test_tab_comes_everywhere_and_everything_has_a_name(me: Facilitator, qapp: QApplication) -> None:
    a_session(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    tab_round(me)
    press("Ctrl+N")
    tab_round(me)
    press("Esc")
    tab_to("alle 8 draaiboeken ›")
    press("Space")
    tab_round(me)
    press("Esc")
    open_from_home(me)
    for _page in range(4):
        tab_round(me)
        press("Ctrl+Tab")
    press("F5")
    for keys in ((), ("PgDown", "PgDown"), ("Ctrl+PgDown", "Ctrl+PgDown"), ("Ctrl+PgDown", "Ctrl+PgDown")):
        press(*keys)
        tab_round(me)
    press("Ctrl+P")
    tab_round(me)
    press("Esc", "F10")
    walk_menu_to("Afronden")
    tab_round(me)
    press("Ctrl+Q")


def walk_menu_to(words: str) -> None:
    """Walk an open menu to an entry, and choose it."""
    menu = focus()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        press("Down")
        if menu.activeAction().text() == words:
            press("Return")
            return
    raise AssertionError([each.text() for each in menu.actions()])
