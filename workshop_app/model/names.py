"""Names of people in the order of the Dutch: Jan de Vries stands under the V."""

import re
import unicodedata

_DUTCH = ("van", "de", "den", "der", "des", "het", "'t", "te", "ten", "ter", "'s")
_PLACES = ("op", "aan", "in", "uit", "bij", "over", "onder", "voor", "tot")
_ROMANCE = ("d'", "la", "le", "les", "du", "di", "da", "del", "della", "dos", "das", "do")
_OTHER = ("von", "zu", "zum", "zur", "al", "el", "bin", "ibn")
_PARTICLES = frozenset((*_DUTCH, *_PLACES, *_ROMANCE, *_OTHER))
# "d'Hondt", "'s-Gravesande", "'t Hooft" written as one word.
_ELIDED = re.compile(r"^(?:[dl]'|'[st][-']?)(?=\w)")
_JOINED = re.compile(r"\s*-\s*")


def name_key(name: str) -> tuple[str, str]:
    """What to sort people by: the surname without its tussenvoegsel, then the name in full.

    Capitals and accents make no difference. "Vries, Jan de" is the same person as "Jan de Vries".
    """
    plain = _plain(name)
    surname, comma, given = plain.partition(",")
    if comma and surname.strip():
        words = surname.split()
        return _sorted_by(words), f"{given.strip()} {surname}"
    words = _JOINED.sub("-", plain).split()
    first = next((at for at, word in enumerate(words) if word in _PARTICLES), None)
    if first is None:
        # "Anna Visser-de Boer": the word with the hyphen begins the surname.
        first = next((at for at, word in enumerate(words) if "-" in word and at), max(len(words) - 1, 0))
    return _sorted_by(words[first:]), plain


def _sorted_by(words: list[str]) -> str:
    while len(words) > 1 and words[0] in _PARTICLES:
        words = words[1:]
    return _ELIDED.sub("", " ".join(words))


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").casefold())
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())
