"""What looks like data of a resident: a number, a date of birth, a telephone number. Only a guess. Pure."""

import re

from workshop_app.i18n import N_

LIKELY_IN = frozenset({"case"})
"""The kinds of round in which people tell about residents."""

_BSN = re.compile(r"(?<![\d.,+-])(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d\d\2\d{3})(?!\d|[.,-]\d)")
_BIRTH = re.compile(
    r"\bgeb(?:oren|\.|oortedatum)?[\s:]+(?:op\s+)?\d{1,2}[-/. ]"
    r"|(?<![\d-])\d{1,2}[-/.]\d{1,2}[-/.](?:19\d\d|20[01]\d)(?!\d)",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?<![\d+])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?\d){8}(?!\d)")
_DIGIT = re.compile(r"\d")
_FEWEST_DIGITS = 5


def looks_like(text: str) -> str:
    """What a text seems to hold of a resident, as a message id; '' for nothing."""
    if len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return ""
    if any(_passes(re.sub(r"\D", "", each[0])) for each in _BSN.finditer(text)):
        return N_("This looks like a citizen service number (BSN). No data of residents belongs here.")
    if _BIRTH.search(text):
        return N_("This looks like a date of birth. No data of residents belongs here.")
    if _TELEPHONE.search(text):
        return N_("This looks like a telephone number. No data of residents belongs here.")
    return ""


def _passes(digits: str) -> bool:
    """The test by eleven that every such number passes."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return digits != "000000000" and sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11 == 0
