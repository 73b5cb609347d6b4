"""How many go along with a decision, as a text in which no count points at a person."""

import re

from workshop_app.i18n import Language
from workshop_app.minutes.small_counts import runs

_COUNTED = re.compile(r"(?<!\w)(\d+)\s+(\D+?)(?=\s*(?:[·,;]\s*\d|$))")
_ONE_OR_TWO = re.compile(r"(?<!\w)(?:[12]|één|twee|one|two)(?!\w)", re.IGNORECASE)
"""As people write them in the languages that minutes have."""


def coarse_support(text: str, language: Language) -> str:
    """The support of a decision ("8 ja · 2 ja, mits · 1 nee") with small counts added up with those beside them.

    Of any other text that counts one or two, only that something was counted is told.
    """
    counted = [(int(found[1]), found[2].strip()) for found in _COUNTED.finditer(text)]
    if "".join(_COUNTED.split(text)[::3]).strip(" ·,;"):
        counted = []
    lengths = runs([count for count, _ in counted])
    if not lengths:
        return language.gettext("counted; the numbers are too small to be told") if _ONE_OR_TWO.search(text) else text
    parts, at = [], 0
    for length in lengths:
        told = counted[at : at + length]
        parts.append(f"{sum(count for count, _ in told)} {any_of([label for _, label in told], language)}")
        at += length
    return " · ".join(parts)


def any_of(labels: list[str], language: Language) -> str:
    """Labels of which one holds: "deels of nee"."""
    *first, last = labels
    return language.gettext("{labels} or {last}").format(labels=", ".join(first), last=last) if first else last
