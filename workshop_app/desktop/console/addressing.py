"""Who is named in a line with an @, as far as the place where the line goes keeps that. Pure."""

from dataclasses import dataclass

from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.targets import ACTION, Target, keeps_author
from workshop_app.facilitation.action_line import Owner
from workshop_app.facilitation.mentions import Mention, mentions, spelled, without
from workshop_app.model.values import Level

NOBODY = Owner()


@dataclass(frozen=True, slots=True)
class Addressed:
    """A line without its names: who said it, a name that nobody has, and a name that is not kept here ('' for none)."""

    text: str
    author: Owner = NOBODY
    unknown: str = ""
    dropped: str = ""


def addressed(here: Here, target: Target, text: str) -> Addressed:
    """Take the author out of a contribution.

    In a decision or something parked a name is part of the sentence; the owner of an action is read with the rest.
    """
    if target.key == ACTION:
        return Addressed(text)
    named = [*mentions(text, here.view)]
    known = [mention for mention in named if mention.known]
    unknown = next((mention.owner.name for mention in named if not mention.known), "")
    if target.strand is None:
        return Addressed(spelled(text, here.view))
    if not known:
        return Addressed(text, unknown=unknown)
    author = known[0].owner
    if keeps_author(here, target) and _is_kept(here, author):
        return Addressed(spelled(without(text, known[0]), here.view).strip(), author, unknown)
    return Addressed(_without_all(text, known).strip(), unknown=unknown, dropped=author.name)


def _is_kept(here: Here, author: Owner) -> bool:
    by_name = here.round is not None and here.round.level is Level.NAME
    return bool(author.organisation_id) or by_name


def _without_all(text: str, known: list[Mention]) -> str:
    for mention in reversed(known):
        text = without(text, mention)
    return text
