"""For whom a version of the minutes is."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who reads a version; each may know less or other things than the first."""

    PARTICIPANTS = "participants"
    """Those who were there: what the rule of anonymity of the workshop allows."""
    PUBLICATION = "publication"
    """Anyone: without names of persons, and without counts that point at one."""
    CHATHAM = "chatham"
    """What may be passed on under the Chatham House Rule, whatever the workshop agreed on."""
    ORGANISATION = "organisation"
    """One organisation: its own scores against the region, its own actions first."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of the minutes: for whom, and for which organisation ('' unless it is for one)."""

    audience: Audience = Audience.PARTICIPANTS
    organisation_id: str = ""

    def __post_init__(self) -> None:
        if (self.audience is Audience.ORGANISATION) != bool(self.organisation_id):
            raise ValueError("an edition for an organisation names it, and no other does")

    @property
    def public(self) -> bool:
        """Whether people outside the group may read it, so that nobody may be found in it."""
        return self.audience in (Audience.PUBLICATION, Audience.CHATHAM)
