"""What a session takes over from an earlier one: its open actions, as items of the follow-up round."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from workshop_app.facilitation.command import unjournaled
from workshop_app.i18n import Language
from workshop_app.model.entities import Prompt, Round
from workshop_app.model.views import WorkshopView


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action of an earlier session that is not done. `key` is permanent, so that later sessions can compare."""

    key: str
    text: str
    detail: str


def open_actions(view: WorkshopView, language: Language) -> tuple[OpenAction, ...]:
    """The open actions of an earlier session, with their owner and date as one line."""
    actions = []
    for action in view.actions:
        if action.done:
            continue
        owner = action.owner or view.organisation_name(action.organisation_id)
        due = language.date(action.due) if action.due else action.due_text
        actions.append(
            OpenAction(f"action-{action.id}", action.text, " · ".join(part for part in (owner, due) if part))
        )
    return tuple(actions)


@unjournaled
def take_over(db: Session, actions: Sequence[OpenAction]) -> None:
    """Put open actions into every follow-up round of a new session."""
    for known in db.exec(select(Round).where(Round.kind == "followup")).all():
        there = len(db.exec(select(Prompt).where(Prompt.round_id == known.id)).all())
        for place, action in enumerate(actions, start=there + 1):
            db.add(Prompt(round_id=known.id, key=action.key, position=place, text=action.text, detail=action.detail))
