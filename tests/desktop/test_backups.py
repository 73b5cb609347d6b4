"""An open session is backed up now and then, and when it is closed; what keeps that from happening is told."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import press
from tests.desktop.walking import Facilitator
from workshop_app.desktop.backing_up import EVERY_MINUTES, BackupKeeper
from workshop_app.storage import backups
from workshop_app.storage.checking import check

SENTENCE = "kon geen reservekopie worden gemaakt"


@pytest.fixture
def leading(me: Facilitator, qapp: QApplication) -> Facilitator:
    me.lead_the_room(qapp)
    return me


def kept(me: Facilitator) -> list[Path]:
    return backups.existing(me.paths.backups / me.path.stem)


def ten_minutes_pass(me: Facilitator) -> None:
    assert me.shell.session
    (keeper,) = me.shell.session.findChildren(BackupKeeper)
    assert keeper.timer.isActive()
    assert keeper.timer.interval() == EVERY_MINUTES * 60_000
    keeper.timer.timeout.emit()


def test_what_was_said_since_is_in_the_next_backup(leading: Facilitator) -> None:
    before = kept(leading)
    leading.capture("Dit moet bewaard blijven.")
    ten_minutes_pass(leading)
    leading.qtbot.waitUntil(lambda: len(kept(leading)) == len(before) + 1)
    newest = kept(leading)[0]
    assert "Dit moet bewaard blijven." in newest.read_bytes().decode("utf-8", "replace")
    assert check(newest) == ()


def test_without_a_change_there_is_no_new_one(leading: Facilitator) -> None:
    leading.capture("Iets.")
    ten_minutes_pass(leading)
    leading.qtbot.waitUntil(lambda: len(kept(leading)) == 2)
    ten_minutes_pass(leading)
    press("Ctrl+Q")
    assert len(kept(leading)) == 2


def test_closing_makes_the_last_one(leading: Facilitator) -> None:
    leading.capture("Het laatste woord.")
    path = leading.path
    press("Ctrl+Q")
    assert not leading.shell.isVisible()
    assert kept(leading)[0].read_bytes().find(b"Het laatste woord.") > 0
    assert check(path) == ()


def test_where_none_can_be_made_it_is_told_and_closing_asks_once(leading: Facilitator) -> None:
    leading.capture("Iets.")
    folder = leading.paths.backups / leading.path.stem
    aside = folder.rename(folder.with_name("weg"))
    folder.write_text("a file in place of the folder")
    ten_minutes_pass(leading)
    leading.sees(SENTENCE, "✓ opgeslagen")
    press("Esc")
    assert not leading.reads(SENTENCE)
    press("Ctrl+Q")
    assert leading.shell.isVisible(), "closing waits for the backup"
    leading.sees(SENTENCE)
    folder.unlink()
    aside.rename(folder)
    press("Ctrl+Q")
    assert not leading.shell.isVisible()
    assert len(kept(leading)) == 2
