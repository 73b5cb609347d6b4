"""Putting right what was taken down, by keyboard: moved, merged, split, grouped under a theme, deleted for good."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.console.conftest import CHECKIN, QUOTES, Console, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.projection.compose import Moment, compose
from workshop_app.desktop.projection.scene import Cards
from workshop_app.i18n import Language
from workshop_app.model.values import Level, QuoteMode

OPEN = one_round("open", "Wat vinden we?", level=Level.NAME)
LAST = one_round("outcomes")


def chooser(console: Console) -> list[str]:
    """What is offered to choose from; nothing while the list is closed."""
    box = console.window.corrections.chooser
    return box.texts if box.isVisible() else []


def said(console: Console, kind: str = "checkin") -> list[str]:
    return [each.text for each in console.round(kind).contributions]


def at_first(console: Console, *texts: str) -> Console:
    """Take texts down in the check-in and go to the first of them in the panel."""
    console.go("checkin")
    for text in texts:
        console.capture(text)
    console.keys("F6", "Down")
    return console


class TestThemes:
    def test_a_theme_is_typed_once_and_chosen_after(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Korte lijnen", "Wie betaalt?", "Wie belt wie?")
        console.keys("T")
        console.type("Contact")
        assert chooser(console) == ["new theme: Contact"]
        console.keys("Enter")
        assert console.focus() is console.window.centre.prompts.list
        assert console.round("checkin").contributions[0].theme == "Contact"
        console.keys("Down", "Down", "T")
        assert chooser(console) == ["Contact"]
        console.type("con")
        console.keys("Enter")
        assert [each.theme for each in console.round("checkin").contributions] == ["Contact", "", "Contact"]
        rows = console.panel_rows()
        heading = next(n for n, row in enumerate(rows) if row.startswith("Contact"))
        assert rows[heading].endswith("2 contributions")
        assert rows[heading + 1 : heading + 4] == ["Korte lijnen", "Wie belt wie?", "Wie betaalt?"]

    def test_the_room_sees_a_card_for_each_theme(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Korte lijnen", "Wie betaalt?", "Wie belt wie?")
        for steps in ((), ("Down", "Down")):
            console.keys(*steps, "T")
            console.type("Contact")
            console.keys("Enter")
        console.keys("Up", "J")
        console.type("betaalt")
        console.keys("Enter")
        scene = compose(console.view, Language.load("en"), Moment(console.clock.now())).scene
        assert isinstance(scene, Cards)
        assert [(card.tag, card.text) for card in scene.cards] == [("Contact", "– Korte lijnen (2×)\n– Wie belt wie?")]

    def test_a_theme_is_taken_off_and_undone(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Korte lijnen")
        console.keys("T")
        console.type("Contact")
        console.keys("Enter", "T", "Enter")
        assert console.round("checkin").contributions[0].theme == ""
        console.keys("Ctrl+Z")
        assert console.round("checkin").contributions[0].theme == "Contact"

    def test_esc_changes_nothing_and_gives_the_keyboard_back(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Korte lijnen")
        console.keys("T")
        console.type("Con")
        console.keys("Escape")
        assert chooser(console) == []
        assert console.focus() is console.window.centre.prompts.list
        assert console.round("checkin").contributions[0].theme == ""

    def test_the_clicker_goes_on_while_a_theme_is_chosen(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Korte lijnen")
        console.keys("T")
        console.type("Contact")
        console.keys("PageDown")
        assert console.place.prompt_id == console.round("checkin").items[1].id
        console.keys("Enter")
        assert console.round("checkin").contributions[0].theme == "Contact"


class TestMoving:
    def test_to_another_prompt_found_by_its_words(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Welke vragen?")
        console.keys("V")
        assert chooser(console) == ["Answer · 2 Welke vragen leven er?"]
        console.keys("Enter")
        assert console.round("checkin").contributions[0].prompt_id == console.round("checkin").items[1].id

    def test_into_an_anonymous_round_and_back_by_undo(self, open_console: OpenConsole) -> None:
        console = open_console(OPEN, QUOTES)
        console.go("open")
        console.capture("@Anna de Wit ver weg")
        console.keys("F6", "Down", "V")
        console.type("ben regio ver")
        assert chooser(console) == [
            "Beneath · 2 De regio is ver weg. · round 2 · Resistance and sighs · less is kept of who said it"
        ]
        console.keys("Enter")
        assert said(console, "open") == []
        (moved,) = console.round("resistance").contributions
        assert (moved.strand, moved.participant_id, moved.organisation_id, moved.seq) == ("beneath", "", "", None)
        console.keys("Ctrl+Z")
        assert console.news() == (
            "Undone: move of a contribution · round 1 · Open question · round 2 · Resistance and sighs"
        )
        assert console.round("open").contributions[0].participant_id
        console.keys("Ctrl+Y")
        assert said(console, "resistance") == ["ver weg"]


class TestMerging:
    def test_several_are_ticked_and_counted(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Korte lijnen", "korte lijntjes", "Wie betaalt?", "lijnen kort")
        console.keys("J")
        assert chooser(console) == ["korte lijntjes", "Wie betaalt?", "lijnen kort"]
        console.keys("Tab")
        assert chooser(console)[0] == "✓ korte lijntjes"
        console.type("lijnen")
        console.keys("Tab", "Enter")
        first = console.round("checkin").contributions[0]
        assert (first.text, first.mentions) == ("Korte lijnen", 3)
        assert said(console) == ["Korte lijnen", "Wie betaalt?"]
        assert "Korte lijnen. 3×" in console.panel_rows()
        console.keys("Ctrl+Z")
        assert len(said(console)) == 4

    def test_without_ticks_the_one_at_the_cursor(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "een", "twee")
        console.keys("J", "Enter")
        assert said(console) == ["een"]


class TestSplitting:
    def test_slashes_typed_into_the_text_split_it(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "korte lijnen en tijd")
        console.keys("F2")
        console.type("korte lijnen // tijd")
        console.keys("Enter")
        assert said(console) == ["korte lijnen", "tijd"]
        console.keys("Ctrl+Z")
        assert said(console) == ["korte lijnen en tijd"]

    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("een // twee\ndrie", ["een", "twee\ndrie"]),
            ("een\n\ntwee\ndrie", ["een", "twee\ndrie"]),
            ("\n".join(f"regel {n}" for n in range(50)), [f"regel {n}" for n in range(50)]),
        ],
    )
    def test_lines_that_were_pasted(self, open_console: OpenConsole, text: str, parts: list[str]) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        QApplication.clipboard().setText(text)
        console.window.capture.editor.paste()
        console.keys("Enter", "F6", "Down", "K")
        assert said(console) == parts

    def test_what_has_no_place_to_split_says_how(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "zie https://voorbeeld.example")
        console.keys("K")
        assert said(console) == ["zie https://voorbeeld.example"]
        assert "put //" in console.window.banner.text

    def test_parts_that_bring_a_scroll_bar_come_while_it_is_being_edited(self, open_console: OpenConsole) -> None:
        console = open_console(one_round("recognition", "Mandaten zijn geregeld."))
        console.go("recognition", "hands", item=0)
        console.capture("Nog niet overal")
        console.keys("F6", "Down", "F2")
        QApplication.clipboard().setText(" // ".join(f"deel {n} " * 25 for n in range(14)))
        console.keys("Ctrl+V", "Enter")
        assert len(console.round("recognition").contributions) == 14
        panel = console.window.centre.prompts.list
        console.qtbot.waitUntil(panel.verticalScrollBar().isVisible)


class TestQuotes:
    def test_a_contribution_is_judged_afterwards(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Niemand belt ons.")
        modes = []
        for _ in range(3):
            console.keys("C")
            modes.append(console.round("checkin").contributions[0].mode)
        assert modes == [QuoteMode.VERBATIM, QuoteMode.PARAPHRASE, None]
        console.keys("C", "M")
        assert console.round("checkin").contributions[0].in_minutes is True
        assert "Niemand belt ons.. literal · in the minutes" in console.panel_rows()

    def test_an_addition_of_the_room_too(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance")
        console.capture("Niemand belt ons.")
        console.keys("F6", *["Down"] * 4, "C")
        assert console.round("resistance").items[-1].mode is QuoteMode.VERBATIM
        console.keys("Home")


class TestDeletingForGood:
    def back_up(self, console: Console) -> None:
        console.desk.file.backup_folder = console.desk.file.path.parent / "backups"
        backup = console.desk.file.backup()
        assert backup
        assert b"Vertrouwelijk" in backup.read_bytes()

    def everything(self, folder: Path) -> bytes:
        return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())

    def test_no_is_the_answer_that_keeps_it(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Vertrouwelijk")
        console.answers.answer = False
        console.keys("Shift+Delete")
        (question,) = console.answers.asked
        assert question.dangerous
        assert question.text.startswith("Vertrouwelijk\n")
        assert "backups" in question.text
        assert said(console) == ["Vertrouwelijk"]

    def test_it_says_where_the_same_words_stay(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.capture("d: We noemen vertrouwelijk-0 niet")
        console.capture("Vertrouwelijk-0")
        console.keys("F6", "Down", "Shift+Delete")
        assert "also stand in B1, round 1 · Check-in: there they stay" in console.answers.asked[0].text
        console.keys("Escape")
        console.capture("Alleen hier")
        console.keys("F6", "Down", "Shift+Delete")
        assert "same words" not in console.answers.asked[1].text

    def test_a_contribution_is_nowhere_afterwards(self, open_console: OpenConsole) -> None:
        console = at_first(open_console(CHECKIN), "Vertrouwelijk-1")
        self.back_up(console)
        console.keys("Shift+Delete")
        assert said(console) == []
        assert len(console.answers.asked) == 1
        assert b"Vertrouwelijk" not in self.everything(console.desk.file.path.parent)
        console.keys("Ctrl+Z")
        assert said(console) == []
        assert console.news() == "There is nothing to undo"

    def test_an_item_with_what_was_said_about_it(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance")
        console.capture("Vertrouwelijk-2")
        self.back_up(console)
        console.keys("F6", *["Down"] * 4, "Shift+Delete")
        assert len(console.round("resistance").items) == 4
        assert b"Vertrouwelijk" not in self.everything(console.desk.file.path.parent)

    def test_a_decision_an_action_and_something_parked(self, open_console: OpenConsole) -> None:
        console = open_console(LAST)
        console.go("outcomes")
        for line in ("d: Vertrouwelijk-3", "a: Vertrouwelijk-4 / Vertrouwelijk-5", "p: Vertrouwelijk-6", "d: Blijft"):
            console.capture(line)
        self.back_up(console)
        console.keys("F6", "Shift+Delete", "Down", "Down", "Shift+Delete")
        assert [d.text for d in console.view.decisions] == ["Blijft"]
        assert console.view.actions == ()
        console.keys("Escape", "F6", "Down", "Shift+Delete")
        assert console.view.parked == ()
        assert len(console.answers.asked) == 3
        assert b"Vertrouwelijk" not in self.everything(console.desk.file.path.parent)

    def test_an_action_that_came_of_an_item(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance", "hands", item=0)
        console.capture("a: Vertrouwelijk-7 / Carla Bos / gisteren")
        self.back_up(console)
        assert any("Vertrouwelijk-7" in row and row.endswith("in the past") for row in console.panel_rows())
        console.keys("F6", "Down", "Shift+Delete")
        assert console.view.actions == ()
        assert b"Vertrouwelijk" not in self.everything(console.desk.file.path.parent)


@pytest.mark.parametrize("theme", ["x" * 200, "مرحبا بالعالم", "\U0001f337 <b>Geld</b>", "{text}"])
def test_any_theme_is_kept_and_shown(open_console: OpenConsole, theme: str) -> None:
    console = at_first(open_console(CHECKIN), "Korte lijnen")
    console.keys("T")
    QApplication.clipboard().setText(theme)
    console.keys("Ctrl+V", "Enter")
    assert console.round("checkin").contributions[0].theme == theme
    assert any(row.startswith(theme) for row in console.panel_rows())
    scene = compose(console.view, Language.load("en"), Moment(console.clock.now())).scene
    assert isinstance(scene, Cards)
    assert scene.cards[0].tag == theme


def test_a_line_of_keys_stands_below_what_was_said(open_console: OpenConsole) -> None:
    console = at_first(open_console(CHECKIN), "Korte lijnen")
    assert console.window.centre.prompts.hint.startswith("T theme · V move · J merge · K split")
