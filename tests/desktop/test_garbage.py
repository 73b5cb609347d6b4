"""Where garbage is looked for while the program runs."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.walking import Facilitator


class Knot:
    """Refers to itself, so that only a look for garbage finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def lookers() -> Iterator[set[str]]:
    """The names of the threads that looked for garbage."""
    names: set[str] = set()

    def note(phase: str, told: object) -> None:
        names.add(threading.current_thread().name)

    gc.callbacks.append(note)
    yield names
    gc.callbacks.remove(note)


def make_much() -> None:
    """More than Python lets lie."""
    for _ in range(50_000):
        Knot()


@pytest.mark.usefixtures("screens")
def test_a_thread_takes_no_window_down(me: Facilitator, qapp: QApplication, lookers: set[str]) -> None:
    me.sit_down(qapp)
    # What is there when all has been loaded is never looked at again.
    me.qtbot.waitUntil(lambda: "loading" not in {thread.name for thread in threading.enumerate()})
    gone = weakref.ref(Knot())
    lookers.clear()
    thread = threading.Thread(target=make_much, name="minutes")
    thread.start()
    thread.join()
    me.qtbot.waitUntil(lambda: gone() is None)
    assert lookers == {threading.main_thread().name}
