"""What the capture line understands: where a line goes, who is named in it, and what does not belong there."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desktop.console.conftest import CHECKIN, QUOTES, Console, OpenConsole
from tests.workshops import PEOPLE, one_round
from workshop_app.desktop.console.key_button import KeyButton
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.facilitation import people
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.model.values import TEXT_LIMIT, Level, Presence

LONG = "Wilhelmina " + "van der " * 23 + "Aa"
OPEN = one_round("open", "Wat vinden we?", level=Level.NAME)
CASE = one_round("case", "Een gezin verhuist.")


def offered(console: Console) -> list[str]:
    """The names that are offered to complete."""
    box = console.window.capture.editor.completion
    return [box.item(n).text() for n in range(box.count())] if box.isVisible() else []


def line(console: Console) -> str:
    return console.window.capture.editor.toPlainText()


def person(console: Console, name: str) -> str:
    return next(p.id for p in console.view.participants if p.name == name)


class TestPrefixes:
    def test_a_letter_and_a_colon_choose_for_one_line(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance", "hands", item=1)
        console.type("d: We gaan door")
        assert console.window.capture.target.label == "Decision"
        console.keys("Enter")
        console.capture("a: Mandaten in beeld / Carla Bos / 12 dec")
        console.capture("p:De verdeelsleutel")
        console.capture("q: Niemand belt ons.")
        console.capture("3: ja, want")
        console.capture("te weinig contact")
        known = console.round("resistance")
        assert [d.text for d in console.view.decisions] == ["We gaan door"]
        assert [(a.text, a.owner, a.due) for a in console.view.actions] == [
            ("Mandaten in beeld", "Carla Bos", date(2026, 12, 12))
        ]
        assert [p.text for p in console.view.parked] == ["De verdeelsleutel"]
        assert "Niemand belt ons." in [item.text for item in known.items]
        assert {(c.strand, c.text) for c in known.contributions} == {
            ("answer", "ja, want"),
            ("beneath", "te weinig contact"),
        }
        assert console.view.drafts == ()

    @pytest.mark.parametrize("text", ["1:1 gesprekken", "9:00 uur beginnen", "z: niets", "We: de regio", "a : b"])
    def test_other_beginnings_are_text(self, open_console: OpenConsole, text: str) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.capture(text)
        assert [c.text for c in console.round("checkin").contributions] == [text]

    def test_a_prefix_alone_takes_nothing_down_and_stays_a_draft(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        known = console.go("checkin")
        console.capture("d: ")
        assert line(console) == "d: "
        assert console.view.decisions == ()
        console.keys("PageDown", "PageUp")
        assert line(console) == "d: "
        assert console.window.capture.target.label == "Decision"
        assert console.view.draft(known.id, known.items[0].id, "answer") == "d: "

    def test_a_click_on_the_button_that_is_on_leaves_it_on(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        buttons = {button.words: button for button in console.window.capture.findChildren(KeyButton)}
        QTest.mouseClick(buttons["Answer"], Qt.MouseButton.LeftButton)
        assert buttons["Answer"].isChecked()
        QTest.mouseClick(buttons["Decision"], Qt.MouseButton.LeftButton)
        assert [name for name, button in buttons.items() if button.isChecked()] == ["Decision"]
        assert console.window.capture.target.label == "Decision"
        assert console.focus() is console.window.capture.editor

    def test_the_boxes_follow_what_the_line_says(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance", "hands", item=1)
        assert console.window.capture.verbatim.isHidden()
        console.type("q: Niemand")
        assert not console.window.capture.verbatim.isHidden()
        console.keys("Ctrl+L", "Enter")
        assert console.round("resistance").items[-1].mode == "verbatim"
        assert console.window.capture.verbatim.isHidden()


class TestNames:
    def test_two_letters_offer_names_and_enter_takes_one(self, open_console: OpenConsole) -> None:
        console = open_console(OPEN)
        console.go("open")
        console.type("@a")
        assert offered(console) == []
        console.type("n")
        assert offered(console) == ["Anna de Wit"]
        console.keys("Enter")
        assert line(console) == "@Anna de Wit "
        assert console.round("open").contributions == (), "Enter only chose the name"
        assert offered(console) == []
        console.capture("dat is zo")
        (said,) = console.round("open").contributions
        assert (said.text, said.participant_id) == ("dat is zo", person(console, "Anna de Wit"))

    def test_arrows_choose_tab_takes_and_esc_closes(self, open_console: OpenConsole) -> None:
        console = open_console(OPEN)
        console.go("open")
        console.type("dat zegt @de")
        assert offered(console) == ["Anna de Wit"]
        console.keys("Escape")
        assert offered(console) == []
        assert console.focus() is console.window.capture.editor
        console.type(" ")
        assert offered(console) == [], "closed for this name"
        console.window.capture.editor.clear()
        console.type("@bo")
        console.keys("Down", "Up", "Tab")
        assert line(console) == "@Carla Bos "
        assert console.focus() is console.window.capture.editor

    def test_arrows_go_round_over_people_and_organisations(self, open_console: OpenConsole) -> None:
        more = (ParticipantLine(6, "Lin Smit", "Heidebeek", "", ""),)
        console = open_console(OPEN, participants=(*PEOPLE, *more))
        console.go("open")
        console.type("@li")
        assert offered(console) == ["Lin Smit", "Lindevoort"]
        console.keys("Down", "Enter")
        assert line(console) == "@Lindevoort "
        console.type("@sm")
        console.keys("Up", "Enter")
        assert line(console) == "@Lindevoort @Lin Smit "

    def test_enter_takes_the_line_when_the_name_is_complete(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.type("te duur @lindevoort")
        assert offered(console) == []
        console.keys("Enter")
        (said,) = console.round("checkin").contributions
        assert said.text == "te duur"
        assert console.view.organisation_name(said.organisation_id) == "Lindevoort"
        assert "points at one person" in console.news()

    def test_the_list_is_part_of_the_window(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        before = QApplication.topLevelWidgets()
        console.type("@li")
        box = console.window.capture.editor.completion
        assert box.window() is console.window.window()
        assert not box.isWindow()
        assert {w for w in QApplication.topLevelWidgets() if w.isVisible()} <= set(before)
        assert console.window.rect().contains(box.geometry())
        console.keys("F6")
        assert offered(console) == []

    def test_while_the_room_sees_this_screen_no_names_are_offered(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.window.set_room_status(RoomStatus(Beamer.MIRRORED))
        console.type("te duur @lin")
        assert offered(console) == []
        console.keys("Enter")
        (said,) = console.round("checkin").contributions
        assert console.view.organisation_name(said.organisation_id) == "Lindevoort"
        assert said.text == "te duur"

    def test_an_organisation_with_few_people_is_warned_about_while_typing(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.type("@heidebeek te duur")
        console.qtbot.waitUntil(lambda: "points at one person" in console.news())
        console.window.capture.editor.clear()
        console.qtbot.waitUntil(lambda: console.news() == "")

    def test_by_organisation_a_person_is_her_organisation(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.capture("@Carla Bos vindt het duur")
        (said,) = console.round("checkin").contributions
        assert (said.text, said.participant_id) == ("vindt het duur", "")
        assert console.view.organisation_name(said.organisation_id) == "Heidebeek"

    def test_an_unknown_name_is_told_and_goes_in_as_text_when_meant(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.capture("@Nergenshuizen vindt het duur")
        assert console.round("checkin").contributions == ()
        assert line(console) == "@Nergenshuizen vindt het duur"
        assert "@Nergenshuizen is not on the list" in console.news()
        console.keys("Enter")
        (said,) = console.round("checkin").contributions
        assert (said.text, said.organisation_id) == ("@Nergenshuizen vindt het duur", "")

    def test_an_anonymous_round_keeps_no_name(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance", "hands", item=0)
        assert not console.window.capture._unkept.isHidden()
        console.type("@li")
        assert offered(console) == [], "nothing is kept, so nothing is offered"
        console.type("ndevoort hoort niets")
        console.keys("Enter")
        (said,) = console.round("resistance").contributions
        assert (said.text, said.organisation_id, said.seq) == ("hoort niets", "", None)
        assert "without Lindevoort" in console.news()

    def test_a_decision_keeps_the_name_as_text(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance", "hands", item=0)
        console.type("d: Het college van @linde")
        console.keys("Enter")
        console.type("legt cijfers voor")
        console.keys("Enter")
        assert console.view.decisions[0].text == "Het college van Lindevoort legt cijfers voor"

    @pytest.mark.parametrize("name", [LONG, "مريم الهاشمي", "Zoë \U0001f337 Mol"])
    def test_any_name_is_completed(self, open_console: OpenConsole, name: str) -> None:
        console = open_console(OPEN, participants=(*PEOPLE, ParticipantLine(6, name, "Heidebeek", "", "")))
        console.go("open")
        console.type(f"\U0001f337 zo @{name[:3]}")
        assert offered(console) == [name]
        assert console.window.rect().contains(console.window.capture.editor.completion.geometry())
        console.keys("Enter")
        assert line(console) == f"\U0001f337 zo @{name} "
        console.keys("Enter")
        (said,) = console.round("open").contributions
        assert (said.text, said.participant_id) == ("\U0001f337 zo", person(console, name))


class TestActions:
    def test_the_owner_completes_after_the_slash(self, open_console: OpenConsole) -> None:
        console = open_console(QUOTES)
        console.go("resistance")
        console.keys("Ctrl+8")
        console.type("BW/MO afstemmen / ca")
        assert offered(console) == ["Carla Bos"]
        console.keys("Enter")
        console.type("/ over 2 weken")
        assert offered(console) == []
        console.keys("Enter")
        (action,) = console.view.actions
        assert (action.text, action.owner, action.due) == ("BW/MO afstemmen", "Carla Bos", date(2026, 12, 11))
        assert action.participant_id == person(console, "Carla Bos")
        assert console.news().startswith("action: BW/MO afstemmen")

    def test_an_owner_is_named_with_an_at(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.capture("a: @Daan Vos belt Heidebeek / / morgen")
        console.capture("a: Bellen / @Bram Smit / eind januari")
        console.capture("a: Schrijven / Anna en Bram / half december")
        assert [(a.text, a.owner, a.due) for a in console.view.actions] == [
            ("belt Heidebeek", "Daan Vos", date(2026, 11, 28)),
            ("Bellen", "Bram Smit", date(2027, 1, 31)),
            ("Schrijven", "Anna en Bram", date(2026, 12, 15)),
        ]

    def test_an_owner_who_is_not_here_and_a_day_that_is_none_are_said(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.desk.run(people.set_presence, person(console, "Carla Bos"), Presence.EXCUSED, console.desk.now())
        console.capture("a: Bellen / Carla Bos / gisteren")
        assert console.news() == "Bellen: Carla Bos is not here today · in the past"
        assert (console.view.actions[0].due, console.view.actions[0].due_text) == (None, "gisteren")
        console.capture("a: Schrijven / Daan / na de zomer")
        assert console.news() == "Schrijven: not a date"
        assert console.view.actions[1].due_text == "na de zomer"


class TestResidents:
    @pytest.mark.parametrize("text", ["BSN 111222333", "geb. 3-4-1987", "bel 06-12345678"])
    def test_what_looks_like_their_data_is_warned_of_and_not_stopped(
        self, open_console: OpenConsole, text: str
    ) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.type(text)
        console.qtbot.waitUntil(lambda: "No data of residents belongs here" in console.news())
        console.keys("Enter")
        assert console.round("checkin").contributions[0].text == text
        assert "No data of residents belongs here" in console.news(), "it can still be taken away"
        console.capture("verder")
        assert console.news().startswith("answer: verder")

    def test_a_round_about_residents_reminds_once(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN, CASE)
        console.go("checkin")
        assert console.news() == ""
        console.go("case")
        assert console.news().startswith("Keep residents out of it")
        console.capture("Feit")
        console.keys("PageUp", "PageDown")
        assert "Keep residents" not in console.news()


class TestAnyText:
    def test_fifty_lines_that_are_pasted_are_one_contribution(self, open_console: OpenConsole) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        text = "\n".join(f"regel {n}" for n in range(50))
        QApplication.clipboard().setText(text)
        console.window.capture.editor.paste()
        console.keys("Enter")
        assert [c.text for c in console.round("checkin").contributions] == [text]

    @pytest.mark.parametrize(
        "text", ["x" * TEXT_LIMIT, "@ " * 2000, "@x" * 1000 + " /" * 900, "مرحبا \U0001f337 " * 400]
    )
    def test_long_texts_are_kept(self, open_console: OpenConsole, text: str) -> None:
        console = open_console(CHECKIN)
        console.go("checkin")
        console.window.capture.editor.insertPlainText(text)
        console.keys("Enter", "Enter")  # the second for a name that is nobody's
        assert [c.text for c in console.round("checkin").contributions] == [text.strip()]
