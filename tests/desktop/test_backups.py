"""An open session is backed up now and then, and when it is closed; what keeps that from happening is told."""

import time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.desktop.keyboard import press
from tests.desktop.walking import DUTCH, Facilitator
from workshop_app.desktop.backing_up import EVERY_MINUTES, BackupKeeper
from workshop_app.desktop.not_backed_up import NotBackedUp
from workshop_app.desktop.open_session import SECOND
from workshop_app.facilitation import capturing, preparing
from workshop_app.facilitation.looking import view_of
from workshop_app.storage import backups, patience
from workshop_app.storage.checking import check
from workshop_app.storage.made_files import MadeFiles
from workshop_app.storage.second_place import choose
from workshop_app.storage.settings import Settings, save_settings

AWAY, BACK = (DUTCH.gettext(SECOND[is_there]) for is_there in (False, True))
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


@pytest.fixture
def without_folder(leading: Facilitator) -> Path:
    """A file in place of the folder of backups."""
    leading.capture("Iets.")
    folder = leading.paths.backups / leading.path.stem
    folder.rename(folder.with_name("weg"))
    folder.write_text("a file in place of the folder")
    return folder


def asked_at_closing(me: Facilitator) -> NotBackedUp:
    press("Ctrl+Q")
    assert me.shell.isVisible(), "closing waits for the backup"
    me.sees(SENTENCE)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NotBackedUp)
    return dialog


def test_where_none_can_be_made_it_is_told_and_the_session_is_saved(leading: Facilitator, without_folder: Path) -> None:
    ten_minutes_pass(leading)
    leading.sees(SENTENCE, "✓ opgeslagen")
    press("Esc")
    assert not leading.reads(SENTENCE)
    asked_at_closing(leading)
    press("Esc")
    assert leading.shell.isVisible(), "kept open"
    leading.capture("En verder.")
    without_folder.unlink()


def test_closing_goes_on_when_it_can_be_made_again(leading: Facilitator, without_folder: Path) -> None:
    asked_at_closing(leading)
    press("Tab", "Space")
    assert leading.shell.isVisible(), "still the same"
    without_folder.unlink()
    press("Space")
    leading.qtbot.waitUntil(lambda: not leading.shell.isVisible())
    assert len(kept(leading)) == 1


def test_closing_goes_on_with_a_copy_in_another_place(
    leading: Facilitator, without_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, path = tmp_path / "stick", leading.path
    answers = iter([tmp_path / "nergens" / "dan ook", stick])
    monkeypatch.setattr(QFileDialog, "open", lambda self: self.fileSelected.emit(str(next(answers))))
    stick.mkdir()
    (tmp_path / "nergens").write_text("not a folder")
    dialog = asked_at_closing(leading)
    press("Return")
    assert dialog.isVisible(), "nothing can be written there"
    press("Return")
    leading.qtbot.waitUntil(lambda: not leading.shell.isVisible())
    (copy,) = stick.iterdir()
    assert check(copy) == ()
    assert b"Iets." in copy.read_bytes()
    assert MadeFiles(leading.paths.made).of(path) == (copy,)


def test_closing_goes_on_without_one_when_the_person_says_so(leading: Facilitator, without_folder: Path) -> None:
    path = leading.path
    asked_at_closing(leading)
    press("Tab", "Tab", "Space")
    leading.qtbot.waitUntil(lambda: not leading.shell.isVisible())
    assert check(path) == ()


def test_going_home_goes_on_too(leading: Facilitator, without_folder: Path) -> None:
    assert leading.shell.session
    leading.console.home_requested.emit()
    press("Tab", "Tab", "Space")
    leading.qtbot.waitUntil(lambda: leading.shell.session is None)
    assert leading.shell.isVisible()
    assert leading.shell.currentWidget() is leading.shell.home


def test_before_much_is_taken_away_there_is_one(leading: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    leading.capture("Straks weg.")
    assert leading.shell.session
    bridge = leading.shell.session.bridge
    (keeper,) = leading.shell.session.findChildren(BackupKeeper)
    known = leading.round("resistance")
    bridge.attempt(capturing.remove_prompt, known.items[0].id)
    assert len(kept(leading)) == 1, "undo has what was said within a minute"
    monkeypatch.setattr(keeper, "_monotonic", lambda: time.monotonic() + 61)
    bridge.attempt(preparing.remove_round, known.id)
    leading.qtbot.waitUntil(lambda: len(kept(leading)) == 2)
    before = view_of(kept(leading)[0]).round(known.id)
    assert before
    assert len(before.items) == len(known.items) - 1


class TestSecondPlace:
    @pytest.fixture
    def stick(self, tmp_path: Path) -> Path:
        folder = tmp_path / "stick"
        folder.mkdir()
        return folder

    @pytest.fixture
    def with_stick(self, me: Facilitator, qapp: QApplication, stick: Path) -> Facilitator:
        save_settings(me.paths.settings, Settings(second_place=str(choose(stick))))
        me.lead_the_room(qapp)
        return me

    def brought(self, stick: Path) -> list[str]:
        return sorted(path.name for path in stick.rglob("*.samenspraak"))

    def test_each_backup_is_brought_there(self, with_stick: Facilitator, stick: Path) -> None:
        with_stick.qtbot.waitUntil(lambda: len(self.brought(stick)) == 1)
        with_stick.capture("Dit moet bewaard blijven.")
        ten_minutes_pass(with_stick)
        with_stick.qtbot.waitUntil(lambda: len(self.brought(stick)) == 2)
        with_stick.capture("En dit ook.")
        press("Ctrl+Q")
        assert self.brought(stick) == sorted(path.name for path in kept(with_stick))
        assert len(self.brought(stick)) == 3

    def test_one_that_is_pulled_out_is_said_once_and_catches_up(self, with_stick: Facilitator, stick: Path) -> None:
        with_stick.qtbot.waitUntil(lambda: len(self.brought(stick)) == 1)
        away = stick.rename(stick.with_name("weg"))
        with_stick.capture("Zonder stick.")
        ten_minutes_pass(with_stick)
        with_stick.qtbot.waitUntil(lambda: with_stick.reads(AWAY))
        assert with_stick.reads("✓ opgeslagen")
        press("Esc")
        away.rename(stick)
        assert with_stick.shell.session
        (keeper,) = with_stick.shell.session.findChildren(BackupKeeper)
        assert keeper.looking.isActive()
        keeper.looking.timeout.emit()
        with_stick.qtbot.waitUntil(lambda: with_stick.reads(BACK))
        assert self.brought(stick) == sorted(path.name for path in kept(with_stick))

    def test_one_that_does_not_answer_holds_up_neither_a_backup_nor_closing(
        self, with_stick: Facilitator, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with_stick.qtbot.waitUntil(lambda: len(self.brought(stick)) == 1)
        answers = Event()
        monkeypatch.setattr(patience, "SECONDS", 0.05)
        monkeypatch.setattr("shutil.copyfile", lambda *_: answers.wait(20))
        with_stick.capture("Zonder antwoord.")
        ten_minutes_pass(with_stick)
        with_stick.qtbot.waitUntil(lambda: len(kept(with_stick)) == 2)
        with_stick.capture("En nog iets.")
        ten_minutes_pass(with_stick)
        with_stick.qtbot.waitUntil(lambda: len(kept(with_stick)) == 3)
        began = time.monotonic()
        press("Ctrl+Q")
        assert not with_stick.shell.isVisible()
        assert time.monotonic() - began < 5
        answers.set()
