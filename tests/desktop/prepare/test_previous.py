"""Choosing the session that another one follows up on, when it is made and afterwards."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.workshops import PEOPLE, one_round, open_desk
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.previous_choice import PreviousChoice
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.facilitation import counting, outcomes
from workshop_app.i18n import Language

ENGLISH = Language.load("en")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A session with an open action, and hands for a topic."""
    folder = tmp_path / "before"
    folder.mkdir()
    with open_desk(folder, one_round("recognition", "Zo?"), participants=PEOPLE) as desk:
        known = desk.view.rounds[0]
        desk.run(counting.set_count, known.items[0].id, "yes", 3)
        desk.run(outcomes.act, "Bellen", known.id, "")
        return desk.file.path


def test_a_session_is_chosen_by_keyboard(qtbot: QtBot) -> None:
    choice = PreviousChoice(ENGLISH)
    qtbot.addWidget(choice)
    choice.offer([("Vorige · 12 mrt", Path("a.samenspraak")), ("Eerdere", Path("b.samenspraak"))])
    assert choice.currentText() == "no previous session"
    with qtbot.waitSignal(choice.chosen):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.path == Path("a.samenspraak")
    choice.offer([("Eerdere", Path("b.samenspraak"))])
    assert (choice.path, choice.currentText()) == (Path("a.samenspraak"), "a.samenspraak")
    QTest.keyClick(choice, Qt.Key.Key_Home)
    assert choice.path is None


def test_a_prepared_session_follows_up_on_a_file(
    tmp_path: Path, before: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(before), ""))
    rounds = (one_round("followup", "Wat lukte?"), one_round("recognition", "Zo?"))
    with open_desk(tmp_path, *rounds, present=False) as desk:
        window = PrepareWindow(Bridge(desk, ENGLISH))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        follow_up, compared = desk.view.rounds
        assert [item.text for item in follow_up.items] == ["Bellen", "Wat lukte?"]
        assert [(each.option, each.value) for each in compared.items[0].earlier] == [("yes", 3)]
        assert (desk.view.info.previous_title, desk.view.info.previous_day) == ("Samen verder", date(2026, 11, 27))
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert [item.text for item in desk.view.rounds[0].items] == ["Wat lukte?"]


def test_a_file_that_is_no_session_changes_nothing(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "ander.samenspraak"
    other.write_text("geen sessie")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    with open_desk(tmp_path, one_round("followup", "Wat lukte?"), present=False) as desk:
        bridge = Bridge(desk, ENGLISH)
        window = PrepareWindow(bridge)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        with qtbot.waitSignal(bridge.noticed):
            QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        assert desk.view.info.previous_title == ""
