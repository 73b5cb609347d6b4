"""Asking a place that may never answer: a share whose server is away holds up whoever asks, for minutes or more."""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

SECONDS = 3.0
"""How long anybody waits for an answer."""


class Errands:
    """A thread that does one piece of work after the other. The program can end without it."""

    def __init__(self, name: str) -> None:
        self._todo: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Let it be done, after what was asked before."""
        future: Future[T] = Future()
        self._todo.put(lambda: _do(work, future))
        return future

    def close(self) -> None:
        """Take nothing more; what was asked is done."""
        self._todo.put(None)

    def stop(self, seconds: float | None) -> None:
        """Take nothing more, and wait until what was asked is done; at most so long, None for ever."""
        self.close()
        self._thread.join(seconds)

    def _work(self) -> None:
        while work := self._todo.get():
            work()


def within(work: Callable[[], T]) -> T:
    """The result of the work. Raises what it raises, and TimeoutError when it takes too long: it then goes on alone."""
    errands = Errands("patience")
    future = errands.submit(work)
    errands.close()
    return future.result(SECONDS)


def _do(work: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:
        future.set_exception(error)
