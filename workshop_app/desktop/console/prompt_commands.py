"""What is done with a row of a panel: from the wish of a person to a command on the workshop."""

import secrets

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.rows import Cell, Row, RowKind, voices
from workshop_app.facilitation import capturing, counting, script, stage
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE, Grain, Origin, ballot_voice
from workshop_app.model.views import ContributionView, Place, PromptView, RoundView
from workshop_app.rounds.kind import Scene


class PromptCommands:
    """The commands behind the rows of the round where the beamer is."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def count(self, here: Here, row: Row, cell: Cell, number: int) -> None:
        """Take a number for a cell: hands of the room, or dots of a voice."""
        if here.round is None:
            return
        if cell.option == DOTS_OPTION:
            self._bridge.attempt(counting.set_dots, row.prompt_id, _voice(here.round, row), number)
        else:
            self._bridge.attempt(counting.set_count, row.prompt_id, cell.option, number)

    def pick(self, here: Here, row: Row, cell: Cell) -> None:
        """Let a voice choose an option; on a prompt, let all voices choose it that have not answered."""
        if here.round is None:
            return
        if row.kind is RowKind.SUBJECT and here.round.grain is Grain.ORGANISATION:
            asked = [voice for voice, _ in voices(here.view, here.round, self._bridge.language)]
            self._bridge.attempt(counting.fill_voices, row.prompt_id, cell.option, asked)
        elif row.kind in (RowKind.VOICE, RowKind.NEW_BALLOT):
            self._bridge.attempt(counting.choose, row.prompt_id, _voice(here.round, row), cell.option)

    def do(self, action_id: str, here: Here, row: Row, cell: Cell | None) -> None:
        """Do what a key asks for on a row. What makes no sense there does nothing."""
        known = here.round
        if known is None:
            return
        match action_id:
            case "choose":
                self._choose(here, known, row, cell)
            case "more-dots":
                self._add_dots(known, row, 1)
            case "fewer-dots":
                self._add_dots(known, row, -1)
            case "rest":
                self._rest(here, known, row, cell)
            case "mark":
                self._mark(known, row)
            case "clear":
                self._clear(known, row, cell)
            case "remove":
                self._remove(known, row, cell)

    def reword(self, row: Row, text: str) -> None:
        """Change the text of a prompt or a contribution."""
        if row.kind is RowKind.SAID:
            self._bridge.attempt(capturing.edit_contribution, row.id, text=text)
        elif row.kind is RowKind.SUBJECT:
            self._bridge.attempt(capturing.edit_prompt, row.prompt_id, text=text)

    def _choose(self, here: Here, known: RoundView, row: Row, cell: Cell | None) -> None:
        prompt = known.prompt(row.prompt_id)
        if row.kind is RowKind.VOICE and cell and not cell.countable:
            command = counting.unchoose if cell.filled else counting.choose
            self._bridge.attempt(command, row.prompt_id, row.id, cell.option)
        elif row.kind is RowKind.SUBJECT and prompt and here.kind and here.kind.choose:
            self._bridge.attempt(capturing.choose_item, prompt.id, not prompt.chosen)
        elif row.kind is RowKind.SUBJECT and prompt and here.step and here.step.scene is Scene.REVEAL:
            self.turn_over(here, prompt)
        else:
            self._add_dots(known, row, 1)

    def turn_over(self, here: Here, prompt: PromptView) -> None:
        """Reveal an item of a list, or hide it again."""
        if here.round is None or here.step is None:
            return
        shown = here.round.is_revealed(here.step.key, prompt.id)
        what = script.Reveal(here.round.id, here.step.key, prompt.id)
        self._bridge.attempt(stage.hide if shown else stage.reveal, what)

    def _add_dots(self, known: RoundView, row: Row, by: int) -> None:
        prompt = known.prompt(row.prompt_id)
        if prompt is None or not any(cell.option == DOTS_OPTION and cell.countable for cell in row.cells):
            return
        voice = _voice(known, row)
        before = sum(r.value for r in prompt.responses if r.option == DOTS_OPTION and r.voice == voice)
        self._bridge.attempt(counting.set_dots, prompt.id, voice, max(before + by, 0))

    def _rest(self, here: Here, known: RoundView, row: Row, cell: Cell | None) -> None:
        scale = here.kind.scale if here.kind else None
        if scale is None or row.kind not in (RowKind.SUBJECT, RowKind.VOICE) or not row.cells:
            return
        last = scale.keys[-1]
        if known.grain is Grain.ROOM:
            self._bridge.attempt(counting.fill_rest, row.prompt_id, last)
        elif known.grain is Grain.ORGANISATION:
            option = cell.option if cell and cell.option in scale.keys else last
            self._bridge.attempt(counting.fill_rest, row.prompt_id, option)

    def _mark(self, known: RoundView, row: Row) -> None:
        if row.kind is RowKind.SAID:
            said = next((c for c in known.contributions if c.id == row.id), None)
            if said:
                self._bridge.attempt(capturing.edit_contribution, said.id, in_minutes=not _in_minutes(said))
        elif row.kind is RowKind.SUBJECT:
            prompt = known.prompt(row.prompt_id)
            if prompt and prompt.origin is Origin.ROOM:
                self._bridge.attempt(capturing.edit_prompt, prompt.id, in_minutes=not _in_minutes(prompt))

    def _clear(self, known: RoundView, row: Row, cell: Cell | None) -> None:
        if cell is None or not cell.count:
            return
        if cell.option == DOTS_OPTION:
            self._bridge.attempt(counting.set_dots, row.prompt_id, _voice(known, row), 0)
        elif row.kind is RowKind.VOICE:
            self._bridge.attempt(counting.unchoose, row.prompt_id, row.id, cell.option)
        elif cell.countable:
            self._bridge.attempt(counting.set_count, row.prompt_id, cell.option, 0)

    def _remove(self, known: RoundView, row: Row, cell: Cell | None) -> None:
        if row.kind is RowKind.SAID:
            self._bridge.attempt(capturing.remove_contribution, row.id)
        elif row.kind is RowKind.VOICE:
            self._clear(known, row, cell)
        elif row.kind is RowKind.SUBJECT:
            prompt = known.prompt(row.prompt_id)
            if prompt and prompt.origin is Origin.ROOM:
                self._bridge.attempt(capturing.remove_prompt, prompt.id)
            elif prompt:
                self._bridge.attempt(capturing.edit_prompt, prompt.id, included=False)


def place_of(here: Here, row: Row) -> Place | None:
    """Where the beamer shows what a row is about: in the step where it is, else in the first that has it."""
    if here.round is None or row.kind is not RowKind.SUBJECT:
        return None
    places = script.round_places(here.round)
    if not row.prompt_id:
        asks = [step.key for step in here.kind.steps if step.scene is Scene.QUESTION] if here.kind else []
        return next((place for place in places if place.step in asks), None)
    of_prompt = [place for place in places if place.prompt_id == row.prompt_id]
    same_step = [place for place in of_prompt if place.step == here.place.step]
    return next(iter((*same_step, *of_prompt)), None)


def _in_minutes(row: ContributionView | PromptView) -> bool:
    """Whether the minutes may have it: a quote when it is marked so, anything else unless it is kept out."""
    return row.in_minutes is True if row.mode else row.in_minutes is not False


def _voice(known: RoundView, row: Row) -> str:
    """Who answers in a row: the room, the voice it shows, or a ballot that was not counted yet."""
    if row.kind is RowKind.NEW_BALLOT:
        return _new_ballot(known)
    return row.id or ROOM_VOICE


def _new_ballot(known: RoundView) -> str:
    taken = {response.voice for prompt in known.prompts for response in prompt.responses}
    while (voice := ballot_voice(secrets.SystemRandom().randrange(100_000, 1_000_000))) in taken:
        pass
    return voice
