"""Files and mail by keys: which of them, for whom, how far it is, and whether it was sent."""

import errno
import json
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, part, press, rewrite, tab_to_button, tab_until
from tests.desktop.wrapup.conftest import MailProgram, minutes_in, told, wait_until_told
from workshop_app.desktop.wrapup import delivery
from workshop_app.desktop.wrapup.delivery import Saved, Version
from workshop_app.desktop.wrapup.outbox import Outbox
from workshop_app.desktop.wrapup.window import WrapUpWindow
from workshop_app.desktop.wrapup.work import Work
from workshop_app.facilitation import outcomes, people
from workshop_app.facilitation.desk import Desk
from workshop_app.minutes import files
from workshop_app.minutes.files import OTHER_FILES, FileKind
from workshop_app.model.views import WorkshopView

DAY = date(2026, 11, 27)


def folder_of(tmp_path: Path) -> Path:
    return tmp_path / "verslagen"


def words_on(part: QWidget) -> str:
    """The text of the labels of a panel that are in sight."""
    labels = part.findChildren(QWidget)
    return " ".join(str(label.property("text")) for label in labels if label.isVisible() and label.property("text"))


# --------------------------------------------------------------------------------------------------------------- files
def test_all_other_files_are_written_with_a_few_keys(window: WrapUpWindow, tmp_path: Path, qtbot: QtBot) -> None:
    press("Ctrl+E", "Space")
    tab_to_button("Write the files")
    press("Return")
    wait_until_told(qtbot, window, "Saved as 2026-11-27 Samen verder - ")
    (actions,) = folder_of(tmp_path).glob("*.csv")
    assert actions.read_bytes().count(b"Carla Bos") == 1
    (file,) = folder_of(tmp_path).glob("*.json")
    answers = json.loads(file.read_text("utf-8"))
    assert answers["session"]["title"] == "Samen verder"
    assert not list(folder_of(tmp_path).glob("*.pdf"))


def test_one_kind_is_written_in_the_version_that_is_chosen(window: WrapUpWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab_until("For whom")
    press("Down", "Ctrl+E")
    tab_to_button("Action list (CSV)")
    press("Space")
    tab_to_button("Write the files")
    press("Return")
    wait_until_told(qtbot, window, "Saved as")
    (file,) = folder_of(tmp_path).iterdir()
    assert b"Carla Bos" not in file.read_bytes()


def test_without_a_choice_there_is_nothing_to_write_and_esc_goes_back(window: WrapUpWindow) -> None:
    press("Ctrl+E")
    assert not window.files.write.isEnabled()
    press("Esc")
    assert focus() in [row.button for row in window.minutes.checks.rows.values()]


# ---------------------------------------------------------------------------------------------------- work that is long
@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Saving goes on until the event is set, and tells that it is halfway."""
    go_on = Event()

    def save(version: Version, folder: Path, work: Work) -> Saved:
        while not go_on.wait(0.01):
            work.progress(1, 2)
        return Saved(folder / "klaar.pdf", folder / "klaar.pdf")

    monkeypatch.setattr(Version, "save", save)
    return go_on


def test_long_work_tells_how_far_it_is(window: WrapUpWindow, slow: Event, qtbot: QtBot) -> None:
    bar = window.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    press("Ctrl+S")
    qtbot.waitUntil(lambda: bar.value() == 50)
    assert bar.isVisible()
    slow.set()
    wait_until_told(qtbot, window, "Saved as klaar.pdf")
    assert not bar.isVisible()


def test_esc_stops_long_work_and_leaves_nothing(
    window: WrapUpWindow, slow: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    press("Ctrl+S")
    press("Esc")
    wait_until_told(qtbot, window, "Stopped.")
    assert not folder_of(tmp_path).exists()
    slow.set()
    press("Ctrl+S")
    wait_until_told(qtbot, window, "Saved as klaar.pdf")


def test_saving_the_real_pages_can_be_stopped(
    window: WrapUpWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: bool(window.pages.shown), timeout=10_000)
    stopped, call_off, progress = Event(), Work.call_off, Work.progress

    def stop(work: Work) -> None:
        call_off(work)
        stopped.set()

    def go_on(work: Work, done: int, total: int) -> None:
        # A few pages are made sooner than a key is pressed.
        stopped.wait(10)
        progress(work, done, total)

    monkeypatch.setattr(Work, "call_off", stop)
    monkeypatch.setattr(Work, "progress", go_on)
    press("Ctrl+S", "Esc")
    wait_until_told(qtbot, window, "Stopped.")
    assert not list(folder_of(tmp_path).iterdir())


@pytest.fixture
def told_of(window: WrapUpWindow) -> list[Path]:
    """The files of which it is told that they were made."""
    told_of: list[Path] = []
    part(window, Outbox).made.connect(told_of.append)
    return told_of


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Event:
    """The second file takes until it is called off; the event is set when it has begun."""
    begun = Event()
    really = files.write_other

    def write(view: WorkshopView, kind: FileKind, *args: Any) -> Path:
        if kind is not OTHER_FILES[0]:
            begun.set()
            raise OSError(errno.EIO, "pulled out")
        return really(view, kind, *args)

    monkeypatch.setattr(delivery, "write_other", write)
    return begun


def test_what_was_made_before_it_went_wrong_can_be_found_again(
    window: WrapUpWindow, stuck: Event, told_of: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    press("Ctrl+E", "Space")
    tab_to_button("Write the files")
    press("Return")
    wait_until_told(qtbot, window, "cannot be written in")
    assert told_of == list(folder_of(tmp_path).iterdir())
    assert len(told_of) == 1


def test_what_was_made_before_the_window_closed_can_be_found_again(
    window: WrapUpWindow, stuck: Event, told_of: list[Path], tmp_path: Path
) -> None:
    press("Ctrl+E", "Space")
    tab_to_button("Write the files")
    press("Return")
    assert stuck.wait(20)
    window.close()
    assert told_of == list(folder_of(tmp_path).iterdir())
    assert len(told_of) == 1


# ---------------------------------------------------------------------------------------------------------------- mail
def test_one_draft_for_everybody_with_files(
    window: WrapUpWindow, program: MailProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    press("Ctrl+M")
    tab_to_button("Action list (CSV)")
    press("Space", "F6", "F6")
    window.mail.take_focus()
    press("Return")
    wait_until_told(qtbot, window, "The draft is in your mail program.")
    ((draft, eml),) = program.drafts
    assert [path.suffix for path in draft.attachments] == [".pdf", ".csv"]
    assert len(draft.bcc) == 4
    assert eml.parent == folder_of(tmp_path)


def test_a_draft_for_each_municipality_with_its_own_version(
    window: WrapUpWindow, program: MailProgram, qtbot: QtBot
) -> None:
    press("Ctrl+M")
    tab_until("Drafts: One for everybody")
    press("Right")
    assert "3 drafts, each with the version of that municipality" in words_on(window.mail)
    tab_to_button("Make the draft")
    press("Return")
    wait_until_told(qtbot, window, "3 drafts are in your mail program.")
    assert [sorted(address for _, address in draft.bcc) for draft, _ in program.drafts] == [
        ["anna@example.org", "bram@example.org"], ["carla@example.org"], ["daan@example.org"],
    ]  # fmt: skip
    assert len({draft.attachments[0].name for draft, _ in program.drafts}) == 3


def test_the_text_can_be_changed_and_is_kept(
    desk: Desk, window: WrapUpWindow, program: MailProgram, qtbot: QtBot
) -> None:
    press("Ctrl+M")
    tab_until("Text of the mail")
    rewrite("Dag allen, hier is het verslag.")
    press("Shift+Tab")
    assert desk.view.info.mail_text == "Dag allen, hier is het verslag."
    window.mail.take_focus()
    press("Return")
    wait_until_told(qtbot, window, "The draft is in your mail program.")
    assert program.drafts[0][0].text.strip() == "Dag allen, hier is het verslag."


def test_the_standard_text_is_not_kept_so_that_it_follows_the_session(desk: Desk, window: WrapUpWindow) -> None:
    press("Ctrl+M")
    tab_until("Text of the mail")
    press("Shift+Tab")
    assert desk.view.info.mail_text == ""


def test_who_may_stand_outside_is_pointed_out_when_it_is_confidential(desk: Desk, window: WrapUpWindow) -> None:
    desk.run(people.edit_participant, participant_id=desk.view.participants[3].id, email="daan@gmail.com")
    press("Ctrl+M")
    assert "not one of a municipality at the table: Daan Vos (daan@gmail.com)" in words_on(window.mail)
    press("Esc")
    tab_until("For whom")
    press("Down", "Ctrl+M")
    assert "confidential" not in words_on(window.mail)


def sent(desk: Desk) -> list[date | None]:
    """When the minutes were sent to everybody, and to each organisation."""
    return [desk.view.info.sent_on, *(each.sent_on for each in desk.view.organisations)]


def test_sent_is_ticked_by_hand_for_all_and_for_one(desk: Desk, window: WrapUpWindow) -> None:
    press("Ctrl+M")
    tab_to_button("Sent")
    press("Space")
    assert sent(desk) == [DAY, None, None, None]
    assert focus().property("text") == "Sent, on Fri 27 Nov 2026"
    press("Space")
    assert sent(desk) == [None, None, None, None]
    window.mail.take_focus()
    tab_until("Drafts: One for everybody")
    press("Right")
    box = tab_to_button("Heidebeek")
    assert isinstance(box, QCheckBox)
    press("Space")
    assert sent(desk) == [None, None, DAY, None]


def test_sent_is_ticked_for_the_organisation_whose_version_it_is(desk: Desk, window: WrapUpWindow) -> None:
    tab_until("For whom")
    press("End", "Ctrl+M")
    tab_to_button("Merenwijk")
    press("Space")
    assert sent(desk) == [None, None, None, DAY]


def test_who_gets_none_of_the_drafts_is_said(desk: Desk, window: WrapUpWindow) -> None:
    _, bram, _, daan = desk.view.participants
    desk.run(people.edit_participant, participant_id=daan.id, email="")
    desk.run(people.place_participant, bram.id, "")
    press("Ctrl+M")
    tab_until("Drafts: One for everybody")
    press("Right")
    said = words_on(window.mail)
    assert "2 drafts, each with" in said
    assert "No draft for Merenwijk: nobody there has a usable address." in said
    assert "In none of these drafts, because they belong to no municipality: Bram Smit." in said


def test_what_is_said_of_all_drafts_does_not_depend_on_the_version_in_sight(desk: Desk, window: WrapUpWindow) -> None:
    anna = desk.view.participants[0]
    desk.run(people.edit_participant, participant_id=anna.id, email="anna@gmail.com")
    tab_until("For whom")
    press("End", "Ctrl+M")
    tab_until("Drafts: One for everybody")
    press("Right")
    assert "Anna de Wit (anna@gmail.com)" in words_on(window.mail)


def test_who_gets_no_mail_is_not_called_outside(desk: Desk, window: WrapUpWindow) -> None:
    anna = desk.view.participants[0]
    desk.run(people.edit_participant, participant_id=anna.id, email="anna gmail.com")
    press("Ctrl+M")
    assert "not one of a municipality" not in words_on(window.mail)


def test_names_as_long_as_can_be_fit_the_panels(desk: Desk, window: WrapUpWindow, qtbot: QtBot) -> None:
    desk.run(people.edit_organisation, desk.view.organisations[0].id, "W" * 200)
    desk.run(outcomes.park, "P" * 300)
    press("Tab", "Tab", "Return", "Ctrl+M")
    tab_until("Drafts: One for everybody")
    press("Right")
    for panel in (window.minutes, window.mail):
        assert panel.minimumSizeHint().width() <= window.width() / 3
    long_name = next(box for box in window.mail.findChildren(QCheckBox) if box.accessibleName() == "W" * 200)
    qtbot.waitUntil(lambda: "…" in long_name.text())


def test_the_keyboard_is_in_sight_wherever_it_goes(window: WrapUpWindow, qtbot: QtBot) -> None:
    window.resize(1024, 420)
    for keys in ("F6", "F6", "Ctrl+M"):
        press(keys)
        qtbot.waitUntil(lambda: focus().visibleRegion().boundingRect().height() >= min(focus().height() - 8, 60))


def test_the_field_of_a_form_is_in_sight_however_long_what_it_is_about(
    desk: Desk, window: WrapUpWindow, qtbot: QtBot
) -> None:
    desk.run(outcomes.edit_action, action_id=desk.view.actions[0].id, text="Heel lang " * 300)
    window.minutes.checks.take_focus()
    press("Return")
    assert focus().accessibleName() == "When it is done"
    qtbot.waitUntil(lambda: focus().visibleRegion().boundingRect().height() > 20)


def test_addresses_are_those_of_the_version(window: WrapUpWindow) -> None:
    tab_until("For whom")
    press("End", "Ctrl+M")
    tab_to_button("Copy addresses")
    press("Return")
    assert QGuiApplication.clipboard().text() == "daan@example.org"
    assert told(window) == "1 address is copied. Paste it behind Bcc."


# ------------------------------------------------------------------------------------------------------------- version
def test_what_a_version_holds_is_said_in_words(window: WrapUpWindow) -> None:
    tab_until("For whom")
    assert "without name and municipality" in words_on(window.minutes.version)
    press("Down")
    assert "Names of participants are left out" in words_on(window.minutes.version)
    press("Down")
    assert "May be passed on" in words_on(window.minutes.version)
    press("Down")
    assert "from 5 organisations on; here are 3" in words_on(window.minutes.version)


def test_the_number_of_the_version_stands_on_the_minutes(
    desk: Desk, window: WrapUpWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    tab_until("Version")
    press("Up", "Ctrl+S")
    assert desk.view.info.minutes_version == 2
    wait_until_told(qtbot, window, "Saved as")
    assert "versie 2" in minutes_in(folder_of(tmp_path))


def test_the_folder_is_always_said(window: WrapUpWindow, tmp_path: Path) -> None:
    assert f"In {folder_of(tmp_path)}" in words_on(window)
