"""Where one contribution becomes several. Pure."""

import re

_MARK = re.compile(r"(?:^|\s+)//(?:\s+|$)")
_BLANK_LINE = re.compile(r"\n\s*\n")


def parts(text: str) -> list[str]:
    """A text taken apart: at each //, else at blank lines, else at every line."""
    for divided in (_MARK.split(text), _BLANK_LINE.split(text), text.splitlines()):
        found = [part.strip() for part in divided if part.strip()]
        if len(found) > 1:
            return found
    return [text]


def is_divided(text: str) -> bool:
    """Whether a text says with // where it is to be split."""
    return bool(_MARK.search(text)) and len(parts(text)) > 1
