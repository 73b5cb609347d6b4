"""Too little room on the disk is said in time; what is saved in the last of it too."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.keyboard import press
from tests.desktop.walking import DUTCH, Facilitator
from tests.session_files import make_dialogue
from workshop_app.desktop.disk_keeper import LOW, DiskKeeper

LITTLE = DUTCH.gettext("Only {n} MB are free on this disk. Make room before the session begins to need it.")
SPENT = DUTCH.gettext(
    "The disk is full. This was saved in a little room that was kept for it. Make room now, or save a copy in another "
    "place: Ctrl+Shift+S."
)
AGAIN = DUTCH.gettext("There is room on the disk again.")

_NOTHING_FREE = SimpleNamespace(free=0)


def keeper_of(me: Facilitator) -> DiskKeeper:
    assert me.shell.session
    (keeper,) = me.shell.session.findChildren(DiskKeeper)
    return keeper


def test_little_room_is_said_once(me: Facilitator, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    me.lead_the_room(qapp)
    keeper = keeper_of(me)
    assert keeper.timer.isActive()
    assert not me.reads(LITTLE.split("{n}")[1])
    monkeypatch.setattr(keeper, "_free", lambda folder: LOW - 1)
    keeper.timer.timeout.emit()
    assert me.reads(LITTLE.format(n=49))
    me.console.banner.dismiss()
    keeper.timer.timeout.emit()
    assert not me.reads(LITTLE.format(n=49))


def test_the_last_room_is_said_and_taken_back(
    me: Facilitator, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    me.lead_the_room(qapp)
    assert me.shell.session
    reserve = me.shell.session.file.reserve
    kept = me.path.with_name(f".~{me.path.name}.reserve")
    assert kept.exists()
    reserve.give()
    me.capture("Er is weer ruimte.")
    me.qtbot.waitUntil(kept.exists)
    assert not me.reads(SPENT)
    with monkeypatch.context() as full:
        full.setattr("workshop_app.storage.reserve.shutil.disk_usage", lambda folder: _NOTHING_FREE)
        reserve.give()
        me.capture("Het laatste.")
        me.qtbot.waitUntil(lambda: me.reads(SPENT))
    keeper_of(me).timer.timeout.emit()
    assert me.reads(AGAIN)
    assert kept.exists()
    me.shell.close()
    assert sorted(each.name for each in me.paths.sessions.iterdir()) == sorted((me.path.name, "index.json"))


def test_a_backup_that_could_not_be_made_at_opening_is_said(me: Facilitator, qapp: QApplication) -> None:
    path = make_dialogue(me.paths.sessions)
    me.paths.backups.write_text("no folder")
    me.sit_down(qapp)
    me.shell.open(path)
    me.sees("kon geen reservekopie worden gemaakt.")
    me.paths.backups.unlink()
    press("Ctrl+Q")
