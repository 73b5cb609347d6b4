"""A damaged session: what was found is said, and there are ways on that leave the damaged file as it is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.desktop.keyboard import press
from tests.desktop.walking import Facilitator
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.home.damaged_look import DamagedLook
from workshop_app.desktop.home.rescue_dialog import RescueDialog
from workshop_app.storage import backups


def spoil(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    place = data.find(b"Dit zeiden we samen")
    data[place : place + 3] = b"Dat"
    path.write_bytes(data)
    return bytes(data)


@pytest.fixture
def broken(me: Facilitator, qapp: QApplication) -> bytes:
    """A session in which something was said, closed and damaged; then home, with the ways on."""
    me.lead_the_room(qapp)
    press("PgDown")
    me.capture("Dit zeiden we samen.")
    me.capture("En dit ook.")
    press("F10", "Up", "Return")
    data = spoil(me.path)
    me.open_from_home("Samen")
    me.sees("is beschadigd")
    (button,) = [b for b in me.shell.home.findChildren(QPushButton) if b.text() == "Wat kan ik doen?"]
    button.setFocus()
    press("Return")
    return data


def dialog(me: Facilitator) -> RescueDialog:
    (found,) = me.shell.findChildren(RescueDialog)
    return found


def said(me: Facilitator) -> set[str]:
    """What was said, as the open session has it."""
    assert me.shell.session
    return {each.text for known in me.shell.session.bridge.view.rounds for each in known.contributions}


def test_it_says_what_is_wrong_and_lists_the_backups(me: Facilitator, broken: bytes) -> None:
    me.sees("Regels die niet meer zijn wat er geschreven is: 1")
    shown = dialog(me).list
    assert shown.count() == len(backups.existing(me.paths.backups / me.path.stem)) == 2
    assert "2 antwoorden" in shown.item(0).text()
    assert "Weerstand" in shown.item(0).text()
    assert "0 antwoorden" in shown.item(1).text()
    press("Esc")
    me.qtbot.waitUntil(lambda: not me.shell.findChildren(RescueDialog))


def test_a_backup_opens_under_a_new_name(me: Facilitator, broken: bytes) -> None:
    damaged = me.path
    assert dialog(me).list.hasFocus()
    press("Return")
    assert isinstance(me.shell.currentWidget(), ConsoleWindow)
    assert said(me) == {"Dit zeiden we samen.", "En dit ook."}
    assert damaged.read_bytes() == broken
    assert len(list(me.paths.sessions.glob("*.samenspraak"))) == 2
    press("Ctrl+Q")


def test_what_can_be_read_is_read_into_a_new_file(me: Facilitator, broken: bytes) -> None:
    damaged = me.path
    press("Tab", "Tab", "Return")
    me.sees("regels gelezen")
    assert "En dit ook." in said(me)
    assert damaged.read_bytes() == broken
    press("Ctrl+Q")


def test_it_can_be_looked_at_and_stays_as_it_is(me: Facilitator, broken: bytes) -> None:
    press("Tab", "Tab", "Tab", "Return")
    (look,) = me.shell.findChildren(DamagedLook)
    shown = look.words.toPlainText()
    assert "– En dit ook." in shown
    assert "Weerstand en verzuchtingen".upper() in shown
    # Nothing can be typed into it.
    press("x")
    assert look.words.toPlainText() == shown
    press("Esc")
    assert me.path.read_bytes() == broken
    press("Esc")
    me.qtbot.waitUntil(lambda: not me.shell.findChildren(RescueDialog))
