"""Where Dutch words may be broken. Loading the patterns takes a tenth of a second: import it where needed."""

from collections.abc import Sequence

from pyphen import Pyphen

_PATTERNS = Pyphen(lang="nl_NL", left=3, right=3)
_LEAST = 3
"""Letters on either side of a hyphen."""


def _share_values(patterns: dict[str, tuple[int, tuple[int, ...]]]) -> None:
    """Keep equal values once: sixteen thousand patterns have fourteen hundred, and 2 MB less is kept."""
    known: dict[tuple[int, tuple[int, ...]], tuple[int, tuple[int, ...]]] = {}
    for letters, value in patterns.items():
        # A number that says how the parts are spelled equals one that does not.
        if all(type(number) is int for number in value[1]):
            patterns[letters] = known.setdefault(value, value)


_share_values(_PATTERNS.hd.patterns)


def hyphenations(word: str) -> Sequence[int]:
    """The places where a word may be broken; signs around it stay with it. Where Dutch spells the parts differently
    from the whole, the word is not broken."""
    letters = word.strip("“”‘’„\"'()[].,;:!?…–-")
    start = word.find(letters)
    if not letters.isalpha():
        return ()
    places = (place for place in _PATTERNS.positions(letters) if place.data is None)
    return [start + place for place in places if _LEAST <= place <= len(letters) - _LEAST]
