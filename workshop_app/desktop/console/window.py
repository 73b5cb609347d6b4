"""The console: what the facilitator leads the room with. It puts the parts together and answers the keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import words
from workshop_app.desktop.console.corrections import Corrections
from workshop_app.desktop.console.counting_menu import CountingMenu
from workshop_app.desktop.console.frame import ConsoleFrame
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.save_state import SaveState
from workshop_app.desktop.console.script_hand import ScriptHand
from workshop_app.desktop.console.shortcuts import add_shortcuts
from workshop_app.desktop.console.speaking import Speaking
from workshop_app.desktop.console.stage_hand import StageHand
from workshop_app.desktop.console.wiping import Wiping
from workshop_app.desktop.questions import Ask, ask
from workshop_app.desktop.room_status import Beamer, RoomStatus
from workshop_app.desktop.widgets.autosave import SelfSaving
from workshop_app.facilitation import preparing, schedule
from workshop_app.facilitation.desk import Change

_TICK = 1_000


class ConsoleWindow(ConsoleFrame):
    """Leads one session: the script, the panel of the round, what the room sees, and the capture line.

    Signals: `swap_requested` to swap the screens, `theme_requested` and `fades_requested` to change how they look;
    `prepare_requested`, `wrap_up_requested` and `home_requested` to go
    elsewhere, `copy_requested` to save a copy. Everything typed is kept before one of these. `presenting_changed(bool)`
    when the room's picture fills this screen, and when it does not any more.
    """

    swap_requested = Signal()
    theme_requested = Signal()
    fades_requested = Signal()
    prepare_requested = Signal()
    wrap_up_requested = Signal()
    home_requested = Signal()
    copy_requested = Signal()
    presenting_changed = Signal(bool)

    def __init__(
        self,
        bridge: Bridge,
        room_picture: QWidget,
        parent: QWidget | None = None,
        ask: Ask = ask,
        turn_page: Callable[[int], bool] = lambda by: False,
    ) -> None:
        """`ask` puts a question to a person; `turn_page` turns a page of the room's scene, if there is one more."""
        super().__init__(bridge, room_picture, parent)
        self._bridge, self._turn_page = bridge, turn_page
        self._here = Here.of(bridge.view)
        self._stage = StageHand(bridge)
        self._script = ScriptHand(bridge, self._stage, self.tell)
        self._status = RoomStatus(Beamer.LIVE)
        self._speaking = Speaking(self, bridge.language, self._here, self._status)
        self._unveiled = False
        self._counting_menu = CountingMenu(bridge, ask, self)
        self._wiping = Wiping(bridge, ask, self)
        self.corrections = Corrections(bridge, self._wiping, self)
        self._saving = SaveState(bridge, self)
        self._connect()
        self._add_shortcuts()
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._tick)
        self._show_all()
        self.take_focus()
        self._clock.start()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self.top_bar.chosen.connect(self._do)
        self.rail.list.chosen.connect(lambda round_id: self._move(lambda: self._stage.go_to_round(round_id)))
        self.rail.list.skip_asked.connect(self._script.skip)
        self.rail.list.move_asked.connect(self._script.move)
        self.rail.presence_requested.connect(self.toggle_presence)
        self.centre.subject_changed.connect(self._follow_subject)
        self.centre.place_requested.connect(lambda place: self._move(lambda: self._stage.go(place)))
        self.centre.correction_requested.connect(self.corrections.do)
        self.centre.groups.capture_requested.connect(self.take_focus)
        self.centre.outcomes.wipe_requested.connect(self._wiping.outcome)
        self.centre.edge.forward_requested.connect(self.forward)
        self.centre.edge.finish_requested.connect(self._finish)
        self.centre.presence.done.connect(self._leave)
        self.centre.photos.wipe_requested.connect(self._wiping.photo)
        self.centre.photos.failed.connect(lambda sentence: self.banner.tell("amber", sentence))
        self.centre.photos.watch(self, self.capture.editor, self.capture.editor.viewport())
        self.centre.counting_requested.connect(self._offer_counting)
        self.side.reveal_requested.connect(self.reveal)
        self.side.freeze_requested.connect(self._stage.toggle_frozen)
        self.side.black_requested.connect(self._stage.toggle_black)
        self.side.notes_kept.connect(self._keep_notes)
        self.side.unveil_requested.connect(self._unveil)
        self.side.present_requested.connect(self.toggle_presenting)
        self.side.shorten_requested.connect(self._script.shorten)

    def _add_shortcuts(self) -> None:
        self._answers: dict[str, Callable[[], object]] = {
            "forward": self.forward,
            "back": self.back,
            "next-round": lambda: self._move(self._stage.next_round),
            "start": lambda: self._move(self._stage.start),
            "reveal": self.reveal,
            "freeze": self._stage.toggle_frozen,
            "black": self.toggle_black,
            "swap": self.swap_requested.emit,
            "present": self.toggle_presenting,
            "theme-of-room": self.theme_requested.emit,
            "fades": self.fades_requested.emit,
            "undo": self._undo,
            "redo": self._redo,
            "decision": lambda: self.capture.choose("7"),
            "action": lambda: self.capture.choose("8"),
            "park": lambda: self.capture.choose("9"),
            "more-time": self._script.lengthen,
            "shorten": self._script.shorten,
            "presence": self.toggle_presence,
            "outcomes": self.toggle_outcomes,
            "counting": self._offer_counting,
            "photo": self.centre.photos.add,
            "panel": self.go_to_next_part,
            "leave": self._leave,
            "menu": self.top_bar.open_menu,
            "help": self.toggle_key_overview,
            "author": lambda: self.capture.author.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "verbatim": partial(self.capture.toggle, self.capture.verbatim),
            "in-minutes": partial(self.capture.toggle, self.capture.in_minutes),
            "prepare": lambda: self._go_elsewhere(self.prepare_requested),
            "wrap-up": lambda: self._go_elsewhere(self.wrap_up_requested),
            "copy": lambda: self._go_elsewhere(self.copy_requested),
            "home": lambda: self._go_elsewhere(self.home_requested),
        }
        for digit in "1234":
            self._answers[f"strand-{digit}"] = partial(self.capture.choose, digit)
        for number in range(1, 10):
            self._answers[f"table-{number}"] = partial(self.centre.groups.choose_table, number)
        add_shortcuts(self, self._answers)

    # What the room and the facilitator ask for

    def forward(self) -> None:
        """One step forward: a page of the scene, a result, the next place."""
        if not self._turn_page(1):
            self._move(self._stage.forward)

    def back(self) -> None:
        """One step back; nothing is lost."""
        if not self._turn_page(-1):
            self._move(self._stage.back)

    def reveal(self) -> None:
        """Show the result to the room, or hide it again."""
        self.centre.take_typed()
        if self._here.round and self._here.round.live:
            self.capture.tell(self._language.gettext("The room sees the results of this round live; F4 changes that"))
        else:
            self._stage.toggle_revealed()

    def toggle_black(self) -> None:
        """Make the beamer black, or show the scene again."""
        self._stage.toggle_black()

    def toggle_presenting(self) -> None:
        """Let the room's picture fill this screen, as the only one there is, or show the whole console again."""
        if self._status.beamer is Beamer.LIVE and not self.presenting:
            self.tell(self._language.gettext("The room has a screen of its own"))
            return
        self._present(not self.presenting)

    def _present(self, on: bool) -> None:
        if on == self.presenting:
            return
        self.centre.take_typed()
        self._unveiled = False
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.fold(on)
        self.presenting_changed.emit(on)
        self._show_all()

    def toggle_presence(self) -> None:
        """Open or close the list of people."""
        self._present(False)
        if self.centre.presence_is_open:
            self._leave()
        else:
            self.centre.take_typed()
            self.centre.open_presence()

    def toggle_outcomes(self) -> None:
        """Open or close decisions, actions and what is parked over the panel of the round."""
        self._present(False)
        if self.centre.outcomes_cover:
            self._leave()
        else:
            self.centre.take_typed()
            self.centre.open_outcomes()

    def set_room_status(self, status: RoomStatus) -> None:
        """Say what the room sees, and fold private things away at once when it may see this screen."""
        if status.beamer is not self._status.beamer:
            self._unveiled = False
            if status.beamer is Beamer.LIVE:
                self._present(False)
            if status.private_things_hidden and self.centre.presence_is_open:
                self._leave()
        self._status = status
        self._speaking.follow_status(status)
        self._show_all()

    def keep(self) -> bool:
        """Save everything that is half typed."""
        self.centre.take_typed()
        self.side.notes.keep()
        self.capture.keep()
        return not self._saving.failed and not any(field.waits for field in self.findChildren(SelfSaving))

    # What the parts ask for

    def _do(self, entry: str) -> None:
        self._answers[entry]()

    def _move(self, how: Callable[[], object]) -> None:
        """Keep what is half typed with its place, then go."""
        self.keep()
        how()

    def _go_elsewhere(self, signal: SignalInstance) -> None:
        self._present(False)
        self.keep()
        signal.emit()

    def _finish(self) -> None:
        self.keep()
        if self._stage.finish():
            self.wrap_up_requested.emit()

    def _keep_notes(self, round_id: str, notes: str) -> None:
        self._bridge.attempt(preparing.edit_round, round_id, notes=notes)

    def _unveil(self) -> None:
        self._unveiled = True
        self._show_all()

    def _offer_counting(self) -> None:
        if self._here.round:
            self._counting_menu.open_below(self.centre.counting, self._here.round)

    def _leave(self) -> None:
        if self.presenting and self.focusWidget() is self.capture.editor:
            self._present(False)
            return
        self.centre.close_presence()
        self.banner.dismiss()
        self.take_focus()

    def _undo(self) -> None:
        self.centre.take_typed()
        if self._bridge.undo() is None and not self._saving.failed:
            self.capture.tell(self._language.gettext("There is nothing to undo"))

    def _redo(self) -> None:
        if self._bridge.redo() is None and not self._saving.failed:
            self.capture.tell(self._language.gettext("There is nothing to do again"))

    # What changed

    def _changed(self, change: Change) -> None:
        if change.tables == {"draft"}:
            return
        self._saving.changed()
        before = self._here.place
        self._show_all()
        self._speaking.follow(self._here)
        if change.how != "done":
            self.capture.tell(words.travelled(change, self._bridge.view, self._language))
        if self._here.place != before:
            self._stage.arrive(self._here)

    def _follow_subject(self) -> None:
        self.capture.show_here(self._here, self.centre.subject, self._veiled)

    @property
    def _veiled(self) -> bool:
        return self._status.private_things_hidden and not self._unveiled

    def _show_all(self) -> None:
        self._here = here = Here.of(self._bridge.view)
        self.top_bar.show_info(here.view.info)
        self.top_bar.show_room(self._status)
        self.centre.show_here(here, self._veiled)
        self.capture.show_here(here, self.centre.subject, self._veiled)
        in_notes = self.side.notes.hasFocus()
        self.side.show_here(here, self._veiled)
        if in_notes and self.side.notes.isHidden():
            self.take_focus()
        self._tick()

    def _tick(self) -> None:
        self._bridge.mind_the_clock()
        self.show_time(self._here, schedule.wall_clock(self._bridge.desk.now()), self._bridge.desk.elapsed)
