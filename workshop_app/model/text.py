"""Text that people type or paste, made fit to stand on one line and to be passed on."""

import re
import unicodedata
from collections.abc import Iterable

ADDRESS_LIMIT = 254
"""Characters in an e-mail address."""

# Control characters, marks that turn the order of what follows, and what no file format takes.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HALVES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_JOINERS = "\u200c\u200d"
_BREAKS = frozenset({"Cc", "Zl", "Zp"})
_UNSEEN = frozenset({"Cf", "Cs"})

# Narrower than the standard allows. Without a question mark, no address can pass for an encoded word in a mail header;
# without a hyphen in front, none passes for an option of a program.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?!-)(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+{_LABEL}")


def single_line(text: str) -> str:
    """The text on one line: breaks and control characters are spaces, and spaces stand alone.

    What cannot be seen goes too (marks that turn the order of letters, halves of characters), except for the joiners
    that some scripts and emoji need. The empty string is a possible outcome.
    """
    kept = "".join(_kept(character) for character in text)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def running_text(text: str) -> str:
    """The text with its lines, which end in \\n. What cannot be kept or would disturb other text is taken out; half
    characters are replaced by the sign for that. Letters that run from right to left stay."""
    return _HALVES.sub(_REPLACEMENT, _UNSAFE.sub("", _LINE_ENDS.sub("\n", text)))


def dotted(parts: Iterable[str]) -> str:
    """Words with dots between them; empty ones fall away."""
    return " · ".join(filter(None, parts))


def is_email_address(text: str) -> bool:
    """Whether a mail can be addressed so: plain ASCII, one @, a domain with a dot."""
    return len(text) <= ADDRESS_LIMIT and _ADDRESS.fullmatch(text) is not None


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category in _BREAKS:
        return " "
    return "" if category in _UNSEEN and character not in _JOINERS else character
