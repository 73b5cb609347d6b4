"""Wiping the copies of words for good: the decisions and actions that were made of them with one key."""

from sqlmodel import Session, select

from workshop_app.model.entities import Action, Contribution, Decision, Prompt


def wipe_copies_of_said(db: Session, said: Contribution) -> None:
    """Take what was said out of the decisions and actions that took it over; one that holds nothing else goes."""
    _wipe(db, said.round_id, said.prompt_id, said.text)


def wipe_copies_of_prompt(db: Session, prompt: Prompt) -> None:
    """Take an item, and what was said about it, out of the decisions and actions that took it over."""
    _wipe(db, prompt.round_id, prompt.id, prompt.text)
    for said in db.exec(select(Contribution).where(Contribution.prompt_id == prompt.id)).all():
        wipe_copies_of_said(db, said)


def _wipe(db: Session, round_id: str, prompt_id: str | None, text: str) -> None:
    words = " ".join(text.split())
    condition = words.rstrip(".;")
    actions = select(Action).where(Action.round_id == round_id, Action.prompt_id == prompt_id, Action.text == words)
    for action in db.exec(actions).all():
        db.delete(action)
    decisions = select(Decision).where(Decision.round_id == round_id, Decision.prompt_id == prompt_id)
    for decision in db.exec(decisions).all():
        if decision.text == words:
            db.delete(decision)
        else:
            decision.reservation = _without(decision.reservation, condition)
    db.flush()


def _without(reservation: str, condition: str) -> str:
    """A list of conditions without one of them; that may hold the sign between them itself."""
    kept = f"; {reservation}; ".replace(f"; {condition}; ", "; ") if condition else reservation
    return kept.removeprefix("; ").removesuffix("; ")
