"""What a screen reader hears, and finds: announcements, names and roles."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.console.conftest import CHECKIN, QUOTES, OpenConsole
from tests.desktop.keyboard import press
from tests.desktop.walking import Facilitator
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.desktop.widgets import announce as announce_module


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the screen reader."""
    said: list[str] = []

    class Reader:
        """In the place of QAccessible, which has no way to listen from Python."""

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - Qt's name
            said.append(event.message())

    monkeypatch.setattr(announce_module, "QAccessible", Reader)
    return said


def test_a_change_of_step_is_heard(open_console: OpenConsole, heard: list[str]) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.keys("F5")
    heard.clear()
    console.keys("PageDown")
    assert heard == ["Agenda"]
    heard.clear()
    console.keys("PageDown", "PageDown")
    assert heard == [
        "round 1 · Check-in · what is said · Wie zit er aan tafel?",
        "round 1 · Check-in · what is said · Welke vragen leven er?",
    ]
    heard.clear()
    console.capture("Iets anders")
    assert not any("round 1" in each for each in heard)


def test_what_the_room_sees_is_heard_when_it_changes(open_console: OpenConsole, heard: list[str]) -> None:
    console = open_console(CHECKIN)
    heard.clear()
    live = RoomStatus(Beamer.LIVE, "EPSON")
    for status in (live, live, RoomStatus(Beamer.LIVE, "EPSON", frozen=True), RoomStatus(Beamer.ONE_SCREEN)):
        console.window.set_room_status(status)
    assert heard == ["Beamer live · EPSON", "Beamer live · frozen", "No beamer"]


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.usefixtures("two_screens")
def test_console_and_projection_have_names_and_roles(me: Facilitator, qapp: QApplication, heard: list[str]) -> None:
    me.lead_the_room(qapp)
    window = me.room.window
    assert role(window) is role(me.console) is QAccessible.Role.Client, "a pane, as every window of our own"
    assert window.accessibleName()
    assert "Een GR is niet democratisch." in window.accessibleDescription()
    assert me.room.picture.accessibleName() == "Wat de zaal ziet"
    assert role(me.console.capture.editor) is QAccessible.Role.EditableText
    heard.clear()
    press("F7", "F7", "F8", "F8")
    assert heard == [
        "Beamer live · bevroren",
        "Beamer live · b-beamer",
        "Beamer live · zwart",
        "Beamer live · b-beamer",
    ]
    press("Ctrl+Q")
