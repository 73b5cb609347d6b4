"""What is done with tables, people and notes of small groups: from the wish of a person to a command."""

import secrets

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.group_rows import UNSEATED
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.prompt_commands import PromptCommands
from workshop_app.desktop.console.row import Row, RowKind
from workshop_app.facilitation import capturing, grouping, stage
from workshop_app.i18n import Language
from workshop_app.model.views import GroupView, RoundView
from workshop_app.rounds.kind import Scene

_SEEDS = 2**31


class GroupCommands:
    """The commands behind the rows of a round in small groups."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._prompts = PromptCommands(bridge)

    def number(self, here: Here, row: Row | None, number: int) -> None:
        """Take a digit: of which table a person or a note is, else how many tables there are."""
        known = here.round
        if known is None:
            return
        group = known.groups[number - 1] if 0 < number <= len(known.groups) else None
        if row is None or row.kind not in (RowKind.VOICE, RowKind.SAID):
            self._make(known, number)
        elif group and row.kind is RowKind.VOICE:
            self._bridge.attempt(grouping.seat_at, row.id, group.id)
        elif group:
            self._bridge.attempt(capturing.edit_contribution, row.id, group_id=group.id)

    def do(self, action_id: str, here: Here, row: Row | None) -> None:
        """Do what a key asks for. What makes no sense there does nothing."""
        known, seating = here.round, here.step is not None and here.step.scene is Scene.TABLES
        if known is None:
            return
        group = next((each for each in known.groups if row and each.id == row.prompt_id), None)
        match action_id:
            case "task-again":
                self._bridge.attempt(stage.restart_task, known.id, self._bridge.desk.now())
            case "questions":
                self._deal_questions(known)
            case "question-before" | "question-after" if group:
                self._turn_question(known, group, 1 if action_id == "question-after" else -1)
            case "mix" if seating and known.groups:
                self._make(known, len(known.groups))
            case "more-tables" if seating:
                self._make(known, len(known.groups) + 1)
            case "fewer-tables" if seating and known.groups:
                self._make(known, len(known.groups) - 1)
            case "latecomers" if seating:
                self._bridge.attempt(grouping.seat_latecomers, known.id)
            case "stay" if group and row and row.kind is RowKind.VOICE:
                locked = any(seat.locked for seat in group.seats if seat.participant_id == row.id)
                self._bridge.attempt(grouping.lock_seat, row.id, group.id, locked=not locked)
            case "remove" if group and row and row.kind is RowKind.VOICE:
                self._bridge.attempt(grouping.unseat, row.id, group.id)
            case _ if row and row.kind is RowKind.SAID:
                self._prompts.do(action_id, here, row)

    def sit_as_before(self, here: Here) -> None:
        """Begin at the tables of an earlier round, when there are any and this round has none."""
        before = here.view.groups_for(here.place.round_id)
        if before and here.round and not here.round.groups:
            self._bridge.attempt(grouping.sit_as_before, here.round.id, [group.id for group in before])

    def reword(self, row: Row, text: str) -> None:
        """Call a table something else, or change a note."""
        if row.kind is RowKind.SAID:
            self._prompts.reword(row, text)
        elif row.prompt_id not in ("", UNSEATED):
            self._bridge.attempt(grouping.rename_group, row.prompt_id, text)

    def _make(self, known: RoundView, count: int) -> None:
        # The names of tables are read by the room, so they are in the language of the workshop.
        called = Language.load().gettext("Table {n}")
        self._bridge.attempt(grouping.make_groups, known.id, count, secrets.randbelow(_SEEDS), called)

    def _deal_questions(self, known: RoundView) -> None:
        """Each table its own question, or all the same when they had their own."""
        own = any(group.prompt_id for group in known.groups)
        self._bridge.attempt(grouping.deal_prompts, known.id, [] if own else [item.id for item in known.items])

    def _turn_question(self, known: RoundView, group: GroupView, by: int) -> None:
        choices = ["", *(item.id for item in known.items)]
        place = choices.index(group.prompt_id) if group.prompt_id in choices else 0
        self._bridge.attempt(grouping.give_prompt, group.id, choices[(place + by) % len(choices)])
