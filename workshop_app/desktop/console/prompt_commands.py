"""What is done with a row of a panel: from the wish of a person to a command on the workshop."""

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.leading_to import LeadingTo
from workshop_app.desktop.console.row import VOICES, Row, RowKind
from workshop_app.desktop.console.splitting import is_divided, parts
from workshop_app.facilitation import capturing, script, stage
from workshop_app.model.values import Origin, QuoteMode
from workshop_app.model.views import ContributionView, Place, PromptView, RoundView
from workshop_app.rounds.kind import Mechanic, Scene

_NEXT = {None: QuoteMode.VERBATIM, QuoteMode.VERBATIM: QuoteMode.PARAPHRASE, QuoteMode.PARAPHRASE: None}


class PromptCommands:
    """The commands behind the rows of the round where the beamer is."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._leading = LeadingTo(bridge)

    def do(self, action_id: str, here: Here, row: Row) -> None:
        """Do what a key asks for on a row. What makes no sense there does nothing."""
        known = here.round
        if known is None:
            return
        match action_id:
            case "choose":
                self._choose(here, known, row)
            case "mark":
                self._mark(known, row)
            case "remove":
                self._remove(known, row)
            case "literal":
                self._judge(known, row)
            case "make-action" | "make-decision":
                self.lead(action_id, here, row)

    def reword(self, row: Row, text: str) -> None:
        """Change the text of a prompt or a contribution; // makes two contributions of one."""
        if row.kind is RowKind.SAID and is_divided(text):
            self._bridge.attempt(capturing.split_contribution, row.id, parts(text))
        elif row.kind is RowKind.SAID:
            self._bridge.attempt(capturing.edit_contribution, row.id, text=text)
        elif row.kind is RowKind.SUBJECT:
            self._bridge.attempt(capturing.edit_prompt, row.prompt_id, text=text)
        elif row.kind is RowKind.OUTCOME:
            self._leading.reword(row.id, text)

    def lead(self, action_id: str, here: Here, row: Row) -> str:
        """Make an action or a decision of a row; its id, '' when nothing was made."""
        known = here.round
        prompt = known.prompt(row.prompt_id) if known else None
        if known and action_id == "make-action" and row.kind is RowKind.SAID:
            return self._leading.action(known, prompt, row.text)
        if known is None or prompt is None or row.kind not in (RowKind.SUBJECT, *VOICES):
            return ""
        return (
            self._leading.action(known, prompt) if action_id == "make-action" else self._leading.decision(known, prompt)
        )

    def _choose(self, here: Here, known: RoundView, row: Row) -> None:
        prompt = known.prompt(row.prompt_id)
        if row.kind is not RowKind.SUBJECT or prompt is None:
            return
        if here.kind and (here.kind.choose or Mechanic.GRID in here.kind.mechanics):
            self._bridge.attempt(capturing.choose_item, prompt.id, not prompt.chosen)
        elif here.step and here.step.scene is Scene.REVEAL:
            self.turn_over(here, prompt)

    def turn_over(self, here: Here, prompt: PromptView) -> None:
        """Reveal an item of a list, or hide it again."""
        if here.round is None or here.step is None:
            return
        shown = here.round.is_revealed(here.step.key, prompt.id)
        what = script.Reveal(here.round.id, here.step.key, prompt.id)
        self._bridge.attempt(stage.hide if shown else stage.reveal, what)

    def _mark(self, known: RoundView, row: Row) -> None:
        if row.kind is RowKind.SAID:
            said = next((c for c in known.contributions if c.id == row.id), None)
            if said:
                self._bridge.attempt(capturing.edit_contribution, said.id, in_minutes=not _in_minutes(said))
        elif row.kind is RowKind.SUBJECT:
            prompt = known.prompt(row.prompt_id)
            if prompt and prompt.origin is Origin.ROOM:
                self._bridge.attempt(capturing.edit_prompt, prompt.id, in_minutes=not _in_minutes(prompt))

    def _judge(self, known: RoundView, row: Row) -> None:
        """Literal, a paraphrase, or (what was said only) no quote."""
        said = next((c for c in known.contributions if row.kind is RowKind.SAID and c.id == row.id), None)
        prompt = known.prompt(row.prompt_id) if row.kind is RowKind.SUBJECT else None
        if said:
            self._bridge.attempt(capturing.edit_contribution, said.id, mode=_NEXT[said.mode])
        elif prompt and prompt.origin is Origin.ROOM:
            other = QuoteMode.VERBATIM if prompt.mode is not QuoteMode.VERBATIM else QuoteMode.PARAPHRASE
            self._bridge.attempt(capturing.edit_prompt, prompt.id, mode=other)

    def _remove(self, known: RoundView, row: Row) -> None:
        if row.kind is RowKind.SAID:
            self._bridge.attempt(capturing.remove_contribution, row.id)
        elif row.kind is RowKind.OUTCOME:
            self._leading.remove(row.id)
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
