"""How many go along with a decision, as a text in which no count points at a person."""

import re

from workshop_app.i18n import Language
from workshop_app.minutes.small_counts import leaks, runs

_COUNTED = re.compile(r"(?<!\w)(\d+)\s+(\D+?)(?=\s*(?:[·,;]\s*\d|$))")
_ONE_OR_TWO = re.compile(r"(?<!\w)(?:[12]|één|twee|one|two)(?!\w)", re.IGNORECASE)
"""As people write them in the languages that minutes have."""
_DUTCH = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig"
)
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_NUMBERS = {word: number for words in (_DUTCH, _ENGLISH) for number, word in enumerate(words.split())}
_PART_OF = re.compile(r"(?<!\w)(\w+)\s*(?:/|(?:van|of|uit|out of)(?:\s+(?:de|the|alle|all))?\s)\s*(\w+)", re.IGNORECASE)
"""A part of a whole: "8 van de 10", "negen uit tien", "9/10"."""


def coarse_support(text: str, language: Language) -> str:
    """The support of a decision ("8 ja · 2 ja, mits · 1 nee") with small counts added up with those beside them.

    Of any other text that counts one or two, only that something was counted is told.
    """
    counted = [(int(found[1]), found[2].strip()) for found in _COUNTED.finditer(text)]
    if "".join(_COUNTED.split(text)[::3]).strip(" ·,;"):
        counted = []
    lengths = runs([count for count, _ in counted])
    if not lengths:
        too_small = _ONE_OR_TWO.search(text) or any(map(_leaves_few, _PART_OF.finditer(text)))
        return language.gettext("counted; the numbers are too small to be told") if too_small else text
    parts, at = [], 0
    for length in lengths:
        told = counted[at : at + length]
        parts.append(f"{sum(count for count, _ in told)} {any_of([label for _, label in told], language)}")
        at += length
    return " · ".join(parts)


def _leaves_few(part_of: re.Match[str]) -> bool:
    part, whole = (int(word) if word.isdecimal() else _NUMBERS.get(word.casefold()) for word in part_of.groups())
    return part is not None and whole is not None and leaks(part, whole)


def any_of(labels: list[str], language: Language) -> str:
    """Labels of which one holds: "deels of nee"."""
    *first, last = labels
    return language.gettext("{labels} or {last}").format(labels=", ".join(first), last=last) if first else last
