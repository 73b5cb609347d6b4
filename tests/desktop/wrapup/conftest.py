"""A session after the meeting, its wrap-up, and stand-ins for the mail program and for whoever is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import show
from tests.workshops import one_round, open_desk
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.questions import Question
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.wrapup.window import WrapUpWindow
from workshop_app.facilitation import capturing, outcomes, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import Language
from workshop_app.mail.draft import Draft
from workshop_app.mail.handover import Handover, Outcome
from workshop_app.model.values import QuoteMode
from workshop_app.model.views import Place

ENGLISH = Language.load("en")


class MailProgram:
    """Stands in for the mail program, and for the window that shows a folder."""

    def __init__(self, outcome: Outcome = Outcome.OPENED) -> None:
        self.outcome = outcome
        self.drafts: list[tuple[Draft, Path]] = []
        self.shown: list[Path] = []

    def take(self, draft: Draft, eml: Path) -> Handover:
        self.drafts.append((draft, eml))
        return Handover(self.outcome)

    def show(self, file: Path) -> Handover:
        self.shown.append(file)
        return Handover(Outcome.SHOWN)


class Questions:
    """Stands in for the person who is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer = True

    def __call__(self, question: Question, parent: QWidget) -> bool:
        self.asked.append(question.title)
        return self.answer


@pytest.fixture
def questions() -> Questions:
    return Questions()


@pytest.fixture
def program() -> MailProgram:
    return MailProgram()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A session after the meeting, with one of everything still missing but the presence."""
    rounds = (
        one_round("resistance", "De regio is ver weg."),
        one_round("outcomes"),
        one_round("checkout", "Wat neem je mee?", title="Afsluiting"),
    )
    with open_desk(tmp_path, *rounds) as desk:
        resistance, closing = desk.view.rounds[0].id, desk.view.rounds[1].id
        for round_id in (resistance, closing):
            desk.run(stage.go, Place(round_id, "wall"), desk.now())
        desk.run(capturing.add_item, resistance, "Wij horen er niets van.", QuoteMode.PARAPHRASE)
        desk.run(outcomes.decide, "Samen verder", closing)
        desk.run(outcomes.act, text="Cijfers delen", round_id=closing, owner="Carla Bos")
        desk.run(outcomes.park, "Vervoer", closing)
        yield desk


@pytest.fixture
def window(
    desk: Desk, program: MailProgram, questions: Questions, tmp_path: Path, qtbot: QtBot
) -> Iterator[WrapUpWindow]:
    bridge = Bridge(desk, ENGLISH)
    made = WrapUpWindow(bridge, tmp_path / "verslagen", program.take, program.show, questions)
    made.resize(1280, 800)
    show(qtbot, made)
    yield made
    made.close()


def told(window: WrapUpWindow) -> str:
    """What the banner says."""
    banner = window.findChild(Banner)
    assert isinstance(banner, Banner)
    return banner.text


def wait_until_told(qtbot: QtBot, window: WrapUpWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in told(window), timeout=10_000)


def minutes_in(folder: Path) -> str:
    """The text of the only PDF in a folder."""
    (pdf,) = folder.glob("*.pdf")
    return " ".join(" ".join(each.extract_text() for each in PdfReader(pdf).pages).split())
