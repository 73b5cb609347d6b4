"""What goes into the minutes, chosen by keys in the tree of the rounds."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import focus, press, tab_until
from workshop_app.desktop.wrapup.window import WrapUpWindow
from workshop_app.facilitation import capturing, counting, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.model.values import QuoteMode
from workshop_app.model.views import Place


@pytest.fixture
def tree(desk: Desk, window: WrapUpWindow) -> QTreeWidget:
    """The tree with the keyboard, of a session with counts, two quotes and an answer in the first round."""
    first, _, last = desk.view.rounds
    desk.run(counting.set_count, first.prompts[0].id, "yes", 3)
    desk.run(capturing.contribute, first.id, "beneath", "Te weinig tijd", first.prompts[0].id)
    desk.run(stage.go, Place(last.id, "closing"), desk.now() + timedelta(minutes=20))
    desk.run(capturing.contribute, last.id, "answer", "Vertrouwen")
    said = desk.view.rounds[2].contributions[0].id
    desk.run(capturing.edit_contribution, contribution_id=said, mode=QuoteMode.VERBATIM, in_minutes=True)
    found = tab_until("In the minutes")
    assert isinstance(found, QTreeWidget)
    press("Home")
    return found


def shown(tree: QTreeWidget) -> list[str]:
    """The rows in sight, with their state."""
    rows, item = [], tree.topLevelItem(0)
    while item is not None:
        rows.append(f"{item.text(0)}: {item.text(1)}")
        item = tree.itemBelow(item)
    return rows


def current(tree: QTreeWidget, column: int = 0) -> str:
    """What the row with the keyboard says."""
    item = tree.currentItem()
    assert item is not None
    return item.text(column)


def test_there_is_a_row_for_every_round_that_has_something(tree: QTreeWidget) -> None:
    assert shown(tree) == ["All rounds: ", "Round 1 · Resistance and sighs: whole", "Round 3 · Afsluiting: whole"]


def test_a_part_of_a_round_is_left_out_and_let_in_again(desk: Desk, tree: QTreeWidget) -> None:
    press("Down", "Right", "Down", "Space")
    assert desk.view.rounds[0].left_out == {"chart"}
    assert shown(tree)[1:6] == [
        "Round 1 · Resistance and sighs: without charts", "Charts: off", "Tables: on", "Answers: on", "Quotes: 0 of 1",
    ]  # fmt: skip
    press("Ctrl+Z")
    assert desk.view.rounds[0].left_out == set()
    assert shown(tree)[2] == "Charts: on"
    assert focus() is tree


def test_a_part_is_left_out_of_all_rounds_at_once(desk: Desk, tree: QTreeWidget) -> None:
    press("Right", "End", "Up", "Up")
    assert current(tree) == "Quotes"
    press("Space")
    assert [known.left_out for known in desk.view.rounds] == [{"quotes"}, set(), {"quotes"}]
    press("Ctrl+Z")
    assert [known.left_out for known in desk.view.rounds] == [set(), set(), set()]


def test_quotes_are_chosen_one_by_one_and_are_literal_or_a_paraphrase(desk: Desk, tree: QTreeWidget) -> None:
    press("Down", "Right", "Down", "Down", "Down", "Down", "Right", "Down")
    assert current(tree) == "“Wij horen er niets van.”"
    press("Space")
    press("L")
    quote = desk.view.rounds[0].prompts[1]
    assert (quote.in_minutes, quote.mode) == (True, QuoteMode.VERBATIM)
    assert current(tree, 1) == "literally"
    press("Space")
    assert desk.view.rounds[0].prompts[1].in_minutes is False


def test_what_said_of_a_quote_here_is_judged(desk: Desk, window: WrapUpWindow, tree: QTreeWidget) -> None:
    press("Down", "Right", "Down", "Down", "Down", "Down", "Right", "Down", "Space")
    assert not [row.text for row in window.minutes.checks.rows.values() if "quote: may it" in row.text]


def test_a_round_is_told_earlier(desk: Desk, tree: QTreeWidget) -> None:
    press("Down", "Down", "Alt+Up")
    assert [known.kind for known in desk.view.rounds] == ["checkout", "resistance", "outcomes"]
    assert shown(tree)[1:] == ["Round 1 · Afsluiting: whole", "Round 2 · Resistance and sighs: whole"]
    assert current(tree) == "Round 1 · Afsluiting"
    press("Alt+Up")
    assert desk.view.rounds[0].kind == "checkout"


def test_rounds_are_told_in_the_order_in_which_they_were_held(
    desk: Desk, window: WrapUpWindow, tree: QTreeWidget
) -> None:
    assert not window.minutes.content.as_held.isVisible()
    press("Down", "Down", "Alt+Up")
    press("Tab")
    assert focus() is window.minutes.content.as_held
    press("Return")
    assert [known.kind for known in desk.view.rounds] == ["resistance", "outcomes", "checkout"]
    assert not window.minutes.content.as_held.isVisible()
    assert focus() is tree


def test_a_long_quote_can_be_read_in_full(desk: Desk, window: WrapUpWindow) -> None:
    words = "<b>heel</b> " * 40
    desk.run(capturing.add_item, desk.view.rounds[0].id, words, QuoteMode.VERBATIM)
    tab_until("In the minutes")
    press("Right", "Down", "Right")
    read = []
    for _ in range(2):
        # What an anonymous round adds has no order.
        press("Down")
        read.append(window.minutes.content.whole.text())
    assert any(words.strip() in text for text in read)


def test_the_pages_follow_who_goes_through_the_rounds(window: WrapUpWindow, tree: QTreeWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.laid_out, timeout=10_000):
        pass
    press("Ctrl++", "Down", "Down")
    assert current(tree) == "Round 3 · Afsluiting"
    assert 0 not in window.pages.in_sight
