"""What cannot be opened or saved is told in one sentence of Dutch; the program goes on, and nothing is lost."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import press, rewrite, walk_to, write
from tests.desktop.walking import DUTCH, Facilitator, texts_of
from tests.session_files import make_dialogue
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.storage.second_look import SecondLook
from workshop_app.storage.session_file import SessionFile

HOLDER = """
import sys
from pathlib import Path
from workshop_app.storage.session_file import SessionFile
with SessionFile.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

SAYS_UNWRITABLE = DUTCH.gettext(
    "Nothing more can be written on this disk: it is full, or it does not work any more. What was saved before is "
    "safe. Make room or look at the disk, then try again."
)


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
    broken = make_dialogue(me.paths.sessions).rename(me.paths.sessions / "stuk.samenspraak")
    make_dialogue(me.paths.sessions, "Heel gebleven")
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
    path = make_dialogue(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    with held_elsewhere(path):
        me.open_from_home()
        assert told(me).startswith(f"{path.name} is al open in een ander venster of op een andere computer.")
    press("Return")
    assert isinstance(me.shell.currentWidget(), PrepareWindow)
    press("Ctrl+Q")


def test_a_file_from_elsewhere_is_copied_in(me: Facilitator, qapp: QApplication, tmp_path: Path) -> None:
    stick = make_dialogue(tmp_path / "stick")
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
    [(full_disk, SAYS_UNWRITABLE), (moved, "is verplaatst of vervangen terwijl het open was.")],
    ids=["full", "moved"],
)
def test_what_cannot_be_saved_is_told_stays_in_the_line_and_is_saved_later(
    me: Facilitator, qapp: QApplication, trouble: Callable[[Path], AbstractContextManager[None]], sentence: str
) -> None:
    me.lead_the_room(qapp)
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


def test_what_the_file_does_not_hold_is_shown_and_not_called_saved(
    me: Facilitator, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    me.lead_the_room(qapp)
    press("PgDown")
    with monkeypatch.context() as lying:
        lying.setattr(SecondLook, "holds", lambda *_: False)
        write("Wat we zeiden.")
        press("Return")
        me.sees("staat niet wat er net is opgeslagen", "! niet opgeslagen", "Wat zit eronder?. Wat we zeiden.")
        assert "Wat we zeiden." in texts_of(me.console.capture), "nobody has to type it again"
    rewrite("En dit.")
    press("Return")
    me.sees("✓ opgeslagen")
    # An anonymous round has no order.
    assert {each.text for each in me.round("resistance").contributions} == {"Wat we zeiden.", "En dit."}
    press("Ctrl+Q")
    assert not me.shell.isVisible()


def test_what_is_noticed_meanwhile_leaves_it_in_sight(me: Facilitator, qapp: QApplication) -> None:
    me.lead_the_room(qapp)
    assert me.shell.session
    with moved(me.path):
        write("Wat we zeiden.")
        press("Return")
        me.shell.session.bridge.noticed.emit("amber", "Er is weinig ruimte.")
        me.sees("is verplaatst of vervangen", "Er is weinig ruimte.")
    press("Return")
    press("Ctrl+Q")
