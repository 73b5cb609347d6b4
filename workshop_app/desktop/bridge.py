"""The one bridge between the desk and the windows: commands go in, changes come out as Qt signals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from workshop_app.errors import WorldError
from workshop_app.facilitation import stage
from workshop_app.facilitation.command import Command, RefusedError
from workshop_app.facilitation.desk import Change, Desk
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.i18n import N_, Language
from workshop_app.model.views import WorkshopView

P = ParamSpec("P")
T = TypeVar("T")


_ELSEWHERE = N_("Ctrl+Shift+S goes on in a copy in another place.")
_SLOW = 0.033
"""Seconds: what holds up the windows longer than this can be felt."""


class Bridge(QObject):
    """A desk for windows.

    Signals: `changed(Change)` after each COMMIT, `saved(datetime)` with its moment, `failed(str)` with a sentence for
    the facilitator when something was not saved, `refused(str)` with one when it cannot be (nothing is wrong with the
    file), `late(str)` with one when something typed is not saved after seconds and with '' when it is,
    `noticed(str, str)` with one when everything is saved, after how good it is (the level of a banner),
    `removing()` before something is taken away that may hold many answers, `made(Path)` with a file that was written of
    the session outside it: erasing must find it again.
    `saved_at` is the moment of the last COMMIT, also from before this start; `trouble` is the last of `failed`, ''
    after the next COMMIT.
    """

    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(str)
    refused = Signal(str)
    late = Signal(str)
    noticed = Signal(str, str)
    removing = Signal()
    made = Signal(object)

    def __init__(self, desk: Desk, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.language = language
        self.saved_at = datetime.fromtimestamp(desk.file.path.stat().st_mtime, UTC)
        self.trouble = ""
        self._quiet = False
        self._stop = desk.listen(self._pass_on)
        self._closed = False

    @property
    def view(self) -> WorkshopView:
        """The workshop as it was saved last."""
        return self.desk.view

    @property
    def is_slow(self) -> bool:
        """Whether the disk was so slow with the last COMMIT that it can be felt."""
        return self.desk.file.commit_seconds > _SLOW

    def attempt(self, command: Command[P, T], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Run a command; say what went wrong through `failed` or `refused` instead of raising. Whether it was saved."""
        if self._closed:
            # A field that loses the keyboard because its page goes has nothing to save any more.
            return False
        if command.removes:
            self.removing.emit()
        try:
            self.desk.run(command, *args, **kwargs)
        except WorldError as error:
            self.tell(error)
            return False
        return True

    def undo(self) -> str | None:
        """Undo; the label (a message id) of what was undone, None for nothing."""
        return self._travel(self.desk.undo)

    def redo(self) -> str | None:
        """Redo; the label (a message id) of what was done again, None for nothing."""
        return self._travel(self.desk.redo)

    def close(self) -> None:
        """Stop listening; from now on nothing is saved."""
        self._stop()
        self._closed = True

    def _travel(self, way: Callable[[], str | None]) -> str | None:
        try:
            return way()
        except WorldError as error:
            self.tell(error)
            return None

    def tell(self, error: WorldError) -> None:
        """Say what kept something from being saved."""
        sentence = error.text(self.language)
        if isinstance(error, RefusedError):
            told = self.refused
        else:
            told, sentence = self.failed, f"{sentence} {self.language.gettext(_ELSEWHERE)}"
            self.trouble = sentence
        if not self._quiet:
            told.emit(sentence)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Try something again, of which the caller says itself how it went."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def mind_the_clock(self) -> None:
        """Say it when the clock of the computer was set, and let the clock of small groups go on as it was."""
        jump = self.desk.clock_jump()
        if not jump:
            return
        if any(known.task_at for known in self.view.rounds):
            self.attempt(stage.move_tasks, jump)
        words = self.language.gettext(
            "The clock of this computer was set and says {time} now. The time of the rounds goes on as it did."
        )
        self.noticed.emit("amber", words.format(time=self.language.time(wall_clock(self.desk.now()).time())))

    def recover(self) -> None:
        """The trouble is over: the file can be written again."""
        self.trouble = ""
        self.late.emit("")

    def _pass_on(self, change: Change) -> None:
        if not change.is_sure:
            self.changed.emit(change)
            return
        self.trouble = ""
        self.saved_at = self.desk.now()
        self.changed.emit(change)
        self.saved.emit(self.saved_at)
