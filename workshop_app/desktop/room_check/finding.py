"""What one line of the room check says: how it is, in words, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_app.i18n import N_


class Verdict(StrEnum):
    """How something is; the value is the message id of its word."""

    GOOD = N_("in order")
    ATTEND = N_("attention")
    UNKNOWN = N_("not known")
    LOOK = N_("look yourself")
    BUSY = N_("looking…")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, in a sentence, and what a person does about it ('' when nothing)."""

    verdict: Verdict
    text: str
    todo: str = ""
