"""Commands that take down what the room says, and put it right afterwards."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from workshop_app.facilitation.below import below, insert, value_of
from workshop_app.facilitation.command import GoneError, RefusedError, change, command, found
from workshop_app.facilitation.limits import tidy
from workshop_app.facilitation.weighing import drop_scores
from workshop_app.i18n import N_
from workshop_app.model.entities import Contribution, Prompt, Round
from workshop_app.model.values import Level, Origin, PromptRole, QuoteMode

_AUTHOR = ("organisation_id", "participant_id", "group_id")


def _worded(text: str) -> str:
    text = tidy(text)
    if not text:
        raise RefusedError(N_("There is nothing to save yet."))
    return text


def _next_seq(db: Session) -> int:
    return (below(db).execute("SELECT max(seq) FROM contribution").fetchone()[0] or 0) + 1


def authored(level: Level, organisation_id: str, participant_id: str, group_id: str = "") -> dict[str, object]:
    """What a round of this level keeps of an author."""
    return {
        "organisation_id": "" if level is Level.ANONYMOUS else organisation_id,
        "participant_id": participant_id if level is Level.NAME else "",
        "group_id": "" if level is Level.ANONYMOUS else group_id,
    }


def _require_in(db: Session, prompt_id: str, round_id: str) -> None:
    if prompt_id and value_of(db, Prompt, prompt_id, "round_id") != round_id:
        raise GoneError


@command(N_("contribution"))
def contribute(
    db: Session,
    round_id: str,
    strand: str,
    text: str,
    prompt_id: str = "",
    organisation_id: str = "",
    participant_id: str = "",
    group_id: str = "",
) -> str:
    """Take down a contribution and return its id. An anonymous round keeps neither author nor order."""
    level = Level(value_of(db, Round, round_id, "level"))
    _require_in(db, prompt_id, round_id)
    return insert(
        db,
        Contribution,
        round_id=round_id,
        prompt_id=prompt_id or None,
        strand=strand,
        text=_worded(text),
        seq=None if level is Level.ANONYMOUS else _next_seq(db),
        **{name: author or None for name, author in authored(level, organisation_id, participant_id, group_id).items()},
    )


@command(N_("change of a contribution"))
def edit_contribution(db: Session, /, contribution_id: str, **fields: object) -> None:
    """Change text, strand, prompt_id, theme, mode, in_minutes, mentions, organisation_id, participant_id or group_id.

    Of the last three only what the round keeps, and nothing when it was anonymous then.
    """
    row = found(db, Contribution, contribution_id)
    if "text" in fields:
        fields["text"] = _worded(str(fields["text"]))
    _require_in(db, str(fields.get("prompt_id") or ""), row.round_id)
    level = Level.ANONYMOUS if row.seq is None else Level(found(db, Round, row.round_id).level)
    author = authored(level, *(str(fields.get(name) or "") for name in _AUTHOR))
    change(row, fields | {name: author[name] for name in _AUTHOR if name in fields})


@command(N_("contribution removed"))
def remove_contribution(db: Session, contribution_id: str) -> None:
    """Take a contribution away; undo brings it back."""
    db.delete(found(db, Contribution, contribution_id))


@command(N_("move of a contribution"))
def move_contribution(db: Session, contribution_id: str, round_id: str, strand: str, prompt_id: str = "") -> None:
    """Put a contribution in another strand, on another prompt or in another round.

    It keeps of its author what both rounds keep; out of an anonymous round it stays without author and order.
    """
    row = found(db, Contribution, contribution_id)
    target = found(db, Round, round_id)
    _require_in(db, prompt_id, round_id)
    level = Level.ANONYMOUS if row.seq is None else Level(target.level)
    moved = {"round_id": round_id, "prompt_id": prompt_id, "strand": strand}
    author = {name: getattr(row, name) or "" for name in _AUTHOR}
    if round_id != row.round_id:
        author["group_id"] = ""
    change(row, moved | authored(level, **author))
    if level is Level.ANONYMOUS:
        row.seq = None


@command(N_("splitting of a contribution"))
def split_contribution(db: Session, contribution_id: str, texts: Sequence[str]) -> None:
    """Make a contribution of each of these texts, in this order, with the same author and the same place."""
    row = found(db, Contribution, contribution_id)
    words = [_worded(text) for text in texts]
    if len(words) < 2:
        raise RefusedError(N_("There is nothing to split: put // where the next contribution begins."))
    others = [Contribution(**row.model_dump(exclude={"id", "text"})) for _ in words[1:]]
    # They have the same place in the order of capture, in which ids then decide.
    parts = sorted([row, *others], key=lambda each: each.id)
    for part, text in zip(parts, words, strict=True):
        part.text = text
    db.add_all(others)


@command(N_("merging of contributions"))
def merge_contributions(db: Session, keep_id: str, other_ids: Sequence[str]) -> None:
    """Make one contribution of several in a round: it keeps its wording, and was said as often as all together.

    It keeps an author only as far as all have the same, and its order only when all have one. When one is kept out of
    the minutes, so are all. The small group stays that of the contribution that is kept.
    """
    kept = found(db, Contribution, keep_id)
    others = [found(db, Contribution, each) for each in dict.fromkeys(other_ids) if each != keep_id]
    if not others:
        raise RefusedError(N_("Choose at least two contributions to merge."))
    if any(other.round_id != kept.round_id for other in others):
        raise RefusedError(N_("Only contributions of the same round can be merged."))
    kept.mentions += sum(other.mentions for other in others)
    kept.theme = kept.theme or next((other.theme for other in others if other.theme), "")
    if any(other.in_minutes is False for other in others):
        kept.in_minutes = False
    if any(other.seq is None for other in others):
        kept.seq = None
    if any(other.organisation_id != kept.organisation_id for other in others):
        kept.organisation_id = None
    if any(other.participant_id != kept.participant_id for other in others):
        kept.participant_id = None
    for other in others:
        db.delete(other)


@command(N_("addition from the room"))
def add_item(
    db: Session,
    round_id: str,
    text: str,
    mode: QuoteMode | None = None,
    in_minutes: bool | None = None,
    role: PromptRole = PromptRole.ITEM,
) -> str:
    """Add an item from the room to a round (a quote, a topic, a proposal, a criterion) and return its id.

    In an anonymous round all additions have the same place, so that it does not tell who was first.
    """
    anonymous = found(db, Round, round_id).level == Level.ANONYMOUS
    before = select(func.max(col(Prompt.position))).where(Prompt.round_id == round_id)
    if anonymous:
        before = before.where(Prompt.origin != Origin.ROOM.value)
    row = Prompt(
        round_id=round_id,
        position=(db.exec(before).one() or 0) + 1,
        role=role.value,
        text=_worded(text),
        origin=Origin.ROOM.value,
        mode=mode.value if mode else None,
        in_minutes=in_minutes,
    )
    row.key = f"room-{row.id}"
    db.add(row)
    db.flush()
    return row.id


@command(N_("change of a prompt"))
def edit_prompt(db: Session, /, prompt_id: str, **fields: object) -> None:
    """Change text, detail, included, mode or in_minutes of a prompt."""
    if "text" in fields:
        fields["text"] = _worded(str(fields["text"]))
    change(found(db, Prompt, prompt_id), fields)


@command(N_("prompt removed"), removes=True)
def remove_prompt(db: Session, prompt_id: str) -> None:
    """Take a prompt away with all that was said about it; undo brings it back."""
    drop_scores(db, prompt_id)
    db.delete(found(db, Prompt, prompt_id))


@command(N_("choice of the room"))
def choose_item(db: Session, prompt_id: str, chosen: bool) -> None:
    """Mark an item as one that the room wants to look beneath."""
    found(db, Prompt, prompt_id).chosen = chosen
