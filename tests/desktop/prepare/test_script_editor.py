"""Editing the script, by keyboard: rounds and prompts added, copied, moved, changed, taken away; all of it undone."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, press, rewrite, show, tab_until, walk_menu_to, write
from tests.workshops import one_round, open_desk
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.key_overview import KeyOverview
from workshop_app.desktop.prepare.kind_picker import KindPicker
from workshop_app.desktop.prepare.kind_words import PURPOSES
from workshop_app.desktop.prepare.prompt_row import PromptRow
from workshop_app.desktop.prepare.round_row import RoundRow
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.desktop.questions import Question
from workshop_app.facilitation import capturing, counting
from workshop_app.i18n import Language
from workshop_app.model.values import Grain, Level, PromptRole
from workshop_app.model.views import RoundView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.template import TemplatePrompt

MATRIX = replace(
    one_round("matrix", "Nu", title="Kwadrant"),
    prompts=(
        TemplatePrompt("now", PromptRole.ITEM, "Nu"),
        TemplatePrompt("form", PromptRole.AXIS, "los", "vast"),
        TemplatePrompt("solid", PromptRole.QUADRANT, "robuust"),
    ),
)
ROUNDS = (
    one_round("checkin", "Wie zijn er?", title="Welkom"),
    one_round("recognition", "Het gaat goed.", "Het kan beter.", "Wij weten het.", minutes=20, title="Herkenning"),
    MATRIX,
    one_round("options", "Samen", title="Opties"),
)


@dataclass
class Answers:
    """Answers in place of a person, and what was asked."""

    yes: bool = True
    asked: list[str] = field(default_factory=list)

    def __call__(self, question: Question, _parent: QWidget) -> bool:
        self.asked.append(question.title)
        return self.yes


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def bridge(tmp_path: Path, qapp: QApplication) -> Iterator[Bridge]:
    with open_desk(tmp_path, *ROUNDS) as desk:
        made = Bridge(desk, Language.load("en"))
        yield made
        made.close()


@pytest.fixture
def window(qtbot: QtBot, bridge: Bridge, answers: Answers) -> PrepareWindow:
    prepare = PrepareWindow(bridge, ask=answers)
    prepare.resize(1280, 800)
    show(qtbot, prepare)
    prepare.take_focus()
    return prepare


def titles(bridge: Bridge) -> list[str]:
    return [known.title for known in bridge.view.rounds]


def known(bridge: Bridge, title: str) -> RoundView:
    return next(each for each in bridge.view.rounds if each.title == title)


def texts(bridge: Bridge, title: str) -> list[str]:
    return [prompt.text for prompt in known(bridge, title).prompts]


def at_recognition() -> None:
    press("Down")
    assert "Herkenning" in focus().accessibleName()


def add_round(qtbot: QtBot, window: PrepareWindow, *keys: str, search: str = "") -> None:
    """Open the list of kinds, look for one, press these keys, and be back at the script."""
    press("Ctrl+R")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), KindPicker))
    write(search)
    press(*keys)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)


def ticked(name: str) -> QCheckBox:
    box = tab_until(name)
    assert isinstance(box, QCheckBox)
    return box


def box_with(words: str) -> QCheckBox:
    for _ in range(100):
        here = focus()
        if isinstance(here, QCheckBox) and here.text() == words:
            return here
        press("Tab")
    raise AssertionError(words)


class TestRounds:
    def test_a_kind_is_chosen_from_all(self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge) -> None:
        add_round(qtbot, window, "Return", search="break")
        assert titles(bridge) == ["Welkom", "Break", "Herkenning", "Kwadrant", "Opties"]
        assert "Break" in focus().accessibleName()
        press("Ctrl+Z")
        assert titles(bridge) == ["Welkom", "Herkenning", "Kwadrant", "Opties"]

    def test_arrows_walk_the_kinds_and_esc_adds_nothing(
        self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge
    ) -> None:
        add_round(qtbot, window, "Down", "Down", "Up", "Esc")
        assert len(titles(bridge)) == 4
        add_round(qtbot, window, "Down", "Return")
        assert titles(bridge)[1] == "Open question"

    def test_every_kind_says_what_it_is_for(self) -> None:
        assert PURPOSES.keys() == KINDS.keys()

    def test_a_new_quadrant_round_has_its_axes(self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge) -> None:
        add_round(qtbot, window, "Return", search="quadrant")
        assert [(p.text, p.detail) for p in known(bridge, "Quadrant").axes] == [
            ("little agreed", "much agreed"),
            ("little trust", "much trust"),
        ]

    def test_a_copy_comes_after_it_and_keeps_nothing_that_was_said(self, window: PrepareWindow, bridge: Bridge) -> None:
        bridge.attempt(capturing.contribute, known(bridge, "Herkenning").id, "explanation", "Tja")
        at_recognition()
        press("Ctrl+D")
        assert titles(bridge) == ["Welkom", "Herkenning", "Herkenning (copy)", "Kwadrant", "Opties"]
        assert texts(bridge, "Herkenning (copy)") == texts(bridge, "Herkenning")
        assert not known(bridge, "Herkenning (copy)").contributions
        assert "Herkenning (copy)" in focus().accessibleName()

    def test_an_empty_round_goes_at_once_and_comes_back(
        self, window: PrepareWindow, bridge: Bridge, answers: Answers
    ) -> None:
        at_recognition()
        press("Delete")
        assert titles(bridge) == ["Welkom", "Kwadrant", "Opties"]
        assert answers.asked == []
        assert "Kwadrant" in focus().accessibleName()
        press("Ctrl+Z")
        assert titles(bridge) == ["Welkom", "Herkenning", "Kwadrant", "Opties"]
        assert len(texts(bridge, "Herkenning")) == 3

    def test_a_round_with_answers_is_asked_about(self, window: PrepareWindow, bridge: Bridge, answers: Answers) -> None:
        bridge.attempt(counting.set_count, known(bridge, "Herkenning").prompts[0].id, "yes", 3)
        at_recognition()
        answers.yes = False
        press("Delete")
        assert answers.asked == ["Take “Herkenning” out of the script?"]
        assert "Herkenning" in titles(bridge)
        answers.yes = True
        press("Delete", "Ctrl+Z")
        assert known(bridge, "Herkenning").prompts[0].total("yes") == 3

    def test_plus_and_minus_give_time(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("+", "+", "Down", "-")
        assert [each.minutes for each in bridge.view.rounds[:2]] == [20, 15]
        rows = [row.accessibleName().split(",")[0] for row in window.findChildren(RoundRow)]
        assert rows[:3] == ["13:30 Welkom", "13:50 Herkenning", "14:05 Kwadrant"]

    def test_minutes_that_are_still_typed_are_kept(self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge) -> None:
        press("Tab")
        rewrite("25")
        with qtbot.waitSignal(window.start_requested):
            press("F5")
        assert bridge.view.rounds[0].minutes == 25

    def test_times_follow_the_start(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Ctrl+Shift+Tab")
        tab_until("Start")
        write("0915")
        press("Return", "Ctrl+Tab")
        rows = [row.accessibleName().split(",")[0] for row in window.findChildren(RoundRow)]
        assert rows[:2] == ["09:15 Welkom", "09:25 Herkenning"]

    def test_what_a_mouse_finds_in_the_menu(self, qtbot: QtBot, window: PrepareWindow, bridge: Bridge) -> None:
        at_recognition()
        press("Menu")
        walk_menu_to("Move down\tAlt+↓")
        assert titles(bridge) == ["Welkom", "Kwadrant", "Herkenning", "Opties"]


def test_what_was_undone_is_said(window: PrepareWindow) -> None:
    press("+", "Ctrl+Z")
    said = [label.text() for label in window.findChildren(QLabel)]
    assert any(text.startswith("undone: change of a round · ✓ saved ") for text in said)
    press("Ctrl+Y", "Space")
    said = [label.text() for label in window.findChildren(QLabel)]
    assert any(text.startswith("✓ saved ") for text in said)


def test_f1_shows_the_keys(qtbot: QtBot, window: PrepareWindow) -> None:
    press("F1")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), KeyOverview))
    overview = window.findChild(KeyOverview)
    assert overview is not None
    said = [label.text() for label in overview.findChildren(QLabel)]
    assert {"Ctrl+R", "Ctrl+D", "Ctrl+T", "Alt+Delete"} <= set(said)
    assert "Capture" not in said
    press("Esc")


class TestPrompts:
    @pytest.fixture(autouse=True)
    def _inside(self, window: PrepareWindow) -> None:
        at_recognition()
        tab_until("Statement")

    def test_a_text_is_changed(self, bridge: Bridge) -> None:
        rewrite("Het gaat uitstekend.")
        press("Return")
        assert texts(bridge, "Herkenning")[0] == "Het gaat uitstekend."

    def test_an_emptied_text_comes_back(self, window: PrepareWindow, bridge: Bridge) -> None:
        here = focus()
        assert isinstance(here, QPlainTextEdit)
        rewrite(" ")
        press("Tab")
        assert here.toPlainText() == "Het gaat goed."
        press("Esc", "Down")
        assert "Kwadrant" in focus().accessibleName()

    def test_more_belongs_to_it(self, bridge: Bridge) -> None:
        tab_until("More")
        write("Uit het onderzoek van 2025")
        tab_until("Heading above it")
        write("Over nu")
        box = ticked("Het gaat goed.")
        assert box.isChecked()
        press("Space")
        first = known(bridge, "Herkenning").prompts[0]
        assert (first.detail, first.set_title, first.included) == ("Uit het onderzoek van 2025", "Over nu", False)

    def test_it_moves_and_keeps_the_keyboard(self, bridge: Bridge) -> None:
        press("Alt+Down", "Alt+Down")
        assert texts(bridge, "Herkenning") == ["Het kan beter.", "Wij weten het.", "Het gaat goed."]
        here = focus()
        assert isinstance(here, QPlainTextEdit)
        assert here.toPlainText() == "Het gaat goed."
        press("Tab", "Tab", "Tab", "Tab")
        assert focus().accessibleName() == "+ a statement of your own"

    def test_arrows_walk_from_one_to_the_next(self, bridge: Bridge) -> None:
        press("Down", "Down", "Down")
        assert focus().accessibleName() == "+ a statement of your own"
        write("Nog een.")
        press("Return", "Up")
        here = focus()
        assert isinstance(here, QPlainTextEdit)
        assert here.toPlainText() == "Nog een."
        press("Alt+Delete")
        assert len(texts(bridge, "Herkenning")) == 3
        assert isinstance(focus().parentWidget(), PromptRow)

    def test_one_that_holds_answers_is_asked_about(self, bridge: Bridge, answers: Answers) -> None:
        bridge.attempt(counting.set_count, known(bridge, "Herkenning").prompts[0].id, "yes", 3)
        answers.yes = False
        press("Alt+Delete")
        assert answers.asked == ["Take away “Het gaat goed.”?"]
        assert len(texts(bridge, "Herkenning")) == 3

    def test_a_question_to_talk_about_where_the_kind_has_them(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Esc", "Down")
        tab_until("+ a question to talk about")
        write("Wat valt op?")
        press("Return")
        assert [p.text for p in known(bridge, "Kwadrant").questions] == ["Wat valt op?"]


class TestOtherRoles:
    def test_axes_and_quadrants(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Down", "Down")
        tab_until("Low end")
        rewrite("vrijblijvend")
        tab_until("to")
        rewrite("bindend")
        tab_until("+ an axis: its low end")
        write("wantrouwen")
        press("Return")
        tab_until("Name of the quadrant")
        rewrite("stevig")
        tab_until("means")
        write("alles geregeld")
        tab_until("+ a quadrant: its name")
        write("papier")
        press("Return")
        matrix = known(bridge, "Kwadrant")
        assert [(p.text, p.detail) for p in matrix.axes] == [("vrijblijvend", "bindend"), ("wantrouwen", "")]
        assert [(p.text, p.detail) for p in matrix.quadrants] == [("stevig", "alles geregeld"), ("papier", "")]
        box = box_with("Names beside the points")
        assert box.isChecked()
        press("Space")
        assert not known(bridge, "Kwadrant").labels

    def test_there_are_two_axes_at_most(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Down", "Down")
        tab_until("+ an axis: its low end")
        write("wantrouwen")
        press("Return")
        with pytest.raises(AssertionError):
            tab_until("+ an axis: its low end")

    def test_criteria(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Down", "Down", "Down")
        tab_until("+ a criterion")
        write("geld")
        press("Return")
        write("stem")
        press("Return")
        assert [p.text for p in known(bridge, "Opties").criteria] == ["geld", "stem"]


class TestChoices:
    def choose(self, name: str, downs: int) -> None:
        assert isinstance(tab_until(name), QComboBox)
        press(*["Down"] * downs)

    def test_heads_result_and_steps(self, window: PrepareWindow, bridge: Bridge) -> None:
        at_recognition()
        self.choose("How is counted", 2)
        here = known(bridge, "Herkenning")
        assert (here.grain, here.heads) == (Grain.ORGANISATION, True)
        self.choose("The result", 1)
        assert known(bridge, "Herkenning").live
        box_with("All statements")
        press("Space")
        assert known(bridge, "Herkenning").steps_off == {"overview"}
        assert not next(b for b in window.findChildren(QCheckBox) if b.text() == "Hands per statement").isEnabled()
        press("Space")
        assert known(bridge, "Herkenning").steps_off == frozenset()

    def test_a_variant(self, window: PrepareWindow, bridge: Bridge) -> None:
        press("Down", "Down", "Down")
        self.choose("Form", 1)
        assert known(bridge, "Opties").variant == "numbers"

    @pytest.mark.parametrize("yes", [True, False])
    def test_counting_in_another_way_asks_when_there_are_answers(
        self, window: PrepareWindow, bridge: Bridge, answers: Answers, yes: bool
    ) -> None:
        bridge.attempt(counting.set_count, known(bridge, "Herkenning").prompts[0].id, "yes", 3)
        answers.yes = yes
        at_recognition()
        self.choose("How is counted", 1)
        assert answers.asked == ["Count this round in another way?"]
        assert known(bridge, "Herkenning").grain is (Grain.ORGANISATION if yes else Grain.ROOM)

    def test_without_names_only_the_room_and_paper_count(self, window: PrepareWindow, bridge: Bridge) -> None:
        at_recognition()
        self.choose("Who can be recognised", 0)
        press("Up")
        assert known(bridge, "Herkenning").level is Level.ANONYMOUS
        box = next(each for each in window.findChildren(QComboBox) if each.accessibleName() == "How is counted")
        assert [box.itemText(n) for n in range(box.count())] == ["the room (hands)", "per person (paper)"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_prepared(qtbot: QtBot, window: PrepareWindow, bridge: Bridge, kind: str) -> None:
    add_round(qtbot, window, "Return", search=KINDS[kind].name.lower())
    assert bridge.view.rounds[1].kind == kind
    press("Return")
    assert isinstance(focus(), QPlainTextEdit) or focus().accessibleName() == "Title of the round"
