"""Consoles in real windows, at real files, with a clock that the test moves."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.workshops import PEOPLE, Clock, one_round, open_desk, reopened
from workshop_app.desktop import fonts, theme
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.window import ConsoleWindow
from workshop_app.desktop.questions import Question
from workshop_app.facilitation import script, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.participant_import import ParticipantLine
from workshop_app.i18n import Language
from workshop_app.model.views import Place, RoundView, WorkshopView
from workshop_app.paths import resources
from workshop_app.rounds.template import TemplateRound

QUOTES = one_round(
    "resistance",
    "Een GR is niet democratisch.",
    "De regio is ver weg.",
    "Kaders vooraf? Lastig.",
    "Wij volgen de regio.",
    closing_question="Kun je inwoners goed helpen?",
)
CHECKIN = one_round("checkin", "Wie zit er aan tafel?", "Welke vragen leven er?", notes="Begin op tijd.")

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    fonts.load(resources() / "fonts")
    theme.apply(qapp, resources() / "icons")


@dataclass
class Answers:
    """What a person answers to questions, and what was asked."""

    answer: bool = True
    asked: list[Question] = field(default_factory=list)

    def __call__(self, question: Question, parent: QWidget) -> bool:
        self.asked.append(question)
        return self.answer


@dataclass
class Console:
    """A console with the desk behind it, and a person at the keyboard."""

    desk: Desk
    bridge: Bridge
    window: ConsoleWindow
    clock: Clock
    answers: Answers
    qtbot: QtBot

    @property
    def view(self) -> WorkshopView:
        return self.desk.view

    @property
    def place(self) -> Place:
        return script.standing(self.desk.view)

    def round(self, kind: str) -> RoundView:
        return next(known for known in self.view.script if known.kind == kind)

    def go(self, kind: str, step: str = "", item: int = -1) -> RoundView:
        """Bring the beamer to a round, or to a step of it, before anything is typed."""
        known = self.round(kind)
        prompt_id = known.items[item].id if item >= 0 else ""
        place = Place(known.id, step, prompt_id) if step else script.round_places(known)[0]
        self.desk.run(stage.go, place, self.desk.now())
        return self.round(kind)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def keys(self, *sequences: str) -> None:
        """Press keys where the keyboard is: "Ctrl+7", "F6", "Enter", or one letter."""
        for sequence in sequences:
            *modifiers, key = sequence.split("+") if len(sequence) > 1 else [sequence]
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= _MODIFIERS[modifier]
            code = Qt.Key.Key_Return if key == "Enter" else getattr(Qt.Key, f"Key_{key}", None)
            if len(key) == 1 and not modifiers:
                QTest.keyClicks(self.focus(), key)
            else:
                assert code is not None, sequence
                QTest.keyClick(self.focus(), code, held)
            # Editors in tables finish what a key began after it.
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        if not text.isascii():  # which the test library cannot type
            field = self.focus()
            assert isinstance(field, QPlainTextEdit)
            field.insertPlainText(text)
            return
        for letter in text:
            # The first letter may open an editor, which then has the keyboard.
            QTest.keyClicks(self.focus(), letter)

    def capture(self, text: str) -> None:
        """Type into the capture line and press Enter."""
        assert self.focus() is self.window.capture.editor
        self.type(text)
        self.keys("Enter")

    def panel_rows(self) -> list[str]:
        """What a screen reader finds in the panel."""
        model = self.window.centre.prompts.list.model()
        return [str(model.index(n, 0).data()) for n in range(model.rowCount())]

    def news(self) -> str:
        """What stands below the capture line."""
        return " | ".join(self.window.capture.taken.texts)


class OpenConsole(Protocol):
    """Opens a console at a new file with these rounds, or at a file that is there."""

    def __call__(
        self, *rounds: TemplateRound, path: Path | None = None, participants: tuple[ParticipantLine, ...] = PEOPLE
    ) -> Console: ...


@pytest.fixture
def open_console(tmp_path: Path, qtbot: QtBot) -> Iterator[OpenConsole]:
    """Open consoles; their files are closed afterwards."""
    with ExitStack() as stack:

        def build(
            *rounds: TemplateRound, path: Path | None = None, participants: tuple[ParticipantLine, ...] = PEOPLE
        ) -> Console:
            clock, answers = Clock(), Answers()
            opened = (
                reopened(path, clock) if path else open_desk(tmp_path, *rounds, clock=clock, participants=participants)
            )
            desk = stack.enter_context(opened)
            bridge = Bridge(desk, Language.load("en"))
            window = ConsoleWindow(bridge, QWidget(), ask=answers)
            stack.callback(window.keep)
            qtbot.addWidget(window)
            window.resize(1280, 800)
            window.show()
            window.activateWindow()
            qtbot.waitActive(window)
            return Console(desk, bridge, window, clock, answers, qtbot)

        yield build
