"""What is typed is saved in a pause, and after a while also when there is none."""

from pytestqt.qtbot import QtBot

from workshop_app.desktop.widgets.pause import Pause

LONG, SHORT = 60_000, 10


def test_hands_that_rest(qtbot: QtBot) -> None:
    pause = Pause(SHORT, LONG)
    with qtbot.waitSignal(pause.over):
        pause.key()
    with qtbot.assertNotEmitted(pause.over, wait=3 * SHORT):
        pass


def test_hands_that_go_on(qtbot: QtBot) -> None:
    pause = Pause(LONG, 3 * SHORT)
    with qtbot.waitSignal(pause.over):
        pause.key()
        pause.key()


def test_where_saving_takes_long_it_waits_longer(qtbot: QtBot) -> None:
    pause = Pause(LONG, SHORT)
    with qtbot.assertNotEmitted(pause.over, wait=3 * SHORT):
        pause.key(LONG)
    with qtbot.waitSignal(pause.over):
        pause.stop()
        pause.key(SHORT)


def test_what_is_saved_waits_for_nothing(qtbot: QtBot) -> None:
    pause = Pause(SHORT, SHORT)
    with qtbot.assertNotEmitted(pause.over, wait=3 * SHORT):
        pause.key()
        pause.stop()
