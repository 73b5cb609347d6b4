"""Counting on the rows of a panel: from the wish of a person to a command on the workshop, in every grain."""

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.row import VOICES, Cell, Row, RowKind
from workshop_app.facilitation import counting, voices
from workshop_app.model.values import DOTS_OPTION, ROOM_VOICE
from workshop_app.model.views import PromptView, RoundView
from workshop_app.rounds.kind import Scene


class CountingCommands:
    """The commands behind the cells of the round where the beamer is."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def count(self, here: Here, row: Row, cell: Cell, number: int) -> str:
        """Take a number for a cell: hands of the room or of an organisation, or dots of a voice. Returns the voice."""
        if here.round is None:
            return ""
        voice = _voice(here.round, row)
        if cell.option == DOTS_OPTION:
            self._bridge.attempt(counting.set_dots, row.prompt_id, voice, number)
        else:
            self._bridge.attempt(counting.set_count, row.prompt_id, cell.option, number, voice)
        return voice

    def pick(self, here: Here, row: Row, cell: Cell) -> str:
        """Let a voice choose an option; on a prompt, let all voices choose it that have not answered. Returns the
        voice, '' for all."""
        known = here.round
        prompt = known.prompt(row.prompt_id) if known else None
        if known is None or prompt is None:
            return ""
        if row.kind is RowKind.SUBJECT:
            given = voices.majority(here.view, known, prompt, cell.option)
            self._bridge.attempt(counting.fill_voices, prompt.id, cell.option, given)
            return ""
        voice = _voice(known, row)
        self._bridge.attempt(counting.choose, prompt.id, voice, cell.option)
        return voice

    def do(self, action_id: str, here: Here, row: Row, cell: Cell | None) -> bool:
        """Do what a key asks for on a row; False when this is not about counting there."""
        known = here.round
        prompt = known.prompt(row.prompt_id) if known else None
        if known is None or prompt is None:
            return False
        match action_id:
            case "choose":
                return self._choose(here, prompt, row, cell)
            case "more-dots":
                self._add_dots(known, prompt, row, 1)
            case "fewer-dots":
                self._add_dots(known, prompt, row, -1)
            case "rest":
                self._rest(here, known, prompt, row, cell)
            case "clear" if cell:
                self._clear(known, row, cell)
            case "remove" if cell and row.kind in VOICES:
                self._clear(known, row, cell)
            case _:
                return False
        return True

    def _choose(self, here: Here, prompt: PromptView, row: Row, cell: Cell | None) -> bool:
        known = here.round
        if known is None or cell is None:
            return False
        if row.kind in VOICES and not cell.countable:
            command = counting.unchoose if cell.filled else counting.choose
            self._bridge.attempt(command, prompt.id, _voice(known, row), cell.option)
            return True
        reveals = here.step is not None and here.step.scene is Scene.REVEAL
        if row.kind is RowKind.SUBJECT and (reveals or (here.kind and here.kind.choose)):
            return False
        self._add_dots(known, prompt, row, 1)
        return True

    def _add_dots(self, known: RoundView, prompt: PromptView, row: Row, by: int) -> None:
        if any(cell.option == DOTS_OPTION and cell.countable for cell in row.cells):
            voice = _voice(known, row)
            before = sum(r.value for r in prompt.responses if r.option == DOTS_OPTION and r.voice == voice)
            self._bridge.attempt(counting.set_dots, prompt.id, voice, max(before + by, 0))

    def _rest(self, here: Here, known: RoundView, prompt: PromptView, row: Row, cell: Cell | None) -> None:
        option = rest_option(here, cell)
        if option and row.cells:
            given = voices.rest(here.view, known, prompt, option)
            if row.kind in VOICES and voices.counts_heads(known):
                given = {voice: value for voice, value in given.items() if voice == row.id}
            self._bridge.attempt(counting.fill_rest, prompt.id, option, given)

    def _clear(self, known: RoundView, row: Row, cell: Cell) -> None:
        if not cell.count or not (cell.countable or row.kind in VOICES):
            return
        if cell.option == DOTS_OPTION:
            self._bridge.attempt(counting.set_dots, row.prompt_id, _voice(known, row), 0)
        else:
            self._bridge.attempt(counting.unchoose, row.prompt_id, _voice(known, row), cell.option)


def rest_option(here: Here, cell: Cell | None) -> str:
    """The option that the rest gets: the last one, or where a voice chooses one item per option, that of the cursor.
    '' when nothing is chosen in the round."""
    scale = here.kind.scale if here.kind else None
    if scale is None:
        return ""
    return cell.option if scale.across and cell and cell.option in scale.keys else scale.keys[-1]


def _voice(known: RoundView, row: Row) -> str:
    """Who answers in a row: the room, the voice it shows, or a ballot that was not counted yet."""
    if row.kind is RowKind.NEW_BALLOT:
        taken = {response.voice for prompt in known.prompts for response in prompt.responses}
        return voices.new_ballots(1, taken)[0]
    return row.id or ROOM_VOICE
