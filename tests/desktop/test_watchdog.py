"""What stays unsaved is said after five seconds, wherever it was typed, and is saved as soon as that is possible."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import focus, press, rewrite, write
from tests.desktop.walking import DUTCH, Facilitator
from tests.session_files import make_dialogue
from workshop_app.desktop import open_session
from workshop_app.desktop.console import drafts
from workshop_app.desktop.watchdog import PATIENCE, Watchdog

LATE = DUTCH.gettext("Not saved for {n} seconds now: {fields}. The text is still there; leave it, or copy it.")
LATE_FOR = LATE.split("{n}")[0]


class Time:
    """Passes when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr(open_session, "Watchdog", partial(Watchdog, monotonic=time))
    return time


def seconds_pass(me: Facilitator, time: Time, seconds: float) -> None:
    assert me.shell.session
    (watchdog,) = me.shell.session.findChildren(Watchdog)
    watchdog.timer.stop()
    watchdog.look()
    time.now += seconds
    watchdog.look()


@contextmanager
def away(path: Path) -> Iterator[None]:
    """The file is elsewhere for a while."""
    elsewhere = path.rename(path.with_suffix(".weg"))
    yield
    elsewhere.rename(path)


def test_half_typed_text_that_is_not_kept(me: Facilitator, qapp: QApplication, time: Time) -> None:
    me.lead_the_room(qapp)
    with away(me.path):
        write("Wat we zeiden")
        seconds_pass(me, time, PATIENCE - 1)
        assert not me.reads(LATE_FOR)
        seconds_pass(me, time, PATIENCE)
        me.sees(LATE_FOR, "is verplaatst of vervangen", "! niet opgeslagen", "Wat we zeiden")
    seconds_pass(me, time, PATIENCE)
    assert not me.reads(LATE_FOR)
    me.sees("✓ opgeslagen")
    assert [draft.text for draft in me.file.drafts] == ["Wat we zeiden"]
    press("Ctrl+Q")


def test_notes_are_not_lost_when_a_save_fails(
    me: Facilitator, qapp: QApplication, two_screens: None, time: Time
) -> None:
    me.lead_the_room(qapp)
    me.console.side.notes.setFocus()
    with away(me.path):
        rewrite("Mijn notitie")
        press("Ctrl+PgDown")
        seconds_pass(me, time, PATIENCE)
        me.sees(LATE_FOR)
        press("Ctrl+Q")
        assert me.shell.isVisible()
    seconds_pass(me, time, PATIENCE)
    assert me.round("resistance").notes == "Mijn notitie"
    press("Ctrl+Q")
    assert not me.shell.isVisible()


def test_a_field_of_prepare(me: Facilitator, qapp: QApplication, time: Time) -> None:
    make_dialogue(me.paths.sessions)
    me.sit_down(qapp)
    me.qtbot.waitUntil(lambda: me.reads("Samen verder"))
    me.open_from_home()
    press("Return")
    with away(me.path):
        rewrite("Een andere vraag")
        name = focus().accessibleName()
        seconds_pass(me, time, PATIENCE)
        me.sees(LATE_FOR, name)
    seconds_pass(me, time, PATIENCE)
    assert not me.reads(LATE_FOR)
    assert "Een andere vraag" in [known.question for known in me.file.rounds]
    press("Ctrl+Q")


def test_typing_on_is_not_saved_at_every_look(
    me: Facilitator, qapp: QApplication, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    me.lead_the_room(qapp)
    assert me.shell.session
    (watchdog,) = me.shell.session.findChildren(Watchdog)
    watchdog.timer.stop()
    # On a disk so slow that the line itself waits long for a pause.
    monkeypatch.setattr(drafts, "KEEP_WITHIN", 60_000)
    (line,) = me.console.capture.findChildren(drafts.Drafts)
    for timer in line.findChildren(QTimer):
        timer.setInterval(60_000)
    kept: list[int] = []
    me.shell.session.bridge.saved.connect(lambda moment: kept.append(int(time.now)))
    for second in range(20):
        time.now = float(second)
        write("a")
        watchdog.look()
    assert kept == [5, 11, 17]
    press("Ctrl+Q")


def test_leaving_warns_again_when_something_was_saved_since(me: Facilitator, qapp: QApplication, time: Time) -> None:
    me.lead_the_room(qapp)
    with away(me.path):
        write("Wat we zeiden")
        press("Ctrl+Q")
        assert me.shell.isVisible()
    press("Return")
    with away(me.path):
        write("En dit")
        press("Ctrl+Q")
        assert me.shell.isVisible()
        press("Ctrl+Q")
        assert not me.shell.isVisible()


def test_what_is_saved_is_not_late(me: Facilitator, qapp: QApplication, time: Time) -> None:
    me.lead_the_room(qapp)
    write("Half")
    seconds_pass(me, time, PATIENCE)
    assert not me.reads(LATE_FOR)
    me.sees(DUTCH.gettext("✓ half typed, kept"))
    press("Return")
    assert not me.reads(DUTCH.gettext("✓ half typed, kept"))
    press("Ctrl+Q")
