"""Wrapping up by keyboard: mend what is missing, write the summary, read, save, mail."""

import errno
import io
import os
from collections.abc import Callable
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Event

import page
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import ExpectedLogs
from tests.desktop.keyboard import focus, part, press, rewrite, show, tab_until, write
from tests.desktop.wrapup.conftest import ENGLISH, MailProgram, Questions, minutes_in, told, wait_until_told
from tests.workshops import reopened
from workshop_app.desktop import theme
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.wrapup.controls import FooterBar, TopBar
from workshop_app.desktop.wrapup.delivery import Version
from workshop_app.desktop.wrapup.pages import Pages, Sheet
from workshop_app.desktop.wrapup.window import WrapUpWindow
from workshop_app.facilitation import outcomes, people, pictures, preparing
from workshop_app.facilitation.desk import Desk
from workshop_app.mail.handover import Outcome
from workshop_app.minutes.completeness import Gap
from workshop_app.model.values import MinutesStatus, ParkedState, Presence, QuoteMode
from workshop_app.paths import resources


def tab_to(text: str) -> None:
    """Press Tab until the button with this text has the keyboard."""
    for _ in range(100):
        button = focus()
        if isinstance(button, QPushButton) and button.text() == text:
            return
        press("Tab")
    raise AssertionError(f"Tab does not come to {text!r}")


# ---------------------------------------------------------------------------------------------------------------- mend
def test_everything_that_is_missing_is_mended_by_keyboard(desk: Desk, window: WrapUpWindow, tmp_path: Path) -> None:
    assert [row.text for row in window.minutes.checks.rows.values() if row.is_open] == [
        "Action A1 has no date yet",
        "1 decision without support",
        "1 parked item is still open",
        "1 quote: may it be in the minutes?",
        "1 round was not held",
    ]
    assert focus() is window.minutes.checks.rows[Gap.ACTION].button
    press("Return")
    write("12 dec 2026")
    press("Return", "Return")  # saved; on to the decision
    write("4 ja")
    press("Return", "Return", "Right", "Right", "Return")  # parked: next time
    press("Return", "Right", "Return")  # the quote stays out
    press("Return", "Return")  # the round was not held
    assert not [row.text for row in window.minutes.checks.rows.values() if row.is_open]
    assert focus() is window.minutes.summary.field
    with_path = desk.file.path
    desk.file.close()
    with reopened(with_path) as again:
        view = again.view
        assert (view.actions[0].owner, view.actions[0].due) == ("Carla Bos", date(2026, 12, 12))
        assert view.decisions[0].support == "4 ja"
        assert view.parked[0].state is ParkedState.NEXT_TIME
        assert [p.in_minutes for p in view.rounds[0].prompts] == [None, False]
        assert view.rounds[2].skipped


def test_an_action_gets_an_owner_from_the_list(desk: Desk, window: WrapUpWindow) -> None:
    desk.run(outcomes.act, text="Bellen", due_text="voorjaar")
    press("Return", "Esc", "Return")  # opened, left, opened again: A1
    press("Return")  # nothing filled in: on to A2, of which the owner is missing
    rewrite("bram")
    press("Return")
    bram = next(person for person in desk.view.participants if person.name == "Bram Smit")
    action = desk.view.actions[1]
    assert (action.owner, action.participant_id, action.due_text) == ("Bram Smit", bram.id, "voorjaar")


def test_a_photo_gets_its_description(desk: Desk, window: WrapUpWindow) -> None:
    file = io.BytesIO()
    Image.new("RGB", (80, 60), "wheat").save(file, "PNG")
    photo = pictures.picture_from_bytes(file.getvalue())
    desk.run(pictures.add_picture, photo, "", desk.view.rounds[0].id)
    row = window.minutes.checks.rows[Gap.PHOTO]
    assert row.text == "1 photo: what is on it?"
    row.button.setFocus()
    press("Return")
    assert focus().accessibleName() == "What is on it"
    write("Flap met zuchten")
    press("Return")
    assert desk.view.pictures[0].description == "Flap met zuchten"
    assert row.text == "1 photo with a description"


def test_a_parked_item_that_becomes_an_action_is_one_and_asks_who_and_when(desk: Desk, window: WrapUpWindow) -> None:
    window.minutes.checks.rows[Gap.PARKED].button.setFocus()
    press("Return", "Right", "Return")  # handled is the first, an action the second
    assert desk.view.parked[0].state is ParkedState.ACTION
    assert [action.text for action in desk.view.actions] == ["Cijfers delen", "Vervoer"]
    assert window.minutes.checks.rows[Gap.ACTION].text == "2 actions without owner or date"
    press("Ctrl+Z")
    assert (len(desk.view.actions), desk.view.parked[0].state) == (1, ParkedState.OPEN)


def test_with_large_text_the_buttons_go_on_below_each_other(window: WrapUpWindow, qtbot: QtBot) -> None:
    app, footer = QApplication.instance(), window.findChild(FooterBar)
    assert isinstance(app, QApplication)
    assert isinstance(footer, FooterBar)

    def whole() -> bool:
        return all(
            footer.rect().contains(button.geometry()) and button.width() >= button.sizeHint().width()
            for button in footer.buttons.values()
        )

    theme.apply(app, resources() / "icons", 2.0)
    try:
        for width in (1280, 1024):
            window.resize(width, 800)
            qtbot.waitUntil(whole)
            assert window.width() == width
            assert window.pages.width() > width / 4
    finally:
        theme.apply(app, resources() / "icons")


def test_a_quote_may_go_in_as_a_literal_one(desk: Desk, window: WrapUpWindow) -> None:
    window.minutes.checks.rows[Gap.QUOTE].button.setFocus()
    press("Return", "Tab", "Left", "Return")
    quote = desk.view.rounds[0].prompts[1]
    assert (quote.in_minutes, quote.mode) == (True, QuoteMode.VERBATIM)
    assert window.minutes.checks.rows[Gap.QUOTE].text == "1 quote of the room goes in"


def test_those_who_were_there_are_marked_together(desk: Desk, window: WrapUpWindow) -> None:
    for person in desk.view.participants:
        desk.run(people.set_presence, person.id, Presence.EXPECTED, desk.now())
    row = window.minutes.checks.rows[Gap.PRESENCE]
    assert row.text == "Nobody is marked as present yet"
    row.button.setFocus()
    press("Return", "Down", "Space", "Return")
    assert [person.presence is Presence.PRESENT for person in desk.view.participants] == [True, False, True, True]
    assert row.text == "3 present"


def test_those_who_were_there_are_one_step_back(desk: Desk, window: WrapUpWindow) -> None:
    for person in desk.view.participants:
        desk.run(people.set_presence, person.id, Presence.EXPECTED, desk.now())
    window.minutes.checks.rows[Gap.PRESENCE].button.setFocus()
    press("Return", "Down", "Space", "Return", "Ctrl+Z")
    assert {person.presence for person in desk.view.participants} == {Presence.EXPECTED}


def test_when_nobody_was_there_it_is_not_asked_again_for_each(desk: Desk, window: WrapUpWindow) -> None:
    for person in desk.view.participants:
        desk.run(people.set_presence, person.id, Presence.EXPECTED, desk.now())
    window.minutes.checks.rows[Gap.PRESENCE].button.setFocus()
    press("Return", "Space", "Down", "Space", "Down", "Space", "Down", "Space", "Return")
    assert not window.minutes.checks.findChildren(QListWidget) or focus() is (
        window.minutes.checks.rows[Gap.PRESENCE].button
    )


def test_what_is_undone_is_said(desk: Desk, window: WrapUpWindow) -> None:
    window.minutes.checks.rows[Gap.PARKED].button.setFocus()
    press("Return", "Return", "Ctrl+Z")
    said = [label.text() for label in part(window, TopBar).findChildren(QLabel)]
    assert [words for words in said if words.startswith("undone: ") and " · ✓ saved " in words]


def test_leaving_a_form_changes_nothing(desk: Desk, window: WrapUpWindow) -> None:
    before = desk.view
    press("Return")
    write("12 dec")
    press("Esc")
    assert focus() is window.minutes.checks.rows[Gap.ACTION].button
    assert desk.view == before


def test_what_is_undone_is_missing_again(window: WrapUpWindow) -> None:
    window.minutes.checks.rows[Gap.PARKED].button.setFocus()
    press("Return", "Return")
    assert not window.minutes.checks.rows[Gap.PARKED].is_open
    press("Ctrl+Z")
    assert window.minutes.checks.rows[Gap.PARKED].is_open


# ------------------------------------------------------------------------------------------------- summary and version
def test_the_summary_is_saved_while_it_is_typed_and_comes_into_the_pages(
    desk: Desk, window: WrapUpWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: 2 in window.pages.shown or 1 in window.pages.shown, timeout=10_000)
    before = window.pages.viewport().grab().toImage()
    tab_until("Summary")
    write("Wij kwamen eruit.")
    qtbot.waitUntil(lambda: desk.view.info.summary == "Wij kwamen eruit.")
    qtbot.waitUntil(lambda: window.pages.viewport().grab().toImage() != before, timeout=10_000)


def wait_for_proposal(window: WrapUpWindow, qtbot: QtBot) -> str:
    field = window.minutes.summary.field
    qtbot.waitUntil(lambda: bool(field.placeholderText()), timeout=10_000)
    return field.placeholderText()


def test_the_proposal_is_taken_over_with_a_key_and_undone(desk: Desk, window: WrapUpWindow, qtbot: QtBot) -> None:
    proposal = wait_for_proposal(window, qtbot)
    assert "Cijfers delen" in proposal
    press("F4")
    field = window.minutes.summary.field
    assert focus() is field
    assert desk.view.info.summary == field.toPlainText() == proposal
    assert window.minutes.summary.take_over.isHidden()
    press("Ctrl+Z")
    assert field.toPlainText() == ""
    qtbot.waitUntil(lambda: desk.view.info.summary == "")


def test_a_summary_of_somebody_is_replaced_only_when_they_say_so(
    desk: Desk, window: WrapUpWindow, questions: Questions, qtbot: QtBot
) -> None:
    proposal = wait_for_proposal(window, qtbot)
    tab_until("Summary")
    write("Van mij.")
    questions.answer = False
    press("F4")
    assert questions.asked == ["Put the proposal in place of your summary?"]
    assert window.minutes.summary.field.toPlainText() == "Van mij."
    questions.answer = True
    press("F4")
    assert desk.view.info.summary == proposal
    press("Ctrl+Z")
    assert window.minutes.summary.field.toPlainText() == "Van mij."


def test_the_proposal_follows_what_is_mended(desk: Desk, window: WrapUpWindow, qtbot: QtBot) -> None:
    assert "Vergaderen" not in wait_for_proposal(window, qtbot)
    desk.run(outcomes.decide, "Vergaderen")
    qtbot.waitUntil(lambda: "Vergaderen" in window.minutes.summary.field.placeholderText(), timeout=10_000)


def test_what_is_typed_last_is_saved_on_the_way_out(desk: Desk, window: WrapUpWindow, qtbot: QtBot) -> None:
    tab_until("Summary")
    write("Nog net")
    with qtbot.waitSignal(window.back_requested):
        press("Alt+Left")
    assert desk.view.info.summary == "Nog net"


def test_the_minutes_are_adopted(desk: Desk, window: WrapUpWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab_until("Status: Draft")
    press("Right")
    assert desk.view.info.minutes_status is MinutesStatus.FINAL
    assert desk.view.info.adopted_on == date(2026, 11, 27)
    tab_until("Adopted on")
    rewrite("11 dec 2026")
    press("Return")
    assert desk.view.info.adopted_on == date(2026, 12, 11)
    press("Ctrl+S")
    wait_until_told(qtbot, window, "Saved as")
    assert "Vastgesteld op 11 december 2026" in minutes_in(tmp_path / "verslagen")


def test_a_day_in_a_field_that_was_not_left_is_in_the_pages(
    desk: Desk, window: WrapUpWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    tab_until("Reactions before")
    write("4 dec 2026")
    press("Ctrl+S")
    assert desk.view.info.reactions_before == date(2026, 12, 4)
    wait_until_told(qtbot, window, "Saved as")
    assert "4 december" in minutes_in(tmp_path / "verslagen")


def test_a_day_that_is_none_is_refused(desk: Desk, window: WrapUpWindow) -> None:
    tab_until("Reactions before")
    rewrite("4 dec 2026")
    press("Return")
    rewrite("na de vakantie")
    press("Return")
    assert desk.view.info.reactions_before == date(2026, 12, 4)
    assert focus().accessibleDescription() == "This is not a day. Write it as 12 December."


# --------------------------------------------------------------------------------------------------------------- pages
def test_the_pages_can_be_read_with_the_keyboard(window: WrapUpWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.pages.shown), timeout=10_000)
    tab_until("Preview of the minutes")
    press("Ctrl++")
    qtbot.waitUntil(lambda: window.pages.shown == (0,), timeout=10_000)
    with qtbot.waitSignal(window.pages.turned):
        press("End")
    qtbot.waitUntil(lambda: bool(window.pages.shown) and 0 not in window.pages.shown, timeout=10_000)
    press("Home", "PgDown")
    assert window.pages.verticalScrollBar().value() == window.pages.verticalScrollBar().pageStep()
    press("Ctrl+-", "Home")
    qtbot.waitUntil(lambda: window.pages.shown[:2] == (0, 1), timeout=10_000)


def test_nothing_is_made_while_another_page_is_in_front(desk: Desk, window: WrapUpWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.pages.shown), timeout=10_000)
    made: list[Version] = []
    window.hide()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Version, "pdf", made.append)
        desk.run(preparing.edit_workshop, summary="Intussen")
        qtbot.wait(300)
    assert made == []
    window.show()
    assert window.minutes.summary.field.toPlainText() == "Intussen"


def test_what_is_changed_meanwhile_calls_off_the_pages_that_are_being_made(
    desk: Desk, window: WrapUpWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: bool(window.pages.shown), timeout=10_000)
    really = Version.pdf
    begun: list[str] = []

    def endless(version: Version, progress: Callable[[int, int], None]) -> bytes:
        begun.append(version.view.info.summary)
        while version.view.info.summary != "Nieuw":
            progress(1, 2)
        return really(version, progress)

    monkeypatch.setattr(Version, "pdf", endless)
    desk.run(preparing.edit_workshop, summary="Oud")
    qtbot.waitUntil(lambda: begun == ["Oud"])
    with qtbot.waitSignal(window.laid_out, timeout=10_000):
        desk.run(preparing.edit_workshop, summary="Nieuw")
    assert begun == ["Oud", "Nieuw"]


def test_pictures_of_pages_that_went_by_are_let_go(qtbot: QtBot) -> None:
    pages, image = Pages(ENGLISH), QImage(10, 14, QImage.Format.Format_RGB888)
    pages.resize(900, 700)
    show(qtbot, pages)
    pages.show_sheets((Sheet(595, 842),) * 200)
    drawn = 0
    for _ in range(60):
        while pages.missing:
            pages.show_picture(*pages.missing[0], image)
            drawn += 1
        pages.turn(1)
    assert drawn > 100
    press("Home")
    assert [number for number, _ in pages.missing] == pages.in_sight


def test_pages_that_take_long_tell_how_far_they_are(
    desk: Desk, window: WrapUpWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: bool(window.pages.shown), timeout=10_000)
    really, told = Version.pdf, Event()

    def slow(version: Version, progress: Callable[[int, int], None]) -> bytes:
        while not told.wait(0.02):
            progress(2, 5)
            progress(3, 5)
        return really(version, progress)

    monkeypatch.setattr(Version, "pdf", slow)
    said = [label for label in part(window, FooterBar).findChildren(QLabel) if "PDF/UA" in label.text()]
    desk.run(preparing.edit_workshop, summary="Lang")
    qtbot.waitUntil(lambda: said[0].text().startswith("The pages are being made: "), timeout=10_000)
    told.set()
    qtbot.waitUntil(lambda: "PDF/UA" in said[0].text(), timeout=10_000)


def test_keys_turn_the_pages_from_anywhere(window: WrapUpWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.pages.shown), timeout=10_000)
    tab_until("Summary")
    press("Ctrl++", "Ctrl+PgDown")
    assert window.pages.in_sight[0] == 1
    press("Ctrl+PgUp")
    assert window.pages.in_sight[0] == 0


def test_one_key_goes_from_part_to_part_and_one_to_what_is_missing(window: WrapUpWindow) -> None:
    parts = []
    for _ in range(4):
        press("F6")
        parts.append(focus())
    panel = window.minutes
    assert parts == [panel.summary.field, panel.content.tree, window.pages, panel.checks.rows[Gap.ACTION].button]
    press("F6", "F3")
    assert focus() is panel.checks.rows[Gap.ACTION].button


# ---------------------------------------------------------------------------------------------------------------- save
def test_the_minutes_are_saved_as_an_accessible_pdf(window: WrapUpWindow, tmp_path: Path, qtbot: QtBot) -> None:
    press("Ctrl+S")
    wait_until_told(qtbot, window, "Saved as 2026-11-27 Samen verder - conceptverslag.pdf.")
    (pdf,) = (tmp_path / "verslagen").iterdir()
    for profile in ("ua1", "2a"):
        assert page.validate_pdf(str(pdf), profile=profile).is_compliant
    text = minutes_in(tmp_path / "verslagen")
    assert "Samen verder" in text
    assert "Anna de Wit" in text
    assert "Wij horen er niets van" not in text  # nobody said yet whether it may


def test_the_keyboard_stays_where_it_was_when_the_minutes_are_saved(window: WrapUpWindow, qtbot: QtBot) -> None:
    tab_to("Save PDF")
    button = focus()
    press("Space")
    wait_until_told(qtbot, window, "Saved as")
    assert focus() is button


def test_the_version_for_publication_names_nobody(window: WrapUpWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab_until("For whom")
    press("Down", "Ctrl+S")
    wait_until_told(qtbot, window, "Saved as")
    text = minutes_in(tmp_path / "verslagen")
    assert "Carla Bos" not in text
    assert "Heidebeek" in text


def test_a_file_that_is_open_elsewhere_gets_a_neighbour(
    window: WrapUpWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.replace

    def held(source: Path, target: Path) -> None:
        if "(2)" not in Path(target).name:
            raise PermissionError(errno.EACCES, "in use", str(target))
        really(source, target)

    monkeypatch.setattr(os, "replace", held)
    press("Ctrl+S")
    wait_until_told(qtbot, window, "Saved beside it as 2026-11-27 Samen verder - conceptverslag (2).pdf.")


def test_a_folder_that_takes_nothing_is_said_and_another_can_be_chosen(
    desk: Desk, program: MailProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bestand").write_text("geen map")
    window = WrapUpWindow(Bridge(desk, ENGLISH), tmp_path / "bestand" / "map", program.take, program.show)
    show(qtbot, window)
    press("Ctrl+S")
    wait_until_told(qtbot, window, "cannot be written in")
    (tmp_path / "elders").mkdir()
    tab_to("Another folder…")
    press("Return")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    rewrite(str(tmp_path / "elders"))
    with qtbot.waitSignal(window.folder_chosen) as chosen:
        press("Return")
    assert chosen.args == [tmp_path / "elders"]
    wait_until_told(qtbot, window, "Saved as")
    assert minutes_in(tmp_path / "elders")
    window.close()


def test_a_fault_of_ours_is_said_and_nothing_is_lost(
    window: WrapUpWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expected_logs: ExpectedLogs
) -> None:
    expected_logs.allow("The minutes could not be made")
    qtbot.waitUntil(lambda: bool(window.pages.shown), timeout=10_000)

    def broken(version: Version, folder: Path, work: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(Version, "save", broken)
    press("Ctrl+S")
    wait_until_told(qtbot, window, "What you captured is safe")


# ---------------------------------------------------------------------------------------------------------------- mail
def parsed(eml: Path) -> EmailMessage:
    message = message_from_bytes(eml.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_goes_to_those_who_were_there_or_sent_word(
    desk: Desk, window: WrapUpWindow, program: MailProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    anna, bram, *_ = desk.view.participants
    desk.run(people.set_presence, anna.id, Presence.EXCUSED, desk.now())
    desk.run(people.set_presence, bram.id, Presence.ABSENT, desk.now())
    press("Ctrl+M", "Return")
    wait_until_told(qtbot, window, "The draft is in your mail program.")
    ((draft, eml),) = program.drafts
    message = parsed(eml)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Conceptverslag: Samen verder, vrijdag 27 november 2026"
    assert {address.addr_spec for address in message["Bcc"].addresses} == {
        "anna@example.org", "carla@example.org", "daan@example.org",
    }  # fmt: skip
    assert message["To"] is None
    (attached,) = message.iter_attachments()
    (pdf,) = (tmp_path / "verslagen").glob("*.pdf")
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == pdf.read_bytes()
    assert draft.attachments == (pdf,)


def test_who_has_no_usable_address_is_named(
    desk: Desk, window: WrapUpWindow, program: MailProgram, qtbot: QtBot
) -> None:
    desk.run(people.edit_participant, participant_id=desk.view.participants[0].id, email="anna(at)example")
    press("Ctrl+M", "Return")
    wait_until_told(qtbot, window, "Without a usable address: Anna de Wit.")


def test_without_mail_program_the_draft_is_shown_where_it_is(
    window: WrapUpWindow, program: MailProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    program.outcome = Outcome.NEITHER
    press("Ctrl+M", "Return")
    wait_until_told(
        qtbot, window, "No mail program opened it. The draft is 2026-11-27 Samen verder - conceptverslag.eml"
    )
    assert str(tmp_path / "verslagen") in told(window)


def test_addresses_and_text_can_be_copied_for_web_mail(window: WrapUpWindow, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    press("Ctrl+M")
    tab_to("Copy text")
    press("Return")
    assert "Samen verder" in clipboard.text()
    assert told(window).startswith("The text of the mail is copied. Save the PDF, and attach it yourself.")
    tab_to("Copy addresses")
    press("Space")
    assert clipboard.text() == "anna@example.org; bram@example.org; carla@example.org; daan@example.org"
    assert told(window) == "4 addresses are copied. Paste them behind Bcc."


def test_the_folder_is_shown(window: WrapUpWindow, program: MailProgram, tmp_path: Path, qtbot: QtBot) -> None:
    press("Ctrl+S")
    wait_until_told(qtbot, window, "Saved as")
    tab_to("Show folder")
    press("Return")
    qtbot.waitUntil(lambda: bool(program.shown))
    assert program.shown[0].parent == tmp_path / "verslagen"
