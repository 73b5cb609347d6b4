"""The panel of a round with prompts: counts, choices and dots of each prompt, and what was said about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console import rows
from workshop_app.desktop.console.corrections import CORRECTIONS
from workshop_app.desktop.console.counting_commands import CountingCommands
from workshop_app.desktop.console.counting_hint import hint
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.prompt_commands import PromptCommands, place_of
from workshop_app.desktop.console.row import VOICES, Cell, Row, RowKind
from workshop_app.desktop.console.row_list import RowList
from workshop_app.desktop.console.said_rows import SaidRows
from workshop_app.desktop.widgets.labels import ElidedLabel
from workshop_app.facilitation import script
from workshop_app.model.text import dotted
from workshop_app.model.values import Grain
from workshop_app.model.views import Place
from workshop_app.rounds.kind import Scene

Key = tuple[RowKind, str, str]


class PromptsPanel(QWidget):
    """Prompts with their answers; one of them, the subject, is opened up, and what is captured belongs to it.

    The subject follows the beamer; the keyboard can go to another one without moving the beamer.
    Signals: `subject_changed` when a person went to another subject, `place_requested(Place)` to show it,
    `correction_requested(str, Row)` one of `CORRECTIONS` on a row.
    """

    subject_changed = Signal()
    place_requested = Signal(object)
    correction_requested = Signal(str, object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._commands = PromptCommands(bridge)
        self._counting = CountingCommands(bridge)
        self._here = Here.of(bridge.view)
        self._place: Place | None = None
        self._veiled = False
        self.subject: str | None = None
        self._cursor: Key | None = None
        self._papers = False
        self._said = SaidRows(bridge.language)
        self.list = RowList(bridge.language.gettext("Panel of the round"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._hint = ElidedLabel("", "small", "muted")
        column.addWidget(self._hint)
        self.setFocusProxy(self.list)
        self.list.moved.connect(self._follow)
        self.list.counted.connect(self._count)
        self.list.picked.connect(self._pick)
        self.list.asked.connect(self._asked)
        self.list.entered.connect(self._enter)
        self.list.sought.connect(self._tell_names)
        self.list.pointed.connect(self._tell_keys)
        self.list.edited.connect(self._commands.reword)

    def show_here(self, here: Here, veiled: bool) -> None:
        """Show the round where the beamer is; `veiled` while the room can see this screen."""
        self._here, self._veiled = here, veiled
        arrived = here.place != self._place
        if arrived:
            self._place = here.place
            self._papers = False
            self._stand_at(_subject_of(here))
            self.list.go_to_cell(_first_cell(here))
        fresh = self._refresh()
        if arrived and self._cursor:
            self.list.bring_into_view(self._cursor)
        elif arrived and self.list.hasFocus():
            self.list.stand_somewhere()
        elif not arrived and fresh and not self.list.hasFocus():
            self._show_newest(fresh)

    @property
    def hint(self) -> str:
        """What is said about the keys of the row with the keyboard."""
        return self._hint.text()

    def take_typed(self) -> None:
        """Take what is being typed or edited here."""
        self.list.end_editing()

    def _stand_at(self, prompt_id: str | None) -> None:
        self.subject = prompt_id
        self._cursor = None if prompt_id is None else (RowKind.SUBJECT, prompt_id, "")

    def _refresh(self) -> tuple[Row, ...]:
        new = self._build()
        if self._cursor and not any(row.key == self._cursor for row in new):
            self._stand_near([row.key for row in new])
            new = self._build()
        fresh = self.list.show_rows(new, self._cursor)
        self._tell_keys()
        return fresh

    def _build(self) -> tuple[Row, ...]:
        return rows.build(self._here, self._bridge.language, self.subject, self._veiled, self._said)

    def _stand_near(self, keys: list[Key]) -> None:
        """The row of the keyboard is gone: stand where it was."""
        before = [row.key for row in self.list.rows.rows]
        place = before.index(self._cursor) if self._cursor in before else 0
        near = keys[min(place, len(keys) - 1)] if keys else None
        self._cursor = near
        if near and self.subject is not None:
            self.subject = near[1]

    def _show_newest(self, fresh: tuple[Row, ...]) -> None:
        said = [row for row in fresh if row.kind is RowKind.SAID]
        if len(said) in (1, 2):  # the one before it may have closed the card
            self.list.bring_into_view(said[-1].key)

    def _follow(self, row: Row) -> None:
        if row.kind is RowKind.HEADING or row.prompt_id == self.subject:
            self._cursor = row.key
        else:
            self._go_to(row.key)

    def _go_to(self, key: Key) -> None:
        """Bring the keyboard to a row, in whatever card it is."""
        self._cursor = key
        if key[1] != self.subject:
            self.subject = key[1]
            # First, so that a half-typed text is kept with the old subject and marked there.
            self.subject_changed.emit()
            self._here = Here.of(self._bridge.view)
        self._refresh()
        self.list.bring_into_view(key)

    def _count(self, row: Row, cell: Cell, number: int) -> None:
        voice = self._counting.count(self._here, row, cell, number)
        if cell.one_digit:
            self._go_on(row, voice)

    def _pick(self, row: Row, cell: Cell) -> None:
        self._go_on(row, self._counting.pick(self._here, row, cell))

    def _go_on(self, row: Row, voice: str) -> None:
        """After an answer: to the next voice, or with whole ballots to the next item of this one."""
        if self._papers and voice:
            self._turn_paper(row.prompt_id, voice)
        elif row.kind is not RowKind.NEW_BALLOT:
            self.list.next_voice()

    def _turn_paper(self, prompt_id: str, voice: str) -> None:
        following = self._item_after(prompt_id)
        items = self._here.round.items if self._here.round else ()
        self.list.go_to_cell(_first_cell(self._here))
        if following and voice:
            self._go_to((RowKind.VOICE, following, voice))
        elif items:
            self._go_to((RowKind.NEW_BALLOT, following or items[0].id, ""))

    def _item_after(self, prompt_id: str) -> str:
        ids = [item.id for item in self._here.round.items] if self._here.round else []
        place = ids.index(prompt_id) + 1 if prompt_id in ids else len(ids)
        return ids[place] if place < len(ids) else ""

    def _enter(self, row: Row, typed: bool) -> None:
        """The next option after a number, else the next item; an item that the beamer does not show is brought there
        first."""
        voice = row.kind in VOICES
        if typed and self.list.next_cell():
            return
        if typed and voice and self.list.next_voice():
            self.list.go_to_cell(0)
        elif voice and self._papers:
            self._turn_paper(row.prompt_id, row.id)
        elif typed or voice or (row.cells and row.prompt_id == self._here.place.prompt_id):
            self._next_item(row.prompt_id)
        else:
            self._show_item(row)

    def _next_item(self, prompt_id: str) -> None:
        following = self._item_after(prompt_id)
        if not following:
            return
        here = self._here
        place = Place(here.place.round_id, here.place.step, following)
        if prompt_id == here.place.prompt_id and here.round and place in script.round_places(here.round):
            self.place_requested.emit(place)
        else:
            self.list.go_to_cell(_first_cell(here))
            self._go_to((RowKind.SUBJECT, following, ""))

    def _asked(self, action_id: str, row: Row, cell: Cell | None) -> None:
        if action_id == "show-item":
            self._show_item(row)
        elif action_id in CORRECTIONS:
            self.correction_requested.emit(action_id, row)
        elif action_id == "papers":
            self._toggle_papers()
        elif action_id in ("make-action", "make-decision"):
            self._lead(action_id, row)
        elif not self._counting.do(action_id, self._here, row, cell):
            self._commands.do(action_id, self._here, row)

    def _lead(self, action_id: str, row: Row) -> None:
        """Make an outcome of a row, and change it at once: Esc leaves it as it was taken down."""
        outcome_id = self._commands.lead(action_id, self._here, row)
        key = RowKind.OUTCOME, row.prompt_id, outcome_id
        self._here = Here.of(self._bridge.view)
        if outcome_id and any(each.key == key for each in self._build()):
            self._go_to(key)
            self.list.edit_here()

    def _toggle_papers(self) -> None:
        known = self._here.round
        if known and known.grain is Grain.BALLOT and known.items:
            self._papers = not self._papers
            self._go_to((RowKind.NEW_BALLOT, known.items[0].id, ""))

    def _tell_keys(self) -> None:
        row, cell = self.list.current_row(), self.list.current_cell()
        told = not self._veiled and not self.list.is_typing
        text = hint(self._here, row, cell, self._bridge.language, self._papers, told)
        self._say(text if self.list.hasFocus() else "")

    def _tell_names(self, letters: str, names: tuple[str, ...]) -> None:
        if not letters:
            self._tell_keys()
            return
        nothing = self._bridge.language.gettext("nothing begins so")
        self._say(f"{letters}…  {dotted(names) or nothing}")

    def _say(self, text: str) -> None:
        if text != self._hint.text():
            self._hint.setText(text)
            self.list.setAccessibleDescription(text)

    def _show_item(self, row: Row) -> None:
        here = self._here
        prompt = here.round.prompt(row.prompt_id) if here.round else None
        if here.step and here.step.scene is Scene.REVEAL and prompt in (here.round.items if here.round else ()):
            self._commands.turn_over(here, prompt)
            return
        place = place_of(here, row)
        if place:
            self.place_requested.emit(place)


def _subject_of(here: Here) -> str | None:
    if here.place.prompt_id:
        return here.place.prompt_id
    return "" if here.step and here.step.scene is Scene.QUESTION else None


def _first_cell(here: Here) -> int:
    """Where digits go at first: to the dots in the step where those are given, else to the first option."""
    if here.kind and here.kind.dots and here.kind.scale and here.step and here.step.scene is Scene.STATES:
        return len(here.kind.scale.options)
    return 0
