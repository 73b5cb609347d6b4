"""Changing how a running round is counted, and who can be recognised in it."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.desktop.console.conftest import Console, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.questions import Question, ask
from workshop_app.facilitation import capturing, counting, grouping
from workshop_app.model.values import Grain, Level, organisation_voice

STATEMENTS = one_round("recognition", "Mandaten zijn geregeld.")


def open_menu(console: Console) -> list[str]:
    console.keys("F4")
    menu = console.window._counting_menu
    console.qtbot.waitUntil(menu.isVisible)
    return [f"{'✓ ' if each.isChecked() else ''}{each.text()}" for each in menu.actions() if each.isEnabled()]


def choose(console: Console, text: str) -> None:
    """Walk the menu with the arrows, as a person does."""
    menu = console.window._counting_menu
    while menu.activeAction() is None or menu.activeAction().text() != text:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_the_menu_shows_what_holds_now(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    assert open_menu(console) == [
        "✓ Room (hands)",
        "Per organisation",
        "Per organisation (heads)",
        "Per ballot",
        "Anonymous",
        "✓ By organisation",
        "By name",
        "✓ Results when you show them",
        "Results live, as they come in",
    ]
    choose(console, "Per organisation")
    assert console.round("recognition").grain is Grain.ORGANISATION
    assert console.window.centre.counting.text() == "Per organisation · by organisation"
    assert console.answers.asked == [], "there was nothing to lose"


def test_with_answers_it_asks_first(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition")
    console.desk.run(counting.set_count, known.items[0].id, "yes", 3)
    console.answers.answer = False
    open_menu(console)
    choose(console, "Per ballot")
    assert console.round("recognition").items[0].total("yes") == 3
    console.answers.answer = True
    open_menu(console)
    choose(console, "Per ballot")
    assert console.round("recognition").grain is Grain.BALLOT
    assert console.round("recognition").items[0].total("yes") == 0
    console.keys("Ctrl+Z")
    assert console.round("recognition").items[0].total("yes") == 3
    assert len(console.answers.asked) == 2


def test_heads_of_an_organisation_are_another_way_than_its_one_voice(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition")
    open_menu(console)
    choose(console, "Per organisation (heads)")
    assert (console.round("recognition").grain, console.round("recognition").heads) == (Grain.ORGANISATION, True)
    assert console.window.centre.counting.text() == "Per organisation (heads) · by organisation"
    voice = organisation_voice(console.view.organisations[0].id)
    console.desk.run(counting.set_count, known.items[0].id, "yes", 2, voice)
    open_menu(console)
    choose(console, "Per organisation")
    assert len(console.answers.asked) == 1
    assert console.round("recognition").heads is False
    assert console.round("recognition").items[0].responses == ()
    console.keys("Ctrl+Z")
    assert console.round("recognition").heads is True
    assert console.round("recognition").items[0].total("yes") == 2


def test_groups_are_offered_when_they_are_made(open_console: OpenConsole) -> None:
    console = open_console(one_round("groups"), STATEMENTS)
    console.desk.run(grouping.make_groups, console.round("groups").id, 2, 1, "Tafel {n}")
    console.go("recognition")
    assert "Per group" in open_menu(console)
    choose(console, "Per group")
    assert console.round("recognition").grain is Grain.GROUP
    console.keys("F6", "1")
    assert console.panel_rows()[1:3] == ["Tafel 1. yes", "Tafel 2. yes"]


def test_results_can_be_live(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    open_menu(console)
    choose(console, "Results live, as they come in")
    assert console.round("recognition").live
    assert console.window.centre.counting.text() == "Room (hands) · by organisation · results live"
    console.keys("Ctrl+Return")
    assert "live" in console.news()
    console.keys("F6", "2", "PageDown")
    assert console.place.step == "overview", "there is nothing left to show"
    console.keys("Ctrl+Z", "Ctrl+Z")
    assert not console.round("recognition").live


def test_loosening_needs_no_question(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    open_menu(console)
    choose(console, "By name")
    assert (console.round("recognition").level, console.round("recognition").loosened) == (Level.NAME, True)
    assert console.answers.asked == []


def test_tightening_says_all_and_erases(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    known = console.go("recognition")
    lindevoort = console.view.organisations[0].id
    console.desk.run(capturing.contribute, known.id, "explanation", "daarom", known.items[0].id, lindevoort)
    open_menu(console)
    choose(console, "Anonymous")
    (question,) = console.answers.asked
    assert question.dangerous
    for word in ("erased for good", "undone", "overwritten", "backup", "cannot be undone"):
        assert word in question.text
    (said,) = console.round("recognition").contributions
    assert (said.organisation_id, said.seq) == ("", None)
    assert console.round("recognition").level is Level.ANONYMOUS
    console.keys("Ctrl+Z")
    assert console.news() == "There is nothing to undo"


def test_an_anonymous_round_is_not_counted_per_organisation(open_console: OpenConsole) -> None:
    console = open_console(one_round("resistance", "Een GR is niet democratisch."))
    console.go("resistance")
    assert open_menu(console)[:2] == ["✓ Room (hands)", "Per ballot"]
    QTest.keyClick(console.window._counting_menu, Qt.Key.Key_Escape)


def test_what_cannot_be_erased_is_said(open_console: OpenConsole, tmp_path: Path) -> None:
    console = open_console(STATEMENTS)
    console.go("recognition")
    console.desk.file.path.rename(tmp_path / "elders.samenspraak")
    open_menu(console)
    choose(console, "Anonymous")
    assert console.window.banner.text != ""
    assert console.round("recognition").level is Level.ORGANISATION
    (tmp_path / "elders.samenspraak").rename(console.desk.file.path)


def test_the_real_dialog_is_answered_with_keys(open_console: OpenConsole) -> None:
    console = open_console(STATEMENTS)
    question = Question("Tighten?", "This cannot be undone.", "Erase", "Cancel", dangerous=True)

    def press(key: Qt.Key) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QTest.keyClick(box, key)

    for key, answer in ((Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False)):
        QTimer.singleShot(0, lambda key=key: press(key))
        assert ask(question, console.window) is answer
    QTimer.singleShot(0, lambda: press(Qt.Key.Key_Return))
    assert ask(Question("Count?", "", "Count", "Leave"), console.window)
