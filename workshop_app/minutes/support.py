"""How many go along with a decision, as a text in which no count points at a person."""

import re

from workshop_app.i18n import Language
from workshop_app.minutes.small_counts import LEAST, is_small, runs

_COUNTED = re.compile(r"(?<!\w)(\d+)\s+(\D+?)(?=\s*(?:[·,;]\s*\d|$))")
_NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")


def coarse_support(text: str, language: Language) -> str:
    """The support of a decision ("8 ja · 2 ja, mits · 1 nee") with small counts added up with those beside them.

    In a text that is no such list, small numbers become "fewer than 3".
    """
    counted = [(int(found[1]), found[2].strip()) for found in _COUNTED.finditer(text)]
    if "".join(_COUNTED.split(text)[::3]).strip(" ·,;"):
        counted = []
    lengths = runs([count for count, _ in counted])
    if not lengths:
        few = language.gettext("fewer than {n}").format(n=LEAST)
        return _NUMBER.sub(lambda found: few if is_small(int(found[0][:9])) else found[0], text)
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
