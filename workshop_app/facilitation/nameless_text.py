"""Half-typed text of an anonymous round, as the file may have it: without the names after an @."""

import re

from sqlmodel import Session, col, select

from workshop_app.model.entities import DraftText, Organisation, Participant, Round
from workshop_app.model.values import Level

_WORD_AFTER_SIGN = re.compile(r"(?:^|(?<=[\s(]))@\w[\w’'.-]*[ \t]?")


def as_kept(db: Session, round_id: str, strand: str, text: str) -> str:
    """The text of a draft as its round keeps it. In what leads to an action a name is an owner, and stays."""
    if "@" not in text or strand.startswith("@"):
        return text
    known = db.get(Round, round_id)
    return _without_names(text, _names(db)) if known and known.level == Level.ANONYMOUS else text


def make_drafts_nameless(db: Session, round_id: str) -> None:
    """Take the names out of the drafts of a round that has become anonymous."""
    for draft in db.exec(select(DraftText).where(col(DraftText.round_id) == round_id)).all():
        draft.text = as_kept(db, round_id, draft.strand, draft.text)


def _names(db: Session) -> list[str]:
    names = [*db.exec(select(Participant.name)).all(), *db.exec(select(Organisation.name)).all()]
    return sorted(filter(None, names), key=len, reverse=True)


def _without_names(text: str, names: list[str]) -> str:
    for name in names:
        text = re.sub(rf"(?:^|(?<=[\s(]))@{re.escape(name)}(?!\w)[ \t]?", "", text, flags=re.IGNORECASE)
    return _WORD_AFTER_SIGN.sub("", text)
