"""Mail headers in ASCII lines of at most 78 characters, from any text.

The standard library folds long headers itself, but in 3.11 it loses spaces there, and now and then an addressee: the
comma that should stand between two names ends up inside the first one.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

from workshop_app.model.text import single_line

_LINE = 78
# Words like these mean what they say wherever they stand in a header.
_PLAIN = re.compile(r"[A-Za-z0-9'&+/_ -]{1,60}")
# Bytes of UTF-8 in an encoded word, so that one fits on a line behind the longest name of a header that we use.
_WORD = 42


def header_text(text: str) -> str:
    """The text as a header may hold it: on one line, and without what reads as an encoded word.

    Python before 3.11.10 and 3.12.5 takes line breaks out of such a word and writes them as they are: a title could
    bring headers of its own.
    """
    return single_line(text).replace("=?", "= ?")


def text_header(name: str, text: str) -> str:
    """A header with a text in it, its line break included."""
    return _folded(name, _tokens(header_text(text)))


def address_header(name: str, mailboxes: Iterable[tuple[str, str]]) -> str:
    """A header with names and their addresses, which have been checked before."""
    tokens: list[str] = []
    for person, address in mailboxes:
        if tokens:
            tokens[-1] += ","
        tokens += [*_tokens(header_text(person)), f"<{address}>"]
    return _folded(name, tokens)


def _tokens(text: str) -> list[str]:
    """The text in pieces that can be parted by white space: words, or encoded words, which swallow it."""
    return text.split() if _PLAIN.fullmatch(text) else [_encoded(part) for part in _parts(text)]


def _parts(text: str) -> Iterator[str]:
    """The text in parts of a limited number of bytes; no character is cut in two."""
    part = ""
    for character in text:
        if len((part + character).encode()) > _WORD:
            yield part
            part = ""
        part += character
    if part:
        yield part


def _encoded(part: str) -> str:
    return f"=?utf-8?b?{b64encode(part.encode()).decode()}?="


def _folded(name: str, tokens: Iterable[str]) -> str:
    lines = [f"{name}:"]
    for place, token in enumerate(tokens):
        # The first stays with the name of the header: a line without content confuses old programs.
        if place and len(lines[-1]) + len(token) >= _LINE:
            lines.append("")
        lines[-1] += f" {token}"
    return "".join(f"{line}\r\n" for line in lines)
