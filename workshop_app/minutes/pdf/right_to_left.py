"""Words that are read from right to left, put in that order on every line after the lines were broken.

They are typeset one by one, each drawn from left to right, so that lines break where they do in what was written.
"""

from collections.abc import Sequence
from copy import copy
from typing import Any, TypeAlias

from workshop_app.minutes.pdf.text import END, RIGHT_TO_LEFT

Frags: TypeAlias = list[Any]
"""Pieces of a line: text, or a call that begins or ends a span."""


def begins_a_word(frag: Any) -> bool:
    """Whether a word that is read from right to left begins here."""
    return _label(frag).startswith(RIGHT_TO_LEFT)


def put_in_order(lines: Sequence[Any]) -> None:
    """Turn the words of every line of a paragraph around, where they follow each other, and join them in one span."""
    carried: Frags = []
    for line in lines:
        if not hasattr(line, "words"):
            continue
        frags, carried = [*carried, *line.words], []
        # A span may begin at the end of a line, with nothing in it before the next one.
        if frags and begins_a_word(frags[-1]):
            carried = [frags.pop()]
        line.words = _turned(frags)


def _turned(frags: Frags) -> Frags:
    out: Frags = []
    words: list[Frags] = []
    between: list[Frags] = []
    pending: Frags = []
    at = 0
    while at < len(frags):
        end = _end_of_word(frags, at)
        if end:
            if words:
                between.append(pending)
                pending = []
            words.append(frags[at:end])
            at = end
            continue
        if words and not _label(frags[at]) and not frags[at].text.strip():
            pending.append(frags[at])
        else:
            out += [*_joined(words, between), *pending, frags[at]]
            words, between, pending = [], [], []
        at += 1
    return [*out, *_joined(words, between), *pending]


def _end_of_word(frags: Frags, at: int) -> int:
    """Where the word that begins here ends; 0 when none begins, or it goes on to the next line."""
    if not begins_a_word(frags[at]):
        return 0
    return next((n + 1 for n in range(at, len(frags)) if _label(frags[n]) == END), 0)


def _joined(words: list[Frags], between: list[Frags]) -> Frags:
    """The words from the last to the first, in one span that is read from the first to the last."""
    if len(words) < 2:
        return [frag for word in words for frag in word]
    begin = copy(words[0][0])
    begin.cbDefn = copy(begin.cbDefn)
    begin.cbDefn.label = RIGHT_TO_LEFT + " ".join(_label(word[0])[len(RIGHT_TO_LEFT) :] for word in words)
    inside: Frags = []
    for word, space in zip(reversed(words), [[], *reversed(between)], strict=True):
        inside += [*space, *word[1:-1]]
    return [begin, *inside, words[0][-1]]


def _label(frag: Any) -> str:
    call = getattr(frag, "cbDefn", None)
    return str(call.label) if call is not None and getattr(call, "kind", "") == "onDraw" else ""
