"""Widgets that go on below where the width ends."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workshop_app.desktop.widgets.flow import FlowLayout


def laid_out(qtbot: QtBot, width: int, *, at_end: bool = False, filled: bool = False) -> list[QRect]:
    """Where three buttons of 100 by 40 stand, with 10 between them."""
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(10, window, at_end=at_end, filled=filled)
    buttons = [QPushButton(str(n)) for n in range(3)]
    for button in buttons:
        button.setFixedSize(100, 40)
        button.setMaximumWidth(1_000)
        flow.addWidget(button)
    window.resize(width, flow.heightForWidth(width))
    window.show()
    qtbot.waitExposed(window)
    return [button.geometry() for button in buttons]


def test_all_stand_on_one_row_where_there_is_room(qtbot: QtBot) -> None:
    assert [each.left() for each in laid_out(qtbot, 320)] == [0, 110, 220]
    assert [each.left() for each in laid_out(qtbot, 400, at_end=True)] == [80, 190, 300]
    assert [each.width() for each in laid_out(qtbot, 380, filled=True)] == [120, 120, 120]


def test_what_does_not_fit_goes_below(qtbot: QtBot) -> None:
    places = laid_out(qtbot, 319)
    assert [(each.left(), each.top()) for each in places] == [(0, 0), (110, 0), (0, 50)]
    places = laid_out(qtbot, 250, at_end=True)
    assert [(each.left(), each.top()) for each in places] == [(40, 0), (150, 0), (150, 50)]
    places = laid_out(qtbot, 250, filled=True)
    assert [each.width() for each in places] == [120, 120, 250]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(10, window)
    buttons = [QPushButton(str(n)) for n in range(2)]
    for button in buttons:
        flow.addWidget(button)
    whole = flow.sizeHint().width()
    buttons[0].hide()
    assert flow.sizeHint().width() < whole
    assert flow.takeAt(5) is None
    assert flow.itemAt(9) is None
