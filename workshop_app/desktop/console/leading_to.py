"""Making an action or a decision of an item with one key, and changing it in its place."""

from workshop_app.desktop.bridge import Bridge
from workshop_app.facilitation import leading, outcomes
from workshop_app.facilitation.action_line import Owner, read_action_line, seen_from
from workshop_app.facilitation.schedule import wall_clock
from workshop_app.i18n import Language
from workshop_app.model.views import PromptView, RoundView


class LeadingTo:
    """The commands behind A and D in the panels; each returns the id of what was made, '' when nothing was."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def action(self, known: RoundView, prompt: PromptView | None, text: str = "") -> str:
        """Make an action of an item, or of what was said about it; one that is there with the same words stays the only
        one."""
        led = leading.action_of(self._bridge.view, known, prompt) if prompt else leading.LedAction()
        words, prompt_id = " ".join(text.split()) or led.text, prompt.id if prompt else ""
        same = (each.id for each in self._bridge.view.actions if (each.prompt_id, each.text) == (prompt_id, words))
        there = next(same, "")
        if there:
            return there
        kept = self._bridge.attempt(
            outcomes.act,
            words,
            known.id,
            prompt_id,
            owner=led.owner.name,
            participant_id=led.owner.participant_id or None,
            organisation_id=led.owner.organisation_id or None,
        )
        return self._bridge.view.actions[-1].id if kept else ""

    def decision(self, known: RoundView, prompt: PromptView) -> str:
        """Make a decision of a proposal as it is supported now; one that was taken stays as it is."""
        # What was decided stands in the minutes: it is said in their language, whatever the console speaks.
        led = leading.decision_of(known, prompt, Language.load())
        there = next((each.id for each in self._bridge.view.decisions if each.prompt_id == prompt.id), "")
        if led is None or there:
            return there
        kept = self._bridge.attempt(
            outcomes.decide, led.text, known.id, prompt.id, support=led.support, reservation=led.reservation
        )
        return self._bridge.view.decisions[-1].id if kept else ""

    def reword(self, outcome_id: str, line: str) -> None:
        """Change a decision, or an action from the line "what / who / when"."""
        view = self._bridge.view
        if any(each.id == outcome_id for each in view.decisions):
            self._bridge.attempt(outcomes.edit_decision, outcome_id, text=line)
            return
        today = seen_from(view, wall_clock(self._bridge.desk.now()).date())
        read = read_action_line(line, view, today)
        owner = Owner() if leading.is_nobody(read.owner) else read.owner
        self._bridge.attempt(
            outcomes.edit_action,
            outcome_id,
            text=read.text,
            owner=owner.name,
            participant_id=owner.participant_id or None,
            organisation_id=owner.organisation_id or None,
            due=read.due.day,
            due_text=read.due.text,
        )

    def remove(self, outcome_id: str) -> None:
        """Take a decision or an action away."""
        if any(each.id == outcome_id for each in self._bridge.view.decisions):
            self._bridge.attempt(outcomes.remove_decision, outcome_id)
        else:
            self._bridge.attempt(outcomes.remove_action, outcome_id)
