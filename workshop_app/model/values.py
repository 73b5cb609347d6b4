"""The small values that a workshop is described with: levels, states, voices, limits."""

import os
from enum import StrEnum

TITLE_LIMIT = 200
"""Characters in a title, a name or another single line."""
TEXT_LIMIT = 4_000
"""Characters in a contribution, a note or another running text."""
NOTES_LIMIT = 20_000
PICTURE_LIMIT = 8_000_000
"""Characters in the base64 of a picture: a file of six million bytes."""
PICTURE_SIDE = 2_000
"""Pixels along the longer side of a picture."""


class Grain(StrEnum):
    """Who one response in a round stands for."""

    ROOM = "room"
    ORGANISATION = "organisation"
    BALLOT = "ballot"
    GROUP = "group"


class Level(StrEnum):
    """Who can be recognised in what a round keeps; the order is from strict to open."""

    ANONYMOUS = "anonymous"
    ORGANISATION = "organisation"
    NAME = "name"

    @property
    def openness(self) -> int:
        """0 for anonymous, higher for each step that shows more of an author."""
        return list(Level).index(self)


class Rule(StrEnum):
    """What a workshop agrees on about who said what."""

    BY_NAME = "by_name"
    NOT_ATTRIBUTED = "not_attributed"
    CHATHAM_HOUSE = "chatham_house"


class WorkshopState(StrEnum):
    """How far a workshop is."""

    PREPARED = "prepared"
    RUNNING = "running"
    FINISHED = "finished"


class MinutesStatus(StrEnum):
    """Whether the minutes still wait for reactions."""

    CONCEPT = "concept"
    FINAL = "final"


class Presence(StrEnum):
    """Whether a participant is in the room."""

    EXPECTED = "expected"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    LEFT = "left"
    """Was there, and went before the end."""


class PromptRole(StrEnum):
    """An item is responded to; a question is only talked about; the others are what items are held against.

    A criterion weighs options in a grid. An axis of a matrix (first the horizontal one) has its low end as text and its
    high end as detail. A quadrant is the name of a corner, in this order: right above, right below, left above, left
    below; its detail says what it means.
    """

    ITEM = "item"
    QUESTION = "question"
    CRITERION = "criterion"
    AXIS = "axis"
    QUADRANT = "quadrant"


class Origin(StrEnum):
    """Where a prompt comes from."""

    TEMPLATE = "template"
    ROOM = "room"


class QuoteMode(StrEnum):
    """Whether a quote is literally what was said."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"


class PicturePurpose(StrEnum):
    """What a picture is for."""

    PHOTO = "photo"
    LOGO = "logo"


class ParkedState(StrEnum):
    """How a parked item ended."""

    OPEN = "open"
    HANDLED = "handled"
    ACTION = "action"
    NEXT_TIME = "next_time"


class MinutesPart(StrEnum):
    """What can be kept out of the section of a round in the minutes."""

    CHART = "chart"
    TABLE = "table"
    """The numbers, beside a chart or by themselves."""
    ANSWERS = "answers"
    QUOTES = "quotes"
    PHOTOS = "photos"


ROOM_VOICE = "room"
NO_CRITERION = ""
DOTS_OPTION = "dots"
"""The option under which priority dots are counted."""
ACROSS_OPTION = "across"
UP_OPTION = "up"
"""The options under which a placement in a matrix is kept: from 1 (left, below) to `MATRIX_STEPS` (right, above)."""
MATRIX_STEPS = 9


def organisation_voice(organisation_id: str) -> str:
    """The voice of one organisation."""
    return f"org:{organisation_id}"


def ballot_voice(number: int) -> str:
    """The voice of one paper ballot; its number is random and says nothing about a person."""
    return f"ballot:{number}"


def group_voice(group_id: str) -> str:
    """The voice of one group."""
    return f"group:{group_id}"


def voice_fits(voice: str, grain: Grain) -> bool:
    """Whether a voice belongs to the grain of a round."""
    prefix = {Grain.ORGANISATION: "org:", Grain.BALLOT: "ballot:", Grain.GROUP: "group:"}
    return voice == ROOM_VOICE if grain is Grain.ROOM else voice.startswith(prefix[grain])


def new_id() -> str:
    """A random id: it tells neither when a row was made nor after which other row."""
    return os.urandom(8).hex()
