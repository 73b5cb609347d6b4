"""Preparing a session, by keyboard: every change is in the file, every failure is told and loses nothing."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, part, press, rewrite, tab_to_button, tab_until, write
from workshop_app.desktop import theme
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.import_dialog import ImportDialog
from workshop_app.desktop.prepare.import_preview import PreviewTable
from workshop_app.desktop.prepare.people_table import PeopleTable
from workshop_app.desktop.prepare.round_row import RoundRow
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.facilitation import capturing
from workshop_app.model.values import Grain, Level, Rule
from workshop_app.model.views import ParticipantView, RoundView
from workshop_app.paths import resources


@pytest.fixture(scope="module", autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, resources() / "icons")


def titles(bridge: Bridge) -> list[str]:
    return [known.title for known in bridge.view.rounds]


def known(bridge: Bridge, title: str) -> RoundView:
    return next(each for each in bridge.view.rounds if each.title == title)


def texts(window: PrepareWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def at_quotes(window: PrepareWindow) -> None:
    press("Down")
    assert "Verzuchtingen" in focus().accessibleName()


class TestScript:
    def test_rounds_are_listed_with_their_times(self, window: PrepareWindow) -> None:
        rows = [row.accessibleName().split(",")[0] for row in window.findChildren(RoundRow)]
        assert rows == ["13:30 Welkom", "13:40 Verzuchtingen", "14:05 Pauze", "14:10 Besluiten", "off Principes"]
        assert focus().accessibleName().startswith("13:30 Welkom")

    def test_arrows_choose_and_space_switches(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Down", "Down", "Space")
        assert not known(bridge, "Pauze").enabled
        assert focus().accessibleName().startswith("off Pauze")
        press("Down", "Down", "Space")
        assert known(bridge, "Principes").enabled

    def test_alt_with_an_arrow_moves_a_round(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Alt+Down", "Alt+Down")
        assert titles(bridge)[:3] == ["Verzuchtingen", "Pauze", "Welkom"]
        assert focus().accessibleName().startswith("14:00 Welkom")
        press("Alt+Up")
        assert titles(bridge)[:3] == ["Verzuchtingen", "Welkom", "Pauze"]

    def test_minutes_are_typed(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Tab")
        rewrite("20")
        press("Return")
        assert known(bridge, "Welkom").minutes == 20
        assert "10 min too much" in texts(window)

    def test_everything_fits_with_one_button(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Ctrl+Shift+Tab")
        tab_until("Booked")
        rewrite("45")
        press("Return", "Ctrl+Tab")
        assert "15 min too much" in texts(window)
        tab_to_button("Let it fit")
        press("Space")
        assert [each.minutes for each in bridge.view.script] == [7, 19, 4, 15]
        assert "no slack: count on 85 %, so 6 min too much" in texts(window)
        press("Ctrl+Z")
        assert [each.minutes for each in bridge.view.script] == [10, 25, 5, 20]

    def test_undo_and_redo(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Space", "Ctrl+Z")
        assert known(bridge, "Welkom").enabled
        press("Ctrl+Y")
        assert not known(bridge, "Welkom").enabled


class TestRound:
    def test_enter_goes_to_its_question_and_what_is_typed_is_saved(
        self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge
    ) -> None:
        at_quotes(window)
        press("Return")
        assert isinstance(focus(), QPlainTextEdit)
        rewrite("Wat hoor je thuis?")
        qtbot.waitUntil(lambda: known(bridge, "Verzuchtingen").question == "Wat hoor je thuis?")
        write(" En hier")
        press("Tab")
        assert known(bridge, "Verzuchtingen").question == "Wat hoor je thuis? En hier"

    def test_esc_ends_editing_first(self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge) -> None:
        press("Return")
        rewrite("Wie ben je?")
        with qtbot.assertNotEmitted(window.home_requested):
            press("Esc")
        assert known(bridge, "Welkom").question == "Wie ben je?"
        with qtbot.waitSignal(window.home_requested):
            press("Esc")

    def test_another_round_does_not_lose_what_was_typed(self, window: PrepareWindow, bridge: Bridge) -> None:
        tab_until("Only for you")
        write("Begin rustig")
        press("Esc", "Down")
        assert known(bridge, "Welkom").notes == "Begin rustig"
        assert known(bridge, "Verzuchtingen").notes == ""

    def test_title_grain_and_level(self, window: PrepareWindow, bridge: Bridge) -> None:
        at_quotes(window)
        tab_until("Title of the round")
        rewrite("Zuchten")
        press("Return")
        assert known(bridge, "Zuchten").grain is Grain.ROOM
        grain = tab_until("How is counted")
        assert isinstance(grain, QComboBox)
        assert [grain.itemText(n) for n in range(grain.count())] == ["the room (hands)", "per person (paper)"]
        assert isinstance(tab_until("Who can be recognised"), QComboBox)
        press("Down")
        assert known(bridge, "Zuchten").level is Level.ORGANISATION
        assert not known(bridge, "Zuchten").loosened
        assert [grain.itemText(n) for n in range(grain.count())][1:3] == [
            "per municipality",
            "per municipality, counting heads",
        ]

    def test_a_level_with_something_said_is_left_to_the_console(self, window: PrepareWindow, bridge: Bridge) -> None:
        bridge.attempt(capturing.contribute, known(bridge, "Verzuchtingen").id, "answer", "Tja")
        at_quotes(window)
        level = tab_until("Who can be recognised")
        assert isinstance(level, QComboBox)
        press("Down")
        assert known(bridge, "Verzuchtingen").level is Level.ANONYMOUS
        assert part(window, Banner).text.startswith("Something was said in this round already.")
        assert level.currentText() == "nobody (anonymous)"

    def test_prompts_are_left_out_and_added(self, window: PrepareWindow, bridge: Bridge) -> None:
        at_quotes(window)
        tab_until("De regio is ver weg.")
        press("Space")
        assert "1 of 2 quotes" in texts(window)
        tab_until("+ a quote of your own")
        write("Wij doen het zelf.")
        press("Return")
        prompts = [(each.text, each.included) for each in known(bridge, "Verzuchtingen").prompts]
        assert prompts == [
            ("De regio is ver weg.", False),
            ("Wij hebben de mensen niet.", True),
            ("Wij doen het zelf.", True),
        ]
        line = focus()
        assert isinstance(line, QLineEdit)
        assert line.text() == ""

    def test_a_text_that_is_too_long_is_told_and_stays(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Return")
        field = focus()
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText("x" * 4001)
        press("Tab")
        assert "This text has 4001 characters" in part(window, Banner).text
        assert "not saved" not in texts(window), "nothing is wrong with the file"
        press("Esc", "Down")
        assert len(field.toPlainText()) == 4001
        assert focus().accessibleName().startswith("13:30 Welkom")
        field.setPlainText("Kort")
        field.setFocus()
        press("Tab")
        assert known(bridge, "Welkom").question == "Kort"
        assert part(window, Banner).text == ""


class TestLeaving:
    def test_starting_saves_what_was_typed_last(self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge) -> None:
        press("Return")
        rewrite("Wie ben je?")
        with qtbot.waitSignal(window.start_requested):
            press("F5")
        assert known(bridge, "Welkom").question == "Wie ben je?"

    def test_ctrl_w_goes_home(self, qtbot: QtBot, window: PrepareWindow) -> None:
        with qtbot.waitSignal(window.home_requested):
            press("Ctrl+W")

    def test_saved_is_what_a_commit_says(self, qtbot: QtBot, window: PrepareWindow) -> None:
        press("Space")
        assert any(text.startswith("✓ saved ") for text in texts(window))


class TestAgreements:
    def test_the_head_is_changed(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Ctrl+Shift+Tab")
        assert focus().accessibleName() == "Title"
        rewrite("Samen op reis")
        tab_until("Date")
        rewrite("4-12-2026")
        tab_until("Chair")
        write("Noor de Wit")
        press("Tab")
        info = bridge.view.info
        assert (info.title, info.day, info.keep_until, info.chair) == (
            "Samen op reis",
            date(2026, 12, 4),
            date(2027, 12, 4),
            "Noor de Wit",
        )
        assert "Samen op reis" in texts(window)

    def test_a_rule_is_chosen_with_the_arrows(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Ctrl+Shift+Tab")
        tab_to_button("Quotes without name and municipality")
        press("Down")
        assert bridge.view.info.rule is Rule.CHATHAM_HOUSE

    def test_without_a_title_nothing_is_saved(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Ctrl+Shift+Tab")
        rewrite(" ")
        press("Tab")
        assert bridge.view.info.title == "Samen verder"
        assert "A session needs a title." in texts(window)


class TestStyle:
    def test_a_colour_is_typed_and_its_contrast_told(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Ctrl+Tab", "Ctrl+Tab")
        assert focus().accessibleName() == "Main colour"
        rewrite("f2a65a")
        press("Return")
        assert bridge.view.info.primary_colour == "#F2A65A"
        assert "contrast on white 2.0 : 1, for areas and lines; text gets a darker shade" in texts(window)
        tab_until("Accent")
        rewrite("rood")
        press("Tab")
        assert bridge.view.info.accent_colour == "#B45309"
        assert "A colour is # and six digits or letters a to f: #0B5563." in texts(window)


def people(bridge: Bridge) -> list[tuple[str, str, str, str]]:
    def row(person: ParticipantView) -> tuple[str, str, str, str]:
        return person.name, bridge.view.organisation_name(person.organisation_id), person.role, person.email

    return [row(person) for person in bridge.view.participants]


class TestPeople:
    @pytest.fixture
    def table(self, window: PrepareWindow) -> PeopleTable:
        press("Ctrl+Tab")
        table = focus()
        assert isinstance(table, PeopleTable)
        return table

    def test_a_person_is_typed_in_the_empty_row(
        self, qtbot: QtBot, window: PrepareWindow, table: PeopleTable, bridge: Bridge
    ) -> None:
        write("Els Post")
        press("Tab")
        write("Waterrijk")
        press("Tab")
        write("griffier")
        press("Return")
        assert people(bridge)[-1] == ("Els Post", "Waterrijk", "griffier", "")
        assert part(window, QTabBar).tabText(1) == "Participants · 5"

    def test_cells_are_changed_and_people_taken_off(self, table: PeopleTable, bridge: Bridge) -> None:
        press("Up")
        write("Anna de Vos")
        press("Return")
        assert people(bridge)[0][0] == "Anna de Vos"
        press("Delete")
        assert [row[0] for row in people(bridge)][:2] == ["Bram Smit", "Carla Bos"]
        press("Ctrl+Z")
        assert people(bridge)[0][0] == "Anna de Vos"

    def paste(self, qtbot: QtBot, table: PeopleTable, text: str) -> ImportDialog:
        QGuiApplication.clipboard().setText(text)
        table.window().activateWindow()
        qtbot.waitUntil(table.hasFocus)
        press("Ctrl+V")
        return self.confirmation(qtbot, table.window())

    def confirmation(self, qtbot: QtBot, window: QWidget) -> ImportDialog:
        dialog = window.findChildren(ImportDialog)[-1]
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def test_cells_of_a_spreadsheet_are_pasted(
        self, qtbot: QtBot, window: PrepareWindow, table: PeopleTable, bridge: Bridge
    ) -> None:
        dialog = self.paste(
            qtbot, table, "naam\tgemeente\tfunctie\te-mail\nEls Post\tWaterrijk\tgriffier\tels@waterrijk.example\n"
        )
        assert "1 participant can be added." in [label.text() for label in dialog.findChildren(QLabel)]
        press("Return")
        assert people(bridge)[-1] == ("Els Post", "Waterrijk", "griffier", "els@waterrijk.example")

    def test_each_bad_line_is_told_and_the_good_ones_taken_after_confirming(
        self, qtbot: QtBot, window: PrepareWindow, table: PeopleTable, bridge: Bridge
    ) -> None:
        lines = ("Anna de Wit;Lindevoort", ";Heidebeek", "Els Post;Waterrijk", "Els Post;Waterrijk")
        dialog = self.paste(qtbot, table, "\n".join(("naam;gemeente", *lines)))
        model = part(dialog, PreviewTable).model()
        told = [[model.index(row, column).data() for column in (0, 5)] for row in range(model.rowCount())]
        assert told == [
            ["1", "There is no column for the role. It stays empty."],
            ["1", "There is no column for the e-mail address. It stays empty."],
            ["2", "left out: Anna de Wit is already in the session."],
            ["3", "left out: There is no name."],
            ["4", ""],
            ["5", "left out: Els Post is on line 4 too."],
        ]
        assert len(people(bridge)) == 4
        press("Esc")
        assert len(people(bridge)) == 4
        self.paste(qtbot, table, "naam;gemeente\n;Heidebeek\nEls Post;Waterrijk\n")
        press("Return")
        assert people(bridge)[4:] == [("Els Post", "Waterrijk", "", "")]

    def test_500_lines(self, qtbot: QtBot, window: PrepareWindow, table: PeopleTable, bridge: Bridge) -> None:
        self.paste(qtbot, table, "".join(f"Persoon {n}\tGemeente {n % 15}\n" for n in range(500)))
        press("Return")
        assert len(people(bridge)) == 504
        assert table.model().rowCount() == 505

    @pytest.mark.parametrize("text", ["", "  \n\t\n"])
    def test_nothing_to_paste_is_told(self, window: PrepareWindow, table: PeopleTable, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        press("Ctrl+V")
        assert part(window, Banner).text == "There are no participants in this list."

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
    def test_a_file_in_any_encoding(
        self, qtbot: QtBot, window: PrepareWindow, table: PeopleTable, bridge: Bridge, tmp_path: Path, encoding: str
    ) -> None:
        path = tmp_path / "lijst.csv"
        path.write_bytes("naam;gemeente\nZoë Müller;Lindevoort\n".encode(encoding))
        self.choose(window, path)
        self.confirmation(qtbot, window).activateWindow()
        press("Return")
        assert people(bridge)[-1][:2] == ("Zoë Müller", "Lindevoort")

    @pytest.mark.parametrize(
        ("content", "words"), [(None, "is not there any more"), (b"PK\x03\x04xlsx", "This workbook cannot be read")]
    )
    def test_a_file_that_cannot_be_used_is_told(
        self, qtbot: QtBot, window: PrepareWindow, table: PeopleTable, tmp_path: Path, content: bytes | None, words: str
    ) -> None:
        path = tmp_path / "lijst.xlsx"
        if content:
            path.write_bytes(content)
        self.choose(window, path)
        assert words in part(window, Banner).text

    def choose(self, window: PrepareWindow, path: Path) -> None:
        tab_to_button("From a file…")
        press("Space")
        dialog = part(window, QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.reject()

    def test_organisations_are_added_renamed_and_taken_away(self, table: PeopleTable, bridge: Bridge) -> None:
        tab_until("+ municipality or organisation")
        write("Zandhaven")
        press("Return")
        tab_until("Municipalities and organisations")
        press("Home", "F2")
        rewrite("Lindevoort aan Zee")
        press("Return")
        assert [each.name for each in bridge.view.organisations] == [
            "Lindevoort aan Zee",
            "Heidebeek",
            "Merenwijk",
            "Zandhaven",
        ]
        assert people(bridge)[0][1] == "Lindevoort aan Zee"
        press("Delete")
        assert [each.name for each in bridge.view.organisations] == ["Heidebeek", "Merenwijk", "Zandhaven"]
        assert people(bridge)[0][1] == ""
